"""Money of a plan as a whole, from the totals the document prints."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import amount, in_figures
from generator.model.money_lines import lines_of, part_of, whole
from generator.model.plan import Plan
from generator.model.records.money import FundingRecord, MoneyLineRecord, TotalRecord


@dataclass(frozen=True, slots=True)
class YearSum:
    """A year and its sum: as a number, and as the document prints it or as we added it up."""

    year: int
    value: Decimal
    printed: str


def years_of(plan: Plan) -> list[YearSum]:
    """Return the printed grand total by year, else what the totals by source come to; nothing without any."""
    lines = _lines(plan)
    found = []
    for year in sorted({line.year for line in lines if line.year}):
        printed = next((line.sum for line in lines if line.year == year and not line.source), None)
        value = amount(printed) if printed else part_of(lines, None, year=year)
        if printed or value is not None:
            found.append(YearSum(year, value or Decimal(), printed or in_figures(value or Decimal())))
    return found


def grand_total(plan: Plan) -> str | None:
    """Return the printed grand total of the document."""
    row = grand_row(plan)
    return row.total if row else None


def grand_row(plan: Plan) -> TotalRecord | None:
    """Return the row with the total of the whole plan; one that names a source only where it is the only one."""
    rows = [row for row in plan.record.totals if row.goal is None]
    of_all = [row for row in rows if row.total and (row.source is None or len(rows) == 1)]
    return next(iter(of_all), None)


def added_totals(plan: Plan) -> Decimal | None:
    """Return what the document's totals of the whole plan come to, where it prints only parts of a grand total."""
    return whole(_lines(plan), None)


def _lines(plan: Plan) -> list[MoneyLineRecord]:
    """Return the rows of totals of the whole plan as lines of money."""
    return [
        line
        for row in plan.record.totals
        if row.goal is None
        for line in lines_of(
            FundingRecord(sources=(row.source,) if row.source else (), total=row.total, by_year=row.by_year, lines=())
        )
    ]
