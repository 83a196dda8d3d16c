"""Money of one measure on its goal's page: today's short form, line by line, or both."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.money import DASHES
from generator.model.records.money import MoneyLineRecord
from generator.pages.environment import component
from generator.views.commitment import Commitment


def measure_money(item: Commitment) -> str:
    """Show the sums of a measure as the document prints them; nothing where it has none."""
    funding = item.measure.record.funding
    if funding is None:
        return ""
    unit = funding.unit or item.plan.record.money_unit
    shown = ""
    if funding.total or funding.by_year:
        shown += component(
            "money",
            unit=unit,
            total=funding.total,
            years=sorted(funding.by_year.items()),
            dashes=only_dashes(funding.total, funding.by_year),
        )
    if funding.lines:
        shown += component("money-lines", unit=unit, groups=list(_groups(funding.lines)))
    return shown


def _groups(lines: Sequence[MoneyLineRecord]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the lines of each source and purpose under its name, each line by its years."""
    for named, group in groupby(lines, key=lambda line: (line.source, line.kind)):
        yield ", ".join(filter(None, named)), [(when(line), said(line)) for line in group]


def when(line: MoneyLineRecord) -> str:
    """Return the years of a line, as a label."""
    if line.year is not None:
        return str(line.year)
    return f"{', '.join(map(str, line.years))} разом" if line.years else "Усього"


def said(line: MoneyLineRecord) -> str:
    """Return the sum or words of a line, with its unit where that is not the plan's."""
    printed = line.sum or line.words or ""
    return f"{printed} {line.unit}" if line.unit and line.sum else printed


def only_dashes(total: str | None, by_year: Mapping[int, str]) -> str | None:
    """Say in one sentence that the document prints dashes instead of every sum; none when it prints any."""
    if any(text.strip() not in DASHES for text in (total, *by_year.values()) if text is not None):
        return None
    if not by_year:
        return "У документі замість суми стоїть риска."
    first, last = min(by_year), max(by_year)
    listed = ", ".join(map(str, sorted(by_year)))
    years = f"кожен рік від {first} до {last}" if last - first == len(by_year) - 1 > 1 else f"роки {listed}"
    years = f"{first} рік" if first == last else years
    return f"У документі замість сум стоять риски: за {years}{' і в підсумку' if total else ''}."
