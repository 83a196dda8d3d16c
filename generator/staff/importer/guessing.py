"""A plan table without a header: columns are told by what stands in them."""

import re
from collections.abc import Callable

from generator.staff.importer.columns import Column
from generator.staff.importer.document import Table
from generator.staff.importer.executors import starts_body
from generator.staff.importer.headings import Header
from generator.staff.importer.matching import split_number
from generator.staff.importer.money import is_sum
from generator.staff.importer.vocabulary import TERM_LIKE

_MOST = 0.5
_FEWEST_ROWS = 2
_LONGEST_TERM = 80
_LONGEST_BODY = 400


def guess_header(table: Table) -> Header | None:
    """Guess a header of no rows, or None when the table doesn't look like a plan."""
    longest = max((len(row) for row in table.rows), default=0)
    rows = [row for row in table.rows if len(row) == longest]
    if longest < 3 or len(rows) < _FEWEST_ROWS:  # noqa: PLR2004 -- a measure, its term and its executors
        return None
    texts = [[row[column].text for row in rows if row[column].text] for column in range(longest)]
    roles = _roles(texts)
    if "measure" not in roles or "term" not in roles or "executors" not in roles:
        return None
    columns = tuple(Column(role, "", cell.left, cell.right) for role, cell in zip(roles, rows[0], strict=True))
    return Header(columns, 0, 0, 1.0)


def _roles(texts: list[list[str]]) -> list[str]:
    roles = [""] * len(texts)
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (("number", _is_number), ("term", _is_term))
    for role, test in tests:
        for index, column in enumerate(texts):
            if not roles[index] and _share(column, test) > _MOST and role not in roles:
                roles[index] = role
    measure = max(
        (index for index, role in enumerate(roles) if not role),
        key=lambda index: (_share(texts[index], _is_numbered) * len(texts[index]), sum(map(len, texts[index]))),
        default=None,
    )
    if measure is None:
        return roles
    roles[measure] = "measure"
    for index, column in enumerate(texts):
        if roles[index]:
            continue
        if index < measure:
            roles[index] = "goal"
        elif _share(column, is_sum) > _MOST:
            roles[index] = "total" if "total" not in roles else "other"
        elif "executors" not in roles and _share(column, _is_body) > _MOST:
            roles[index] = "executors"
        else:
            roles[index] = "indicators"
    return roles


def _share(column: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, column)) / len(column) if column else 0.0


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)*\.?", text))


def _is_numbered(text: str) -> bool:
    return bool(split_number(text).number)


def _is_term(text: str) -> bool:
    return len(text) <= _LONGEST_TERM and bool(TERM_LIKE.search(text))


def _is_body(text: str) -> bool:
    return len(text) <= _LONGEST_BODY and starts_body(text) and not split_number(text).number
