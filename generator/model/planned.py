"""How much money measures are planned to cost, from the sums printed beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.money_lines import lines_of, part_of, whole
from generator.model.plan import Measure


@dataclass(frozen=True, slots=True)
class Planned:
    """Sums of measures added up; `total` is None when none has a sum.

    `summed` counts the measures that have one, `silent` the rest.
    """

    total: Decimal | None
    silent: int
    summed: int


def planned(measures: Iterable[Measure], unit: str | None) -> Planned:
    """Add what measures cost, those under them too; `unit` is the plan's, sums in another one are no sums here.

    A measure costs its total, else the sum of its parts. A task that has its own sum stands for its steps.
    One removed from its plan costs nothing any more.
    """
    found = list(_sums(measures, unit))
    sums = [value for value in found if value is not None]
    return Planned(sum(sums, Decimal()) if sums else None, len(found) - len(sums), len(sums))


def planned_part(measures: Iterable[Measure], unit: str | None, source: str | None, year: int | None) -> Decimal | None:
    """Add what measures cost from a source, in a year or both; None where some of it cannot be told."""
    total = Decimal()
    for measure in measures:
        own = measure.record.funding
        cells = measure.record.unaligned
        if cells and (cells.total or cells.by_year):
            return None
        lines = lines_of(own) if own else ()
        value: Decimal | None
        if measure.steps and whole(lines, unit) is None:
            value = planned_part(measure.steps, unit, source, year)
        else:
            value = part_of(lines, unit, source, year)
        if value is None:
            return None
        total += value
    return total


def _sums(measures: Iterable[Measure], unit: str | None) -> Iterable[Decimal | None]:
    for measure in measures:
        if measure.record.removed:
            continue
        own = whole(lines_of(measure.record.funding), unit) if measure.record.funding else None
        if own is None and measure.steps:
            yield from _sums(measure.steps, unit)
        else:
            yield own
