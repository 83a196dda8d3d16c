"""What a name of a piece of the calendar comes to: the pieces, what joins them, the numbers of years among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.language.terms.piece import FIRST_YEAR, Piece
from generator.language.terms.vocabulary import Cat

if TYPE_CHECKING:
    from generator.language.terms.lexer import Token

_LAST_YEAR = 2100
_CENTURY = 100

Link = Cat | None
"""What joins a piece to the one before: DASH, AND, UNTIL, THROUGH, or nothing."""


@dataclass(frozen=True, slots=True)
class Named:
    """Pieces named one after another, each with its link to the previous, and the place where reading goes on."""

    pieces: tuple[tuple[Link, Piece], ...]
    next: int


def cat_at(tokens: list[Token], i: int) -> Cat | None:
    return tokens[i].cat if 0 <= i < len(tokens) else None


def year_number(tokens: list[Token], i: int) -> int | None:
    """Return the number of the year that stands at `i`."""
    value = tokens[i].value if cat_at(tokens, i) is Cat.NUMBER else None
    return value if isinstance(value, int) and FIRST_YEAR <= value <= _LAST_YEAR else None


def second_year(tokens: list[Token], i: int, first: int) -> int | None:
    """Return the later year of «2025-2027», «2025/26», whose sign stands at `i`."""
    if cat_at(tokens, i) not in (Cat.DASH, Cat.AND):
        return None
    later = year_number(tokens, i + 1)
    value = tokens[i + 1].value if cat_at(tokens, i + 1) is Cat.NUMBER else None
    if later is None and isinstance(value, int) and first % _CENTURY < value < _CENTURY:
        return first - first % _CENTURY + value
    return later
