"""The cells of one row that a person fills in, together one answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from generator.model.plan import Measure, Plan
from generator.staff.reporting.answer import Answer, money_unit
from generator.staff.reporting.cells import (
    CellProblem,
    CellValue,
    read_day,
    read_evidence,
    read_status,
    read_sum,
    read_target,
    read_text,
)
from generator.staff.reporting.columns import Field
from generator.staff.reporting.indicator_cells import read_values
from generator.staff.reporting.workbook import FilledRow

if TYPE_CHECKING:
    from generator.model.vocabulary import Status

ValueT = TypeVar("ValueT")
Faults = list[tuple[Field, str]]
"""Columns with what is wrong in them, in words."""


@dataclass(slots=True)
class _Cells:
    row: FilledRow
    faults: Faults = field(default_factory=list)

    def read(self, column: Field, reader: Callable[[CellValue], ValueT], otherwise: ValueT) -> ValueT:
        if column in self.row.faults:
            self.faults.append((column, self.row.faults[column]))
            return otherwise
        try:
            return reader(self.row.values.get(column))
        except CellProblem as problem:
            self.faults.append((column, str(problem)))
            return otherwise


def read_answer(row: FilledRow, plan: Plan, measure: Measure) -> tuple[Answer, Faults]:
    """Read what a row says; with any fault the answer is not to be used."""
    cells = _Cells(row)
    silent: tuple[Status | None, str | None] = (None, None)
    status, status_words = cells.read(Field.STATUS, read_status, silent)
    answer = Answer(
        status=status,
        status_words=status_words,
        started=cells.read(Field.STARTED, read_day, None),
        completed=cells.read(Field.COMPLETED, read_day, None),
        spent=cells.read(Field.SPENT, lambda value: read_sum(value, money_unit(plan)), None),
        comment=cells.read(Field.COMMENT, read_text, None),
        evidence=cells.read(Field.EVIDENCE, read_evidence, ()),
        values=cells.read(Field.VALUES, lambda value: read_values(value, measure), ()),
        into=cells.read(Field.INTO, lambda value: read_target(value, plan), None),
    )
    return answer, cells.faults
