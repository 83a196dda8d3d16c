"""A map of columns given by a person, for a table that no heuristic should guess: «A=number, B=measure, C=2026»."""

import re
from dataclasses import dataclass

from generator.language.letters import CYRILLIC_AS_LATIN
from generator.staff.importer.columns import Column
from generator.staff.importer.document import Cell, Table
from generator.staff.importer.headings import Header, find_headers

ROLES = (
    "number", "goal", "measure", "term", "start", "end", "executors", "lead", "with", "customer", "partner",
    "indicators", "unit", "baseline", "sources", "total", "estimate", "remainder", "other",
)  # fmt: skip
HEADER = "header"
"""The key that gives the number of the last heading row: `header=3`."""
_PARTS = {"lead", "with", "customer", "partner"}
_PAIR = re.compile(r"\s*(?P<column>[A-Za-zА-Яа-яІі]{1,3}|\d{1,3}|header)\s*=\s*(?P<role>[\w-]+)\s*")
_YEAR = re.compile(r"20\d\d")


class ColumnMapError(ValueError):
    """What is wrong with a map; the message (Ukrainian) says what to write."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Roles of columns, each known by its letter or its number, and the last heading row (0 for what is found)."""

    roles: dict[str, str]
    header: int = 0


def read_column_map(text: str) -> ColumnMap:
    """Read «A=number, B=measure»; raise ColumnMapError for a word that is no column or no role."""
    roles: dict[str, str] = {}
    header = 0
    for piece in re.split(r"[,;]", text):
        found = _PAIR.fullmatch(piece)
        if found is None:
            raise ColumnMapError(
                f"«{piece.strip()}» не зрозуміло; пишіть так: A=number, B=measure, C=term, D=executors"
            )
        column, role = found["column"], found["role"].lower()
        if column == HEADER and role.isdecimal():
            header = int(role)
        elif role in ROLES or _YEAR.fullmatch(role):
            roles[column.upper().translate(CYRILLIC_AS_LATIN)] = role
        else:
            raise ColumnMapError(f"«{role}» – не роль стовпця; ролі: {', '.join(ROLES)} або рік")
    if "measure" not in roles.values():
        raise ColumnMapError("Скажіть, у якому стовпці заходи: наприклад, B=measure")
    return ColumnMap(roles, header)


def header_by_hand(table: Table, given: ColumnMap) -> Header | None:
    """Return the header that the map makes of a table, or None for a table that lacks one of its columns.

    Columns that the map doesn't name are kept under their own headings.
    """
    widest = max(table.rows, key=len, default=())
    cells = {name: _cell(table, widest, name) for name in given.roles}
    if not all(cells.values()):
        return None
    found = find_headers(table)
    first = found[0].first if found else 0
    last = _row_after(table, given.header) if given.header else found[0].last if found else 1
    roles = {cell.left: given.roles[name] for name, cell in cells.items() if cell is not None}
    columns = tuple(_column(table, cell, roles.get(cell.left, "other"), first, last) for cell in widest)
    return Header(columns, min(first, last), last, 1.0)


def _row_after(table: Table, number: int) -> int:
    """Return the index of the row after the one with this number, as the person's program shows it."""
    return next(
        (index + 1 for index in range(len(table.rows)) if table.row_place(index).endswith(f" {number}")), number
    )


def _cell(table: Table, widest: tuple[Cell, ...], name: str) -> Cell | None:
    if name.isdecimal():
        return widest[int(name) - 1] if 0 < int(name) <= len(widest) else None
    lettered = (cell for row in table.rows for cell in row if cell.place.endswith(f"стовпець {name}"))
    exact = next((cell for cell in lettered if cell.right - cell.left <= 1000 or len(widest) == 1), None)  # noqa: PLR2004
    if exact is not None or len(name) > 1 or "аркуш" in table.place:
        return exact
    index = ord(name) - ord("A")
    return widest[index] if 0 <= index < len(widest) else None


def _column(table: Table, cell: Cell, role: str, first: int, last: int) -> Column:
    spot = Column("", "", cell.left, cell.right)
    over = [one for row in table.rows[first:last] for one in row if spot.overlap(one) > 0.5 and one.text]  # noqa: PLR2004
    own = over[-1].text if over else ""
    year = role if _YEAR.fullmatch(role) else ""
    known = "year" if year else "executors" if role in _PARTS else role
    return Column(known, own, cell.left, cell.right, year=year, own=own, part=role if role in _PARTS else "")
