"""Measures of a table: one row may hold one measure, several, or a task with its steps."""

from generator.importer.alignment import Groups, aligned, lines_of, speaks_of_steps
from generator.importer.headings import Column, Header
from generator.importer.items import Item, Items, parallel, read_items
from generator.importer.matching import fold, split_number
from generator.importer.money import Money, is_sum
from generator.importer.openings import Builder, OpenMeasure
from generator.importer.rows import Placed, Row
from generator.importer.vocabulary import TOTAL_COLUMN

_TERMS = ("term", "start", "end")
_TEXTS = (*_TERMS, "executors", "indicators", "sources", "mixed")
_SUMS = {"total", "year", "budget", "mixed", "sources"}
_TWO = 2


def add_measures(builder: Builder, row: Row, header: Header) -> None:
    """Add the measures of a row whose measure cell begins here."""
    placed = row.measure()
    if placed is None:
        return
    if _continues_text(builder, row, placed):
        builder.measures[-1].text += f" {placed.cell.text}"
        return
    items = _items(row, placed)
    made = [_open(builder, row, item, placed) for item in items.items]
    if items.task:
        for step in made[1:]:
            step.parent = made[0]
        made[0].steps_label = items.steps_label
    elif items.steps_label:
        builder.note("check", placed.cell.place, items.steps_label, "Слова перед переліком заходів у клітинці.")
    _fill(builder, row, header, made, task=items.task)
    builder.measures += made


def _continues_text(builder: Builder, row: Row, placed: Placed) -> bool:
    """Say whether the cell only goes on with the sentence of the measure above (a row cut by a page)."""
    text = placed.cell.text
    facts = [cell for cell in row.cells if cell.fresh and cell is not placed]
    return bool(builder.measures) and not facts and text[0].islower() and not split_number(text).number


def _items(row: Row, placed: Placed) -> Items:
    items = read_items(lines_of(placed.cell))
    texts = placed.cell.texts
    numbers = [lines_of(cell.cell) for cell in row.of("number") if cell.fresh]
    if len(items.items) == 1 and len(texts) > 1:
        if numbers and len(numbers[0]) == len(texts):
            items = parallel(texts)
        elif not items.items[0].number and not row.number() and _is_parallel(row, texts):
            items = parallel(texts)
    for item, number in zip(items.items, numbers[0] if numbers else [], strict=False):
        item.number = item.number or split_number(number.replace(",", "."), bare=True, roman=True).number
    return items


def _is_parallel(row: Row, texts: list[str]) -> bool:
    """Say whether unnumbered paragraphs are measures of their own: terms and executors come in as many paragraphs."""
    terms = [placed.cell.texts for placed in row.of("term")]
    bodies = [placed.cell.texts for placed in row.of("executors")]
    as_many = bool(terms) and len(terms[0]) == len(texts)
    return as_many and all(text[0].isupper() for text in texts) and all(len(body) in {1, len(texts)} for body in bodies)


def _open(builder: Builder, row: Row, item: Item, placed: Placed) -> OpenMeasure:
    goal = builder.tree.current
    if goal is not None:
        goal.filled = True
    return OpenMeasure(item.number, item.text, goal, None, item.label, placed.cell.place)


def _fill(builder: Builder, row: Row, header: Header, made: list[OpenMeasure], *, task: bool) -> None:
    """Give each measure its part of the row's other cells."""
    others = [placed for placed in row.cells if not placed.roles & {"measure", "goal", "number"}]
    steps_only = task and speaks_of_steps([placed.cell for placed in others], len(made))
    money = [Money() for _ in made]
    for measure, own in zip(made, money, strict=True):
        measure.money.append(own)
        measure.unit = header.unit
    for placed in others:
        groups = aligned(placed.cell, len(made), task=task, steps_only=steps_only)
        if groups is None:
            _keep_unaligned(builder, made[0], placed)
        else:
            _share(builder, header, placed, groups, made)


def _share(
    builder: Builder, header: Header, placed: Placed, groups: Groups, made: list[OpenMeasure]
) -> None:
    role = placed.columns[0].role
    if role in {"progress", "actual", "other", "", "foreign"}:
        builder.note("unplaced", placed.cell.place, placed.cell.text, f"Стовпець «{placed.columns[0].own}».")
        return
    if role in {"total", "year", "budget"} and not placed.fresh:
        if not any(is_sum(text) for text in placed.cell.texts):
            _share_money(header, placed, groups, made)
        return
    if role in {"total", "year", "budget"} and _is_common_sum(placed, groups, made):
        builder.note("check", placed.cell.place, placed.cell.text, "Одна сума на кілька заходів; записано при першому.")
        groups = [groups[0], *([[]] * (len(made) - 1))]
    if role in _SUMS:
        _share_money(header, placed, groups, made)
        return
    if placed.cell.rowspan > 1 and placed.fresh and role == "total":
        builder.note("check", placed.cell.place, placed.cell.text, "Сума спільна для кількох рядків.")
    for measure, lines in zip(made, groups, strict=True):
        _add_text(measure, role, placed, lines)


def _is_common_sum(placed: Placed, groups: Groups, made: list[OpenMeasure]) -> bool:
    one = len(made) > 1 and made[1].parent is None and len(placed.cell.texts) == 1
    return one and is_sum(placed.cell.text) and groups[0] == groups[-1] and any(c.isdigit() for c in placed.cell.text)


def _add_text(measure: OpenMeasure, role: str, placed: Placed, lines: list[str]) -> None:
    if role in _TERMS:
        text = " ".join(lines)
        if text and text not in measure.terms:
            measure.terms.append(text)
    elif role == "term-year":
        measure.terms += [column.year for column in placed.columns if lines and column.year]
    elif role == "executors":
        measure.executor_lines.append(lines)
    elif role == "indicators":
        measure.indicators += lines if len(placed.cell.texts) > 1 or len(lines) < _TWO else placed.cell.texts


def _share_money(header: Header, placed: Placed, groups: Groups, made: list[OpenMeasure]) -> None:
    for measure, lines in zip(made, groups, strict=True):
        add_money(measure.money[-1], header, placed.columns, lines)


def add_money(money: Money, header: Header, columns: tuple[Column, ...], lines: list[str]) -> None:
    """Put the lines of a cell where its columns say; words over several columns count once."""
    role = columns[0].role
    sums = [column for column in columns if column.role in {"total", "year", "budget"}]
    if len(columns) > 1 and sums and not any(is_sum(line) for line in lines):
        money.add_total(lines, may_be_source=False)
    elif role == "sources":
        money.add_sources(lines)
    elif role == "year":
        money.add_year(columns[0].year, lines)
    elif role == "budget":
        money.add_budget(columns[0].own, lines)
    else:
        money.add_total(lines, may_be_source="sources" not in header.roles)


def money_of(row: Row, header: Header, skip: str = "") -> Money:
    """Give the money of a whole row, apart from the cell with the text `skip`."""
    money = Money()
    for placed in row.fresh:
        sums = tuple(column for column in placed.columns if column.role in {"total", "year", "budget"})
        if placed.cell.text != skip and sums:
            add_money(money, header, sums, lines_of(placed.cell))
    return money


def _keep_unaligned(builder: Builder, measure: OpenMeasure, placed: Placed) -> None:
    column = placed.columns[0]
    name = f"{column.role}:{column.year}" if column.year else column.role
    measure.unaligned.setdefault(name, []).extend(placed.cell.texts)
    builder.note(
        "unaligned",
        placed.cell.place,
        " | ".join(placed.cell.texts),
        f"Стовпець «{column.own}»: абзаців не стільки, скільки заходів у клітинці; розподіліть їх самі.",
    )


def continue_measure(builder: Builder, row: Row, header: Header) -> None:
    """Add a row without a measure of its own to the measure above it."""
    cells = [placed for placed in row.fresh if not placed.roles & {"goal", "number", "measure"}]
    if not builder.measures:
        for placed in cells:
            builder.note("unplaced", placed.cell.place, placed.cell.text, "Немає заходу, якого це стосується.")
        return
    measure = builder.measures[-1]
    money = Money()
    for placed in cells:
        role = placed.columns[0].role
        lines = lines_of(placed.cell)
        if role in _SUMS and not (role == "sources" and TOTAL_COLUMN.match(fold(placed.cell.text))):
            add_money(money, header, placed.columns, lines)
        elif role == "sources":
            money.is_total = True
        elif role in _TEXTS or role == "term-year":
            _add_text(measure, role, placed, lines)
        else:
            builder.note("unplaced", placed.cell.place, placed.cell.text, f"Стовпець «{placed.columns[0].own}».")
    if money.funding(None) is not None or money.is_total:
        measure.money.append(money)
