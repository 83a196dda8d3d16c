"""Columns that only some documents have: fields declared with `column`, and those kept under their own headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.records.field import Column, declared
from generator.model.records.measure import MeasureRecord
from generator.model.records.plan import PlanRecord


@dataclass(frozen=True, slots=True)
class Further:
    """What one measure has in such a column. `unit` is the plan's unit of a sum, where it names one."""

    heading: str
    words: str
    unit: str | None = None


_DECLARED: tuple[tuple[str, Column], ...] = tuple(
    (field.name, field.column) for field in declared(MeasureRecord) if field.column
)


def further(plan: PlanRecord, measure: MeasureRecord) -> Iterator[Further]:
    """Yield what a measure of a plan has in such columns."""
    for name, column in _DECLARED:
        if words := getattr(measure, name):
            yield Further(_heading(plan, name, column), words, plan.money_unit if column.is_money else None)
    for heading, words in measure.other.items():
        yield Further(heading, words)


def further_headings(plan: PlanRecord, measures: Iterable[MeasureRecord]) -> list[str]:
    """Return the headings that some measure has something under, declared columns first."""
    met = dict.fromkeys(one.heading for measure in measures for one in further(plan, measure))
    first = [heading for name, column in _DECLARED if (heading := _heading(plan, name, column)) in met]
    return list(dict.fromkeys([*first, *met]))


def _heading(plan: PlanRecord, name: str, column: Column) -> str:
    """Return the document's heading of a column, or ours where it prints none."""
    return getattr(plan.columns, name, None) or column.heading
