"""A worksheet as its reader sees it: empty rows and columns left out, hidden ones apart, merged cells resolved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from generator.staff.importer.document import UNSEEN_NUMBER, Aside, collapse
from generator.staff.importer.excel_values import shown


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows and columns of a sheet that are not shown."""

    rows: set[int]
    columns: set[int]

    def has(self, place: tuple[int, int]) -> bool:
        """Return whether a cell is not shown."""
        return place[0] in self.rows or place[1] in self.columns


@dataclass(slots=True)
class Sheet:
    """A worksheet with only what is shown."""

    title: str
    """«аркуш «План»»."""
    cells: dict[tuple[int, int], ExcelCell]
    formulas: set[tuple[int, int]]
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Top left cell to the last row and column it covers."""
    covered: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Every place of a merged area to its top left cell."""

    def place(self, row: int, column: int) -> str:
        """Name a cell's place with the row number and column letter that Excel shows."""
        return f"{self.title}, рядок {row}, стовпець {get_column_letter(column)}"


def see_sheet(worksheet: Worksheet, formulas: set[tuple[int, int]]) -> tuple[Sheet, list[Aside]]:
    """Return what a sheet shows, and as asides what stands in its hidden rows and columns."""
    cells = {
        place: cell
        for place, cell in worksheet._cells.items()  # noqa: SLF001 -- iter_rows() would create every cell of a sparse sheet
        if isinstance(cell, ExcelCell)
    }
    sheet = Sheet(f"аркуш «{collapse(worksheet.title)}»", cells, formulas)
    filled = {place for place, cell in cells.items() if shown(cell) or place in formulas}
    is_hidden = worksheet.sheet_state != "visible"
    hidden = Hidden(
        {row for row, _ in filled} if is_hidden else _hidden_rows(worksheet, filled),
        _hidden_columns(worksheet, filled),
    )
    for area in worksheet.merged_cells.ranges:
        if (area.min_row, area.min_col) in filled:
            _merge(sheet, area, hidden, filled)
    visible = {place for place in filled if not hidden.has(place)}
    blank = [place for place, cell in cells.items() if _is_blank(cell) and not hidden.has(place)]
    sheet.rows = sorted({row for row, _ in visible})
    sheet.columns = sorted({column for _, column in visible})
    return sheet, [*_asides(sheet, filled - visible, hidden.rows, whole=is_hidden), *_blanks(sheet, sorted(blank))]


def _is_blank(cell: ExcelCell) -> bool:
    """Return whether a cell holds a number that its format does not show; a zero is left out on purpose."""
    return isinstance(cell.value, int | float) and bool(cell.value) and not shown(cell)


def _blanks(sheet: Sheet, places: list[tuple[int, int]]) -> Iterator[Aside]:
    for row, column in places:
        name = f"{get_column_letter(column)}{row}"
        remark = UNSEEN_NUMBER.format(name)
        yield Aside("hidden", str(sheet.cells[row, column].value).replace(".", ","), sheet.place(row, column), remark)


def _merge(sheet: Sheet, area: CellRange, hidden: Hidden, filled: set[tuple[int, int]]) -> None:
    """Enter a merged area; Excel shows its value in what is left to see of it."""
    corner = (area.min_row, area.min_col)
    rows = [row for row in range(area.min_row, area.max_row + 1) if row not in hidden.rows]
    columns = [column for column in range(area.min_col, area.max_col + 1) if column not in hidden.columns]
    if not rows or not columns:
        return
    top = (rows[0], columns[0])
    if top != corner:
        sheet.cells[top] = sheet.cells.pop(corner)
        filled.discard(corner)
        filled.add(top)
        if corner in sheet.formulas:
            sheet.formulas.add(top)
    sheet.merged[top] = (area.max_row, area.max_col)
    sheet.covered.update({(row, column): top for row in rows for column in columns})


def _hidden_rows(worksheet: Worksheet, filled: set[tuple[int, int]]) -> set[int]:
    """Find rows that are hidden: by hand, by a group, by a filter."""
    dimensions = worksheet.row_dimensions
    unseen = bool(worksheet.sheet_format.zeroHeight)
    return {
        row
        for row in {row for row, _ in filled}
        if (row in dimensions and dimensions[row].hidden) or (unseen and row not in dimensions)
    }


def _hidden_columns(worksheet: Worksheet, filled: set[tuple[int, int]]) -> set[int]:
    used = {column for _, column in filled}
    spans = [
        (int(dimension.min or 0), int(dimension.max or 0))
        for dimension in worksheet.column_dimensions.values()
        if dimension.hidden
    ]
    return {column for column in used if any(first <= column <= last for first, last in spans)}


def _asides(sheet: Sheet, unseen: set[tuple[int, int]], hidden_rows: set[int], *, whole: bool) -> Iterator[Aside]:
    """Tell of hidden rows one by one and of hidden columns each as a whole."""
    in_rows = sorted(place for place in unseen if place[0] in hidden_rows)
    for row, places in groupby(in_rows, key=lambda place: place[0]):
        text = _words(sheet, list(places))
        what = f"Аркуш {sheet.title.removeprefix('аркуш ')} приховано" if whole else f"Рядок {row} приховано"
        yield Aside("hidden", text, f"{sheet.title}, рядок {row}", f"{what}; у чернетку його не взято. {_SHOW}")
    in_columns = sorted((column, row) for row, column in unseen if row not in hidden_rows)
    for column, pairs in groupby(in_columns, key=lambda pair: pair[0]):
        letter = get_column_letter(column)
        text = _words(sheet, [(row, column) for _, row in pairs])
        yield Aside(
            "hidden",
            text,
            f"{sheet.title}, стовпець {letter}",
            f"Стовпець {letter} приховано; у чернетку його не взято. {_SHOW}",
        )


_SHOW = "Якщо це частина плану, покажіть його в Excel, збережіть файл і повторіть."


def _words(sheet: Sheet, places: list[tuple[int, int]]) -> str:
    return " | ".join(filter(None, (collapse(shown(sheet.cells[place])) for place in places)))
