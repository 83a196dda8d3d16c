"""What a cell of an OpenDocument sheet holds beside what it shows: a date under «02.бер», a number under nothing."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree as ET

from generator.staff.importer.document import Aside, collapse
from generator.staff.importer.excel_dates import date_remark, is_whole_date
from generator.staff.importer.package import attribute, local

_ENGLISH = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?|-?\d+\.\d+")
_NUMBERS = frozenset({"float", "currency", "percentage"})


def as_shown_here(cell: ET.Element, printed: str) -> str:
    """Return a number as a Ukrainian sheet shows it: LibreOffice of another language keeps «1,235.5» for «1 235,5»."""
    if attribute(cell, "value-type") not in _NUMBERS or not _ENGLISH.fullmatch(printed):
        return printed
    stands_for = Decimal(printed.replace(",", ""))
    value = _value(cell)
    comma_is_decimal = "." not in printed and value is not None and value == Decimal(printed.replace(",", "."))
    return printed if comma_is_decimal else f"{stands_for:,}".replace(",", " ").replace(".", ",")


def unseen_number(cell: ET.Element) -> str:
    """Return a number that the format of its cell does not show; nothing where there is none, or it is zero."""
    value = _value(cell)
    return f"{value.normalize():f}".replace(".", ",") if value else ""


def comment(cell: ET.Element) -> str:
    """Return the words of a note at the margin, without its day and author."""
    notes = (note for note in cell if local(note) == "annotation")
    return collapse(" ".join(" ".join(part.itertext()) for note in notes for part in note if local(part) == "p"))


def dates(cell: ET.Element, printed: str, name: str, where: str) -> Iterator[Aside]:
    """Tell of a date that is not shown as a whole one: a number may have been typed there."""
    if attribute(cell, "value-type") != "date" or not printed or is_whole_date(printed):
        return
    try:
        value = dt.datetime.fromisoformat((attribute(cell, "date-value") or "")[:19]).date()
    except ValueError:
        return
    typed = f"{value.day}.{value.month}" if re.match(rf"0?{value.day}\b", printed) else ""
    yield Aside("date", printed, where, date_remark(name, printed, value, typed))


def _value(cell: ET.Element) -> Decimal | None:
    try:
        return Decimal(attribute(cell, "value") or "")
    except InvalidOperation:
        return None
