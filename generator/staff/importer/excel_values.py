"""A cell's value as Excel shows it in a Ukrainian setting: «1 250,0», «01.03.2026»."""

import datetime as dt
import re

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock

from generator.staff.importer.excel_dates import date_shown
from generator.staff.importer.raised import lowered, raised

_DECIMALS = re.compile(r"0\.(0+)")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_LONGEST_FLOAT = 15


def shown(cell: Cell) -> str:
    """Return the text of a cell; empty for an empty one and for a formula without a saved value."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ІСТИНА" if value else "ХИБНІСТЬ"
    if isinstance(value, int | float):
        return number_shown(float(value), str(cell.number_format or "General"))
    if isinstance(value, dt.datetime):
        return date_shown(value, str(cell.number_format))
    if isinstance(value, dt.date):
        return date_shown(dt.datetime.combine(value, dt.time()), str(cell.number_format))
    if isinstance(value, CellRichText):
        return "".join(_piece(part) for part in value if not is_struck(part)).strip()
    return str(value).strip()


def struck(cell: Cell) -> str:
    """Return what is struck out in a cell: the whole text or parts of it."""
    if isinstance(cell.value, CellRichText):
        return " ".join(str(part).strip() for part in cell.value if is_struck(part)).strip()
    return shown(cell) if cell.font is not None and cell.font.strike else ""


def is_struck(part: str | TextBlock) -> bool:
    """Return whether a run of a cell is struck out."""
    return isinstance(part, TextBlock) and bool(part.font.strike)


def _piece(part: str | TextBlock) -> str:
    text = str(part)
    place = part.font.vertAlign if isinstance(part, TextBlock) else None
    return raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text


def number_shown(value: float, number_format: str) -> str:
    """Print a number in an Excel number format; thousands are parted by a space, decimals by a comma."""
    value = float(value)
    sections = number_format.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    literals = ["".join(match.groups(default="")) for match in _LITERAL.finditer(section)]
    bare = _LITERAL.sub("", section)
    if bare.strip() in {"General", "@", ""}:
        return _general(value)
    value, sign = (value * 100, "%") if "%" in bare else (value, "")
    decimals = _DECIMALS.search(bare)
    digits = f"{value:,.{len(decimals[1]) if decimals else 0}f}"
    digits = digits.replace(",", " " if ",0" in bare or ",#" in bare else "").replace(".", ",")
    words = " ".join(literal.strip() for literal in literals if literal.strip(" -()"))
    return f"{digits}{sign} {words}".strip()


def _general(value: float) -> str:
    if value.is_integer() and abs(value) < 10**_LONGEST_FLOAT:
        return str(int(value))
    return f"{value:.{_LONGEST_FLOAT}g}".replace(".", ",")
