"""A worksheet as its reader sees it: empty rows and columns left out, hidden ones apart, merged cells resolved."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.staff.importer.document import Aside, collapse
from generator.staff.importer.excel_values import shown

_LAST_ROW = 1_048_576


@dataclass(slots=True)
class Sheet:
    """A worksheet with only what is shown."""

    title: str
    """«аркуш «План»»."""
    cells: dict[tuple[int, int], ExcelCell]
    rows: list[int]
    columns: list[int]
    merged: dict[tuple[int, int], tuple[int, int]]
    """Top left cell to the last row and column it covers."""
    covered: dict[tuple[int, int], tuple[int, int]]
    """Every place of a merged area to its top left cell."""
    formulas: set[tuple[int, int]]

    def place(self, row: int, column: int) -> str:
        """Name a cell's place with the row number and column letter that Excel shows."""
        return f"{self.title}, рядок {row}, стовпець {get_column_letter(column)}"

    def source(self, place: tuple[int, int]) -> ExcelCell | None:
        """Return the cell whose value stands at a place; of a merged area that of its top left corner."""
        return self.cells.get(place)


def see_sheet(worksheet: Worksheet, formulas: set[tuple[int, int]]) -> tuple[Sheet, list[Aside]]:
    """Return what a sheet shows, and as asides what stands in its hidden rows and columns."""
    cells = {
        place: cell
        for place, cell in worksheet._cells.items()  # noqa: SLF001 -- iter_rows() would create every cell of a sparse sheet
        if isinstance(cell, ExcelCell)
    }
    filled = {place for place, cell in cells.items() if shown(cell) or place in formulas}
    hidden_rows, hidden_columns = _hidden_rows(worksheet, filled), _hidden_columns(worksheet, filled)
    title = f"аркуш «{collapse(worksheet.title)}»"
    if worksheet.sheet_state != "visible":
        hidden_rows = {row for row, _ in filled}
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    seen = set(filled)
    for area in worksheet.merged_cells.ranges:
        corner = (area.min_row, area.min_col)
        if corner not in filled:
            continue
        rows = [row for row in range(area.min_row, area.max_row + 1) if row not in hidden_rows]
        columns = [column for column in range(area.min_col, area.max_col + 1) if column not in hidden_columns]
        if not rows or not columns:
            continue
        top = (rows[0], columns[0])  # Excel shows the value in what is left to see of the area
        cells[top] = cells[corner]
        seen.add(top)
        if corner in formulas:
            formulas.add(top)
        merged[top] = (area.max_row, area.max_col)
        covered.update({(row, column): top for row in rows for column in columns})
        if top != corner:
            seen.discard(corner)
    visible = {(row, column) for row, column in seen if row not in hidden_rows and column not in hidden_columns}
    sheet = Sheet(
        title,
        cells,
        sorted({row for row, _ in visible}),
        sorted({column for _, column in visible}),
        merged,
        covered,
        formulas,
    )
    return sheet, list(_asides(sheet, seen - visible, hidden_rows, whole=worksheet.sheet_state != "visible"))


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
