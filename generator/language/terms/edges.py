"""The beginning, the middle and the end of a piece: «до початку …», «у середині …», «наприкінці …»."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from generator.language.terms.piece import END_OF_MONTH, MonthDay, Piece, Unit


class Edge(StrEnum):
    """Which part of a piece is meant."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


_DECADES = {Edge.START: (1, 10), Edge.MIDDLE: (11, 20), Edge.END: (21, END_OF_MONTH)}


def first_day(piece: Piece) -> Piece:
    """Return the day the piece begins."""
    return replace(piece, unit=Unit.DAY, last=piece.first, wraps=False)


def middle_day(piece: Piece) -> Piece:
    """Return the day by which half of the piece is over: 15th of a month, 30 June of a year."""
    count = _months_in(piece)
    middle = _counted_from(piece, (count - 1) // 2, 15 if count % 2 else END_OF_MONTH)
    return replace(piece, unit=Unit.DAY, first=middle, last=middle, wraps=False)


def third(piece: Piece, edge: Edge) -> Piece:
    """Return the first, the middle or the last part of a piece.

    Of a month its decades; of a year its first quarter, the second with the third, the last; else thirds by months.
    """
    count = _months_in(piece)
    if count == 1:
        first, last = _DECADES[edge]
        month = piece.first[0]
        return replace(piece, unit=Unit.PART_OF_MONTH, first=(month, first), last=(month, last))
    share = 3 if piece.unit is Unit.YEAR else max(1, count // 3)
    parts = {Edge.START: (0, share), Edge.MIDDLE: (share, count - share), Edge.END: (count - share, count)}
    begin, end = parts[edge]
    opens, closes = _counted_from(piece, begin, 1), _counted_from(piece, end - 1, END_OF_MONTH)
    return replace(piece, first=opens, last=closes, wraps=closes[0] < opens[0])


def _months_in(piece: Piece) -> int:
    return (piece.last[0] - piece.first[0]) % 12 + 1


def _counted_from(piece: Piece, offset: int, day: int) -> MonthDay:
    return (piece.first[0] + offset - 1) % 12 + 1, day
