"""Executors of a plan: a post or a body answers, not a person."""

from collections.abc import Iterator

from generator.language.folding import fold_name
from generator.model.plan import Measure, Plan
from generator.rules.community import a_post_belongs_here
from generator.rules.finding import warning
from generator.source.problem import Problem
from generator.source.yaml_source import KeyPath, Source


def executors_are_posts(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of each person that no registry has, once, at its first place; the registry's own are warned of there."""
    found: dict[str, list[tuple[Measure, KeyPath, str]]] = {}
    for measure in plan.all_measures():
        for index, named in enumerate(measure.executors):
            if not named.has_page and not named.executor.place.file:
                at: KeyPath = ("executors", index)
                found.setdefault(fold_name(named.record.name), []).append((measure, at, named.record.name))
    for places in found.values():
        measure, at, name = places[0]
        yield warning(plan, source, measure, at, a_post_belongs_here(name, len(places)))
