"""Word files (.docx): body, tables and what stands beside the text, as a Document."""

import re
from collections.abc import Iterable, Iterator
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
from generator.staff.importer.docx_numbering import BULLET, Numbering, read_numbering
from generator.staff.importer.docx_text import Inline, RunStyles, read_inline, read_run_styles
from generator.staff.importer.limits import Budget
from generator.staff.importer.package import Package, attribute, child, local, whole_number
from generator.staff.importer.problem import ImportProblem
from generator.staff.importer.table_builder import TableBuilder

_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice", "txbxContent"}
_MOST_SPAN = 200
_NOTES = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml", "comment": "word/comments.xml"}
_MARGIN_PART = re.compile(r"word/(header|footer)\d*\.xml")


@dataclass(slots=True)
class _Reader:
    numbering: Numbering
    notes: dict[tuple[str, str], str]
    styles: RunStyles
    budget: Budget = field(default_factory=Budget)
    asides: list[Aside] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0


def read_docx(package: Package, name: str) -> Document:
    """Read an opened .docx; raise ImportProblem when it has no document part or is over the limits."""
    main = _main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise ImportProblem("У файлі Word немає тексту документа: можливо, це інший вид файлу або його пошкоджено.")
    styles = package.xml_or_none("word/styles.xml")
    numbering = read_numbering(package.xml_or_none("word/numbering.xml"), styles)
    reader = _Reader(numbering, _notes(package), read_run_styles(styles))
    blocks = tuple(_blocks(reader, body, ""))
    return Document(name, blocks, (*reader.asides, *_margins(package)))


def _main_part(package: Package) -> str:
    relations = package.xml_or_none("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            target = (attribute(relation, "Target") or "").lstrip("/")
            if target in package.names:
                return target
    return "word/document.xml"


def _notes(package: Package) -> dict[tuple[str, str], str]:
    notes = {}
    for kind, part in _NOTES.items():
        root = package.xml_or_none(part)
        for note in root if root is not None else ():
            text = " ".join(
                collapse(read_inline(element).text) for element in note.iter() if local(element) == "p"
            ).strip()
            if text and attribute(note, "type") in {None, "normal"}:
                notes[kind, attribute(note, "id") or ""] = text
    return notes


def _margins(package: Package) -> Iterator[Aside]:
    seen: set[str] = set()
    for part in sorted(name for name in package.names if _MARGIN_PART.fullmatch(name)):
        for element in package.xml(part).iter():
            text = collapse(read_inline(element).text) if local(element) == "p" else ""
            if text not in seen and any(letter.isalpha() for letter in text):
                seen.add(text)
                yield Aside("header", text, "колонтитул")


def _unwrapped(parent: ET.Element, names: set[str]) -> Iterator[ET.Element]:
    """Return the children with these names, also inside content controls and accepted insertions."""
    for part in parent:
        name = local(part)
        if name in names:
            yield part
        elif name in _WRAPPERS:
            yield from _unwrapped(part, names)


def _blocks(reader: _Reader, parent: ET.Element, place: str) -> Iterator[Block]:
    carried = ""
    for part in _unwrapped(parent, {"p", "tbl"}):
        if local(part) == "tbl":
            table = _table(reader, part, place)
            if table.rows:
                yield table
            continue
        inline = read_inline(part, reader.styles)
        if _mark_deleted(part):  # the paragraph flows into the next one
            carried += inline.text
            _keep_asides(reader, inline, place)
            continue
        yield from _paragraph(reader, part, inline, carried, place)
        carried = ""
    if carried.strip():
        yield Paragraph(clean(carried), place or f"абзац {reader.paragraphs + 1}")


def _mark_deleted(paragraph: ET.Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _paragraph(reader: _Reader, part: ET.Element, inline: Inline, carried: str, place: str) -> Iterator[Block]:
    raw = carried + inline.text
    typed, raw = without_bullet(raw)
    text = clean(raw)
    label = clean(reader.numbering.label(child(part, "pPr")))
    if label and label != BULLET:
        text = f"{label} {text}".rstrip()
    reader.budget.spend(len(text) + 1)
    if text.strip() and not place:
        reader.paragraphs += 1
    where = place or f"абзац {max(reader.paragraphs, 1)}"
    yield Paragraph(text, where, bullet=typed or label == BULLET)
    reader.asides += dropped_letters(raw, where)
    _keep_asides(reader, inline, where)
    for box in inline.boxes:
        yield from _blocks(reader, box, place)


def _keep_asides(reader: _Reader, inline: Inline, place: str) -> None:
    hidden = collapse("".join(inline.hidden))
    if hidden:
        reader.asides.append(Aside("hidden", hidden, place))
    hint = collapse("".join(inline.hints))
    if hint:
        reader.asides.append(Aside("hint", hint, place))
    struck = collapse("".join(inline.struck))
    if struck:
        reader.asides.append(Aside("struck", struck, place))
    for kind, identifier in inline.references:
        text = reader.notes.pop((kind, identifier), "")
        if text:
            reader.asides.append(Aside("comment" if kind == "comment" else "footnote", text, place))


def _table(reader: _Reader, element: ET.Element, place: str) -> Table:
    if place:
        title = f"{place}, вкладена таблиця"
    else:
        reader.tables += 1
        title = f"таблиця {reader.tables}"
    builder = TableBuilder(title, _grid(element))
    for row in _unwrapped(element, {"tr"}):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            continue
        builder.begin_row(whole_number(attribute(child(properties, "gridBefore"), "val"), 0, _MOST_SPAN))
        for cell in _unwrapped(row, {"tc"}):
            _cell(reader, builder, cell)
    return builder.build()


def _grid(table: ET.Element) -> list[int]:
    grid = child(table, "tblGrid")
    columns: Iterable[ET.Element] = grid if grid is not None else ()
    return [
        max(whole_number(attribute(column, "w"), 0, 100_000), 1) for column in columns if local(column) == "gridCol"
    ]


def _cell(reader: _Reader, builder: TableBuilder, cell: ET.Element) -> None:
    reader.budget.spend_cell()
    properties = child(cell, "tcPr")
    span = max(whole_number(attribute(child(properties, "gridSpan"), "val"), 1, _MOST_SPAN), 1)
    below = _continues(child(properties, "vMerge"))
    if _continues(child(properties, "hMerge")):
        builder.widen(span)
        return
    place = builder.next_place()
    if below and builder.can_continue(span):
        hidden = _covered(reader, cell, place)
        if hidden:
            reader.asides.append(Aside("hidden", hidden, place))
        builder.continue_above(span)
        return
    deleted = child(properties, "cellDel") is not None
    builder.add(span, () if deleted else tuple(_blocks(reader, cell, place)))


def _continues(merge: ET.Element | None) -> bool:
    return merge is not None and attribute(merge, "val") != "restart"


def _covered(reader: _Reader, cell: ET.Element, place: str) -> str:
    """Read what a vertical merge covers, if anything; an empty covered paragraph must not advance a list."""
    if not any(local(part) == "t" and (part.text or "").strip() for part in cell.iter()):
        return ""
    parts = (block for block in _blocks(reader, cell, place) if isinstance(block, Paragraph))
    return " ".join(flat for flat in (part.flat for part in parts) if flat)
