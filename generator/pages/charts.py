"""Drawings made at build: tables whose cells hold bars. All arithmetic of drawings is here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.plan import Plan
from generator.model.vocabulary import CALLED_OFF
from generator.pages.environment import component
from generator.views.calendar import Quarter, calendar, filled, quarter_of
from generator.views.commitment import Commitment
from generator.views.money import years_of

_QUARTERS = (1, 2, 3, 4)
_BAR = 24
"""Height of the tallest bar of the ribbon, in units of its drawing."""


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


@dataclass(frozen=True, slots=True)
class Cell:
    """A quarter of the ribbon: how many terms end in it, its bar from `top` down, whether it is today's."""

    count: int
    top: int
    height: int
    is_now: bool


def terms_by_quarter(items: Iterable[Commitment], as_of: date) -> str:
    """Draw the ribbon of quarters: how many terms end in each, today marked; a single quarter would compare nothing."""
    counts = dict(filled(calendar(filter(_is_promised, items)).quarters))
    if len(counts) <= 1:
        return ""
    now, most = quarter_of(as_of), max(counts.values())
    years = {quarter.year for quarter in counts}
    if min(years) - 1 <= now.year <= max(years) + 1:
        years.add(now.year)
    return component(
        "ribbon",
        caption="У скількох заходів строк спливає в кожному кварталі",
        quarters=_QUARTERS,
        years=[
            (year, [_cell(counts, Quarter(year, number), most, now) for number in _QUARTERS]) for year in sorted(years)
        ],
    )


def _is_promised(item: Commitment) -> bool:
    """Whether its term still ends: a measure removed, cancelled or merged into another has none to keep."""
    return not item.state.is_removed and item.state.status not in CALLED_OFF


def _cell(counts: Mapping[Quarter, int], quarter: Quarter, most: int, now: Quarter) -> Cell:
    count = counts.get(quarter, 0)
    height = round(count / most * _BAR)
    return Cell(count, _BAR - height, height, quarter == now)


def styles_for(plans: Iterable[Plan]) -> dict[str, list[str]]:
    """Return what a page's front matter says when money of a plan on it is drawn."""
    return {"styles": ["figures.css"]} if any(years_of(plan) for plan in plans) else {}


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
