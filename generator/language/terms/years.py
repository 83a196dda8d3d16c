"""Which year a piece without a year belongs to: the year said after it, before it, or given from outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.language.terms.clause import Clause, Role
from generator.language.terms.piece import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING = (Role.FROM, Role.AFTER)
_CLOSING = (Role.UNTIL, Role.THROUGH)


def with_years(clauses: Sequence[Clause], default_year: int | None) -> list[Clause]:
    """Return the clauses, each in its year as far as the words or `default_year` tell.

    «грудень – лютий 2026 року» begins in 2025. A year that only dates its neighbours («2025 рік: травень») is no
    clause of its own any more; «протягом 2025 року до 1 грудня» keeps it as the beginning.
    """
    bound = list(clauses)
    used: set[int] = set()
    _take_from_right(bound, used)
    _take_from_left(bound, used)
    kept = [clause for n, clause in enumerate(bound) if n not in used]
    return _in_order(kept, default_year)


def with_dated_days(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses of a yearly term, whole dates made one: «щороку, з 1 січня до 31 грудня 2025 року».

    Such dates bound the term; a day before a range of years («до 10 січня 2021–2026 років») stays its window.
    """
    result: list[Clause] = []
    for n in range(len(clauses) - 1, -1, -1):
        clause, after = clauses[n], result[0] if result else None
        is_day = clause.piece.unit is Unit.DAY and _is_yearless(clause)
        if is_day and after and _is_single_year(result):
            result[0] = clause.with_piece(clause.piece.in_year(after.piece))
        elif is_day and after and after.piece.unit is Unit.DAY and clause.role is Role.FROM and after.piece.year:
            result.insert(0, clause.with_piece(clause.piece.in_year(after.piece)))
        else:
            result.insert(0, clause)
    return result


def _is_single_year(clauses: Sequence[Clause]) -> bool:
    year = clauses[0]
    alone = len(clauses) == 1 or not _continues(clauses[1])
    return alone and year.piece.unit is Unit.YEAR and year.role is Role.SPAN and year.piece.written


def _is_yearless(clause: Clause) -> bool:
    return clause.piece.unit is not Unit.YEAR and clause.piece.year is None and not clause.piece.shift


def _take_from_right(clauses: list[Clause], used: set[int]) -> None:
    for n in range(len(clauses) - 2, -1, -1):
        clause, donor = clauses[n], clauses[n + 1]
        if not _is_yearless(clause) or _is_yearless(donor):
            continue
        if donor.piece.unit is not Unit.YEAR:
            clauses[n] = clause.with_piece(clause.piece.in_year(donor.piece))
        elif donor.role is Role.SPAN or donor.joined or donor.role is clause.role:
            _take_year(clauses, n, used)


def _take_year(clauses: list[Clause], n: int, used: set[int]) -> None:
    """Date clause `n` by the year after it; by the last of «2025–2027» too, when it ends what began in the first."""
    first = clauses[n + 1]
    _use(clauses, n + 1, used, clauses[n])
    last = n + 2
    begins_earlier = n > 0 and _is_yearless(clauses[n - 1])
    if last >= len(clauses) or not _continues(clauses[last]):
        clauses[n] = clauses[n].with_piece(clauses[n].piece.in_year(first.piece))
        return
    own = clauses[n].piece
    if own.wraps and clauses[last].piece.year == (first.piece.year or 0) + 1:  # «зима 2025–2026 років» is one winter
        clauses[n] = clauses[n].with_piece(own.in_year(first.piece))
        used.add(last)
        return
    clauses[last] = clauses[n].with_piece(own.in_year(clauses[last].piece))
    clauses[n] = clauses[n].with_piece(own.in_year(first.piece))
    if begins_earlier:
        used.add(n)


def _continues(clause: Clause) -> bool:
    return clause.joined and clause.piece.unit is Unit.YEAR


def _take_from_left(clauses: list[Clause], used: set[int]) -> None:
    donor: int | None = None
    for n, clause in enumerate(clauses):
        if not _is_yearless(clause):
            donor = n
        elif donor is not None:
            piece = clause.piece.in_year(clauses[donor].piece)
            clauses[n] = clause.with_piece(replace(piece, written=False))
            if clauses[donor].piece.unit is Unit.YEAR:
                _use(clauses, donor, used, clause)


def _use(clauses: list[Clause], donor: int, used: set[int], clause: Clause) -> None:
    """Drop a year that only dates `clause`, not one that bounds the work itself."""
    year = clauses[donor]
    bounds = year.role is not Role.SPAN or (year.during and clause.role is not Role.SPAN)
    if not bounds or year.role is clause.role:
        used.add(donor)


def _in_order(clauses: list[Clause], default_year: int | None) -> list[Clause]:
    """Move the end of a range that lacks its own year to the next year, or its beginning to the previous one."""
    for n in range(len(clauses) - 1):
        first, last = clauses[n], clauses[n + 1]
        if not (last.joined or (first.role in _OPENING and last.role in _CLOSING)):
            continue
        begun, ended = first.piece.resolve(default_year), last.piece.resolve(default_year)
        if not begun or not ended or begun[0] <= ended[1]:
            continue
        if not last.piece.written:
            clauses[n + 1] = last.with_piece(last.piece.shifted(1))
        elif not first.piece.written:
            clauses[n] = first.with_piece(first.piece.shifted(-1))
    return clauses
