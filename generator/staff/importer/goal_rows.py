"""Goals of a table: rows over its full width and columns of goals with merged, empty or repeated cells."""

import re
from collections.abc import Sequence

from generator.language.folding import fold_words
from generator.staff.importer.columns import Column, goal_columns
from generator.staff.importer.labels import Label, goal_label
from generator.staff.importer.matching import split_number
from generator.staff.importer.openings import Builder
from generator.staff.importer.rows import Placed, Row
from generator.staff.importer.vocabulary import MEASURE_WORDS

_MOTTO = re.compile(r"[«“\"„][^«»“”\"]{3,150}[»”“\"]\.?")
_LONGEST_GOAL = 600
_FACTS = {"term", "start", "end", "term-year", "executors", "indicators", "sources", "mixed", "total", "year", "budget"}


def is_goal_row(row: Row, following: Row | None) -> bool:
    """Return whether a row that is not merged is a goal all the same: a level word or a higher number, no facts."""
    measure = row.measure()
    if any(placed.roles & _FACTS for placed in row.cells) or row.of("goal"):
        return False
    if measure is None:
        text = row.fresh[0].cell.text if row.fresh else ""
        return bool(split_number(text, bare=True).rest) or bool(goal_label(text).level)
    if not measure.fresh or following is None:
        return False
    label = goal_label(measure.cell.text)
    if label.level:
        return fold_words(label.level) not in MEASURE_WORDS or _is_above(label.number, following)
    return _is_above(row.number() or label.number, following)


def _is_above(number: str, following: Row) -> bool:
    """Return whether the row below is numbered under `number`."""
    measure = following.measure()
    below = following.number() or (split_number(measure.cell.text).number if measure else "")
    below = below or goal_label(measure.cell.text).number if measure else below
    return bool(number) and below.startswith(f"{number}.")


def enter_full_width(builder: Builder, row: Row) -> None:
    """Begin the goals that a full-width row names."""
    cell = next((placed for placed in reversed(row.fresh) if placed.columns[0].role != "number"), row.fresh[-1])
    lines = [line for paragraph in cell.cell.paragraphs for line in paragraph.lines]
    for index, (label, motto) in enumerate(_goals_of(lines)):
        number = label.number or (row.number() if index == 0 else "")
        _enter(builder, label, number, motto, row.place)


def enter_paragraph(builder: Builder, lines: list[str], place: str) -> None:
    """Begin the goals that a paragraph before a table names."""
    for label, motto in _goals_of(lines):
        _enter(builder, label, label.number, motto, place)


def enter_columns(builder: Builder, row: Row, columns: Sequence[Column]) -> None:
    """Begin the goals of the goal columns where a cell begins a new one."""
    for column in goal_columns(columns):
        for placed in row.cells:
            if placed.fresh and placed.columns[0] == column:
                _enter_cell(builder, row, column, placed)


def _enter_cell(builder: Builder, row: Row, column: Column, placed: Placed) -> None:
    lines = [line for paragraph in placed.cell.paragraphs for line in paragraph.lines]
    if _continues_goal(builder, row, placed.cell.text):
        builder.note(
            "numbering",
            placed.cell.place,
            placed.cell.text,
            "У клітинці лише номер без назви; вважаємо, що тут триває ціль, розпочата вище.",
        )
        return
    for index, (label, motto) in enumerate(_goals_of(lines)):
        level = label.level or column.level
        number = label.number or (_number_beside(row, placed) if index == 0 else "")
        named = Label(level, number, label.printed, label.title)
        _enter(builder, named, number, motto, placed.cell.place)


def _number_beside(row: Row, placed: Placed) -> str:
    """Return the number that stands in a column of its own beside a goal and is the goal's, not the measure's."""
    cells = [other for other in row.of("number") if other.fresh and not other.is_date]
    number, measure = row.number(), row.measure()
    if not cells or not number or cells[0].cell.left > placed.cell.left:
        return ""
    beside = split_number(measure.cell.text).number if measure is not None else ""
    return number if beside.startswith(f"{number}.") else ""


def _continues_goal(builder: Builder, row: Row, text: str) -> bool:
    """Return whether the cell has only a stray number; one that the measure beside it bears out is a goal's own."""
    numbered = split_number(text, bare=True)
    if not numbered.number or numbered.rest.strip() or builder.tree.current is None:
        return False
    measure = row.measure()
    beside = split_number(measure.cell.text).number if measure is not None else ""
    own = row.number() or beside
    return not own.startswith(f"{numbered.number}.") or builder.tree.current.number == numbered.number


def _goals_of(lines: list[str]) -> list[tuple[Label, str]]:
    """Split lines into goals («Стратегічна ціль 1 …», «Операційна ціль 1.1 …» in one cell), each with its motto."""
    goals: list[tuple[Label, list[str]]] = []
    for line in lines:
        label = goal_label(line)
        if not goals or (label.level and label.number):
            goals.append((label, [label.title] if label.title else []))
        else:
            goals[-1][1].append(line)
    return [_with_motto(label, titles) for label, titles in goals]


def _with_motto(label: Label, titles: list[str]) -> tuple[Label, str]:
    motto = titles.pop() if len(titles) > 1 and _MOTTO.fullmatch(titles[-1]) else ""
    return Label(label.level, label.number, label.printed, " ".join(titles)), motto


def _enter(builder: Builder, label: Label, number: str, motto: str, place: str) -> None:
    title = label.title
    goal = builder.tree.enter(label.level, number, title, label.printed, motto, place)
    if goal.place != place:
        return
    if motto:
        builder.note("motto", place, motto, "Гасло, надруковане разом із ціллю.")
    if not title:
        builder.note("check", place, label.printed, "Ціль без назви: у документі лише номер або слово.")
    if len(title) > _LONGEST_GOAL:
        builder.note("check", place, "", "Дуже довга назва цілі; перевірте, чи це не примітка.")
