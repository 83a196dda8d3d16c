"""Rows that carry an answer, and whose word each is: what the form, its sheet and the registry say of the sender."""

from dataclasses import dataclass
from datetime import date

from generator.language.folding import fold_name
from generator.model.executor import Executor
from generator.model.plan import Measure, ProgressEntry
from generator.staff.reporting.answer import Answer
from generator.staff.reporting.form import ALL_EXECUTORS, NO_EXECUTOR, UNFILLED_EXECUTOR
from generator.staff.reporting.workbook import FilledRow, FilledSheet


@dataclass(frozen=True, slots=True)
class Filled:
    """A row that carries an answer, before rows of one measure are compared."""

    row: FilledRow
    measure: Measure
    answer: Answer
    is_untouched: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A filled row with its day and sender."""

    item: Filled
    day: date
    body: Executor | None
    source: str | None


def body_of(sheet: FilledSheet, measure: Measure) -> Executor | None:
    """Find the executor whose form this is; None for the community's own, and for a name the measure does not have."""
    named = fold_name(sheet.responsible)
    return next((body for body in measure.answering if named in _names(body)), None)


def _names(body: Executor) -> set[str]:
    return {fold_name(name) for name in (body.record.name, body.record.short_name, *body.record.spellings) if name}


def called(entry: ProgressEntry) -> str:
    """Name whoever a report comes from."""
    return entry.executor.label if entry.executor else entry.record.source or "громада"


def sender_of(sheet: FilledSheet) -> str | None:
    """Return who filled the sheet, where its form is one body's."""
    return sheet.responsible if sheet.responsible not in {"", ALL_EXECUTORS, NO_EXECUTOR, UNFILLED_EXECUTOR} else None
