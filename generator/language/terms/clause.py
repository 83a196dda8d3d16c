"""A piece of the calendar with its part in the sentence: from it, until it, or all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.language.terms.edges import Edge, first_day, middle_day, third

if TYPE_CHECKING:
    from generator.language.terms.piece import Piece


class Role(Enum):
    """What a preposition makes of a piece."""

    SPAN = auto()  # no preposition, «у», «протягом»
    FROM = auto()  # «з», «починаючи з», «не раніше»
    AFTER = auto()  # «після»: from the next day
    UNTIL = auto()  # «до»
    THROUGH = auto()  # «по», «до кінця», «не пізніше», «включно»


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece and its role. `joined`: a dash stands before it. `during`: «протягом» does."""

    piece: Piece
    role: Role = Role.SPAN
    joined: bool = False
    during: bool = False

    def with_piece(self, piece: Piece) -> Clause:
        """Return the clause about another piece."""
        return replace(self, piece=piece)


def at_edge(clause: Clause, edge: Edge | None) -> Clause:
    """Return the clause narrowed to the beginning, middle or end of its piece.

    «наприкінці» is the same deadline as «до кінця»; «до початку» is a deadline on the first day.
    """
    if edge is None or clause.role is Role.AFTER:
        return clause
    ends = clause.role in (Role.UNTIL, Role.THROUGH)
    if edge is Edge.END:
        return clause if clause.role is Role.FROM else replace(clause, role=Role.THROUGH)
    if ends:
        return clause.with_piece(first_day(clause.piece) if edge is Edge.START else middle_day(clause.piece))
    if clause.role is Role.FROM and edge is Edge.START:
        return clause
    return clause.with_piece(third(clause.piece, edge))
