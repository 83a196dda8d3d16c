"""Header rows of a table: which column holds what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.staff.importer.document import Cell, Table
from generator.staff.importer.labels import column_level, level_rank
from generator.staff.importer.matching import fold, split_number
from generator.staff.importer.vocabulary import (
    BUDGET_COLUMN,
    MONEY_WORDS,
    ROLE_PATTERNS,
    SUBHEADING,
    TOTAL_COLUMN,
    UNIT,
    YEAR_COLUMN,
)

_LONGEST_HEADING = 160
_LONGEST_OF_TWO = 40
_LATEST_FIRST = 300
"""A table whose first rows have no header has none."""
_MOST_DEPTH = 6
_ENOUGH = 0.5
MONEY = frozenset({"total", "year", "budget", "funding"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a plan table."""

    role: str
    """`number`, `goal`, `measure`, `term`, `executors`, `indicators`, `sources`, `total`, `year`, `budget` …"""
    heading: str
    """As printed; headings above it first."""
    left: int
    right: int
    year: str = ""
    level: str = ""
    """For a goal column, the word of its level."""
    own: str = ""
    """The lowest heading alone."""

    def overlap(self, cell: Cell) -> float:
        """Return how much of the column the cell covers, 0 to 1."""
        common = min(self.right, cell.right) - max(self.left, cell.left)
        return max(common, 0) / max(self.right - self.left, 1)


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its columns and the rows it takes."""

    columns: tuple[Column, ...]
    first: int
    last: int
    """Index of the row after the header."""
    recognised: float
    """Share of columns that are understood."""

    @property
    def roles(self) -> set[str]:
        """Roles of the columns."""
        return {column.role for column in self.columns}

    @property
    def is_plan(self) -> bool:
        """Return whether such a table can hold a plan."""
        roles = self.roles
        who_or_when = roles & {"term", "start", "end", "executors"}
        what_else = roles & {"indicators", "sources", "mixed", "total", "year"}
        known = "measure" in roles and "foreign" not in roles and self.recognised >= _ENOUGH
        return known and (bool(who_or_when) or len(what_else) > 1)

    @property
    def is_form(self) -> bool:
        """Return whether it is a form to report on, with columns for what has been done."""
        return "actual" in self.roles

    @property
    def unit(self) -> str | None:
        """Unit of money as printed in a heading."""
        for column in self.columns:
            found = UNIT.search(column.heading) if column.role in MONEY | {"mixed"} else None
            if found:
                return found[0].strip(" ,;)")
        return None


@lru_cache(maxsize=2048)
def role_of(heading: str) -> str:
    """Return the role a heading names, or an empty string."""
    folded = fold(re.sub(r"^\d+\.?\s+", "", heading))
    return next((role for role, pattern in ROLE_PATTERNS if pattern.search(folded)), "") if folded else ""


def find_headers(table: Table) -> list[Header]:
    """Find the header of a table and its repetitions further down; none in a table that holds no plan."""
    headers: list[Header] = []
    row = 0
    while row < len(table.rows) and (headers or row < _LATEST_FIRST):
        header = _header_at(table, row, whole=bool(headers))
        if header is not None and not headers and "foreign" in header.roles:
            return []
        if header is not None and header.is_plan and (not headers or header.recognised == 1):
            headers.append(header)
            row = header.last
        else:
            row += 1
    return headers


def _header_at(table: Table, row: int, *, whole: bool) -> Header | None:
    """Read a header that begins at a row; with `whole` every cell of that row must be a known heading."""
    cells = [cell for cell in table.rows[row] if cell.row == row and cell.text]
    if len(cells) < 2 or not all(_can_be_heading(cell) for cell in cells):  # noqa: PLR2004
        return None
    known = [bool(role_of(cell.text)) for cell in cells]
    if not any(known) or (whole and not all(known)):
        return None
    if len(cells) == 2 and any(len(cell.text) > _LONGEST_OF_TWO for cell in cells):  # noqa: PLR2004
        return None  # two cells with the right words may well be sentences
    last = row + min(max(cell.rowspan for cell in cells), _MOST_DEPTH)
    while last < min(len(table.rows), row + _MOST_DEPTH) and _is_subheader(table, last, cells):
        last += 1
    last = min(last, len(table.rows))
    columns = _columns(table.rows[row:last])
    named = [column for column in columns if column.heading]
    understood = sum(1 for column in named if column.role)
    return Header(columns, row, last, understood / max(len(named), 1))


def _can_be_heading(cell: Cell) -> bool:
    text = cell.text
    return len(text) <= _LONGEST_HEADING and len(split_number(text).parts) < 2  # noqa: PLR2004


def _is_subheader(table: Table, row: int, above: Sequence[Cell]) -> bool:
    """Return whether a row continues the header: only years and the like, none under the first heading."""
    own = [cell for cell in table.rows[row] if cell.row == row and cell.text]
    if not own or own[0].left <= min(cell.left for cell in above):
        return False
    texts = [fold(cell.text) for cell in own]
    return all(YEAR_COLUMN.match(text) or SUBHEADING.match(text) or role_of(text) for text in texts) and all(
        _can_be_heading(cell) for cell in own
    )


def _columns(rows: Sequence[tuple[Cell, ...]]) -> tuple[Column, ...]:
    columns = []
    for cell in max(rows[::-1], key=len):
        stack = _stack(rows, cell)
        columns.append(_column(stack, cell.left, cell.right))
    return _settled(columns)


def _stack(rows: Sequence[tuple[Cell, ...]], lowest: Cell) -> list[str]:
    """Return the headings over a column, from the top."""
    spot = Column("", "", lowest.left, lowest.right)
    seen: list[Cell] = []
    for row in rows:
        for cell in row:
            if spot.overlap(cell) > 0.5 and not any(cell is other for other in seen):  # noqa: PLR2004
                seen.append(cell)
    return [cell.text for cell in seen if cell.text]


def _column(stack: list[str], left: int, right: int) -> Column:
    heading = " / ".join(stack)
    own = stack[-1] if stack else ""
    above = " ".join(stack[:-1])
    year = YEAR_COLUMN.match(fold(own))
    context = "funding" if MONEY_WORDS.search(fold(above)) else role_of(above)
    if year:
        role = {"term": "term-year", "indicators": "indicators", "actual": "actual"}.get(context, "year")
        return Column(role, heading, left, right, year=year[1], own=own)
    role = role_of(own)
    if TOTAL_COLUMN.match(fold(own)) and context in {"", "funding", "mixed", "sources"}:
        role = "total"
    elif BUDGET_COLUMN.search(fold(own)) and context in {"funding", "mixed", "sources"}:
        role = "budget"
    elif context == "actual":
        role = "actual"
    elif context == "term" and role in {"start", "end", ""}:
        role = role or "term"
    elif not role or (role == "funding" and context):
        role = context or role
    return Column(role, heading, left, right, level=column_level(own), own=own)


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
    return tuple(_without_rivals(_money_settled(columns)))


def _money_settled(columns: list[Column]) -> list[Column]:
    """Make the first general column of sums the total."""
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
        worded = [index for index in rivals if re.search(r"зах[оі]д", fold(columns[index].own))]
        kept = (worded or rivals or [-1])[0]
        columns = [
            replace(column, role="other") if index in rivals and index != kept else column
            for index, column in enumerate(columns)
        ]
    return columns


def goal_columns(columns: Sequence[Column]) -> list[Column]:
    """Return the goal columns, the highest level first."""
    goals = [column for column in columns if column.role == "goal"]
    ranks = [level_rank(column.level) for column in goals]
    if len(set(ranks)) == len(ranks) and None not in ranks:
        return [column for _, column in sorted(zip(ranks, goals, strict=True), key=lambda pair: pair[0] or 0)]
    return sorted(goals, key=lambda column: column.left)
