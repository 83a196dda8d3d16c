"""A cell's value as Excel shows it in a Ukrainian setting: «1 250,0», «01.03.2026»."""

import datetime as dt

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock

from generator.staff.importer.excel_dates import date_shown
from generator.staff.importer.excel_numbers import number_shown
from generator.staff.importer.raised import lowered, raised

_HOUR = dt.timedelta(hours=1)
_MINUTE = dt.timedelta(minutes=1)
_ANY_DAY = dt.date(1900, 1, 1)


def shown(cell: Cell) -> str:
    """Return the text of a cell; empty for an empty one and for a formula without a saved value."""
    value = cell.value
    if isinstance(value, bool):
        return "ІСТИНА" if value else "ХИБНІСТЬ"
    if isinstance(value, int | float):
        return number_shown(float(value), str(cell.number_format or "General"))
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return _moment_shown(value, str(cell.number_format))
    if isinstance(value, CellRichText):
        return "".join(_piece(part) for part in value if not is_struck(part)).strip()
    return "" if value is None else str(value).strip()


def struck(cell: Cell) -> str:
    """Return what is struck out in a cell: the whole text or parts of it."""
    if isinstance(cell.value, CellRichText):
        return " ".join(str(part).strip() for part in cell.value if is_struck(part)).strip()
    return shown(cell) if cell.font is not None and cell.font.strike else ""


def is_struck(part: str | TextBlock) -> bool:
    """Return whether a run of a cell is struck out."""
    return isinstance(part, TextBlock) and bool(part.font.strike)


def _moment_shown(value: dt.date | dt.time | dt.timedelta, number_format: str) -> str:
    if isinstance(value, dt.timedelta):
        return f"{value // _HOUR}:{value % _HOUR // _MINUTE:02d}"
    if isinstance(value, dt.date):
        return date_shown(
            value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time()), number_format
        )
    has_hours = "h" in number_format.lower()
    return date_shown(dt.datetime.combine(_ANY_DAY, value), number_format) if has_hours else f"{value:%H:%M}"


def _piece(part: str | TextBlock) -> str:
    text = str(part)
    place = part.font.vertAlign if isinstance(part, TextBlock) else None
    return raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text
