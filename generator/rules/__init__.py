"""Checks across records. Each rule is a generator of problems; all of them run every time."""

from collections.abc import Callable, Iterator

from generator.model.plan import Plan
from generator.problem import Problem
from generator.rules import funding, numbering, presence, progress, terms
from generator.source import Source

Rule = Callable[[Plan, Source], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    numbering.numbers_follow_their_place,
    presence.act_text_exists,
    presence.measures_are_complete,
    terms.terms_are_understood,
    terms.terms_lie_in_the_period,
    funding.years_make_the_total,
    funding.totals_add_up,
)


def check_plan(plan: Plan, source: Source, progress_source: Source | None) -> list[Problem]:
    """Apply every rule to one plan and to its reports."""
    problems = [problem for rule in RULES for problem in rule(plan, source)]
    if progress_source:
        problems += progress.reports_are_complete(plan, progress_source)
    return problems
