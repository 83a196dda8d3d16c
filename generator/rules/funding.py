"""Money of measures: units, years, and whether parts make the sum they are parts of."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from generator.language.folding import fold_name
from generator.model.money import amount, in_figures
from generator.model.money_lines import lines_of, years_of
from generator.model.plan import Measure, Plan
from generator.model.records.money import MoneyLineRecord
from generator.model.vocabulary import NoteKind
from generator.rules.finding import is_told, warning
from generator.source.problem import Problem
from generator.source.yaml_source import KeyPath, Source

EXPLAINED_BY: Final = (NoteKind.LOST, NoteKind.CONTRADICTION, NoteKind.GAP, NoteKind.SLIP)
ADVICE: Final = "перевірте суми, а якщо так у документі, поясніть це в notes"


def sums_have_a_unit(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn once of a plan with sums and no unit of money."""
    if plan.record.money_unit:
        return
    for measure in plan.all_measures():
        field = _without_unit(measure)
        if field:
            message = "суми є, а одиниці грошей у плані немає; додайте до plan.yml поле money_unit: тис. грн."
            yield warning(plan, source, measure, (field,), message)
            return


def _without_unit(measure: Measure) -> str | None:
    """Name the field that holds a sum without a unit."""
    money = measure.record.funding
    if money and any(amount(line.sum) and not line.unit for line in lines_of(money)):
        return "funding"
    costs = (("estimate", measure.record.estimate), ("remainder", measure.record.remainder))
    return next((name for name, printed in costs if amount(printed)), None)


def years_lie_in_the_period(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of money for a year outside the plan's period."""
    if plan.record.period is None:
        return
    first, last = plan.record.period.start.year, plan.record.period.end.year
    years = f"{first}–{last}" if first != last else str(first)
    for measure in plan.all_measures():
        for year, below in _years(measure, source):
            if not first <= year <= last and not is_told(plan, measure, *EXPLAINED_BY):
                message = f"гроші на {year} рік, поза періодом плану ({years}); перевірте рік"
                yield warning(plan, source, measure, below, message)


def _years(measure: Measure, source: Source) -> Iterator[tuple[int, KeyPath]]:
    """Yield every year that money names, and where below the measure."""
    money = measure.record.funding
    if money is None:
        return
    yield from ((year, ("funding", "by_year", year)) for year in money.by_year)
    listed = (*measure.place.path, "funding", 0) in source.values
    above: KeyPath = ("funding",) if listed else ("funding", "lines")
    for index, line in enumerate(money.lines):
        yield from ((year, (*above, index, "years" if line.years else "year")) for year in sorted(years_of(line)))


def parts_make_the_total(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn where the years, sources or purposes of a measure's money do not make its sum, unless a note says so."""
    for measure in plan.all_measures():
        money = measure.record.funding
        if money and not is_told(plan, measure, *EXPLAINED_BY):
            below = ("funding", "total") if money.total else ("funding",)
            for words in contradictions(lines_of(money)):
                yield warning(plan, source, measure, below, words)


def contradictions(lines: Sequence[MoneyLineRecord]) -> Iterator[str]:
    """Say where parts do not make the sum they are parts of."""
    for line in lines:
        for what, parts in (
            ("роками", _parts(line, lines, "year")),
            ("джерелами", _parts(line, lines, "source")),
            ("призначенням", _parts(line, lines, "kind")),
        ):
            words = mismatch(line.sum, parts)
            if words:
                named = ", ".join(filter(None, (line.source, line.kind, str(line.year) if line.year else None)))
                of = f" ({named})" if named and len({one.source for one in lines}) > 1 else ""
                yield f"усього{of} {words[0]}, а суми за {what} разом дають {words[1]}; {ADVICE}"


def _parts(line: MoneyLineRecord, lines: Iterable[MoneyLineRecord], by: str) -> list[str | None]:
    """Return the sums of those lines that are the same but for naming one thing more: the year, the source, the use."""
    if getattr(line, by) is not None or (by == "year" and line.years):
        return []
    same = ("source", "kind", "year", "unit")
    return [
        other.sum
        for other in lines
        if (getattr(other, by) is not None or (by == "year" and bool(other.years)))
        and all(_folded(other, name) == _folded(line, name) for name in same if name != by)
    ]


def _folded(line: MoneyLineRecord, name: str) -> object:
    value = getattr(line, name)
    return fold_name(value) if isinstance(value, str) else value


def mismatch(total: str | None, parts: Iterable[str | None]) -> tuple[str, str] | None:
    """Return a printed sum and what its parts come to where they differ; None without a sum on either side."""
    printed, found = amount(total), [amount(part) for part in parts]
    if printed is None or not any(found):
        return None
    added = sum((value for value in found if value is not None), Decimal())
    return None if added == printed else (in_figures(printed), in_figures(added))
