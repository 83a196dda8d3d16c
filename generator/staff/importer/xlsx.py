"""Excel workbooks (.xlsx): every sheet as a table, values as they are shown, as a Document."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator

from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.utils import get_column_letter

from generator.staff.importer.document import (
    Aside,
    Document,
    Paragraph,
    Table,
    Unread,
    clean,
    collapse,
    dropped_letters,
    without_bullet,
)
from generator.staff.importer.excel_book import open_book
from generator.staff.importer.excel_dates import date_remark, is_whole_date, typed_as
from generator.staff.importer.excel_sheet import Sheet, see_sheet
from generator.staff.importer.excel_values import shown, struck
from generator.staff.importer.limits import Budget
from generator.staff.importer.package import Package
from generator.staff.importer.table_builder import TableBuilder

_CORRECT = "виправте її у файлі й повторіть або впишіть, що там має бути."


def read_xlsx(package: Package, name: str) -> Document:
    """Read an opened .xlsx; raise ImportProblem when it is damaged, hostile or over the limits."""
    book = open_book(package)
    budget = Budget()
    asides: list[Aside] = []
    tables = []
    for worksheet in book.sheets:
        sheet, hidden = see_sheet(worksheet, book.formulas.get(worksheet.title, set()))
        asides += hidden
        tables.append(_table(sheet, budget, asides))
    return Document(name, tuple(table for table in tables if table.rows), tuple(asides))


def _table(sheet: Sheet, budget: Budget, asides: list[Aside]) -> Table:
    builder = TableBuilder(sheet.title)
    for row in sheet.rows:
        builder.begin_row(name=str(row))
        for column in sheet.columns:
            _cell(sheet, builder, (row, column), budget, asides)
    for place, cell in sorted(sheet.cells.items()):
        if cell.comment is not None and collapse(cell.comment.text):
            asides.append(Aside("comment", collapse(cell.comment.text), sheet.place(*place)))
    return builder.build()


def _cell(sheet: Sheet, builder: TableBuilder, place: tuple[int, int], budget: Budget, asides: list[Aside]) -> None:
    row, column = place
    budget.spend_cell()
    top = sheet.covered.get(place, place)
    last_row, last_column = sheet.merged.get(top, place)
    width = _width(sheet, column, last_column)
    if top == place:
        text, unread, told = _read(sheet, place)
        asides.extend(told)
        budget.spend(len(text))
        where = sheet.place(*place)
        lines = [without_bullet(line) for line in text.split("\n")]
        asides += dropped_letters("\n".join(line for _, line in lines), where)
        paragraphs = tuple(Paragraph(clean(line), where, bullet=bullet) for bullet, line in lines)
        builder.add(width, paragraphs, last_row - row + 1, where, unread)
    elif top[0] < row and top[1] == column:
        builder.continue_above(width)


def _width(sheet: Sheet, first: int, last: int) -> int:
    """Count the used columns from `first` to `last`."""
    return max(bisect_left(sheet.columns, last + 1) - bisect_left(sheet.columns, first), 1)


def _read(sheet: Sheet, place: tuple[int, int]) -> tuple[str, Unread | None, list[Aside]]:
    """Return a cell's text, why it could not be read as it was meant, and remarks on it."""
    cell = sheet.cells.get(place)
    if cell is None:
        return "", None, []
    where, name = sheet.place(*place), f"{get_column_letter(place[1])}{place[0]}"
    if place in sheet.formulas and cell.value is None:
        remark = (
            f"У клітинці {name} формула без збереженого значення; відкрийте файл в Excel, збережіть його й повторіть."
        )
        return "", Unread.FORMULA, [Aside("formula", "", where, remark)]
    if cell.data_type == "e":
        remark = f"У клітинці {name} помилка Excel {cell.value}; {_CORRECT}"
        return "", Unread.ERROR, [Aside("error", str(cell.value), where, remark)]
    out = struck(cell)
    told = list(_struck(out, name, where))
    text = "" if out and out == shown(cell) else shown(cell)
    if isinstance(cell.value, dt.date):
        return text, Unread.DATE, [*told, *_date(cell, text, name, where)]
    return text, None, told


def _struck(text: str, name: str, where: str) -> Iterator[Aside]:
    if text:
        remark = f"У клітинці {name} це закреслено; у чернетку не взято. Якщо закреслено помилково, впишіть самі."
        yield Aside("struck", collapse(text), where, remark)


def _date(cell: ExcelCell, text: str, name: str, where: str) -> Iterator[Aside]:
    value = cell.value
    if isinstance(value, dt.date) and not is_whole_date(text):
        remark = date_remark(name, text, value, typed_as(value, str(cell.number_format)))
        yield Aside("date", text, where, remark)
