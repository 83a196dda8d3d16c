"""Excel workbooks (.xlsx): every sheet as a table, values as they are shown, as a Document."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from generator.staff.importer.document import Aside, Document, Paragraph, Table, clean, collapse
from generator.staff.importer.excel_values import shown
from generator.staff.importer.limits import Budget
from generator.staff.importer.package import BROKEN, TOO_BIG, Package, refuse_hostile
from generator.staff.importer.problem import ImportProblem
from generator.staff.importer.table_builder import TableBuilder

_MOST_ELEMENTS = 300_000
_MOST_MERGED = 100_000
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*[\"']([A-Z]+\d+(?::[A-Z]+\d+)?)[\"']")


@dataclass(slots=True)
class _Sheet:
    """A worksheet with its empty rows and columns left out."""

    cells: dict[tuple[int, int], ExcelCell]
    rows: list[int]
    columns: list[int]
    merged: dict[tuple[int, int], tuple[int, int]]
    """Top left cell to the last row and column it covers."""
    covered: dict[tuple[int, int], tuple[int, int]]
    """Every place of a merged area to its top left cell."""


def read_xlsx(package: Package, name: str) -> Document:
    """Read an opened .xlsx; raise ImportProblem when it is damaged, hostile or over the limits."""
    _check_parts(package)
    try:
        package.archive.fp.seek(0)  # type: ignore[union-attr]
        workbook = load_workbook(package.archive.fp, data_only=True, keep_links=False)  # type: ignore[arg-type]
    except Exception as error:  # openpyxl raises anything on a malformed part
        raise ImportProblem(BROKEN) from error
    budget = Budget()
    asides: list[Aside] = []
    tables = [_table(sheet, budget, asides) for sheet in workbook.worksheets]
    return Document(name, tuple(table for table in tables if table.rows), tuple(asides))


def _check_parts(package: Package) -> None:
    """Look into every XML part before openpyxl does: it keeps no limits of its own."""
    area = 0
    for name in package.names:
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        data = package.read(name)
        refuse_hostile(data, _MOST_ELEMENTS)
        for reference in _MERGE.findall(data):
            left, top, right, bottom = _bounds(reference.decode("ascii"))
            area += (right - left + 1) * (bottom - top + 1)
        if area > _MOST_MERGED:
            raise ImportProblem(TOO_BIG)


def _bounds(reference: str) -> tuple[int, int, int, int]:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError as error:
        raise ImportProblem(BROKEN) from error
    return int(left or 1), int(top or 1), int(right or 1), int(bottom or 1)


def _table(worksheet: Worksheet, budget: Budget, asides: list[Aside]) -> Table:
    title = f"аркуш «{collapse(worksheet.title)}»"
    sheet = _sheet(worksheet)
    builder = TableBuilder(title)
    for row in sheet.rows:
        builder.begin_row()
        for column in sheet.columns:
            place = f"{title}, рядок {row}, стовпець {get_column_letter(column)}"
            _cell(sheet, builder, (row, column), place, budget)
            asides.extend(_comments(sheet, (row, column), place))
    return builder.build()


def _sheet(worksheet: Worksheet) -> _Sheet:
    cells = {
        place: cell
        for place, cell in worksheet._cells.items()  # noqa: SLF001 -- iter_rows() would create every cell of a sparse sheet
        if isinstance(cell, ExcelCell)
    }
    filled = {place for place, cell in cells.items() if shown(cell)}
    merged = {}
    covered = {}
    for area in worksheet.merged_cells.ranges:
        top = (area.min_row, area.min_col)
        if top not in filled:
            continue
        merged[top] = (area.max_row, area.max_col)
        for row in range(area.min_row, area.max_row + 1):
            covered.update({(row, column): top for column in range(area.min_col, area.max_col + 1)})
    rows = sorted({row for row, _ in filled})
    columns = sorted({column for _, column in filled})
    return _Sheet(cells, rows, columns, merged, covered)


def _cell(sheet: _Sheet, builder: TableBuilder, place: tuple[int, int], where: str, budget: Budget) -> None:
    row, column = place
    budget.spend_cell()
    top = sheet.covered.get(place, place)
    last_row, last_column = sheet.merged.get(top, place)
    width = _width(sheet, column, last_column)
    if top == place:
        builder.add(width, _paragraphs(sheet, place, where, budget), last_row - row + 1, where)
    elif top[0] < row and top[1] == column:
        builder.continue_above(width)


def _width(sheet: _Sheet, first: int, last: int) -> int:
    """Count the used columns from `first` to `last`."""
    return max(bisect_left(sheet.columns, last + 1) - bisect_left(sheet.columns, first), 1)


def _paragraphs(sheet: _Sheet, place: tuple[int, int], where: str, budget: Budget) -> tuple[Paragraph, ...]:
    cell = sheet.cells.get(place)
    text = clean(shown(cell)) if cell is not None else ""
    budget.spend(len(text))
    return tuple(Paragraph(line, where) for line in text.split("\n"))


def _comments(sheet: _Sheet, place: tuple[int, int], where: str) -> Iterator[Aside]:
    cell = sheet.cells.get(place)
    if cell is not None and cell.comment is not None and collapse(cell.comment.text):
        yield Aside("comment", collapse(cell.comment.text), where)
