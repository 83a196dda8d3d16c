"""Building a Table row by row while its cells and merges are read."""

from dataclasses import dataclass, field

from generator.staff.importer.document import Block, Cell, Table, Unread

_DEFAULT_WIDTH = 1000


@dataclass(slots=True)
class _Draft:
    content: tuple[Block, ...]
    place: str
    row: int
    first: int
    last: int
    """Grid columns covered; `last` is exclusive."""
    rowspan: int = 1
    unread: Unread | None = None


@dataclass(slots=True)
class TableBuilder:
    """Collects cells; `grid` gives column widths where the file knows them."""

    title: str
    grid: list[int] = field(default_factory=list)
    _rows: list[list[_Draft]] = field(default_factory=list)
    _column: int = 0
    _names: list[str] = field(default_factory=list)

    def begin_row(self, skipped: int = 0, name: str = "") -> None:
        """Begin a row, leaving out `skipped` grid columns at its left; `name` is the number its program shows."""
        self._rows.append([])
        self._names.append(name or str(len(self._rows)))
        self._column = skipped

    def next_place(self) -> str:
        """Name the place of the cell that comes next."""
        return f"{self.title}, рядок {len(self._rows)}, стовпець {len(self._rows[-1]) + 1}"

    def add(
        self, span: int, content: tuple[Block, ...], rowspan: int = 1, place: str = "", unread: Unread | None = None
    ) -> None:
        """Add a cell over `span` grid columns; `rowspan` only says how many rows it is declared to cover."""
        row = len(self._rows) - 1
        where = place or self.next_place()
        self._rows[-1].append(_Draft(content, where, row, self._column, self._column + span, rowspan, unread))
        self._column += span

    def widen(self, span: int) -> None:
        """Let the last cell of the row cover `span` more grid columns (the old kind of horizontal merge)."""
        if self._rows[-1]:
            self._rows[-1][-1].last += span
        self._column += span

    def _above(self, span: int) -> _Draft | None:
        if len(self._rows) < 2:  # noqa: PLR2004 -- there is a row above
            return None
        edges = self._column, self._column + span
        above = self._rows[-2]
        exact = next((cell for cell in above if (cell.first, cell.last) == edges), None)
        return exact or next((cell for cell in above if cell.first == edges[0]), None)

    def can_continue(self, span: int) -> bool:
        """Return whether there is a cell above that the next cell can continue."""
        return self._above(span) is not None

    def continue_above(self, span: int) -> None:
        """Let the cell above cover this place too."""
        above = self._above(span)
        if above is not None:
            above.rowspan = len(self._rows) - above.row
            self._rows[-1].append(above)
        self._column += span

    def build(self) -> Table:
        """Return the finished table; rows without cells stay, as empty rows, so that places keep their numbers."""
        made: dict[int, Cell] = {}
        for row in self._rows:
            for cell in row:
                if id(cell) not in made:
                    left, right = self._edge(cell.first), self._edge(cell.last)
                    made[id(cell)] = Cell(cell.content, cell.place, cell.row, cell.rowspan, left, right, cell.unread)
        rows = tuple(tuple(made[id(cell)] for cell in row) for row in self._rows)
        return Table(rows, self.title, tuple(self._names))

    def _edge(self, column: int) -> int:
        known = self.grid[:column]
        return sum(known) + _DEFAULT_WIDTH * (column - len(known))
