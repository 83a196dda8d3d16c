"""How much money measures are planned to cost, from the sums printed beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import amount
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

    A measure costs its total, else the sum of its years. A task that has its own sum stands for its steps.
    """
    found = list(_sums(measures, unit))
    sums = [value for value in found if value is not None]
    return Planned(sum(sums, Decimal()) if sums else None, len(found) - len(sums), len(sums))


def _sums(measures: Iterable[Measure], unit: str | None) -> Iterable[Decimal | None]:
    for measure in measures:
        own = _own(measure, unit)
        if own is None and measure.steps:
            yield from _sums(measure.steps, unit)
        else:
            yield own


def _own(measure: Measure, unit: str | None) -> Decimal | None:
    money = measure.record.funding
    if money is None or money.unit not in (None, unit):
        return None
    total = amount(money.total)
    if total is not None:
        return total
    years = [value for value in map(amount, money.by_year.values()) if value is not None]
    return sum(years, Decimal()) if years else None
