"""What a person does with a form in Excel, done with openpyxl: fill, sort, insert, copy, save."""

import io
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = {
    "code": "Код заходу",
    "mark": "Позначка попереднього звіту",
    "measure": "Перелік завдань та заходів",
    "started": "Дата початку виконання",
    "planned-date": "Планова дата виконання",
    "status": "Статус виконання",
    "completed": "Фактична дата виконання",
    "spent": "Фактичний обсяг фінансування, тис. грн.",
    "comment": "Коментарі про виконання",
    "evidence": "Підтвердження",
    "into": "З яким заходом об’єднано",
}


class ExcelUser:
    """An open form; rows are named by the measure's id."""

    def __init__(self, form: bytes | Path) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(form) if isinstance(form, bytes) else form)
        self.sheet: Worksheet = self.book["Звіт"]
        self.header = next(row[0].row for row in self.sheet.iter_rows() if any(c.value == "Код заходу" for c in row))
        self.columns = {cell.value: cell.column for cell in self.sheet[self.header] if cell.value}

    def column(self, name: str) -> int:
        return self.columns[HEADINGS[name]]

    def line(self, measure: str) -> int:
        for line in range(self.header + 1, self.sheet.max_row + 1):
            if str(self.sheet.cell(line, self.column("code")).value).endswith(f"#{measure}"):
                return line
        raise KeyError(measure)

    def fill(self, measure: str, /, **values: Any) -> int:
        line = self.line(measure)
        self.fill_line(line, **values)
        return line

    def fill_line(self, line: int, **values: Any) -> None:
        for name, value in values.items():
            self.sheet.cell(line, self.column(name)).value = value

    def codes(self) -> list[str]:
        cells = (self.sheet.cell(line, self.column("code")) for line in range(self.header + 1, self.sheet.max_row + 1))
        return [str(cell.value) for cell in cells if cell.value]

    def sort(self, name: str, *, reverse: bool = False) -> None:
        """Sort the table as Excel does: whole rows, hidden columns too, empty cells last."""
        width = max(self.columns.values())
        lines = range(self.header + 1, self.header + 1 + len(self.codes()))
        rows = [[(cell.value, copy(cell._style)) for cell in self.sheet[line][:width]] for line in lines]
        index = self.column(name) - 1
        full = sorted((row for row in rows if row[index][0]), key=lambda row: str(row[index][0]), reverse=reverse)
        for line, row in zip(lines, full + [row for row in rows if not row[index][0]], strict=True):
            for place, (value, style) in enumerate(row, 1):
                cell = self.sheet.cell(line, place)
                cell.value, cell._style = value, style

    def insert_line(self, before: str) -> int:
        line = self.line(before)
        self.sheet.insert_rows(line)
        return line

    def copy_line(self, measure: str) -> int:
        """Copy a row whole and paste it under the last one."""
        source, target = self.line(measure), self.sheet.max_row + 1
        for cell in list(self.sheet[source]):
            self.sheet.cell(target, cell.column).value = cell.value
        return target

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path
