"""A row of a plan table seen through its columns, and what kind of row it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from generator.language.folding import fold_words
from generator.staff.importer.columns import Column
from generator.staff.importer.document import Cell, Table, Unread
from generator.staff.importer.matching import split_number
from generator.staff.importer.money import is_sum
from generator.staff.importer.vocabulary import NO_MONEY, REMARK_ROW, TOTAL_ROW

_HALF = 0.5
_MOST = 0.6
_LONGEST_TOTAL = 200
_HEADS = {"number", "goal", "measure"}
_FACTS = {"term", "start", "end", "term-year", "executors", "indicators", "sources", "mixed", "other", "progress"}


class RowKind(Enum):
    """What a row is."""

    EMPTY = auto()
    COLUMN_NUMBERS = auto()
    TOTAL = auto()
    FULL_WIDTH = auto()
    REMARK = auto()
    CONTINUED = auto()
    """It continues the measure above."""
    MEASURE = auto()
    GOAL_ONLY = auto()


_NOT_MISSING = frozenset({Unread.FORMULA, Unread.ERROR, Unread.TAKEN_OUT})
"""Why a cell without words doesn't say that the document lacks them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A non-empty cell and the columns it covers."""

    cell: Cell
    columns: tuple[Column, ...]
    fresh: bool
    """The cell begins in this row; otherwise it is merged from above."""

    @property
    def is_date(self) -> bool:
        """Return whether Excel holds a date here: no number and no sum, whatever was typed."""
        return self.cell.unread is Unread.DATE

    @property
    def roles(self) -> set[str]:
        """Roles of the columns it covers."""
        return {column.role for column in self.columns}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a plan table."""

    cells: tuple[Placed, ...]
    width: int
    """Number of columns of the table."""
    place: str
    alone: bool
    """The row consists of one cell."""
    unread: frozenset[str] = frozenset()
    """Roles of the columns where the file holds something that could not be read."""

    @property
    def fresh(self) -> list[Placed]:
        """Cells that begin here."""
        return [placed for placed in self.cells if placed.fresh]

    def of(self, *roles: str) -> list[Placed]:
        """Cells whose first column has one of the roles."""
        return [placed for placed in self.cells if placed.columns and placed.columns[0].role in roles]

    def measure(self) -> Placed | None:
        """Return the cell that covers the measure column."""
        return next((placed for placed in self.cells if "measure" in placed.roles), None)

    def number(self) -> str:
        """Return the number from the number column, without its last dot."""
        texts = [placed.cell.text for placed in self.of("number") if placed.fresh and not placed.is_date]
        return split_number(texts[0].replace(",", "."), bare=True).number if len(texts) == 1 else ""


def see(table: Table, index: int, columns: Sequence[Column]) -> Row:
    """Look at a row through the columns."""
    cells = table.rows[index]
    placed = tuple(Placed(cell, _covered(cell, columns), cell.row == index) for cell in cells if cell.text)
    unread = {
        column.role
        for cell in cells
        if cell.unread in _NOT_MISSING and cell.row == index
        for column in _covered(cell, columns)
        if cell.unread is not Unread.TAKEN_OUT or column.role != "measure"  # a measure that was struck out is none
    }
    return Row(placed, len(columns), table.row_place(index), len(cells) == 1, frozenset(unread))


def _covered(cell: Cell, columns: Sequence[Column]) -> tuple[Column, ...]:
    covered = tuple(column for column in columns if column.overlap(cell) > _HALF)
    if covered or not columns:
        return covered
    nearest = max(columns, key=lambda column: column.overlap(cell))
    return (nearest,) if nearest.overlap(cell) > 0 else (columns[-1],)


def kind_of(row: Row) -> RowKind:
    """Tell what kind of row it is."""
    fresh = row.fresh
    if not fresh:
        return RowKind.EMPTY
    if _is_column_numbers(fresh):
        return RowKind.COLUMN_NUMBERS
    if _is_total(row):
        return RowKind.TOTAL
    if _is_full_width(row):
        return RowKind.REMARK if REMARK_ROW.match(fold_words(fresh[-1].cell.text)) else RowKind.FULL_WIDTH
    return _kind_by_measure(row)


def _kind_by_measure(row: Row) -> RowKind:
    measure = row.measure()
    if measure is not None and measure.fresh:
        return RowKind.MEASURE
    if measure is None and all(placed.roles & {"goal", "number"} for placed in row.fresh):
        return RowKind.GOAL_ONLY
    return RowKind.CONTINUED


def _is_column_numbers(cells: Sequence[Placed]) -> bool:
    texts = [placed.cell.text.strip(".") for placed in cells]
    if len(texts) < 3 or not all(text.isdecimal() and len(text) < 3 for text in texts):  # noqa: PLR2004
        return False
    numbers = [int(text) for text in texts]
    return numbers[0] <= 1 and all(after - before == 1 for before, after in pairwise(numbers))


def total_label(row: Row) -> str:
    """Return the words of a row of totals: what stands before its sums."""
    words = [placed.cell.text for placed in row.fresh if not is_sum(placed.cell.text)]
    return words[0] if words else ""


def _is_total(row: Row) -> bool:
    first = row.fresh[0]
    text = first.cell.text
    measure = row.measure()
    covered = measure is not None and not measure.fresh
    leads = bool(first.roles & _HEADS) or first.cell.left == 0 or (measure is None and not _is_unit(first))
    if covered or not leads or len(text) > _LONGEST_TOTAL:
        return False
    if not TOTAL_ROW.match(fold_words(text)):
        return False
    facts = [placed for placed in row.fresh[1:] if placed.columns[0].role in _FACTS]
    return all(NO_MONEY.match(fact.cell.text) or is_sum(fact.cell.text) or _is_unit(fact) for fact in facts)


def _is_unit(placed: Placed) -> bool:
    return placed.columns[0].role in {"sources", "other", "mixed"}


def _is_full_width(row: Row) -> bool:
    """Return whether one cell speaks for the whole row, perhaps after a number in a column of its own."""
    fresh = row.fresh
    if any(not placed.fresh and placed.roles & (_FACTS | {"measure"}) for placed in row.cells):
        return False
    if len(fresh) == 2 and fresh[0].columns[0].role == "number" and len(fresh[0].columns) == 1:  # noqa: PLR2004
        fresh = fresh[1:]
    if len(fresh) != 1:
        return False
    covered = fresh[0].columns
    spans = len(covered) > 1 and len(covered) >= _MOST * row.width
    beside_facts = len(covered) > 1 and bool(fresh[0].roles & _FACTS) and bool(fresh[0].roles & _HEADS)
    return row.alone or spans or beside_facts
