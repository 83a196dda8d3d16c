"""Indicators with values: years inside the period; reports of values mean an indicator that the measure has."""

from collections import Counter
from collections.abc import Iterator

from generator.model.indicators import meant
from generator.model.plan import Measure, Plan, ProgressEntry
from generator.rules.finding import is_told, name_of, warning, warning_at
from generator.rules.funding import EXPLAINED_BY
from generator.source.problem import Problem, maybe, shown
from generator.source.yaml_source import KeyPath, Source


def targets_lie_in_the_period(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of a value planned for a year outside the plan's period."""
    if plan.record.period is None:
        return
    first, last = plan.record.period.start.year, plan.record.period.end.year
    years = f"{first}–{last}" if first != last else str(first)
    for measure in plan.all_measures():
        for index, indicator in enumerate(measure.record.indicators):
            for year in indicator.targets:
                if not first <= year <= last and not is_told(plan, measure, *EXPLAINED_BY):
                    message = f"показник на {year} рік, поза періодом плану ({years}); перевірте рік"
                    yield warning(plan, source, measure, ("indicators", index, "targets", year), message)


def reported_values_are_of_indicators(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse a reported value whose indicator the measure does not have; warn of years that cannot be."""
    for measure in plan.all_measures():
        for entry in measure.entries:
            met: Counter[tuple[str, int]] = Counter()
            for index, value in enumerate(entry.record.values):
                path: KeyPath = (*entry.place.path, "values", index)
                indicator = meant(measure.record.indicators, value.indicator)
                if indicator is None:
                    message = unknown(measure, value.indicator)
                    yield source.problem((*path, "indicator"), name_of(plan, measure), message)
                    continue
                met[indicator.text, value.year] += 1
                if met[indicator.text, value.year] > 1:
                    message = (
                        f"значення показника «{shown(indicator.text, 60)}» за {value.year} рік тут двічі; лишіть одне"
                    )
                    yield source.problem(path, name_of(plan, measure), message)
                yield from _year(plan, source, measure, entry, index)


def _year(plan: Plan, source: Source, measure: Measure, entry: ProgressEntry, index: int) -> Iterator[Problem]:
    year, path = entry.record.values[index].year, (*entry.place.path, "values", index, "year")
    if year > entry.record.date.year:
        message = f"значення за {year} рік, а звіт датовано {entry.record.date.year} роком; перевірте рік"
        yield warning_at(source, path, name_of(plan, measure), message)
    elif plan.record.period and year < plan.record.period.start.year:
        message = f"значення за {year} рік, ще до початку плану; перевірте рік"
        yield warning_at(source, path, name_of(plan, measure), message)


def unknown(measure: Measure, text: str | None) -> str:
    """Say why no indicator of a measure is the one a report means, and which there are."""
    known = [indicator.text for indicator in measure.record.indicators]
    if not known:
        return "у цього заходу в плані немає показників; приберіть values"
    if text is None:
        return f"показників у заходу {len(known)}; додайте indicator: {'; '.join(shown(one, 60) for one in known)}"
    return f"показника «{shown(text, 60)}» у заходу немає{maybe(text, known)}"
