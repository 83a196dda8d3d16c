"""Tokens of a term to clauses: which pieces of the calendar, and from, until or all of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.language.terms import piece
from generator.language.terms.clause import Clause, Role, at_edge
from generator.language.terms.edges import Edge, third
from generator.language.terms.impossible import NO_DAY_OF_MONTH, reason
from generator.language.terms.named import Link, year_number
from generator.language.terms.naming import named_at
from generator.language.terms.piece import Piece, Unit
from generator.language.terms.vocabulary import Cat, Count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.language.terms.lexer import Token

_ROLES = {
    Cat.FROM: Role.FROM,
    Cat.UNTIL: Role.UNTIL,
    Cat.THROUGH: Role.THROUGH,
    Cat.AFTER: Role.AFTER,
}
_LONGEST_MONTH = 31
_SHORT_YEARS = range(20, 100)
_COMPARATIVES = ("раніше", "пізніше", "пізніш")
_PARTS_OF_YEAR = (Cat.QUARTER, Cat.HALF, Cat.MONTH_WORD)
_ORDERED = (Cat.ORDINAL, Cat.LAST)
_BEFORE_COUNT = (Cat.DURING, Cat.IN, Cat.THROUGH, Cat.FILLER)
_SEPARATORS = (Cat.BREAK, Cat.AND)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the tokens say: clauses, the words that are no part of them, the day of «до 5 числа».

    `meaningful`: how many tokens the clauses took. `impossible`: a date was named that no calendar has or nobody can
    tell; `reason`: why, in words for people, when it is plain. `vague`: a word narrows the dates in a way nobody can
    tell. `counted`: a length of no place in the calendar («10 днів»), part of the sentence unless `aside`.
    """

    clauses: tuple[Clause, ...]
    rest: tuple[Token, ...]
    meaningful: int
    day: int | None
    impossible: bool
    reason: str
    vague: bool
    counted: Count | None
    aside: bool


def read(tokens: list[Token]) -> Sentence:
    """Return the clauses of the tokens."""
    reading = _Reading(tokens)
    i = 0
    while i < len(tokens):
        i = reading.step(i)
    return Sentence(
        clauses=tuple(reading.clauses),
        rest=tuple(reading.rest),
        meaningful=reading.meaningful,
        day=reading.day,
        impossible=reading.impossible,
        reason=reading.reason,
        vague=reading.vague,
        counted=reading.counted,
        aside=reading.aside,
    )


@dataclass(slots=True)
class _Reading:
    """The state of reading: prepositions heard and not yet used, clauses found."""

    tokens: list[Token]
    clauses: list[Clause] = field(default_factory=list)
    rest: list[Token] = field(default_factory=list)
    role: Role | None = None
    edge: Edge | None = None
    during: bool = False
    link: Link = None
    day: int | None = None
    meaningful: int = 0
    impossible: bool = False
    reason: str = ""
    vague: bool = False
    counted: Count | None = None
    aside: bool = False
    days_of_month: int = 0
    ending: Piece | None = None  # of which the last clause is the end, without a preposition: «кінець 2025»

    def step(self, i: int) -> int:
        """Read at token `i`; return the place of the next step."""
        named = named_at(self.tokens, i, in_range=self.role is Role.FROM)
        if named:
            self._add(named.pieces)
            self.meaningful += named.next - i
            return named.next
        return self._short_year(i) or self._day_of_month(i) or self._mark(i)

    def _add(self, pieces: Iterable[tuple[Link, Piece]]) -> None:
        for link, found in pieces:
            self.link = link or self.link
            if link in (Cat.UNTIL, Cat.THROUGH):
                self.role = _ROLES[link]
            if not found.exists():
                self._refuse(reason(found, None))
            self._open_range()
            clause = Clause(found, self._role(found), self.link is Cat.DASH, self.during)
            self.ending = found if self.edge is Edge.END and clause.role is Role.SPAN else None
            self.clauses.append(at_edge(clause, self.edge))
            self.role = self.edge = self.link = None
            self.during = False

    def _refuse(self, why: str = "") -> None:
        self.impossible = True
        self.reason = self.reason or why

    def _open_range(self) -> None:
        """Make the end of a piece the beginning of a range: «кінець червня – початок липня»."""
        if self.ending is not None and self.link is Cat.DASH and self.clauses[-1].piece is self.ending:
            self.clauses[-1] = Clause(third(self.ending, Edge.END))

    def _role(self, found: Piece) -> Role:
        """Return the role heard, or the one a dash or a comma hands on from the clause before."""
        previous = self.clauses[-1] if self.clauses else None
        if self.role or previous is None:
            return self.role or Role.SPAN
        if self.link is Cat.DASH:
            return Role.THROUGH if previous.role is Role.FROM else previous.role
        alike = next((clause for clause in reversed(self.clauses) if clause.piece.unit is not Unit.YEAR), previous)
        same = self.link is Cat.AND and alike.piece.unit is found.unit
        return alike.role if same and alike.role in (Role.UNTIL, Role.THROUGH) else Role.SPAN

    def _short_year(self, i: int) -> int:
        """Read the year of «грудень 25 р.»; 0 when there is none."""
        value = self.tokens[i].value
        after = self.tokens[i + 1].cat if i + 1 < len(self.tokens) else None
        last = self.clauses[-1].piece if self.clauses else None
        is_number = self.tokens[i].cat is Cat.NUMBER and isinstance(value, int) and value in _SHORT_YEARS
        if not is_number or after is not Cat.YEAR or last is None or last.year or not isinstance(value, int):
            return 0
        self._add([(None, piece.year(piece.MILLENNIUM + value))])
        self.meaningful += 2
        return i + 2

    def _day_of_month(self, i: int) -> int:
        """Read «5 числа», «до 5»; 0 when there is none."""
        value = self.tokens[i].value
        after = self.tokens[i + 1].cat if i + 1 < len(self.tokens) else None
        if not isinstance(value, int) or self.tokens[i].cat is Cat.TIMES:
            return 0
        if after is Cat.DAY_NUMBER and not 1 <= value <= _LONGEST_MONTH:
            self._refuse(NO_DAY_OF_MONTH)
        if not 1 <= value <= _LONGEST_MONTH:
            return 0
        if after is Cat.DAY_NUMBER or (self.role is Role.UNTIL and after in (None, Cat.AND, Cat.BREAK, Cat.EVERY)):
            self.days_of_month += 1
            self.vague = True  # the day of a month that has no name
            ends = self.role in (Role.UNTIL, Role.THROUGH) and self.days_of_month == 1
            self.day = value if ends else None
            self.role = None
            self.meaningful += 1
            return i + 1 + (after is Cat.DAY_NUMBER)
        return 0

    def _mark(self, i: int) -> int:
        token = self.tokens[i]
        self.vague = self.vague or self._is_vague(i)
        if token.cat in _ROLES:
            self.role = _ROLES[token.cat]
        elif token.cat is Cat.EDGE and isinstance(token.value, Edge):
            self.edge = token.value
        elif token.cat is Cat.DURING:
            self.during = True
        elif token.cat in (Cat.DASH, Cat.AND):
            self.link = token.cat
        elif token.cat is Cat.INCLUSIVE:
            self._include()
        elif token.cat is Cat.ORDINAL and token.roman is not None:
            self._refuse()  # «XII.2025», «IV 2025»: a month or a quarter, nobody knows
        elif token.cat is Cat.CONSTANT:
            self._begin()
        elif isinstance(token.value, Count):
            self.counted, self.aside = token.value, self._is_aside(i)
        elif token.cat in (Cat.UNKNOWN, Cat.BREAK):
            self.role = self.edge = self.link = None
            self.during = False
        self.rest.append(token)
        return i + 1

    def _is_vague(self, i: int) -> bool:
        """Return whether the word makes dates vague: «семестр», «перша неділя», «перед», «раніше 2026» without «не»."""
        token, before = self.tokens[i], self.tokens[i - 1] if i else None
        if token.text in _COMPARATIVES:
            return before is None or before.text != "не"
        if token.cat is Cat.WEEKDAY:
            return before is not None and before.cat in _ORDERED
        if token.cat in _PARTS_OF_YEAR and year_number(self.tokens, i + 1):  # «півроку 2026», but «усі квартали 2026»
            return before is None or before.cat is not Cat.WHOLE
        return token.cat in (Cat.VAGUE, Cat.BEFORE)

    def _is_aside(self, i: int) -> bool:
        """Return whether a counted length stands apart from the dates: «травень 2026 року (10 днів)»."""
        after = self.tokens[i + 1].cat if i + 1 < len(self.tokens) else Cat.BREAK
        while i and self.tokens[i - 1].cat in _BEFORE_COUNT:
            i -= 1
        before = self.tokens[i - 1].cat if i else Cat.BREAK
        return before in _SEPARATORS and after in _SEPARATORS

    def _begin(self) -> None:
        """Make «квітень 2025 року – постійно» last from April on; a whole year stays the bounds of the work."""
        months = [n for n, clause in enumerate(self.clauses) if clause.piece.unit is not Unit.YEAR]
        if self.link is Cat.DASH and len(months) == 1 and self.clauses[months[0]].role is Role.SPAN:
            clause = self.clauses[months[0]]
            self.clauses[months[0]] = Clause(clause.piece, Role.FROM, clause.joined, clause.during)

    def _include(self) -> None:
        """Make «до червня включно» last through June; a year between does not hide the month."""
        for n in range(len(self.clauses) - 1, -1, -1):
            clause = self.clauses[n]
            if clause.role is Role.UNTIL:
                self.clauses[n] = Clause(clause.piece, Role.THROUGH, clause.joined, clause.during)
            if clause.piece.unit is not Unit.YEAR:
                break
