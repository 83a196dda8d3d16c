"""Header rows of a table: where they are, and the columns they make."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.country.forms import Form, form_of
from generator.language.folding import fold_words
from generator.staff.importer.columns import MONEY, Column, read_columns, role_of
from generator.staff.importer.document import Cell, Table
from generator.staff.importer.matching import split_number
from generator.staff.importer.vocabulary import SUBHEADING, UNIT, YEAR_COLUMN

_LONGEST_HEADING = 160
_LONGEST_OF_TWO = 40
_LATEST_FIRST = 300
"""A table whose first rows have no header has none."""
_MOST_DEPTH = 8
_ENOUGH = 0.5


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
        what_else = roles & {"indicators", "sources", "mixed", "total", "year", "part"}
        enough = self.recognised >= _ENOUGH or {"term", "executors"} <= roles
        known = "measure" in roles and "foreign" not in roles and enough
        return known and (bool(who_or_when) or len(what_else) > 1)

    @property
    def form(self) -> str:
        """Name of the known form whose headings these are, in words that say how sure it is; empty for none."""
        return self._known.title if self._known else ""

    @property
    def form_id(self) -> str:
        """Id of that form; empty for none."""
        return self._known.id if self._known else ""

    @property
    def _known(self) -> Form | None:
        return form_of([column.own for column in self.columns if column.role not in {"year", "budget", "part"}])

    @property
    def is_form(self) -> bool:
        """Return whether it is beside a plan: a form to report on what has been done, a table of risks."""
        return "actual" in self.roles or any("ризик" in fold_words(column.own) for column in self.columns)

    @property
    def unit(self) -> str | None:
        """Unit of money as printed in a heading."""
        for column in self.columns:
            found = UNIT.search(column.heading) if column.role in MONEY | {"mixed"} else None
            if found:
                return found[0].strip(" ,;)")
        return None


def find_headers(table: Table) -> list[Header]:
    """Find the header of a table and its repetitions further down; none in a table that holds no plan."""
    headers: list[Header] = []
    row = 0
    while row < len(table.rows) and (headers or row < _LATEST_FIRST):
        header = _header_at(table, row, whole=bool(headers))
        if header is not None and not headers and "foreign" in header.roles and not header.is_plan:
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
    texts = [fold_words(cell.text) for cell in own]
    return all(YEAR_COLUMN.match(text) or SUBHEADING.match(text) or role_of(text) for text in texts) and all(
        _can_be_heading(cell) for cell in own
    )


def _columns(rows: Sequence[tuple[Cell, ...]]) -> tuple[Column, ...]:
    longest = max(rows[::-1], key=len)
    return read_columns([(_stack(rows, cell), cell.left, cell.right) for cell in longest])


def _stack(rows: Sequence[tuple[Cell, ...]], lowest: Cell) -> list[str]:
    """Return the headings over a column, from the top."""
    spot = Column("", "", lowest.left, lowest.right)
    seen: list[Cell] = []
    for row in rows:
        for cell in row:
            if spot.overlap(cell) > 0.5 and not any(cell is other for other in seen):  # noqa: PLR2004
                seen.append(cell)
    return [cell.text for cell in seen if cell.text]
