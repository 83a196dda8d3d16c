"""Measures of a table: one row may hold one measure, several, or a task with its steps."""

from generator.language.folding import fold_words
from generator.staff.importer.alignment import (
    Groups,
    aligned,
    bullets_of,
    first_and_rest,
    lines_of,
    speaks_of_steps,
)
from generator.staff.importer.excel_dates import is_whole_date
from generator.staff.importer.headings import Header
from generator.staff.importer.items import Item, Items, parallel, read_items
from generator.staff.importer.matching import split_number
from generator.staff.importer.money import Money, is_sum
from generator.staff.importer.money_rows import (
    PLAIN_SUMS,
    SUMS,
    add_money,
    beside_sums,
    is_common_sum,
    rows_with_sums,
    says_total,
    share_money,
)
from generator.staff.importer.openings import Builder, ExecutorCell, OpenMeasure
from generator.staff.importer.raised import hand_made_marks
from generator.staff.importer.rows import Placed, Row
from generator.staff.importer.vocabulary import STANDS_ALONE

_TERMS = ("term", "start", "end")
_TEXTS = (*_TERMS, "executors", "indicators", "sources", "mixed")
_LONGEST_SHARED = 3_000
"""A longer text of a cell merged over rows is no term or list of executors; it stays at the first of them."""
_WITHOUT_FIELD = {"progress", "actual", "other", "", "foreign"}
_VALUES = {"unit", "baseline", "target"}
_RAISED_MARK = (
    "Піднята цифра: мабуть, виноска, зроблена вручну. Якщо так, вилучіть її, а виноску перенесіть у примітку."
)
_SHARED_NUMBER = "Клітинку з номером об’єднано на кілька заходів; номер має лише перший із них. Звірте."
_DATE_HERE = "Тут має бути номер або сума, а Excel тримає дату; звірте з документом і впишіть самі."


def add_measures(builder: Builder, row: Row, header: Header) -> None:
    """Add the measures of a row whose measure cell begins here."""
    placed = row.measure()
    if placed is None:
        _add_unread(builder, row, header)
        return
    if _continues_text(builder, row, placed):
        builder.measures[-1].text += f" {placed.cell.text}"
        return
    items = _items(row, placed)
    _tell_shared_number(builder, row, items)
    made = [_open(builder, item, placed) for item in items.items]
    if items.task:
        for step in made[1:]:
            step.parent = made[0]
        made[0].steps_label = items.steps_label
    elif items.steps_label:
        builder.note("check", placed.cell.place, items.steps_label, "Слова перед переліком заходів у клітинці.")
    _fill(builder, row, header, made, task=items.task)
    builder.measures += made


def _tell_shared_number(builder: Builder, row: Row, items: Items) -> None:
    """Remark on a number whose cell is joined over several measures: only the first one gets it."""
    for number in row.of("number"):
        if not number.fresh and number.cell.text and not items.items[0].number and not number.is_date:
            builder.note("check", row.place, number.cell.text, _SHARED_NUMBER)


def _add_unread(builder: Builder, row: Row, header: Header) -> None:
    """Add a measure whose text the file holds and nobody can read (a formula, an error): its other cells are known."""
    if "measure" in row.unread:
        goal = builder.tree.current
        measure = OpenMeasure(row.number(), "", goal, None, "", row.place)
        _fill(builder, row, header, [measure], task=False)
        builder.measures.append(measure)


def _continues_text(builder: Builder, row: Row, placed: Placed) -> bool:
    """Return whether the cell only goes on with the sentence of the measure above (a row cut by a page)."""
    text = placed.cell.text
    facts = [cell for cell in row.cells if cell.fresh and cell is not placed]
    return bool(builder.measures) and not facts and text[0].islower() and not split_number(text).number


def _items(row: Row, placed: Placed) -> Items:
    items = read_items(lines_of(placed.cell), bullets_of(placed.cell))
    texts = placed.cell.texts
    numbers = [lines_of(cell.cell) for cell in row.of("number") if cell.fresh and not cell.is_date]
    numbered = bool(numbers) and len(numbers[0]) == len(texts)
    nameless = not items.items[0].number and not row.number()
    if len(items.items) == 1 < len(texts) and (numbered or (nameless and _is_parallel(row, texts))):
        items = parallel(texts)
    for item, number in zip(items.items, numbers[0] if numbers else [], strict=False):
        item.take_row_number(split_number(number.replace(",", "."), bare=True, roman=True).number)
    return items


def _is_parallel(row: Row, texts: list[str]) -> bool:
    """Return whether unnumbered paragraphs are measures of their own: as many complete terms stand beside them."""
    terms = [placed.cell.texts for placed in row.of("term")]
    bodies = [placed.cell.texts for placed in row.of("executors")]
    if not terms or len(terms[0]) != len(texts) or not all(STANDS_ALONE.search(fold_words(term)) for term in terms[0]):
        return False
    capital = all(text[0].isupper() for text in texts)
    return all(len(body) == len(texts) or (capital and len(body) == 1) for body in bodies)


def _open(builder: Builder, item: Item, placed: Placed) -> OpenMeasure:
    goal = builder.tree.current
    if goal is not None:
        goal.filled = True
    for mark in hand_made_marks(item.text):
        builder.note("mark", placed.cell.place, mark, _RAISED_MARK)
    also = (item.also,) if item.also else ()
    return OpenMeasure(item.number, item.text, goal, None, item.label, placed.cell.place, also)


def _fill(builder: Builder, row: Row, header: Header, made: list[OpenMeasure], *, task: bool) -> None:
    """Return each measure its part of the row's other cells."""
    others = [
        placed
        for placed in row.cells
        if not placed.roles & {"measure", "goal", "number"}
        and not (placed.is_date and placed.columns[0].role in PLAIN_SUMS)
        and (placed.fresh or len(placed.cell.text) < _LONGEST_SHARED)
    ]
    steps_only = task and speaks_of_steps([placed.cell for placed in others], len(made))
    money = [Money() for _ in made]
    for measure, own in zip(made, money, strict=True):
        measure.money.append(own)
        measure.unit = header.unit
        measure.unread = row.unread
    for placed in row.of("number", *PLAIN_SUMS):
        if placed.is_date and placed.fresh and is_whole_date(placed.cell.text):
            builder.note("date", placed.cell.place, placed.cell.text, _DATE_HERE)
    with_sums = rows_with_sums(others, len(made), task=task)
    for placed in others:
        role = placed.columns[0].role
        groups = aligned(placed.cell, len(made), task=task, steps_only=steps_only, role=role)
        if groups is None or (role == "sources" and len(made) > 1):
            groups = beside_sums(placed, with_sums) or groups
        if groups is None:
            _keep_unaligned(builder, header, placed, made, task=task)
        else:
            _share(builder, header, placed, groups, made)


def _share(builder: Builder, header: Header, placed: Placed, groups: Groups, made: list[OpenMeasure]) -> None:
    role = placed.columns[0].role
    if role in _WITHOUT_FIELD:
        for measure, lines in zip(made, groups, strict=True):
            _keep_other(builder, measure, placed, lines)
        return
    if role in PLAIN_SUMS and not placed.fresh:
        if not any(is_sum(text) for text in placed.cell.texts):
            share_money(header, placed, groups, made)
        return
    if role in PLAIN_SUMS and is_common_sum(placed, groups, made):
        groups = [groups[0], *([[]] * (len(made) - 1))]
        builder.note("check", placed.cell.place, placed.cell.text, "Одна сума на кілька заходів; записано при першому.")
    if role in SUMS:
        share_money(header, placed, groups, made)
        return
    for measure, lines in zip(made, groups, strict=True):
        _add_text(measure, role, placed, lines)


def _keep_other(builder: Builder, measure: OpenMeasure, placed: Placed, lines: list[str]) -> None:
    """Keep the words of a column that no field holds; what looks like a report, or has no heading, is told of too."""
    column = placed.columns[0]
    if column.own and lines:
        measure.other.setdefault(column.own, []).extend(lines)
    if placed.fresh and (not column.own or column.role in {"progress", "actual"}):
        builder.note("unplaced", placed.cell.place, placed.cell.text, f"Стовпець «{column.own}».")


def _add_text(measure: OpenMeasure, role: str, placed: Placed, lines: list[str]) -> None:
    text = " ".join(lines)
    if role == "end" and text and measure.terms:
        measure.terms[-1] += f" – {text}"
    elif role in _TERMS and text and text not in measure.terms:
        measure.terms.append(text)
    elif role == "term-year":
        measure.terms += [column.year for column in placed.columns if lines and column.year]
    elif role == "executors":
        if lines:
            measure.executor_cells.append(_executor_cell(placed, lines))
    elif role in _VALUES and lines:
        measure.values.setdefault(placed.columns[0].year or role, []).extend(lines)
    elif role == "indicators":
        measure.indicators += placed.cell.texts if lines == lines_of(placed.cell) else lines


def _executor_cell(placed: Placed, lines: list[str]) -> ExecutorCell:
    column = placed.columns[0]
    return ExecutorCell(tuple(lines), column.part, placed.cell.place, column.own if column.part else "")


def _keep_unaligned(builder: Builder, header: Header, placed: Placed, made: list[OpenMeasure], *, task: bool) -> None:
    """Keep what can't be matched at the first measure; a task's own paragraph is the first one."""
    column = placed.columns[0]
    rest = placed.cell.texts
    if task:
        first, rest = first_and_rest(placed.cell)
        _share(builder, header, placed, [first, *([[]] * (len(made) - 1))], made)
    name = f"{column.role}:{column.year}" if column.year else column.role
    made[0].unaligned.setdefault(name, []).extend(rest)
    builder.note(
        "unaligned",
        placed.cell.place,
        " | ".join(rest),
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
        if says_total(placed):
            money.is_total = True
        elif role in SUMS:
            add_money(money, header, placed.columns, lines)
        elif role in _TEXTS or role in _VALUES or role == "term-year":
            _add_text(measure, role, placed, lines)
        else:
            _keep_other(builder, measure, placed, lines)
    if money.says_something or money.is_total:
        measure.money.append(money)
