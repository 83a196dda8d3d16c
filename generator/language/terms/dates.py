"""Ukrainian words for dates. Every date written out in words comes from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.language.months import MONTHS_GENITIVE

if TYPE_CHECKING:
    from datetime import date


def day_in_words(month: int, day: int) -> str:
    """Return a day of no particular year: «10 січня»."""
    return f"{day} {MONTHS_GENITIVE[month - 1]}"


def date_in_words(d: date) -> str:
    """Return a date as Ukrainian documents write it: «31 грудня 2025 року»."""
    return f"{day_in_words(d.month, d.day)} {d.year} року"


def range_in_words(start: date, end: date) -> str:
    """Return two dates, both included: «з 1 жовтня до 31 грудня 2025 року»; one day is said once."""
    if start == end:
        return date_in_words(start)
    if start.year != end.year:
        return f"з {date_in_words(start)} до {date_in_words(end)}"
    if start.month == end.month:
        return f"з {start.day} до {date_in_words(end)}"
    return f"з {day_in_words(start.month, start.day)} до {date_in_words(end)}"
