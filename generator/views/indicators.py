"""Indicators of a measure year by year: planned, actual by the reports, and the deviation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.indicators import deviation, meant, quantity
from generator.model.plan import Measure
from generator.model.records.indicator import IndicatorRecord


@dataclass(frozen=True, slots=True)
class IndicatorYear:
    """One year; shares are of the largest value of the indicator, in per cent, None for what is no number."""

    year: int
    planned: str | None
    actual: str | None
    difference: Decimal | None
    planned_share: float | None = None
    actual_share: float | None = None

    @property
    def deviation(self) -> str:
        """Say how the actual value differs from the planned one; nothing where that cannot be told."""
        if self.difference is None:
            return ""
        if not self.difference:
            return "Як заплановано"
        more = "більше" if self.difference > 0 else "менше"
        return f"На {in_digits(abs(self.difference))} {more}, ніж заплановано"


@dataclass(frozen=True, slots=True)
class IndicatorValues:
    """An indicator that has values, planned or reported."""

    record: IndicatorRecord
    years: tuple[IndicatorYear, ...]

    @property
    def heading(self) -> str:
        return f"{self.record.text}, {self.record.unit}" if self.record.unit else self.record.text

    @property
    def sentence(self) -> str:
        """Say in one sentence what the values show: the latest year that has an actual one."""
        told = [year for year in self.years if year.actual]
        if not told:
            return "Фактичних значень у звітах ще немає."
        last = told[-1]
        planned = f"заплановано {last.planned}, " if last.planned else ""
        said = f": {last.deviation[:1].lower()}{last.deviation[1:]}" if last.deviation else ""
        return f"За {last.year} рік {planned}фактично {last.actual}{said}."


def indicator_values(measure: Measure) -> list[IndicatorValues]:
    """Return the indicators of a measure that have values, in the order of the document."""
    reported = actual_values(measure)
    found = []
    for record in measure.record.indicators:
        actual = reported.get(record.text, {})
        if record.baseline or record.targets or actual:
            found.append(IndicatorValues(record, tuple(_years(record, actual))))
    return found


def actual_values(measure: Measure) -> dict[str, dict[int, str]]:
    """Return by indicator and year what the latest report of each body says; values that differ stand side by side."""
    latest: dict[tuple[str, int], dict[str, tuple[date, str, str]]] = {}
    for entry in measure.entries:
        for value in entry.record.values:
            indicator = meant(measure.record.indicators, value.indicator)
            if indicator:
                body = entry.executor.label if entry.executor else ""
                told = latest.setdefault((indicator.text, value.year), {})
                told[entry.voice] = max(
                    told.get(entry.voice, (date.min, "", "")), (entry.record.date, value.value, body)
                )
    found: dict[str, dict[int, str]] = {}
    for (text, year), told in latest.items():
        found.setdefault(text, {})[year] = _together(list(told.values()))
    return found


def _together(told: Sequence[tuple[date, str, str]]) -> str:
    values = dict.fromkeys(value for _, value, _ in told)
    if len(values) == 1:
        return next(iter(values))
    return "; ".join(f"{body}: {value}" if body else value for _, value, body in sorted(told, key=lambda one: one[2]))


def _years(record: IndicatorRecord, actual: dict[int, str]) -> list[IndicatorYear]:
    listed = [
        IndicatorYear(
            year,
            record.targets.get(year),
            actual.get(year),
            deviation(record.targets.get(year), actual.get(year), record.unit),
        )
        for year in sorted({*record.targets, *actual})
    ]
    numbers = [_number(value, record) for year in listed for value in (year.planned, year.actual)]
    most = max((number for number in numbers if number is not None), default=Decimal())
    return [
        IndicatorYear(
            one.year,
            one.planned,
            one.actual,
            one.difference,
            _share(_number(one.planned, record), most),
            _share(_number(one.actual, record), most),
        )
        for one in listed
    ]


def _number(value: str | None, record: IndicatorRecord) -> Decimal | None:
    """Return the number of a value, if it is in the unit of its indicator."""
    found, own = quantity(value or "", record.unit), quantity("0", record.unit)
    return found.number if found and own and found.unit == own.unit and found.number >= 0 else None


def _share(number: Decimal | None, most: Decimal) -> float | None:
    return None if number is None or not most else round(float(number / most * 100), 1)


def in_digits(value: Decimal) -> str:
    """Write a number as people do: «1 250,5», without idle noughts."""
    digits = f"{value:,f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace(",", "\u00a0").replace(".", ",")
