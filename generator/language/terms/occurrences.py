"""The concrete times of a recurring term."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from generator.language.terms.piece import END_OF_MONTH, calendar_date
from generator.language.terms.term import Recurrence, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

Occurrence = tuple[date, date]

_MONTHS_IN = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
}
_END_OF_FEBRUARY = (2, 28)


def occurrences(term: Term, start: date, end: date) -> list[Occurrence]:
    """Return (first day, last day) of every occurrence that has a day within `start`..`end`, in order.

    All days are included. A yearly term occurs in its window, the others in their week (from Monday), month, quarter
    or half-year; those with a window only inside it; a monthly term with a day ends on that day. What lies outside
    the term's own dates is cut off. A term without a named recurrence has no occurrences.
    """
    if term.recurrence is None or start > end:
        return []
    if term.recurrence is Recurrence.WEEKLY:
        found = _weeks(start, end)
    elif term.recurrence is Recurrence.YEARLY and term.window_start and term.window_end:
        found = _windows(_month_day(term.window_start), _month_day(term.window_end), start, end)
    else:
        found = _parts_of_year(term, _MONTHS_IN[term.recurrence], start, end)
    first, last = term.start or date.min, term.end or date.max
    kept = ((max(begun, first), min(ended, last)) for begun, ended in found)
    return [(begun, ended) for begun, ended in kept if begun <= ended and ended >= start and begun <= end]


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _weeks(start: date, end: date) -> Iterator[Occurrence]:
    for ordinal in range(start.toordinal() - start.weekday(), end.toordinal() + 1, 7):
        if date.min.toordinal() <= ordinal <= date.max.toordinal() - 6:
            monday = date.fromordinal(ordinal)
            yield monday, monday + timedelta(days=6)


def _years(start: date, end: date) -> range:
    return range(max(start.year - 1, MINYEAR), min(end.year, MAXYEAR - 1) + 1)


def _windows(first: tuple[int, int], last: tuple[int, int], start: date, end: date) -> Iterator[Occurrence]:
    """Yield the window of every year; one that closes on 28 February closes on the 29th of a leap year.

    «щороку до 28 лютого», a window that opens on 1 January, keeps its day.
    """
    wraps = last < first
    if last == _END_OF_FEBRUARY and first not in ((1, 1), last):
        last = (2, END_OF_MONTH)
    for year in _years(start, end):
        begun, ended = calendar_date(year, first), calendar_date(year + wraps, last)
        if begun and ended:
            yield begun, ended


def _parts_of_year(term: Term, months: int, start: date, end: date) -> Iterator[Occurrence]:
    for year in _years(start, end):
        for month in range(1, 13, months):
            begun = calendar_date(year, (month, 1))
            ended = calendar_date(year, (month + months - 1, END_OF_MONTH))
            if begun and ended and _inside_window(term, begun):
                yield begun, min(ended, begun.replace(day=term.day)) if term.day and term.day <= ended.day else ended


def _inside_window(term: Term, day: date) -> bool:
    if not term.window_start or not term.window_end:
        return True
    text = f"{day:%m-%d}"
    if term.window_start <= term.window_end:
        return term.window_start <= text <= term.window_end
    return text >= term.window_start or text <= term.window_end
