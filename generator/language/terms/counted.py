"""Counted units to pieces of the calendar: «двох кварталів 2026 року» is its first half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.language.months import MONTHS_NOMINATIVE
from generator.language.terms import piece
from generator.language.terms.edges import Edge
from generator.language.terms.named import Named, cat_at, second_year, year_number
from generator.language.terms.piece import END_OF_MONTH, Piece
from generator.language.terms.vocabulary import Cat, Count

if TYPE_CHECKING:
    from generator.language.terms.lexer import Token

_DECADES, _DAYS_IN_DECADE = 3, 10
_MONTHS_IN = {Cat.MONTH_WORD: 1, Cat.QUARTER: 3, Cat.HALF: 6}
_MONTHS_IN_YEAR = len(MONTHS_NOMINATIVE)


def counted(tokens: list[Token], i: int) -> Named | None:
    """Read «двох кварталів 2026 року» as the first two, «останні три місяці 2026 року», «перші дві декади червня»."""
    count = tokens[i].value
    if tokens[i].cat is not Cat.COUNTED or not isinstance(count, Count) or count.number is None:
        return None
    month = tokens[i + 1].value if cat_at(tokens, i + 1) is Cat.MONTH else None
    if count.unit is Cat.DECADE and count.edge and isinstance(month, int):
        return Named(((None, _decades(month, count.number, count.edge)),), i + 2)
    length = _MONTHS_IN.get(count.unit)
    first = year_number(tokens, i + 1)
    if length is None or first is None or second_year(tokens, i + 2, first):
        return None
    return Named(((None, _share_of_year(count.unit, count.number * length, count.edge)),), i + 1)


def _decades(month: int, count: int, edge: Edge) -> Piece:
    if edge is Edge.END:
        return piece.stretch_of_month(month, (3 - count) * _DAYS_IN_DECADE + 1, END_OF_MONTH)
    return piece.stretch_of_month(month, 1, END_OF_MONTH if count == _DECADES else count * _DAYS_IN_DECADE)


def _share_of_year(unit: Cat, months: int, edge: Edge | None) -> Piece:
    """Return the first or the last months of a year; a piece of no calendar when it has not so many."""
    if months > _MONTHS_IN_YEAR:
        return {Cat.QUARTER: piece.quarter, Cat.HALF: piece.half}.get(unit, piece.month)(months)
    first = 1 + _MONTHS_IN_YEAR - months if edge is Edge.END else 1
    return piece.months(piece.Unit.HALF, first, first + months - 1)
