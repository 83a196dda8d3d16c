"""Columns of a plan table: what each holds, told by all the headings above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.country.forms import Form, form_of
from generator.language.folding import fold_words
from generator.staff.importer.document import Cell
from generator.staff.importer.labels import column_level, level_rank, sentence_case
from generator.staff.importer.participants import role_of_heading
from generator.staff.importer.vocabulary import (
    BUDGET_COLUMN,
    ESTIMATE,
    KIND_COLUMN,
    LEADS,
    MONEY_WORDS,
    PARTS_COLUMN,
    REMAINDER,
    ROLE_PATTERNS,
    SOURCE_HEADS,
    TOTAL_COLUMN,
    YEAR_COLUMN,
)

MONEY = frozenset({"total", "year", "budget", "part", "funding", "estimate", "remainder"})
_LONGEST_LEVEL = 40
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a plan table."""

    role: str
    """`number`, `goal`, `measure`, `term`, `executors`, `indicators`, `sources`, `total`, `year`, `budget`, `part` …"""
    heading: str
    """As printed; headings above it first."""
    left: int
    right: int
    year: str = ""
    level: str = ""
    """For a goal column, the word of its level."""
    own: str = ""
    """The lowest heading alone."""
    part: str = ""
    """For a column of executors, the role it gives them."""
    source: str = ""
    """For a column of money, whose money it is."""
    kind: str = ""
    """For a column of money, what it is for: «капітальні вкладення»."""

    def overlap(self, cell: Cell) -> float:
        """Return how much of the column the cell covers, 0 to 1."""
        common = min(self.right, cell.right) - max(self.left, cell.left)
        return max(common, 0) / max(self.right - self.left, 1)


@lru_cache(maxsize=2048)
def role_of(heading: str) -> str:
    """Return the role a heading names, or an empty string."""
    folded = fold_words(re.sub(r"^\d+\.?\s+", "", heading))
    if not folded:
        return ""
    found = next((role for role, pattern in ROLE_PATTERNS if pattern.search(folded)), "")
    if found == "foreign":
        return next((role for role, pattern in LEADS if pattern.search(folded)), found)
    return found


def read_columns(stacks: Sequence[tuple[list[str], int, int]]) -> tuple[Column, ...]:
    """Make columns of what is printed over each, from the top, and of its extent."""
    columns = [_column(stack, left, right) for stack, left, right in stacks]
    form = form_of([column.own for column in columns if column.role not in {"year", "budget", "part"}])
    if form is not None:
        columns = [_of_form(form, column) for column in columns]
    return _settled(columns)


def _of_form(form: Form, column: Column) -> Column:
    known = form.column(column.own)
    if known is None:
        return column
    return replace(column, role=known.role, level=known.level or column.level, part=known.part or column.part)


def _column(stack: list[str], left: int, right: int) -> Column:
    heading = " / ".join(stack)
    own = stack[-1] if stack else ""
    above = " ".join(stack[:-1])
    context = "funding" if MONEY_WORDS.search(fold_words(above)) else role_of(above)
    column = Column(role_of(own), heading, left, right, level=column_level(own), own=own)
    if context in {"funding", "mixed", "sources"} or (not above and column.role == "funding"):
        return _money_column(column, stack)
    year = YEAR_COLUMN.match(fold_words(own))
    if year:
        role = {"term": "term-year", "indicators": "target", "actual": "actual"}.get(context, "year")
        return replace(column, role=role, year=year[1])
    if TOTAL_COLUMN.match(fold_words(own)) and not context:
        return replace(column, role="total")
    if context == "actual":
        return replace(column, role="actual")
    if context == "term" and column.role in {"start", "end", ""}:
        return replace(column, role=column.role or "term")
    if column.role == "executors":
        return replace(column, part=role_of_heading(own))
    return column if column.role else replace(column, role=context)


def _money_column(column: Column, stack: list[str]) -> Column:
    """Tell a column of sums: whose money, for what, of which year; the estimate and what is left of it stand apart."""
    folded = [fold_words(text) for text in stack]
    if ESTIMATE.search(folded[0]) or ESTIMATE.search(folded[-1]):
        return replace(column, role="remainder" if REMAINDER.match(folded[-1]) else "estimate")
    if REMAINDER.match(folded[-1]):
        return replace(column, role="remainder")
    below = list(zip(stack, folded, strict=True))[1:]
    year = next((found[1] for text in reversed(folded) if (found := YEAR_COLUMN.match(text))), "")
    names = [(text, low) for text, low in below if not YEAR_COLUMN.match(low) and not PARTS_COLUMN.match(low)]
    kind = next((text for text, low in reversed(names) if KIND_COLUMN.search(low)), "")
    source = next((text for text, low in reversed(names) if BUDGET_COLUMN.search(low) and text != kind), "")
    made = replace(column, year=year, kind=kind, source=source)
    if sum(map(bool, (year, kind, source))) > 1 or kind:
        return replace(made, role="part")
    if year or source:
        return replace(made, role="year" if year else "budget")
    if TOTAL_COLUMN.match(folded[-1]):
        return replace(column, role="total")
    if len(stack) == 1 or column.role in {"", "funding"}:
        return replace(column, role="funding", source=_source_in_brackets(column.own))
    return column


def _source_in_brackets(heading: str) -> str:
    """Find whose money a column of sums is: «Обсяг фінансування (Державний фонд)»."""
    named = (text.strip() for text in _IN_BRACKETS.findall(heading))
    return next(
        (text for text in named if SOURCE_HEADS.match(fold_words(text)) and not YEAR_COLUMN.match(fold_words(text))), ""
    )


def _settled(columns: list[Column]) -> tuple[Column, ...]:
    """Settle what depends on the other columns: «Завдання» beside «Заходи» is a goal, alone it is the measure."""
    roles = [column.role for column in columns]
    if "measure" in roles:
        columns = [replace(column, role="goal") if column.role == "task" else column for column in columns]
    else:
        lowest = max((index for index, role in enumerate(roles) if role == "task"), default=None)
        columns = [
            column if column.role != "task" else replace(column, role="measure" if index == lowest else "goal")
            for index, column in enumerate(columns)
        ]
    if "measure" in roles and {"term", "executors"} <= set(roles):
        columns = _risks_settled(columns)
    return tuple(_parts_settled(_without_rivals(_money_settled(columns))))


def _risks_settled(columns: list[Column]) -> list[Column]:
    """Make the risk that measures answer their goal, and what describes it columns of their own."""
    risk = next((column for column in columns if re.search(r"ризик\w{0,2}$", fold_words(column.own))), None)
    has_goal = any(column.role == "goal" for column in columns)
    settled = []
    for column in columns:
        if column.role == "foreign":
            is_goal = column is risk and not has_goal and len(column.own) <= _LONGEST_LEVEL
            level = sentence_case(column.own) if is_goal else ""
            settled.append(replace(column, role="goal" if is_goal else "other", level=level))
        else:
            settled.append(column)
    return settled


def _money_settled(columns: list[Column]) -> list[Column]:
    """Make the first general column of sums the total; others are kept under their own headings."""
    settled = []
    totals = any(column.role == "total" for column in columns)
    for column in columns:
        role = column.role
        if role == "funding":
            role = "other" if totals else "total"
            totals = True
        settled.append(replace(column, role=role))
    return settled


def _without_rivals(columns: list[Column]) -> list[Column]:
    """Keep one measure column and one number column: the one that says «захід», else the first."""
    for role in ("measure", "number"):
        rivals = [index for index, column in enumerate(columns) if column.role == role]
        worded = [index for index in rivals if re.search(r"зах[оі]д", fold_words(columns[index].own))]
        kept = (worded or rivals or [-1])[0]
        columns = [
            replace(column, role="other") if index in rivals and index != kept else column
            for index, column in enumerate(columns)
        ]
    return columns


def _parts_settled(columns: list[Column]) -> list[Column]:
    """Leave a column of executors its role only where the document tells roles apart."""
    parts = {column.part for column in columns if column.role == "executors"}
    several = sum(column.role == "executors" for column in columns) > 1
    if several or parts & {"customer", "partner", "with"}:
        return columns
    return [replace(column, part="") for column in columns]


def goal_columns(columns: Sequence[Column]) -> list[Column]:
    """Return the goal columns, the highest level first."""
    goals = [column for column in columns if column.role == "goal"]
    ranks = [level_rank(column.level) for column in goals]
    if len(set(ranks)) == len(ranks) and None not in ranks:
        return [column for _, column in sorted(zip(ranks, goals, strict=True), key=lambda pair: pair[0] or 0)]
    return sorted(goals, key=lambda column: column.left)
