"""Measures of a table: one row may hold one measure, several, or a task with its steps."""

from generator.language.folding import fold_words
from generator.staff.importer.alignment import (
    Groups,
    aligned,
    bullets_of,
    first_and_rest,
    grouped,
    lines_of,
    speaks_of_steps,
)
from generator.staff.importer.columns import Column
from generator.staff.importer.excel_dates import is_whole_date
from generator.staff.importer.headings import Header
from generator.staff.importer.items import Item, Items, parallel, read_items
from generator.staff.importer.matching import split_number
from generator.staff.importer.money import Money, is_sum
from generator.staff.importer.openings import Builder, ExecutorCell, OpenMeasure
from generator.staff.importer.raised import hand_made_marks
from generator.staff.importer.rows import Placed, Row
from generator.staff.importer.vocabulary import STANDS_ALONE, TOTAL_COLUMN

_TERMS = ("term", "start", "end")
_TEXTS = (*_TERMS, "executors", "indicators", "sources", "mixed")
_SUMS = {"total", "year", "budget", "part", "mixed", "sources", "estimate", "remainder"}
_LONGEST_SHARED = 3_000
"""A longer text of a cell merged over rows is no term or list of executors; it stays at the first of them."""
_PLAIN_SUMS = {"total", "year", "budget", "part", "estimate", "remainder"}
_WITHOUT_FIELD = {"progress", "actual", "other", "", "foreign"}
_VALUES = {"unit", "baseline", "target"}
_RAISED_MARK = (
    "Піднята цифра: мабуть, виноска, зроблена вручну. Якщо так, вилучіть її, а виноску перенесіть у примітку."
)
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
    made = [_open(builder, item, placed) for item in items.items]
    if items.task:
        for step in made[1:]:
            step.parent = made[0]
        made[0].steps_label = items.steps_label
    elif items.steps_label:
        builder.note("check", placed.cell.place, items.steps_label, "Слова перед переліком заходів у клітинці.")
    _fill(builder, row, header, made, task=items.task)
    builder.measures += made


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
        item.number = item.number or split_number(number.replace(",", "."), bare=True, roman=True).number
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
    return OpenMeasure(item.number, item.text, goal, None, item.label, placed.cell.place)


def _fill(builder: Builder, row: Row, header: Header, made: list[OpenMeasure], *, task: bool) -> None:
    """Return each measure its part of the row's other cells."""
    others = [
        placed
        for placed in row.cells
        if not placed.roles & {"measure", "goal", "number"}
        and not (placed.is_date and placed.columns[0].role in _PLAIN_SUMS)
        and (placed.fresh or len(placed.cell.text) < _LONGEST_SHARED)
    ]
    steps_only = task and speaks_of_steps([placed.cell for placed in others], len(made))
    money = [Money() for _ in made]
    for measure, own in zip(made, money, strict=True):
        measure.money.append(own)
        measure.unit = header.unit
        measure.unread = row.unread
    for placed in row.of("number", *_PLAIN_SUMS):
        if placed.is_date and placed.fresh and is_whole_date(placed.cell.text):
            builder.note("date", placed.cell.place, placed.cell.text, _DATE_HERE)
    rows_with_sums = _rows_with_sums(others, len(made), task=task)
    for placed in others:
        role = placed.columns[0].role
        groups = aligned(placed.cell, len(made), task=task, steps_only=steps_only, role=role)
        if groups is None or (role == "sources" and len(made) > 1):
            groups = _beside_sums(placed, rows_with_sums) or groups
        if groups is None:
            _keep_unaligned(builder, header, placed, made, task=task)
        else:
            _share(builder, header, placed, groups, made)


def _rows_with_sums(others: list[Placed], size: int, *, task: bool) -> list[bool]:
    """Say for each measure of the row whether any column of sums has a figure for it."""
    figures = [False] * size
    for placed in others:
        groups = grouped(placed.cell, size) if placed.columns[0].role in _PLAIN_SUMS and task else None
        for index, lines in enumerate(groups or []):
            figures[index] |= any(letter.isdigit() for line in lines for letter in line)
    return figures


def _beside_sums(placed: Placed, rows_with_sums: list[bool]) -> Groups | None:
    """Put sources beside the measures that have sums, if there are as many of them."""
    groups = grouped(placed.cell, sum(rows_with_sums)) if placed.columns[0].role == "sources" else None
    if groups is None or not any(rows_with_sums) or grouped(placed.cell, len(rows_with_sums)) is not None:
        return None
    following = iter(groups)
    return [next(following) if has else [] for has in rows_with_sums]


def _share(builder: Builder, header: Header, placed: Placed, groups: Groups, made: list[OpenMeasure]) -> None:
    role = placed.columns[0].role
    if role in _WITHOUT_FIELD:
        for measure, lines in zip(made, groups, strict=True):
            _keep_other(builder, measure, placed, lines)
        return
    if role in _PLAIN_SUMS and not placed.fresh:
        if not any(is_sum(text) for text in placed.cell.texts):
            _share_money(header, placed, groups, made)
        return
    if role in _PLAIN_SUMS and _is_common_sum(placed, groups, made):
        groups = [groups[0], *([[]] * (len(made) - 1))]
        builder.note("check", placed.cell.place, placed.cell.text, "Одна сума на кілька заходів; записано при першому.")
    if role in _SUMS:
        _share_money(header, placed, groups, made)
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


def _is_common_sum(placed: Placed, groups: Groups, made: list[OpenMeasure]) -> bool:
    """Return whether one sum stands for several measures: of this cell or, merged downwards, of several rows."""
    text = placed.cell.text
    if not is_sum(text) or not any(letter.isdigit() for letter in text):
        return False
    several = len(made) > 1 and made[1].parent is None and len(placed.cell.texts) == 1 and groups[0] == groups[-1]
    return several or placed.cell.rowspan > 1


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
            measure.executor_cells.append(ExecutorCell(tuple(lines), placed.columns[0].part, placed.cell.place))
    elif role in _VALUES and lines:
        measure.values.setdefault(placed.columns[0].year or role, []).extend(lines)
    elif role == "indicators":
        measure.indicators += placed.cell.texts if lines == lines_of(placed.cell) else lines


def _share_money(header: Header, placed: Placed, groups: Groups, made: list[OpenMeasure]) -> None:
    for measure, lines in zip(made, groups, strict=True):
        if _says_total(placed):
            measure.money[-1].is_total = True
        else:
            add_money(measure.money[-1], header, placed.columns, lines)


def _says_total(placed: Placed) -> bool:
    """Return whether the column of sources only says that the row is the sum of those below."""
    return placed.columns[0].role == "sources" and bool(TOTAL_COLUMN.match(fold_words(placed.cell.text)))


def add_money(money: Money, header: Header, columns: tuple[Column, ...], lines: list[str]) -> None:
    """Put the lines of a cell where its columns say; words over several columns count once."""
    role = columns[0].role
    sums = [column for column in columns if column.role in _PLAIN_SUMS]
    if len(columns) > 1 and sums and not any(is_sum(line) for line in lines):
        money.add_total(lines, may_be_source=False)
    elif role == "sources":
        money.add_sources(lines)
    elif role == "year":
        money.add_year(columns[0].year, lines)
    elif role in {"budget", "part"}:
        money.add_line(columns[0].source, columns[0].kind, columns[0].year, lines)
    elif role in {"estimate", "remainder"}:
        money.add_cost(role, lines)
    else:
        money.add_total(lines, may_be_source="sources" not in header.roles)
        if columns[0].source and money.total is not None:
            money.add_sources([columns[0].source])


def money_of(row: Row, header: Header, skip: str = "") -> Money:
    """Return the money of a whole row, apart from the cell with the text `skip`."""
    money = Money()
    for placed in row.fresh:
        sums = tuple(column for column in placed.columns if column.role in _PLAIN_SUMS | {"sources"})
        if placed.cell.text != skip and sums:
            add_money(money, header, sums, lines_of(placed.cell))
    return money


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
        if _says_total(placed):
            money.is_total = True
        elif role in _SUMS:
            add_money(money, header, placed.columns, lines)
        elif role in _TEXTS or role in _VALUES or role == "term-year":
            _add_text(measure, role, placed, lines)
        else:
            _keep_other(builder, measure, placed, lines)
    if money.says_something or money.is_total:
        measure.money.append(money)
