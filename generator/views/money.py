"""Money of a plan by year, from the totals the document prints."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import amount
from generator.model.plan import Plan


@dataclass(frozen=True, slots=True)
class YearSum:
    """A year and its sum: as a number, and as the document prints it."""

    year: int
    value: Decimal
    printed: str


def years_of(plan: Plan) -> list[YearSum]:
    """Return the printed grand total by year; nothing when the document prints none."""
    grand = next((total for total in plan.record.totals if total.goal is None), None)
    if grand is None:
        return []
    return [YearSum(year, amount(printed) or Decimal(), printed) for year, printed in sorted(grand.by_year.items())]


def grand_total(plan: Plan) -> str | None:
    """Return the printed grand total of the document."""
    return next((total.total for total in plan.record.totals if total.goal is None), None)
