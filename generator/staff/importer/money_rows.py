"""Money of a measure's row: which sum belongs to which measure, source, purpose and year."""

from generator.language.folding import fold_words
from generator.staff.importer.alignment import Groups, grouped, lines_of
from generator.staff.importer.columns import Column
from generator.staff.importer.headings import Header
from generator.staff.importer.money import Money, is_sum
from generator.staff.importer.openings import OpenMeasure
from generator.staff.importer.rows import Placed, Row
from generator.staff.importer.vocabulary import TOTAL_COLUMN

SUMS = {"total", "year", "budget", "part", "mixed", "sources", "estimate", "remainder"}
PLAIN_SUMS = {"total", "year", "budget", "part", "estimate", "remainder"}


def share_money(header: Header, placed: Placed, groups: Groups, made: list[OpenMeasure]) -> None:
    for measure, lines in zip(made, groups, strict=True):
        if says_total(placed):
            measure.money[-1].is_total = True
        else:
            add_money(measure.money[-1], header, placed.columns, lines)


def says_total(placed: Placed) -> bool:
    """Return whether the column of sources only says that the row is the sum of those below."""
    return placed.columns[0].role == "sources" and bool(TOTAL_COLUMN.match(fold_words(placed.cell.text)))


def add_money(money: Money, header: Header, columns: tuple[Column, ...], lines: list[str]) -> None:
    """Put the lines of a cell where its columns say; words over several columns count once."""
    role = columns[0].role
    sums = [column for column in columns if column.role in PLAIN_SUMS]
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
        sums = tuple(column for column in placed.columns if column.role in PLAIN_SUMS | {"sources"})
        if placed.cell.text != skip and sums:
            add_money(money, header, sums, lines_of(placed.cell))
    return money


def rows_with_sums(others: list[Placed], size: int, *, task: bool) -> list[bool]:
    """Say for each measure of the row whether any column of sums has a figure for it."""
    figures = [False] * size
    for placed in others:
        groups = grouped(placed.cell, size) if placed.columns[0].role in PLAIN_SUMS and task else None
        for index, lines in enumerate(groups or []):
            figures[index] |= any(letter.isdigit() for line in lines for letter in line)
    return figures


def beside_sums(placed: Placed, with_sums: list[bool]) -> Groups | None:
    """Put sources beside the measures that have sums, if there are as many of them."""
    groups = grouped(placed.cell, sum(with_sums)) if placed.columns[0].role == "sources" else None
    if groups is None or not any(with_sums) or grouped(placed.cell, len(with_sums)) is not None:
        return None
    following = iter(groups)
    return [next(following) if has else [] for has in with_sums]


def is_common_sum(placed: Placed, groups: Groups, made: list[OpenMeasure]) -> bool:
    """Return whether one sum stands for several measures: of this cell or, merged downwards, of several rows."""
    text = placed.cell.text
    if not is_sum(text) or not any(letter.isdigit() for letter in text):
        return False
    several = len(made) > 1 and made[1].parent is None and len(placed.cell.texts) == 1 and groups[0] == groups[-1]
    return several or placed.cell.rowspan > 1
