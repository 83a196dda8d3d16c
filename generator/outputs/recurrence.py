"""The days on which recurring measures fall due, as an iCalendar rule that gives exactly those days."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from generator.language.terms import Recurrence, Term, TermKind, occurrences
from generator.model.records.period import PeriodRecord

LAST_DAY = -1
"""Stands for the last day of a month, as in iCalendar's BYMONTHDAY."""
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Repetition:
    """A rule (RFC 5545, 3.3.10) from `first` to the last of `days`, and the days by which it must be mended."""

    first: date
    rule: Mapping[str, Any]
    missing: tuple[date, ...] = ()
    surplus: tuple[date, ...] = ()


def due_days(term: Term, period: PeriodRecord | None) -> list[date]:
    """Return the last day of each occurrence within the plan's period; nothing for a term that does not recur.

    Where the plan has no period, within the term's own days; without these nothing either.
    """
    begins = [day for day in (term.start, period and period.start) if day]
    ends = [day for day in (term.end, period and period.end) if day]
    if term.kind is not TermKind.RECURRING or not begins or not ends:
        return []
    begun, ended = max(begins), min(ends)
    return sorted({last for _, last in occurrences(term, begun, ended) if begun <= last <= ended})


def repetition(term: Term, period: PeriodRecord | None) -> Repetition | None:
    """Return the rule of a recurring term; None when it never falls due within the plan's period."""
    days = due_days(term, period)
    if not days:
        return None
    until = days[-1]
    if term.recurrence is Recurrence.WEEKLY:
        weeks = (until - days[0]).days // 7
        rule: Mapping[str, Any] = {"freq": "weekly"}
        expanded = {days[0] + timedelta(weeks=week) for week in range(weeks + 1)}
    else:
        months, number = sorted({day.month for day in days}), _day_of_month(days)
        rule = _rule(months, number)
        expanded = set(_expand(months, number, days[0], until))
    return Repetition(
        first=days[0],
        rule={**rule, "until": until},
        missing=tuple(sorted(set(days) - expanded)),
        surplus=tuple(sorted(expanded - set(days))),
    )


def _day_of_month(days: Sequence[date]) -> int:
    """Return the number that names most of the days; the last day of a month where that says as much."""
    number, times = Counter(day.day for day in days).most_common(1)[0]
    return LAST_DAY if sum(_is_last(day) for day in days) >= times else number


def _is_last(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _rule(months: Sequence[int], number: int) -> Mapping[str, Any]:
    """Choose the plainest form: calendars read steps of so many months better than lists of months."""
    step = _YEAR // len(months)
    if len(months) == 1:
        return {"freq": "yearly", "bymonth": months[0], "bymonthday": number}
    evenly = all(later - earlier == step for earlier, later in pairwise(months))
    if evenly and step * len(months) == _YEAR:
        return {"freq": "monthly", "interval": step, "bymonthday": number}
    return {"freq": "yearly", "bymonth": list(months), "bymonthday": number}


def _expand(months: Sequence[int], number: int, first: date, until: date) -> Iterator[date]:
    for year in range(first.year, until.year + 1):
        for month in months:
            length = monthrange(year, month)[1]
            if number <= length:
                day = date(year, month, length if number == LAST_DAY else number)
                if first <= day <= until:
                    yield day
