"""A term read back in plain Ukrainian."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from generator.language.letters import folded
from generator.language.months import MONTHS_LOCATIVE
from generator.language.terms.dates import date_in_words, day_in_words, range_in_words
from generator.language.terms.term import Recurrence, Term, TermKind

_RECURRENCES = {
    Recurrence.WEEKLY: "щотижня",
    Recurrence.MONTHLY: "щомісяця",
    Recurrence.QUARTERLY: "щокварталу",
    Recurrence.HALF_YEARLY: "двічі на рік",
    Recurrence.YEARLY: "щороку",
}
_COMMON_YEAR = 2001


def describe(term: Term) -> str | None:
    """Return the reading of a term, «до 31 грудня 2025 року»; None when it adds nothing to the term's own words."""
    reading = _reading(term)
    if not reading or _plain(reading) == _plain(term.text):
        return None
    return reading


def _plain(text: str) -> str:
    return "".join(char for char in folded(text) if char.isalnum())


def _reading(term: Term) -> str | None:
    bounds = _bounds(term)
    match term.kind:
        case TermKind.PERIOD | TermKind.DEADLINE:
            return bounds
        case TermKind.ONGOING:
            return _after("постійно", bounds)
        case TermKind.CONDITIONAL:
            return _after("залежить від події", bounds)
        case TermKind.RECURRING if term.recurrence:
            return _recurring(_RECURRENCES[term.recurrence], _window(term), bounds)
    return None


def _recurring(recurrence: str, window: str | None, bounds: str | None) -> str:
    """Return «щороку, до 1 березня, починаючи з 1 січня 2024 року»; two dates after a window need a stronger stop."""
    if bounds and " до " in bounds and window:
        return f"{recurrence}, {window}; {bounds}"
    if bounds and bounds.startswith("з ") and " до " not in bounds:
        bounds = f"починаючи {bounds}"
    return _after(_after(recurrence, window), bounds)


def _after(first: str, second: str | None) -> str:
    return f"{first}, {second}" if second else first


def _bounds(term: Term) -> str | None:
    if term.start and term.end:
        return range_in_words(term.start, term.end)
    if term.start:
        return f"з {date_in_words(term.start)}"
    return f"до {date_in_words(term.end)}" if term.end else None


def _window(term: Term) -> str | None:
    if term.day:
        return f"до {term.day} числа"
    if not term.window_start or not term.window_end:
        return None
    first, last = (date.fromisoformat(f"2000-{edge}") for edge in (term.window_start, term.window_end))
    return _window_in_words(first, last)


def _window_in_words(first: date, last: date) -> str:
    if first == last:
        return day_in_words(first.month, first.day)
    until = f"до {day_in_words(last.month, last.day)}"
    if (first.month, first.day) == (1, 1):
        return until
    if first.day == 1 and first.month == last.month and last.day == monthrange(_COMMON_YEAR, last.month)[1]:
        return f"у {MONTHS_LOCATIVE[first.month - 1]}"
    since = str(first.day) if first.month == last.month else day_in_words(first.month, first.day)
    return f"з {since} {until}"
