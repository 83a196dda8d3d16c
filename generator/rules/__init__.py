"""Checks across records. Each rule is a generator of problems; all of them run every time."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.model.community import Community
from generator.model.plan import Plan
from generator.rules import (
    community,
    executors,
    funding,
    left_to_fill,
    letters,
    numbering,
    period,
    presence,
    progress,
    terms,
)
from generator.source.problem import Problem
from generator.source.yaml_source import Source

Rule = Callable[[Plan, Source], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    period.period_runs_forward,
    numbering.numbers_follow_their_place,
    presence.act_text_exists,
    presence.goals_hold_something,
    presence.measures_are_complete,
    executors.executors_are_posts,
    terms.terms_are_understood,
    terms.terms_run_forward,
    terms.terms_lie_in_the_period,
    funding.sums_have_a_unit,
    funding.years_lie_in_the_period,
    funding.years_make_the_total,
    funding.totals_add_up,
    left_to_fill.plan_is_filled,
    letters.texts_have_their_own_letters,
)


def check_plan(plan: Plan, source: Source) -> list[Problem]:
    """Apply every rule to one plan."""
    return [problem for rule in RULES for problem in rule(plan, source)]


def check_reports(plan: Plan, source: Source, as_of: date | None) -> list[Problem]:
    """Apply the rules of reports; with an as-of date, those from after it are told."""
    return [
        *progress.reports_are_complete(plan, source),
        *progress.reports_have_likely_dates(plan, source, as_of),
        *progress.reports_are_likely(plan, source),
    ]


def check_community(found: Community, source: Source) -> list[Problem]:
    """Apply the rules of a community."""
    return [
        *community.residents_can_write(found, source),
        *community.executors_are_bodies(found, source),
        *left_to_fill.values_are_filled(source, found.id),
    ]
