"""Checks across records. Each rule is a generator of problems; all of them run every time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.model.community import Community
from generator.model.plan import Plan
from generator.rules import (
    acts,
    community,
    executors,
    funding,
    indicators,
    left_to_fill,
    letters,
    numbering,
    period,
    presence,
    progress,
    promises,
    terms,
    totals,
)
from generator.source.problem import Problem, Severity
from generator.source.yaml_source import Source

Rule = Callable[[Plan, Source], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    period.period_runs_forward,
    acts.acts_follow_the_approval,
    acts.edition_is_that_of_an_act,
    numbering.numbers_follow_their_place,
    presence.act_text_exists,
    presence.goals_hold_something,
    presence.nothing_is_given_and_absent,
    presence.what_is_due_is_said,
    executors.executors_are_posts,
    terms.terms_are_understood,
    terms.terms_run_forward,
    terms.terms_lie_in_the_period,
    funding.sums_have_a_unit,
    funding.years_lie_in_the_period,
    funding.parts_make_the_total,
    totals.years_make_the_total,
    totals.years_lie_in_the_period,
    totals.totals_add_up,
    indicators.targets_lie_in_the_period,
    left_to_fill.plan_is_filled,
    letters.texts_have_their_own_letters,
)


OF_DRAFTS: tuple[Rule, ...] = (presence.what_is_due_is_said, left_to_fill.plan_is_filled)
"""What they find makes a plan a draft; in a published one it is an error."""


def check_plan(plan: Plan, source: Source) -> list[Problem]:
    """Apply every rule to one plan, but for those of drafts."""
    return [problem for rule in RULES if rule not in OF_DRAFTS for problem in rule(plan, source)]


def check_draft(plan: Plan, source: Source, *others: Source, published: bool) -> list[Problem]:
    """Return what a plan lacks: warnings while nobody outside has seen it, errors once it was published.

    `others` are further files of the plan, which must not hold hints either.
    """
    own = (problem for rule in OF_DRAFTS for problem in rule(plan, source))
    hints = (problem for other in others for problem in left_to_fill.values_are_filled(other, plan.id))
    return _weighed((*own, *hints), published=published)


def check_drafted_community(found: Community, source: Source, *, published: bool) -> list[Problem]:
    """Return what a community has left to fill: its plans are drafts meanwhile; errors once one is published."""
    return _weighed(left_to_fill.values_are_filled(source, found.id), published=published)


def check_shared(source: Source, record: str) -> list[Problem]:
    """Return what a file of the whole site has left to fill, and letters in it that nobody meant."""
    hints = _weighed(left_to_fill.values_are_filled(source, record), published=True)
    return [*hints, *letters.values_have_their_own_letters(source, record)]


def _weighed(found: Iterable[Problem], *, published: bool) -> list[Problem]:
    return [replace(problem, severity=Severity.ERROR) if published else problem for problem in found]


def check_reports(plan: Plan, source: Source, as_of: date | None) -> list[Problem]:
    """Apply the rules of reports; with an as-of date, those from after it are told."""
    return [
        *progress.reports_are_complete(plan, source),
        *promises.reports_keep_their_promise(plan, source),
        *progress.reports_have_likely_dates(plan, source, as_of),
        *progress.reports_are_likely(plan, source),
        *progress.reports_know_what_was_removed(plan, source),
        *indicators.reported_values_are_of_indicators(plan, source),
        *letters.values_have_their_own_letters(source, plan.id),
    ]


def check_community(found: Community, source: Source) -> list[Problem]:
    """Apply the rules of a community."""
    return [
        *community.residents_can_write(found, source),
        *community.open_data_is_whole(found, source),
        *community.executors_are_bodies(found, source),
        *letters.values_have_their_own_letters(source, found.id),
    ]
