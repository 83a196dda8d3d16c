"""Pieces of the calendar a term can name: a day, a month, a quarter, a season, a year, with or without its year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum

END_OF_MONTH = 0
"""Stands for the last day of a month in a (month, day) pair."""
_NO_DAY = -1
FIRST_YEAR = 1900
"""A number from here on names a year, a smaller one counts: «2025 рік», «3 місяці»."""
MILLENNIUM = 2000
"""What a year of two figures leaves out: «25» is 2025."""

MonthDay = tuple[int, int]
JANUARY_1: MonthDay = (1, 1)
DECEMBER_31: MonthDay = (12, 31)


class Unit(StrEnum):
    """What size of piece it is."""

    DAY = "day"
    PART_OF_MONTH = "part of month"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    SCHOOL_YEAR = "school year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a year from `first` to `last`, (month, day) pairs, both included.

    `wraps`: `last` lies in the next year (winter, school year). `year`: as written or taken from a neighbour, None
    when the words have none. `shift`: years to add («наступного року»). `written`: its own year stands beside it.
    """

    unit: Unit
    first: MonthDay
    last: MonthDay
    year: int | None = None
    wraps: bool = False
    shift: int = 0
    written: bool = False

    def resolve(self, default_year: int | None) -> tuple[date, date] | None:
        """Return the dates of the piece; None when the year is missing or the day is not in its calendar."""
        year = self.year if self.year is not None else default_year
        if year is None:
            return None
        start = calendar_date(year + self.shift, self.first)
        end = calendar_date(year + self.shift + self.wraps, self.last)
        return (start, end) if start and end else None

    def in_year(self, donor: Piece) -> Piece:
        """Return the piece in the year of `donor`, a neighbour of it in the sentence."""
        return replace(self, year=donor.year, shift=donor.shift, written=donor.unit is Unit.YEAR and donor.written)

    def shifted(self, years: int) -> Piece:
        """Return the piece `years` later."""
        return replace(self, shift=self.shift + years)

    def exists(self) -> bool:
        """Return whether the piece is in any calendar: 31 September is not."""
        return self.resolve(2000 if self.year is None else None) is not None


def calendar_date(year: int, month_day: MonthDay) -> date | None:
    """Return the date, or None when the calendar has none."""
    month, day = month_day
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):  # noqa: PLR2004
        return None
    length = monthrange(year, month)[1]
    if not 0 <= day <= length:
        return None
    return date(year, month, day or length)


def day(month: int, number: int, year: int | None = None) -> Piece:
    """Return one day; of number 0 one that no calendar has."""
    number = number or _NO_DAY
    return Piece(Unit.DAY, (month, number), (month, number), year, written=year is not None)


def months(unit: Unit, first: int, last: int, year: int | None = None) -> Piece:
    """Return whole months `first` to `last`; `last` before `first` lies in the next year."""
    return Piece(unit, (first, 1), (last, END_OF_MONTH), year, wraps=last < first, written=year is not None)


def month(number: int, year: int | None = None) -> Piece:
    """Return a whole month."""
    return months(Unit.MONTH, number, number, year)


def quarter(number: int) -> Piece:
    """Return a quarter of the year, 1 to 4."""
    return months(Unit.QUARTER, 3 * number - 2, 3 * number)


def half(number: int) -> Piece:
    """Return a half-year, 1 or 2."""
    return months(Unit.HALF, 6 * number - 5, 6 * number)


def season(number: int) -> Piece:
    """Return a season: 1 spring, 2 summer, 3 autumn, 4 winter (December to February)."""
    return months(Unit.SEASON, 3 * number, (3 * number + 1) % 12 + 1)


def year(number: int | None, shift: int = 0) -> Piece:
    """Return a calendar year; None for «протягом року», whose number the words lack."""
    return Piece(Unit.YEAR, JANUARY_1, DECEMBER_31, number, shift=shift, written=number is not None)


def school_year(number: int | None) -> Piece:
    """Return the school year that begins in `number`.

    From 1 September to 30 June: the law on general secondary education (article 10) starts it on 1 September and
    has it end no later than 1 July.
    """
    return Piece(Unit.SCHOOL_YEAR, (9, 1), (6, 30), number, wraps=True, written=number is not None)


def stretch_of_month(month_number: int, first: int, last: int) -> Piece:
    """Return days `first` to `last` of a month: a decade, a week, a half; END_OF_MONTH for its last day."""
    return Piece(Unit.PART_OF_MONTH, (month_number, first or _NO_DAY), (month_number, last))
