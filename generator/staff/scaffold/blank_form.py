"""A known form as an empty Excel table, ready to be filled and brought in: the same file says what it looks like."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.xml.functions import tostring

from generator.country.forms import Form
from generator.outputs.fixed_zip import fixed_zip

SHEET = "План"
_BY_YEAR = {"by-year", "by-source-and-year"}
_PURPOSES = "by-kind-and-source"
_SOURCES = ("бюджет", "інші джерела")
_EMPTY_ROWS = 20
_WIDE, _NARROW = 28, 12
_CELL = Alignment(wrap_text=True, vertical="top")
_EDGE = Border(*(Side("thin", color="8D94A8"),) * 4)

Stack = tuple[str, ...]
"""Headings over one column, the highest first."""


def needs_years(form: Form) -> bool:
    """Return whether the form has a column for each year."""
    return form.money in _BY_YEAR


def stacks(form: Form, years: Sequence[int]) -> list[Stack]:
    """Return the headings over each column; money stands after the sources it is from, else last."""
    plain: list[Stack] = [(column.heading,) for column in form.columns]
    money = list(_money(form, years))
    roles = [column.role for column in form.columns]
    at = roles.index("sources") + 1 if "sources" in roles else len(plain)
    return [*plain[:at], *money, *plain[at:]]


def _money(form: Form, years: Sequence[int]) -> Iterator[Stack]:
    if needs_years(form):
        yield from ((form.money_heading, str(year)) for year in years)
    elif form.money == _PURPOSES:
        yield from ((form.money_heading, kind, source) for kind in ("усього", *form.kinds) for source in _SOURCES)


def blank_form(form: Form, years: Sequence[int], day: date) -> bytes:
    """Write the form as .xlsx, the same on every run of one day."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    columns = stacks(form, years)
    depth = max(map(len, columns))
    for left, stack in enumerate(columns, 1):
        for row in range(1, depth + 1):
            sheet.cell(row, left, stack[row - 1] if row <= len(stack) else None)
        if len(stack) < depth:
            sheet.merge_cells(start_row=len(stack), end_row=depth, start_column=left, end_column=left)
        sheet.column_dimensions[get_column_letter(left)].width = _WIDE if len(stack) == 1 else _NARROW
    for row, first, last in _runs(columns):
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    for index, line in enumerate(sheet.iter_rows(1, depth + _EMPTY_ROWS, 1, len(columns)), 1):
        for cell in line:
            cell.alignment, cell.border, cell.font = _CELL, _EDGE, Font(bold=index <= depth)
    sheet.freeze_panes = f"A{depth + 1}"
    sheet.print_title_rows = f"1:{depth}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return _saved(book, form, day)


def _runs(columns: Sequence[Stack]) -> Iterator[tuple[int, int, int]]:
    """Yield row, first and last column of each heading that stands over several columns."""
    for row in range(1, max(map(len, columns))):
        first = 1
        for left in range(2, len(columns) + 2):
            same = left <= len(columns) and columns[left - 1][:row] == columns[first - 1][:row]
            if same and len(columns[left - 1]) > row:
                continue
            if left - 1 > first:
                yield row, first, left - 1
            first = left


def _saved(book: Workbook, form: Form, day: date) -> bytes:
    moment = datetime.combine(day, time(), UTC)
    made = moment.replace(tzinfo=None)
    book.properties = DocumentProperties(
        title=form.name, description=form.title, language="uk-UA", creator="hromada-plans", created=made, modified=made
    )
    written = tostring(book.properties.to_tree())
    core = written.encode() if isinstance(written, str) else written
    saved = io.BytesIO()
    book.save(saved)
    return fixed_zip(saved.getvalue(), moment, lambda name, part: core if name == "docProps/core.xml" else part)
