"""From a Document to a Draft: which tables hold the plan, and what becomes of everything else."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language.folding import fold_words
from generator.staff.importer.by_hand import ColumnMap, header_by_hand
from generator.staff.importer.coverage import lost_words
from generator.staff.importer.document import Document, Paragraph, Table
from generator.staff.importer.finishing import goals_and_measures, printed_totals
from generator.staff.importer.goal_rows import enter_paragraph
from generator.staff.importer.guessing import guess_header
from generator.staff.importer.headings import Header, find_headers
from generator.staff.importer.labels import goal_label
from generator.staff.importer.openings import Builder
from generator.staff.importer.plan_table import read_plan_table, rows_above
from generator.staff.importer.records import Draft, Measure, Period
from generator.staff.importer.remarks import note_asides, note_missing, note_paragraph, note_table, note_title_page
from generator.staff.importer.title_page import Line, read_title_page
from generator.staff.importer.vocabulary import CONTINUED, UNIT

_MOST_BEFORE = 6
"""Paragraphs this far above a plan table may name its goals."""
_LONGEST_TITLE = 400
_YEAR = re.compile(r"20\d\d")


@dataclass(slots=True)
class _Part:
    """A block of the document and what it is."""

    block: Paragraph | Table
    headers: list[Header]
    """Headers if the block is a plan table, else empty."""
    goal: bool = False
    """A paragraph that names a goal of the table below it."""


def draft(document: Document, known_executors: Collection[str] = (), columns: ColumnMap | None = None) -> Draft:
    """Draft a plan; `known_executors` are names from registries, which help to tell executors apart.

    `columns` is a person's own map of the columns; then tables are plan tables only if they have all of them.
    """
    parts = _parts(document) if columns is None else _parts_by_hand(document, columns)
    builder = Builder()
    page = read_title_page(_above_table(parts))
    builder.taken = set(page.taken)
    for part in parts:
        if isinstance(part.block, Paragraph):
            if part.goal:
                enter_paragraph(builder, part.block.lines, part.block.place)
            else:
                note_paragraph(builder, part.block)
        elif part.headers:
            read_plan_table(builder, part.block, part.headers)
        else:
            note_table(builder, part.block)
    note_asides(builder, document.asides)
    if not builder.measures:
        builder.note("check", document.name, "", "Таблиці плану із заходами у файлі не знайдено.")
    goals, measures = goals_and_measures(builder, known_executors)
    note_missing(builder, measures)
    note_title_page(builder, page)
    result = Draft(
        source=document.name,
        goals=goals,
        measures=measures,
        totals=printed_totals(builder),
        notes=tuple(builder.notes),
        columns=dict(builder.columns),
        roles=dict(builder.roles),
        money_unit=builder.unit,
        form=builder.form,
        title=page.title,
        act=page.act,
        period=page.period or _years_of_terms(measures),
    )
    return replace(result, notes=(*result.notes, *lost_words(document, result)))


def _above_table(parts: list[_Part]) -> list[Line]:
    """Return the lines above the first plan table: paragraphs that name no goal, then rows above its header."""
    first = next((index for index, part in enumerate(parts) if part.headers), len(parts))
    lines = []
    for part in parts[:first]:
        if isinstance(part.block, Table):
            lines += rows_above(part.block, len(part.block.rows))
        elif part.block.flat and not part.goal:
            lines.append(Line(part.block.flat, part.block.place))
    for part in parts[first : first + 1]:
        if isinstance(part.block, Table):
            lines += rows_above(part.block, part.headers[0].first)
    return lines


def _years_of_terms(measures: Sequence[Measure]) -> Period | None:
    """Take the years from the first to the last that any term names."""
    years = [int(year) for measure in measures for year in _YEAR.findall(measure.term)]
    return Period(min(years), max(years), "") if years else None


def _parts(document: Document) -> list[_Part]:
    blocks = [block for outer in document.blocks for block in _hoisted(outer)]
    tables = {id(block): find_headers(block) for block in blocks if isinstance(block, Table)}
    plans = [headers for headers in tables.values() if headers]
    if any(not _is_form(headers) for headers in plans):
        tables = {key: [] if _is_form(headers) else headers for key, headers in tables.items()}
    parts = [_Part(block, tables.get(id(block), [])) for block in blocks]
    _continue_tables(parts)
    if not any(part.headers for part in parts):
        for part in parts:
            guessed = guess_header(part.block) if isinstance(part.block, Table) else None
            part.headers = [guessed] if guessed else []
    _find_goal_paragraphs(parts)
    return parts


def _parts_by_hand(document: Document, columns: ColumnMap) -> list[_Part]:
    parts = []
    for block in document.blocks:
        header = header_by_hand(block, columns) if isinstance(block, Table) else None
        parts.append(_Part(block, [header] if header else []))
    _find_goal_paragraphs(parts)
    return parts


def _is_form(headers: list[Header]) -> bool:
    return any(header.is_form for header in headers)


def _hoisted(block: Paragraph | Table) -> Iterator[Paragraph | Table]:
    """Return a table that only frames a plan table as its cells' contents one after another."""
    if isinstance(block, Table) and _holds_plan(block) and not find_headers(block):
        for index, row in enumerate(block.rows):
            for cell in row:
                if cell.row == index:
                    for part in cell.content:
                        yield from _hoisted(part)
    else:
        yield block


def _holds_plan(table: Table) -> bool:
    nested = [inner for row in table.rows for cell in row for inner in cell.tables]
    return any(find_headers(inner) or _holds_plan(inner) for inner in nested)


def _continue_tables(parts: list[_Part]) -> None:
    """Let a table without a header that follows a plan table, and has its columns, continue it."""
    above: Header | None = None
    size = 0
    for part in parts:
        if isinstance(part.block, Paragraph):
            if above is not None and part.block.flat and not _may_stand_between(part.block):
                above = None
        elif part.headers:
            above, size = part.headers[-1], _columns(part.block)
        elif above is not None and _columns(part.block) == size:
            part.headers = [_without_rows(above, part.block)]
        else:
            above = None


def _may_stand_between(paragraph: Paragraph) -> bool:
    text = paragraph.flat
    label = goal_label(text)
    is_goal = bool(label.level and label.number)
    return (
        is_goal or bool(CONTINUED.match(fold_words(text))) or bool(UNIT.fullmatch(text.strip("() "))) or text.isdigit()
    )


def _columns(table: Table) -> int:
    return max((len(row) for row in table.rows), default=0)


def _without_rows(header: Header, table: Table) -> Header:
    """Take a header over to a table that continues without one; its widths may differ a little."""
    longest = max(table.rows, key=len)
    columns = header.columns
    if len(longest) == len(columns):
        columns = tuple(
            replace(column, left=cell.left, right=cell.right) for column, cell in zip(columns, longest, strict=True)
        )
    return Header(columns, 0, 0, header.recognised)


def _find_goal_paragraphs(parts: list[_Part]) -> None:
    """Mark the paragraphs right above a plan table that name its goals («Стратегічна ціль 1. …»)."""
    for index, part in enumerate(parts):
        if not part.headers:
            continue
        seen = 0
        for before in reversed(parts[:index]):
            if isinstance(before.block, Table) or seen >= _MOST_BEFORE:
                break
            if before.block.flat:
                seen += 1
                before.goal = _names_goal(before.block)


def _names_goal(paragraph: Paragraph) -> bool:
    label = goal_label(paragraph.flat)
    worded = bool(label.level and label.number and label.title)
    return (
        worded and len(paragraph.flat) <= _LONGEST_TITLE and not fold_words(label.title).startswith(("план", "заходи"))
    )
