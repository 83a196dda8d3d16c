"""Indicators of a measure: what a value comes to as a number, and which indicator a report means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.language.folding import fold_name
from generator.model.records.indicator import IndicatorRecord

_QUANTITY: Final = re.compile(r"(?P<sign>[-−–]?)\s?(?P<whole>\d[\d\s\u00a0]*)(?:[.,](?P<part>\d+))?\s*(?P<unit>\D*)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit, folded; no unit when none is named."""

    number: Decimal
    unit: str


def quantity(value: str, unit: str | None = None) -> Quantity | None:
    """Read a value as printed («1 250», «57,5 %»); `unit` is its indicator's. None for words and for two numbers."""
    found = _QUANTITY.fullmatch(value.strip())
    if found is None:
        return None
    whole = re.sub(r"\s", "", found["whole"])
    number = Decimal(f"{whole}.{found['part'] or ''}")
    return Quantity(-number if found["sign"] else number, _bare(found["unit"]) or _bare(unit or ""))


def deviation(planned: str | None, actual: str | None, unit: str | None) -> Decimal | None:
    """Return actual less planned; None unless both are numbers in the same unit."""
    wanted, found = quantity(planned or "", unit), quantity(actual or "", unit)
    if wanted is None or found is None or wanted.unit != found.unit:
        return None
    return found.number - wanted.number


def meant(indicators: Sequence[IndicatorRecord], text: str | None) -> IndicatorRecord | None:
    """Find the indicator a report means by its words, so that their order may change; the only one needs none."""
    if text is None:
        return indicators[0] if len(indicators) == 1 else None
    return next((one for one in indicators if fold_name(text) in names_of(one)), None)


def in_one_line(indicator: IndicatorRecord) -> str:
    """Write an indicator with its planned values: «Кількість родин, родин: на початок 10; 2026 рік – 20»."""
    said = [f"на початок {indicator.baseline}"] if indicator.baseline else []
    said += [f"{year} рік – {value}" for year, value in sorted(indicator.targets.items())]
    named = f"{indicator.text}, {indicator.unit}" if indicator.unit else indicator.text
    return f"{named}: {'; '.join(said)}" if said else named


def called(indicator: IndicatorRecord) -> str:
    """Return the words by which a report names an indicator: its text in one line."""
    return " ".join(indicator.text.split())


def names_of(indicator: IndicatorRecord) -> set[str]:
    """Return the folded words an indicator may be called by: its text, with its unit after a comma."""
    return {fold_name(indicator.text), fold_name(f"{indicator.text}, {indicator.unit}")}


def _bare(unit: str) -> str:
    return fold_name(unit).strip(" .")
