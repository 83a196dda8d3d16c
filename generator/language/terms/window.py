"""The part of every year a recurring term falls in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.language.terms.bounds import bounds_of
from generator.language.terms.clause import Clause, Role
from generator.language.terms.piece import Unit
from generator.language.terms.term import Recurrence
from generator.language.terms.years import with_years

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMON_YEAR, _LEAP_YEAR = 2001, 2004  # any of each kind: February ends on the 28th in a window
_TIMES_A_YEAR = {2: Recurrence.HALF_YEARLY, 4: Recurrence.QUARTERLY}
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day as "MM-DD", both included; `recurrence` when the words name several separate ones."""

    start: str | None = None
    end: str | None = None
    recurrence: Recurrence | None = None


NO_WINDOW = Window()


def window_of(clauses: Sequence[Clause], *, yearly: bool) -> Window | None:
    """Return the window the clauses without a year make, None when no calendar has their dates.

    «щороку до 10 січня» opens on 1 January, «щороку з 1 вересня» closes on 31 December. Two or four separate dates
    make a half-yearly or quarterly term. Terms that come more often have one only between two ends.
    """
    pieces = [clause for clause in clauses if clause.piece.unit is not Unit.YEAR or clause.piece.first != (1, 1)]
    pieces = pieces or [clause for clause in clauses if clause.role is not Role.SPAN or clause.piece.last != (12, 31)]
    if not pieces:
        return NO_WINDOW
    year = _COMMON_YEAR
    bounds = bounds_of(with_years(pieces, year), year)
    if bounds is None:
        year = _LEAP_YEAR
        bounds = bounds_of(with_years(pieces, year), year)
    if bounds is None:
        return None
    occasions = _occasions(pieces, year)
    if yearly and occasions in _TIMES_A_YEAR:
        return Window(recurrence=_TIMES_A_YEAR[occasions])
    if not yearly and (occasions > 1 or not (bounds.start and bounds.end)):
        return NO_WINDOW
    start = bounds.start or date(year, 1, 1)
    if bounds.end and all(clause.role is Role.SPAN for clause in pieces):
        start = bounds.start or bounds.end  # «щороку 1 вересня» is that day
    return Window(_month_day(start), _month_day(bounds.end or date(year, 12, 31)))


def _month_day(day: date) -> str:
    return f"{day:%m-%d}"


def _occasions(clauses: Sequence[Clause], year: int) -> int:
    """Count the separate stretches: «березень, вересень» are two, «січень, лютий» and «травень–липень» one."""
    stretches: list[tuple[date, date]] = []
    for clause in with_years(clauses, year):
        resolved = clause.piece.resolve(year)
        if not resolved:
            continue
        continued = clause.joined or (stretches and clause.role in (Role.UNTIL, Role.THROUGH) and not _is_list(clauses))
        touching = bool(stretches) and stretches[-1][0] <= resolved[0] <= stretches[-1][1] + timedelta(days=1)
        if stretches and (continued or touching):
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], resolved[1]))
        else:
            stretches.append(resolved)
    return len(stretches)


def _is_list(clauses: Sequence[Clause]) -> bool:
    return len({clause.role for clause in clauses}) == 1


def is_quarterly_list(clauses: Sequence[Clause]) -> bool:
    """Return whether the clauses are a month in each quarter: «січень, квітень, липень, жовтень»."""
    months = [c.piece.first[0] for c in clauses if c.piece.unit is Unit.MONTH and not c.joined and c.role is Role.SPAN]
    steps = {later - earlier for earlier, later in pairwise(months)}
    return len(months) == len(clauses) == 12 // _QUARTER and steps == {_QUARTER}
