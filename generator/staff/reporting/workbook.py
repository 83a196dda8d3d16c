"""A filled form on disk to its rows: found by headings, whatever was sorted, moved, inserted or renamed."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from generator.staff.importer.package import BROKEN, TOO_BIG, Package, refuse_hostile
from generator.staff.importer.problem import ImportProblem
from generator.staff.reporting.cells import CellProblem, CellValue, as_text, read_day, read_text
from generator.staff.reporting.columns import FILLED_IN, OPTIONAL, Field, field_of, heading_of
from generator.staff.reporting.excel_form import RESPONSIBLE
from generator.staff.reporting.indicator_cells import asks_only

_MOST_ELEMENTS = 600_000
_MOST_ROWS = 1_200_000
"""Rows of all sheets together, empty ones included: one sheet of Excel has at most 1 048 576."""
_MOST_FILLED_ROWS = 5_000
_MOST_COLUMNS = 60
_MOST_HEADING_ROWS = 100
_MERGED = re.compile(r'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_AS_OF = re.compile(r".*\bстаном на\s+", re.DOTALL | re.IGNORECASE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"

NO_FORM = (
    "У файлі немає форми звіту: не знайдено стовпця «Код заходу». Він прихований і зникає, якщо перенести лише видимі "
    "стовпці. Зробіть форму наново (plans report) і заповніть її."
)
OLD_FORMAT = (
    "Це файл старого формату (.xls) або захищений паролем. Відкрийте його в Excel чи LibreOffice, зніміть пароль, "
    "збережіть як «Книга Excel (.xlsx)» і повторіть."
)
NOT_EXCEL = "Це не книга Excel (.xlsx). На сайт читаємо лише форму Excel; форму Word перенесіть у неї."

ODS = (
    "Це таблиця OpenDocument (.ods). Відкрийте її в LibreOffice, виберіть «Файл → Зберегти як», тип «Книга Excel "
    "(.xlsx)», і подайте збережений файл."
)

Grid = Sequence[tuple[int, Sequence[CellValue], Sequence[str]]]
"""Row number, values of its cells, and what is wrong with each of them («» when nothing is)."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row of the table: its number in the sheet, its values, and cells that Excel itself couldn't work out."""

    sheet: str
    number: int
    values: Mapping[Field, CellValue]
    faults: Mapping[Field, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        return as_text(self.values.get(Field.CODE))

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the columns a person fills in; a lone dash is nothing."""
        return (
            not self.faults
            and all(read_text(self.values.get(item)) is None for item in FILLED_IN)
            and asks_only(self.values.get(Field.VALUES))
        )

    def place(self, column: Field, heading: str = "") -> str:
        """Name a cell for people: «аркуш «Звіт», рядок 12, стовпець «Статус виконання»»."""
        return f"аркуш «{self.sheet}», рядок {self.number}, стовпець «{heading or heading_of(column)}»"


@dataclass(frozen=True, slots=True)
class Merged:
    """A column's cells of some rows that were made one cell."""

    column: Field
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet with a form: its day and sender as far as the sheet still says, its rows."""

    name: str
    as_of: date | None
    responsible: str
    rows: tuple[FilledRow, ...]
    missing: tuple[Field, ...] = ()
    """Columns a person fills in that are no longer there."""
    merged: tuple["Merged", ...] = ()
    """Cells of several rows that were made one: what they say stands beside the first row only."""


def read_workbook(path: Path) -> tuple[FilledSheet, ...]:
    """Read every sheet that holds a form; ImportProblem with words for people when the file is not fit to be read."""
    _refuse_other_formats(path)
    with Package.open(path) as package:
        if not any(name.startswith("xl/") for name in package.names):
            raise ImportProblem(ODS if "content.xml" in package.names else NOT_EXCEL)
        for name in package.names:
            if name.endswith((".xml", ".rels", ".vml")):
                refuse_hostile(package.read(name), _MOST_ELEMENTS)
    try:
        with warnings.catch_warnings(action="ignore"):  # of what openpyxl does not keep, and does not have to
            sheets = tuple(sheet for name, grid, joined in _grids(path) if (sheet := _sheet(name, grid, joined)))
    except ImportProblem:
        raise
    except Exception as error:  # openpyxl raises anything on a malformed part
        raise ImportProblem(BROKEN) from error
    if not sheets:
        raise ImportProblem(NO_FORM)
    return sheets


def _refuse_other_formats(path: Path) -> None:
    try:
        with path.open("rb") as file:
            opening = file.read(len(_OLD_OFFICE))
    except OSError as error:
        raise ImportProblem(f"Файл {path.name} не вдалося прочитати.") from error
    if opening == _OLD_OFFICE:
        raise ImportProblem(OLD_FORMAT)
    if path.suffix.lower() == ".csv" or not opening.startswith(b"PK"):
        raise ImportProblem(NOT_EXCEL if opening else BROKEN)


def _grids(path: Path) -> Iterator[tuple[str, Grid, Sequence[str]]]:
    """Return the cells of each sheet that are not empty rows; formulas by the values that Excel saved with them."""
    left, room = _MOST_ROWS, _MOST_FILLED_ROWS
    values, formulas = _open(path, values=True), _open(path, values=False)
    try:
        for name in values.sheetnames:
            grid: list[tuple[int, Sequence[CellValue], Sequence[str]]] = []
            nothing: Sequence[Any] | None = None
            rows = zip(_rows(values, name), _rows(formulas, name), strict=True)
            for number, (row, as_written) in enumerate(rows, 1):
                left -= 1
                if left < 0:
                    raise ImportProblem(TOO_BIG)
                if as_written is nothing:
                    continue  # openpyxl stands one and the same row in for all that a sheet leaves out
                if all(cell.value is None for cell in as_written):
                    nothing = as_written
                    continue
                room -= 1
                if room < 0:
                    raise ImportProblem(TOO_BIG)
                grid.append((number, [cell.value for cell in row], list(map(_fault, row, as_written))))
            yield name, grid, _merged_areas(values, name)
    finally:
        values.close()
        formulas.close()


def _open(path: Path, *, values: bool) -> Workbook:
    return load_workbook(path, read_only=True, data_only=values, keep_links=False)


def _rows(book: Workbook, name: str) -> Iterator[Sequence[Any]]:
    sheet = book[name]
    if not isinstance(sheet, ReadOnlyWorksheet):
        return iter(())  # a sheet that is a chart
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    return iter(sheet.iter_rows(max_col=_MOST_COLUMNS))


def _merged_areas(book: Workbook, name: str) -> list[str]:
    """Return the areas of a sheet that were made one cell («I6:I7»); openpyxl leaves them out when it only reads."""
    sheet = book[name]
    if not isinstance(sheet, ReadOnlyWorksheet):
        return []
    with sheet._get_source() as source:  # type: ignore[attr-defined]  # noqa: SLF001 - its own XML, judged before
        return _MERGED.findall(source.read().decode("utf-8", "replace"))[:_MOST_FILLED_ROWS]


def _fault(cell: Any, as_written: Any) -> str:
    if cell.data_type == "e":
        return f"Excel показує помилку «{cell.value}»; впишіть саме значення"
    if cell.value is None and as_written.value is not None:
        return "тут формула без порахованого значення; відкрийте файл в Excel, збережіть і повторіть"
    return ""


def _sheet(name: str, grid: Grid, joined: Iterable[str]) -> FilledSheet | None:
    """Find the row of headings; None when the sheet holds no form."""
    for index, (_, values, _) in enumerate(grid[:_MOST_HEADING_ROWS]):
        columns = _columns(values)
        if Field.CODE in columns:
            rows = tuple(_row(name, line, columns) for line in grid[index + 1 :])
            missing = tuple(item for item in FILLED_IN if item not in columns)
            return FilledSheet(
                name,
                _as_of(grid[:index], columns),
                _responsible(grid[:index]),
                rows,
                missing,
                tuple(_merged(joined, columns, rows)),
            )
    return None


def _merged(joined: Iterable[str], columns: Mapping[Field, int], rows: Sequence[FilledRow]) -> Iterator[Merged]:
    """Return the areas that join what people fill in beside several measures, where something stands in them."""
    filled = {row.number: row for row in rows if row.code}
    for area in joined:
        left, first, right, last = map(int, filter(None, range_boundaries(area)))
        beside = [number for number in filled if first <= number <= last]
        for column in FILLED_IN:
            if left <= columns.get(column, -1) + 1 <= right and len(beside) > 1:
                said = first in filled and read_text(filled[first].values.get(column)) is not None
                yield from [Merged(column, first, last)] if said else []


def _columns(values: Sequence[CellValue]) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for index, value in enumerate(values):
        column = field_of(value) if isinstance(value, str) else None
        if column is not None:
            found.setdefault(column, index)
    return found


def _row(sheet: str, line: tuple[int, Sequence[CellValue], Sequence[str]], columns: Mapping[Field, int]) -> FilledRow:
    number, values, faults = line
    return FilledRow(
        sheet, number,
        {item: values[index] for item, index in columns.items()},
        {item: faults[index] for item, index in columns.items() if faults[index] and item in (*FILLED_IN, *OPTIONAL)},
    )  # fmt: skip


def _as_of(head: Grid, columns: Mapping[Field, int]) -> date | None:
    """Find the form's day: in the hidden cell above the codes, else in the title."""
    texts = [as_text(values[columns[Field.CODE]]) for _, values, _ in reversed(head)]
    titles = [as_text(value) for _, values, _ in head for value in values]
    texts += [_AS_OF.sub("", title) for title in titles if _AS_OF.match(title)]
    for text in texts:
        try:
            day = read_day(text)
        except CellProblem:
            continue
        if day:
            return day
    return None


def _responsible(head: Grid) -> str:
    """Find who the form says is responsible; nothing when the line is gone or left blank."""
    for _, values, _ in head:
        for value in values:
            text = as_text(value)
            if text.startswith(RESPONSIBLE):
                return " ".join(text.removeprefix(RESPONSIBLE).replace("_", " ").split())
    return ""
