"""Clauses to the two dates they leave for the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.language.terms.clause import Clause, Role
from generator.language.terms.piece import Unit
from generator.language.terms.term import TermKind

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day, both included, each None when the words leave it open; `kind` of a term so bounded."""

    kind: TermKind
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class _Dated:
    role: Role
    unit: Unit
    start: date
    end: date


def bounds_of(clauses: Sequence[Clause], default_year: int | None) -> Bounds | None:
    """Return what the clauses leave, None when they contradict each other or the calendar.

    «до» a day lasts through it, «до» a month until its first day; but in «з травня до липня» and of every other
    piece the last day is the end (rules of the project's design). A year that is missing leaves both dates None.
    """
    kind = _kind(clauses)
    dated: list[_Dated] = []
    for clause in clauses:
        resolved = clause.piece.resolve(default_year)
        if resolved:
            dated.append(_Dated(clause.role, clause.piece.unit, *resolved))
        elif default_year is not None or clause.piece.year is not None:
            return None
    if len(dated) < len(clauses):
        return Bounds(kind, None, None)
    start, end = _start(dated), _end(dated)
    if (start and end and start > end) or _runs_backwards(clauses, default_year):
        return None
    return Bounds(kind, start if kind is not TermKind.DEADLINE else None, end)


def _runs_backwards(clauses: Sequence[Clause], default_year: int | None) -> bool:
    """Return whether a range ends before it begins: «2027–2021»."""
    for first, last in pairwise(clauses):
        begun, ended = first.piece.resolve(default_year), last.piece.resolve(default_year)
        if last.joined and begun and ended and begun[0] > ended[1]:
            return True
    return False


def _kind(clauses: Sequence[Clause]) -> TermKind:
    roles = {clause.role for clause in clauses}
    opens = roles & {Role.FROM, Role.AFTER}
    closes = roles & {Role.UNTIL, Role.THROUGH}
    if roles == {Role.SPAN} and len(clauses) == 1 and clauses[0].piece.unit is Unit.DAY:
        return TermKind.DEADLINE
    if Role.SPAN in roles or (opens and closes):
        return TermKind.PERIOD
    return TermKind.ONGOING if opens else TermKind.DEADLINE


def _start(dated: Sequence[_Dated]) -> date | None:
    opening = [d.start for d in dated if d.role is Role.FROM]
    opening += [_day_after(d.end) for d in dated if d.role is Role.AFTER]
    spans = [d.start for d in dated if d.role is Role.SPAN]
    return min(opening or spans, default=None)


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _end(dated: Sequence[_Dated]) -> date | None:
    in_range = any(d.role is Role.FROM for d in dated)
    closing = [
        d.start if d.role is Role.UNTIL and d.unit is Unit.MONTH and not in_range else d.end
        for d in dated
        if d.role in (Role.UNTIL, Role.THROUGH)
    ]
    years_only = all(d.unit is Unit.YEAR for d in dated if d.role is Role.SPAN)
    spans = [d.end for d in dated if d.role is Role.SPAN]
    return max(closing if closing and years_only else closing + spans, default=None)
