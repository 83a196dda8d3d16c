"""Why no calendar has a piece that words name, in words for the person who typed them."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from generator.language.months import MONTHS_LOCATIVE
from generator.language.plurals import form
from generator.language.terms.piece import Unit

if TYPE_CHECKING:
    from generator.language.terms.piece import Piece

NO_MONTH = "такого місяця немає: місяців дванадцять"
NO_DAY_OF_MONTH = "такого дня немає: у місяці щонайбільше 31 день"
_FULL_DAY = re.compile(
    r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})|(?P<d2>[0-9]{1,2})\.(?P<m2>[0-9]{1,2})\.(?P<y2>[0-9]{4})"
)
_FEBRUARY = 2
_LEAP_YEAR = 2000
_REASONS = {
    Unit.QUARTER: "такого кварталу немає: кварталів чотири",
    Unit.HALF: "такого півріччя немає: у році їх два",
    Unit.MONTH: NO_MONTH,
}
_PARTS_OF_MONTH = {
    10: "такої декади немає: декад у місяці три",
    15: "такої половини немає: у місяці їх дві",
}


def reason(piece: Piece, default_year: int | None) -> str:
    """Return why the piece is in no calendar: «такого дня немає: у червні 30 днів»; nothing when that is not plain."""
    month, first = piece.first
    if piece.unit is Unit.PART_OF_MONTH:
        return _PARTS_OF_MONTH.get(piece.last[1] - first + 1, "")
    if piece.unit is not Unit.DAY:
        return _REASONS.get(piece.unit, "")
    if not 1 <= month <= len(MONTHS_LOCATIVE):
        return NO_MONTH
    year = piece.year if piece.year is not None else default_year
    return f"такого дня немає: у {MONTHS_LOCATIVE[month - 1]} {_length(month, year and year + piece.shift)}"


def no_such_day(written: str) -> str:
    """Return why no calendar has a day, written 2026-11-31 or 31.11.2026: «у листопаді 30 днів»; else nothing."""
    found = _FULL_DAY.fullmatch(written.strip())
    if not found:
        return ""
    year, month, day = (int(found[one] or found[other]) for one, other in (("y", "y2"), ("m", "m2"), ("d", "d2")))
    if not 1 <= month <= len(MONTHS_LOCATIVE):
        return "місяців дванадцять"
    if year and 1 <= day <= monthrange(year, month)[1]:
        return ""
    return f"у {MONTHS_LOCATIVE[month - 1]} {_length(month, year)}"


def _length(month: int, year: int | None) -> str:
    """Return «30 днів»; of February «2026 року 28 днів», for its length hangs on the year."""
    days = monthrange(year or _LEAP_YEAR, month)[1]
    said = f"{days} {form(days, ('день', 'дні', 'днів'))}"
    if month != _FEBRUARY:
        return said
    return f"{year} року {said}" if year else f"щонайбільше {said}"
