"""The words of a term to what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.language.terms.bounds import Bounds, bounds_of
from generator.language.terms.clause import Role
from generator.language.terms.condition import Condition, without_condition
from generator.language.terms.counts import with_counts
from generator.language.terms.days import with_days
from generator.language.terms.frequency import with_frequencies
from generator.language.terms.impossible import reason
from generator.language.terms.lexer import Token, tokenize
from generator.language.terms.onwards import with_onwards
from generator.language.terms.piece import END_OF_MONTH, Unit, calendar_date
from generator.language.terms.reader import Sentence, read
from generator.language.terms.term import Recurrence, Term, TermKind
from generator.language.terms.vocabulary import Cat, Count
from generator.language.terms.window import NO_WINDOW, Window, is_quarterly_list, window_of
from generator.language.terms.years import with_dated_days, with_years

if TYPE_CHECKING:
    from generator.language.terms.clause import Clause

_LONGEST = 400  # letters; a longer text is not a term
_UNBOUNDED = Bounds(TermKind.UNKNOWN, None, None)
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}
_UNITS = {
    Cat.MONTH_WORD: Unit.MONTH,
    Cat.QUARTER: Unit.QUARTER,
    Cat.HALF: Unit.HALF,
    Cat.YEAR: Unit.YEAR,
}
_LENGTHS = (Cat.MONTH_WORD, Cat.QUARTER, Cat.HALF, Cat.WEEK, Cat.DAYS)
_MEANINGFUL = (Cat.EVERY, Cat.CONSTANT, Cat.WAR, Cat.NEED, Cat.SCHEDULE, Cat.UNDERTAKING, Cat.LIFETIME, Cat.REQUEST)


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that was found in the words of a term."""

    condition: Condition
    sentence: Sentence
    year: int | None

    def has(self, cat: Cat) -> bool:
        return any(token.cat is cat for token in self.sentence.rest)

    def count(self, *cats: Cat) -> int:
        return sum(token.cat in cats for token in self.sentence.rest)


@lru_cache(maxsize=4096)
def parse_term(text: str, year: int | None = None) -> Term:
    """Return what the words of a term mean; `unknown` when they cannot be understood. Never raises.

    `year` dates words that name no year: «протягом року», «ІV квартал», «до 1 грудня».
    """
    if len(text) > _LONGEST:
        return Term(text)
    default_year = year if year is not None and MINYEAR <= year < MAXYEAR else None
    condition, tokens = without_condition(with_onwards(with_counts(with_days(with_frequencies(tokenize(text))))))
    reading = _Reading(condition, read(tokens), default_year)
    if _is_prose(reading):
        return Term(text)
    if reading.sentence.impossible:
        return Term(text, impossible=reading.sentence.reason)
    return _term(text, reading) or Term(text, impossible=_missing_day(reading))


def _missing_day(reading: _Reading) -> str:
    """Return why the calendar of the term's year lacks a day: 29 February."""
    for clause in with_years(reading.sentence.clauses, reading.year):
        dated = clause.piece.year is not None or reading.year is not None
        if dated and clause.piece.unit is Unit.DAY and clause.piece.resolve(reading.year) is None:
            return reason(clause.piece, reading.year)
    return ""


def _is_prose(reading: _Reading) -> bool:
    """Return whether most words are none of a term's: a sentence that only mentions a date."""
    known = reading.sentence.meaningful + reading.count(*_MEANINGFUL)
    return reading.condition < Condition.NEED and reading.count(Cat.UNKNOWN) > known + 1


def _term(text: str, reading: _Reading) -> Term | None:
    every = next((token for token in reading.sentence.rest if token.cat is Cat.EVERY), None)
    if every is not None and reading.condition is not Condition.WAR:
        return _recurring(text, reading, every)
    return _once(text, reading)


def _once(text: str, reading: _Reading) -> Term | None:
    """Read a term that does not come round again."""
    clauses = with_years(reading.sentence.clauses, reading.year)
    count = _measured(clauses, reading)
    if count:
        return _counted_from(text, clauses, count)
    bounds = bounds_of(clauses, reading.year) if clauses else _UNBOUNDED
    if bounds is None or (clauses and reading.sentence.vague and reading.condition < Condition.NEED):
        return None
    if reading.condition >= Condition.NEED:
        return Term(text, TermKind.CONDITIONAL, bounds.start, bounds.end)
    if reading.has(Cat.CONSTANT) or (reading.has(Cat.ONWARDS) and clauses):
        return Term(text, TermKind.ONGOING, bounds.start, None if reading.has(Cat.ONWARDS) else bounds.end)
    if not clauses:
        return _timeless(text, reading)
    quarterly = Recurrence.QUARTERLY if is_quarterly_list(clauses) else None
    return Term(text, TermKind.RECURRING if quarterly else bounds.kind, bounds.start, bounds.end, quarterly)


def _measured(clauses: list[Clause], reading: _Reading) -> Count | None:
    """Return the length that is measured from the dates beside it, not told apart from them."""
    sentence = reading.sentence
    opens = any(clause.role in (Role.FROM, Role.AFTER) for clause in clauses)
    belongs = bool(clauses) and reading.condition < Condition.NEED and (opens or not sentence.aside)
    return sentence.counted if belongs else None


def _counted_from(text: str, clauses: list[Clause], count: Count) -> Term | None:
    """Read «протягом двох років, починаючи з 2026 року»; no other length beside a date says when it ends."""
    opening = clauses[0]
    months = _MONTHS_IN.get(opening.piece.unit)
    same = _UNITS.get(count.unit) is opening.piece.unit
    begun = opening.piece.resolve(None)
    if len(clauses) > 1 or opening.role is not Role.FROM or not (months and same and count.number and begun):
        return None
    years, month = divmod(begun[0].month - 1 + months * count.number - 1, 12)
    return Term(text, TermKind.PERIOD, begun[0], calendar_date(begun[0].year + years, (month + 1, END_OF_MONTH)))


def _timeless(text: str, reading: _Reading) -> Term | None:
    """Read a term that names no date: «весь період дії Програми», «за окремим графіком»."""
    if reading.condition is Condition.SCHEDULE:
        return Term(text, TermKind.CONDITIONAL)
    if reading.has(Cat.DURING) and any(reading.has(unit) for unit in _LENGTHS):
        return Term(text, TermKind.CONDITIONAL)  # «протягом місяця», nobody knows from when
    lasting = reading.has(Cat.LIFETIME) or reading.has(Cat.DURING)
    if lasting and (reading.has(Cat.UNDERTAKING) or (reading.has(Cat.WHOLE) and reading.has(Cat.LIFETIME))):
        return Term(text, TermKind.ONGOING)
    return None


def _recurring(text: str, reading: _Reading, every: Token) -> Term | None:
    """Read a recurring term: pieces without a year are its window, those with a year bound it."""
    recurrence = every.value if isinstance(every.value, Recurrence) else None
    yearly = recurrence is Recurrence.YEARLY
    found = list(reading.sentence.clauses)
    clauses = with_dated_days(found) if yearly else _dated_beside(found)
    windows = [clause for clause in clauses if _is_window(clause, yearly=yearly)]
    dated = [clause for clause in clauses if clause not in windows]
    window = window_of(windows, yearly=yearly) if windows else NO_WINDOW
    bounds = bounds_of(with_years(dated, reading.year), reading.year) if dated else _UNBOUNDED
    if window is None or bounds is None:
        return None
    return _recurring_term(text, reading, bounds, window, window.recurrence or recurrence)


def _recurring_term(
    text: str, reading: _Reading, bounds: Bounds, window: Window, recurrence: Recurrence | None
) -> Term:
    return Term(
        text,
        TermKind.RECURRING,
        bounds.start,
        None if reading.has(Cat.ONWARDS) else bounds.end,
        recurrence,
        window.start,
        window.end,
        reading.sentence.day if recurrence is Recurrence.MONTHLY else None,
    )


def _is_window(clause: Clause, *, yearly: bool) -> bool:
    if clause.piece.year is not None:
        return False
    return yearly or clause.piece.unit is not Unit.YEAR


def _dated_beside(clauses: list[Clause]) -> list[Clause]:
    """Date what stands before a year («щомісяця з травня по вересень 2025 року»), leaving other pieces windows."""
    if not any(clause.piece.year is not None for clause in clauses):
        return clauses
    return with_years(clauses, None)
