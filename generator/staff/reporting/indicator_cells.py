"""Values of indicators in one cell of a form: a line for each indicator and year, the value after the colon."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.model.indicators import called, meant
from generator.model.plan import Measure
from generator.model.records.indicator import IndicatorRecord, IndicatorValueRecord
from generator.model.records.record import FIRST_YEAR, LAST_YEAR
from generator.source.problem import maybe, shown
from generator.staff.reporting.answer import one_line
from generator.staff.reporting.cells import CellProblem, CellValue, as_text

_LINE: Final = re.compile(r"(?P<indicator>.*?)[,\s]*\b(?P<year>\d{4})(?:\s*рік|\s*р\.?)?\s*[:=–—]\s*(?P<value>.*)")


def values_cell(measure: Measure, known: Iterable[IndicatorValueRecord], year: int) -> str:
    """Return what a form asks and already knows: planned years up to `year`, and every value reported before."""
    told: dict[tuple[str, int], str] = {}
    for value in known:
        indicator = meant(measure.record.indicators, value.indicator)
        if indicator:
            told[indicator.text, value.year] = value.value
    lines = []
    for indicator in measure.record.indicators:
        years = {one for one in indicator.targets if one <= year}
        years |= {one for text, one in told if text == indicator.text}
        lines += [
            f"{_name(indicator)}, {one} рік: {told.get((indicator.text, one), '')}".rstrip() for one in sorted(years)
        ]
    return "\n".join(lines)


def read_values(value: CellValue, measure: Measure) -> tuple[IndicatorValueRecord, ...]:
    """Read the lines that have a value; CellProblem for one that names no indicator of the measure or no year."""
    found: dict[tuple[str, int], IndicatorValueRecord] = {}
    for line in _lines(as_text(value)):
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise CellProblem(f"у рядку «{shown(line, 80)}» не видно року; пишіть так: назва показника, 2026 рік: 57")
        if one_line(parts["value"]) is None:
            continue
        indicator, year = _indicator(parts, measure), int(parts["year"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise CellProblem(f"рік {year} неможливий; дозволено від {FIRST_YEAR} до {LAST_YEAR}")
        if (indicator.text, year) in found:
            raise CellProblem(f"«{shown(indicator.text, 60)}» за {year} рік тут двічі; лишіть одне значення")
        said = one_line(parts["value"]) or ""
        found[indicator.text, year] = IndicatorValueRecord(indicator=called(indicator), year=year, value=said)
    return tuple(found[key] for key in sorted(found))


def asks_only(value: CellValue) -> bool:
    """Return whether a cell holds nothing but what the form asks: every line ends where the value should begin."""
    return all(line.endswith(":") for line in _lines(as_text(value)))


def _lines(text: str) -> Iterator[str]:
    yield from (line for part in text.split("\n") if (line := one_line(part)))


def _name(indicator: IndicatorRecord) -> str:
    return f"{called(indicator)}, {indicator.unit}" if indicator.unit else called(indicator)


def _indicator(parts: re.Match[str], measure: Measure) -> IndicatorRecord:
    typed, known = parts["indicator"].strip(" ,"), measure.record.indicators
    indicator = meant(known, typed or None)
    if indicator is None:
        raise CellProblem(f"показника «{shown(typed, 60)}» у заходу немає{maybe(typed, [one.text for one in known])}")
    return indicator
