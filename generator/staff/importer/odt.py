"""OpenDocument text (.odt): body, tables, automatic numbers and notes, as a Document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.staff.importer.document import (
    Aside,
    Block,
    Document,
    Paragraph,
    Table,
    clean,
    collapse,
    dropped_letters,
    without_bullet,
)
from generator.staff.importer.limits import Budget
from generator.staff.importer.odt_numbering import BULLET, OdtNumbering, read_odt_numbering
from generator.staff.importer.odt_text import DROPPED, SpanStyles, read_inline, read_span_styles
from generator.staff.importer.package import ENCRYPTED, Package, attribute, child, local, whole_number
from generator.staff.importer.problem import ImportProblem
from generator.staff.importer.table_builder import TableBuilder

_GROUPS = {"section", "index-body", "table-of-content", "frame", "text-box", "page", "g", "custom-shape", "text"}
_ROW_GROUPS = {"table-header-rows", "table-rows", "table-row-group"}
_MOST_SPAN = 200
_MOST_ROWS = 1_000
_MOST_REPEATED = 100


@dataclass(slots=True)
class _Reader:
    numbering: OdtNumbering
    styles: SpanStyles
    budget: Budget = field(default_factory=Budget)
    asides: list[Aside] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0


def read_odt(package: Package, name: str) -> Document:
    """Read an opened .odt; raise ImportProblem when it is encrypted, empty or over the limits."""
    manifest = package.xml_or_none("META-INF/manifest.xml")
    if manifest is not None and any(local(part) == "encryption-data" for part in manifest.iter()):
        raise ImportProblem(ENCRYPTED)
    content = package.xml("content.xml")
    body = child(content, "body", "text")
    if body is None:
        raise ImportProblem("У файлі OpenDocument немає тексту документа: можливо, це інший вид файлу.")
    styles = package.xml_or_none("styles.xml")
    reader = _Reader(read_odt_numbering(content, styles), read_span_styles(styles, content))
    blocks = tuple(_blocks(reader, body, "", ()))
    return Document(name, blocks, tuple(reader.asides))


def _blocks(reader: _Reader, parent: ET.Element, place: str, lists: tuple[str, ...]) -> Iterator[Block]:
    for part in parent:
        name = local(part)
        if name in DROPPED:
            continue
        if name in {"p", "h"}:
            yield from _paragraph(reader, part, place, reader.numbering.heading(part) if name == "h" else "")
        elif name == "list":
            yield from _list(reader, part, place, lists)
        elif name == "table":
            yield _table(reader, part, place)
        elif name in _GROUPS or name.endswith("-index"):
            yield from _blocks(reader, part, place, lists)


def _list(reader: _Reader, element: ET.Element, place: str, outer: tuple[str, ...]) -> Iterator[Block]:
    level = len(outer)
    style = reader.numbering.begin(element, level, outer[-1] if outer else "")
    inner = (*outer, style)
    for item in element:
        numbered = local(item) == "list-item"
        start = attribute(item, "start-value")
        for index, part in enumerate(item):
            if local(part) in {"p", "h"}:
                label = reader.numbering.label(style, level, start) if numbered and index == 0 else ""
                yield from _paragraph(reader, part, place, label)
            elif local(part) == "list":
                yield from _list(reader, part, place, inner)


def _paragraph(reader: _Reader, part: ET.Element, place: str, label: str) -> Iterator[Block]:
    inline = read_inline(part, reader.styles)
    typed, raw = without_bullet("".join(inline.pieces))
    text = clean(raw)
    if label and label != BULLET:
        text = f"{label} {text}".rstrip()
    reader.budget.spend(len(text) + 1)
    if text.strip() and not place:
        reader.paragraphs += 1
    where = place or f"абзац {max(reader.paragraphs, 1)}"
    yield Paragraph(text, where, bullet=typed or label == BULLET)
    apart = [("hidden", collapse("".join(inline.hidden))), ("struck", collapse("".join(inline.struck)))]
    reader.asides.extend(Aside(kind, note, where) for kind, note in [*apart, *inline.notes] if note)
    reader.asides += dropped_letters(raw, where)
    for box in inline.boxes:
        yield from _blocks(reader, box, place, ())


def _table(reader: _Reader, element: ET.Element, place: str) -> Table:
    if place:
        title = f"{place}, вкладена таблиця"
    else:
        reader.tables += 1
        title = f"таблиця {reader.tables}"
    builder = TableBuilder(title)
    covering: dict[int, tuple[int, int]] = {}
    for row in _rows(element):
        for _ in range(_repeated(row, "number-rows-repeated")):
            _row(reader, builder, row, covering)
    return builder.build()


def _rows(element: ET.Element) -> Iterator[ET.Element]:
    for part in element:
        if local(part) == "table-row":
            yield part
        elif local(part) in _ROW_GROUPS:
            yield from _rows(part)


def _repeated(element: ET.Element, name: str) -> int:
    """Return how often to repeat; an empty row or cell is not repeated, a full one only within reason."""
    times = max(whole_number(attribute(element, name), 1, _MOST_REPEATED), 1)
    filled = times > 1 and any((part.text or "").strip() for part in element.iter())
    return times if filled or (name.startswith("number-columns") and times < _MOST_REPEATED) else 1


def _row(reader: _Reader, builder: TableBuilder, row: ET.Element, covering: dict[int, tuple[int, int]]) -> None:
    """Read a row; `covering` maps a column to the rows still covered from above and the width of that cell."""
    builder.begin_row()
    column = 0
    for cell in row:
        name = local(cell)
        if name not in {"table-cell", "covered-table-cell"}:
            continue
        for _ in range(_repeated(cell, "number-columns-repeated")):
            reader.budget.spend_cell()
            if name == "covered-table-cell":
                column += _covered(builder, covering, column)
            else:
                column += _cell(reader, builder, cell, covering, column)


def _covered(builder: TableBuilder, covering: dict[int, tuple[int, int]], column: int) -> int:
    rows, width = covering.get(column, (0, 0))
    if rows:
        builder.continue_above(width)
        covering[column] = (rows - 1, width)
    return 1


def _cell(
    reader: _Reader, builder: TableBuilder, cell: ET.Element, covering: dict[int, tuple[int, int]], column: int
) -> int:
    span = max(whole_number(attribute(cell, "number-columns-spanned"), 1, _MOST_SPAN), 1)
    rows = max(whole_number(attribute(cell, "number-rows-spanned"), 1, _MOST_ROWS), 1)
    builder.add(span, tuple(_blocks(reader, cell, builder.next_place(), ())))
    covering.update({column + index: (0, 0) for index in range(span)})
    covering[column] = (rows - 1, span)
    return 1
