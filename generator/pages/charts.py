"""Drawings made at build: tables whose cells hold bars. All arithmetic of drawings is here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.plan import Plan
from generator.pages.environment import component
from generator.views import words
from generator.views.calendar import calendar, filled, quarter_of
from generator.views.commitment import Commitment
from generator.views.money import years_of

_MOST_QUARTERS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its label and its words; `share` of the longest, in per cent."""

    label: str
    words: str
    share: float
    is_now: bool


def bars(caption: str, headings: Sequence[str], rows: Iterable[tuple[str, str, float, bool]]) -> str:
    """Draw rows of (label, words, value, is now) as bars, the longest filling the width."""
    listed = list(rows)
    most = max((value for _, _, value, _ in listed), default=0) or 1
    drawn = [Bar(label, said, round(value / most * 100, 1), now) for label, said, value, now in listed]
    return component("bars", caption=caption, headings=headings, bars=drawn)


def terms_by_quarter(items: Iterable[Commitment], as_of: date) -> str:
    """Draw how many terms end in each quarter, or in each year of a long plan; a single bar would compare nothing."""
    quarters = filled(calendar(item for item in items if not item.state.is_removed).quarters)
    if len(quarters) <= 1:
        return ""
    now = quarter_of(as_of)
    rows: list[tuple[str, int, bool]] = [(quarter.words, count, quarter == now) for quarter, count in quarters]
    what = "кварталі"
    if len(quarters) > _MOST_QUARTERS:
        what = "році"
        years = sorted({quarter.year for quarter, _ in quarters})
        rows = [
            (f"{year} рік", sum(count for quarter, count in quarters if quarter.year == year), year == now.year)
            for year in years
        ]
    return bars(
        f"У скількох заходів строк спливає в кожному {what}",
        ("Коли", "Скільки заходів"),
        [(label, words.measures(count), count, is_now) for label, count, is_now in rows],
    )


def money_by_year(plan: Plan) -> str:
    """Draw the printed totals by year; nothing when the document has no money."""
    years = years_of(plan)
    if not years:
        return ""
    unit = f", {plan.record.money_unit}" if plan.record.money_unit else ""
    return bars(
        f"Скільки грошей заплановано за роками{unit}",
        ("Рік", f"Сума{unit}"),
        [(str(year.year), year.printed, float(year.value), False) for year in years],
    )
