"""OpenDocument spreadsheets (.ods): every sheet as a table, values as they are shown, as a Document (ODF 1.3, 9)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from openpyxl.utils import get_column_letter

from generator.staff.importer.document import (
    UNSEEN_NUMBER,
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
from generator.staff.importer.limits import Budget
from generator.staff.importer.ods_values import as_shown_here, comment, dates, unseen_number
from generator.staff.importer.odt_text import SpanStyles, read_inline, read_span_styles
from generator.staff.importer.package import ENCRYPTED, Package, attribute, child, local, whole_number
from generator.staff.importer.problem import ImportProblem
from generator.staff.importer.table_builder import TableBuilder

_ROW_GROUPS = {"table-header-rows", "table-rows", "table-row-group"}
_COLUMN_GROUPS = {"table-header-columns", "table-columns", "table-column-group"}
_MOST_COLUMNS = 16_384
_MOST_SPAN = 1_000
_UNSEEN = {"collapse", "filter"}
_SHOW = "Якщо це частина плану, покажіть його, збережіть файл і повторіть."


@dataclass(slots=True)
class _Cell:
    paragraphs: list[tuple[bool, str]]
    span: int
    rows: int
    unread: Unread | None


@dataclass(slots=True)
class _Sheet:
    title: str
    cells: dict[tuple[int, int], _Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    asides: list[Aside] = field(default_factory=list)

    def place(self, row: int, column: int) -> str:
        return f"{self.title}, рядок {row}, стовпець {get_column_letter(column)}"


def read_ods(package: Package, name: str) -> Document:
    """Read an opened .ods; raise ImportProblem when it is encrypted, empty or over the limits."""
    manifest = package.xml_or_none("META-INF/manifest.xml")
    if manifest is not None and any(local(part) == "encryption-data" for part in manifest.iter()):
        raise ImportProblem(ENCRYPTED)
    content = package.xml("content.xml")
    book = child(content, "body", "spreadsheet")
    if book is None:
        raise ImportProblem("У файлі OpenDocument немає таблиць: можливо, це інший вид файлу.")
    unseen = _hidden_styles(content)
    styles = read_span_styles(package.xml_or_none("styles.xml"), content)
    budget = Budget()
    sheets = [_sheet(part, styles, unseen, budget) for part in book if local(part) == "table"]
    tables = [_table(sheet) for sheet in sheets]
    return Document(name, tuple(table for table in tables if table.rows), tuple(_asides(sheets)))


def _asides(sheets: list[_Sheet]) -> Iterator[Aside]:
    for sheet in sheets:
        yield from sheet.asides
        for row in sorted({row for row, _ in sheet.cells if row in sheet.hidden_rows}):
            text = _words(cell for (at, _), cell in sorted(sheet.cells.items()) if at == row)
            remark = f"Рядок {row} приховано; у чернетку його не взято. {_SHOW}"
            yield Aside("hidden", text, f"{sheet.title}, рядок {row}", remark)
        for column in sorted({column for _, column in sheet.cells if column in sheet.hidden_columns}):
            cells = ((at, cell) for at, cell in sorted(sheet.cells.items()) if at[1] == column)
            text = _words(cell for (row, _), cell in cells if row not in sheet.hidden_rows)
            letter = get_column_letter(column)
            remark = f"Стовпець {letter} приховано; у чернетку його не взято. {_SHOW}"
            yield Aside("hidden", text, f"{sheet.title}, стовпець {letter}", remark)


def _words(cells: Iterator[_Cell]) -> str:
    texts = (collapse(" ".join(text for _, text in cell.paragraphs)) for cell in cells)
    return " | ".join(filter(None, texts))


def _hidden_styles(content: ET.Element) -> set[str]:
    """Find the styles of sheets that are not displayed."""
    return {
        attribute(style, "name") or ""
        for style in content.iter()
        if local(style) == "style" and attribute(child(style, "table-properties"), "display") == "false"
    }


def _sheet(element: ET.Element, styles: SpanStyles, unseen: set[str], budget: Budget) -> _Sheet:
    sheet = _Sheet(f"аркуш «{collapse(attribute(element, 'name') or '')}»")
    column = 1
    for part in _parts(element, "table-column", _COLUMN_GROUPS):
        times = max(whole_number(attribute(part, "number-columns-repeated"), 1, _MOST_COLUMNS), 1)
        if attribute(part, "visibility") in _UNSEEN:
            sheet.hidden_columns.update(range(column, min(column + times, _MOST_COLUMNS)))
        column += times
    number = 1
    for part in _parts(element, "table-row", _ROW_GROUPS):
        times = max(whole_number(attribute(part, "number-rows-repeated"), 1, 2_000_000), 1)
        filled = any((text.text or "").strip() for text in part.iter())
        for row in range(number, number + (times if filled else 1)):
            _row(sheet, part, row, styles, budget)
            if attribute(part, "visibility") in _UNSEEN:
                sheet.hidden_rows.add(row)
        number += times
    if (attribute(element, "style-name") or "") in unseen:
        sheet.hidden_rows = {row for row, _ in sheet.cells}
    return sheet


def _parts(element: ET.Element, name: str, groups: set[str]) -> Iterator[ET.Element]:
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in groups:
            yield from _parts(part, name, groups)


def _row(sheet: _Sheet, element: ET.Element, row: int, styles: SpanStyles, budget: Budget) -> None:
    column = 1
    for part in element:
        if local(part) not in {"table-cell", "covered-table-cell"}:
            continue
        times = max(whole_number(attribute(part, "number-columns-repeated"), 1, _MOST_COLUMNS), 1)
        filled = any((text.text or "").strip() for text in part.iter())
        if not filled and (number := unseen_number(part)):
            name = f"{get_column_letter(column)}{row}"
            sheet.asides.append(Aside("hidden", number, sheet.place(row, column), UNSEEN_NUMBER.format(name)))
        for at in range(column, column + times) if filled and local(part) == "table-cell" else ():
            budget.spend_cell()
            sheet.cells[row, at] = _cell(sheet, part, sheet.place(row, at), f"{get_column_letter(at)}{row}", styles)
            budget.spend(sum(len(text) for _, text in sheet.cells[row, at].paragraphs))
        column += times


def _cell(sheet: _Sheet, part: ET.Element, where: str, name: str, styles: SpanStyles) -> _Cell:
    inlines = [read_inline(paragraph, styles) for paragraph in part if local(paragraph) == "p"]
    for kind in ("hidden", "struck"):
        text = collapse(" ".join("".join(getattr(inline, kind)) for inline in inlines))
        if text:
            sheet.asides.append(Aside(kind, text, where))
    if text := comment(part):
        sheet.asides.append(Aside("comment", text, where))
    paragraphs = [without_bullet(as_shown_here(part, "".join(inline.pieces))) for inline in inlines]
    printed = collapse(" ".join(text for _, text in paragraphs))
    is_error = any(key.endswith("}value-type") and value == "error" for key, value in part.attrib.items())
    if is_error or printed.startswith(("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "Err:")):
        remark = f"У клітинці {name} помилка {printed}; виправте її у файлі й повторіть або впишіть, що там має бути."
        sheet.asides.append(Aside("error", printed, where, remark))
        return _Cell([], 1, 1, Unread.ERROR)
    sheet.asides += [*dropped_letters(printed, where), *dates(part, printed, name, where)]
    return _Cell(
        paragraphs,
        max(whole_number(attribute(part, "number-columns-spanned"), 1, _MOST_SPAN), 1),
        max(whole_number(attribute(part, "number-rows-spanned"), 1, _MOST_SPAN), 1),
        Unread.DATE if attribute(part, "value-type") == "date" else None,
    )


def _table(sheet: _Sheet) -> Table:
    """Lay out what is seen of a sheet; empty rows and columns are left out."""
    rows = sorted({row for row, _ in sheet.cells if row not in sheet.hidden_rows})
    columns = sorted({column for _, column in sheet.cells if column not in sheet.hidden_columns})
    builder = TableBuilder(sheet.title)
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    for row in rows:
        builder.begin_row(name=str(row))
        for column in columns:
            place = row, column
            cell = sheet.cells.get(place)
            if place in covered:
                top = covered[place]
                if top[0] < row and top[1] == column:
                    builder.continue_above(_width(sheet.cells[top], columns, column))
                continue
            where = sheet.place(row, column)
            paragraphs = cell.paragraphs if cell else [(False, "")]
            content = tuple(Paragraph(clean(text), where, bullet=bullet) for bullet, text in paragraphs)
            width = _width(cell, columns, column) if cell else 1
            builder.add(width, content, cell.rows if cell else 1, where, cell.unread if cell else None)
            if cell:
                area = ((r, c) for r in range(row, row + cell.rows) for c in range(column, column + cell.span))
                covered.update(dict.fromkeys(area, place))
    return builder.build()


def _width(cell: _Cell, columns: list[int], column: int) -> int:
    """Count the columns that are seen of those a cell spans."""
    return max(sum(1 for one in columns if column <= one < column + cell.span), 1)
