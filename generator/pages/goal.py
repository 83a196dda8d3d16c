"""The page of a goal at any level: its goals, or its measures in full."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.model.community import Community
from generator.model.comparison import comparison_address
from generator.model.oblasts import oblast_slug
from generator.model.plan import Goal, Measure, Plan
from generator.model.vocabulary import MeasureGroup
from generator.outputs.linked_data import goal_node
from generator.outputs.site_files import Page
from generator.pages.environment import component
from generator.pages.formats import formats
from generator.pages.goal_list import goal_lines, goal_names
from generator.pages.indicators import styles_for
from generator.pages.kinds import STATUS
from generator.pages.linked import jsonld
from generator.pages.measure import measure_block
from generator.pages.sharing import for_staff, notice_line, sharing_meta
from generator.pages.site_context import Link, SiteContext, crumbs, link_from
from generator.pages.state_strip import Row, rows_by_goal, state_strip
from generator.views.commitment import Commitment
from generator.views.counterparts import Counterpart
from generator.views.outcome import TOLD_FIRST, by_outcome, counted_by_outcome
from generator.views.plan_over import same_goal, same_goals_before
from generator.views.undertakings import counted

_FEW = 10
"""Measures, steps included, that need no list above them."""


def goal_pages(site: SiteContext, community: Community, plan: Plan) -> Iterator[Page]:
    """Make the page of every goal of a plan."""
    goals = list(plan.all_pages())
    names = goal_names(plan, goals)
    for goal in goals:
        yield _goal_page(site, community, plan, goal, goals, names)


def _goal_page(
    site: SiteContext, community: Community, plan: Plan, goal: Goal, goals: list[Goal], names: Mapping[str, str]
) -> Page:
    address = plan.goal_address(goal.id)
    url = link_from(address)
    counterparts = site.counterparts.get(plan.id, {}).get(goal.id)
    inner = {other.id for other in goals if other.parent}
    level = [other for other in goals if bool(other.goals) == bool(goal.goals)]
    contents = _contents(site, plan, goal)
    return site.page(
        address,
        goal.heading,
        "goal",
        {**_meta(site, community, plan, goal), **({"measures_at": goal.measures[0].anchor} if contents else {})},
        community=community,
        plan=plan,
        goal=goal,
        brief=component("brief", id="brief", sentences=goal.record.summary) if goal.record.summary else "",
        formats=list(formats(goal.record, url)),
        outcomes=_outcomes(site, plan, goal),
        now=_now(community, plan, goal, url, site.settings.as_of),
        before=[
            (f"{same.name}, {old.record.name}", url(old.goal_address(same.id)))
            for old, same in same_goals_before(community, plan, goal)
        ],
        strip=state_strip(_rows(site, plan, goal, url)),
        contents=contents,
        goal_list=component("goal-list", goals=goal_lines(site, plan, goal.goals, url), folded=False)
        if goal.goals
        else "",
        blocks=[measure_block(site, item, url, 2) for item in _top(site, plan, goal)],
        counterparts=_elsewhere(site, community, plan, goal, counterparts),
        neighbours=_neighbours(plan, goal, level, url),
        for_staff=for_staff(site, address, [notice_line(address)]),
        siblings=component(
            "siblings",
            label="Цілі цього плану",
            items=[
                (name, url(plan.goal_address(other)), other == goal.id, other in inner) for other, name in names.items()
            ],
        ),
    )


def _elsewhere(
    site: SiteContext, community: Community, plan: Plan, goal: Goal, counterparts: Sequence[Counterpart] | None
) -> str:
    """Lead to the same goal in other communities, the nearest on a large site, and to all of them side by side."""
    if counterparts is None:
        return ""
    url = link_from(plan.goal_address(goal.id))
    items = [(name, f", {heading}", url(address), "") for name, heading, address in counterparts]
    if goal.measures and plan.record.template:
        whole = comparison_address(plan.record.template, goal.id)
        oblast = f"{oblast_slug(community.record.oblast)}/" if site.has_oblasts else ""
        items.append(("Порівняти", " з іншими громадами", url(f"{whole}{oblast}"), ""))
    return component("link-line", lead="Ця сама ціль в інших громадах:", items=items) if items else ""


def _now(community: Community, plan: Plan, goal: Goal, url: Link, as_of: date) -> tuple[str, str] | None:
    """Return words and link of the same goal in the plan that replaced this one; None where there is none."""
    found = same_goal(community, plan, goal, as_of)
    return (f"{found[1].name}, {found[0].record.name}", url(found[0].goal_address(found[1].id))) if found else None


def _outcomes(site: SiteContext, plan: Plan, goal: Goal) -> str:
    """Say first which measures of the goal are done, then which are late, each with a link; nothing while none is."""
    if not goal.measures:
        return ""
    groups = by_outcome(site.commitments.by_measure[plan.id, measure.id] for measure in goal.all_measures())
    told = [(group, groups[group]) for group in (*TOLD_FIRST, MeasureGroup.UNDER_WAY) if group in groups]
    lines = [
        (f"{group.words}: {counted(found)}", [(item.measure.name, f"#{item.measure.anchor}") for item in found])
        for group, found in told
    ]
    return component("outcomes", groups=lines) if lines else ""


def _rows(site: SiteContext, plan: Plan, goal: Goal, url: Link) -> list[Row]:
    """Return a row for each goal under this one; one row without a name where the measures stand on this very page."""
    items = site.commitments.of_goal(plan, goal)
    return list(rows_by_goal(plan, url, items)) if goal.goals else [("", "", items)]


def _contents(site: SiteContext, plan: Plan, goal: Goal) -> str:
    """List the measures of a goal that has many; steps are counted under their task."""
    if len(goal.measures) == 1 or sum(1 for top in goal.measures for _ in top.with_steps()) <= _FEW:
        return ""
    return component(
        "contents", items=[(_with_counts(site, top), f"#{top.measure.anchor}") for top in _top(site, plan, goal)]
    )


def _with_counts(site: SiteContext, top: Commitment) -> str:
    """Name a measure; of a task also say how many measures it has and what they came to."""
    steps, name = site.commitments.under(top), top.measure.titled
    return f"{name.rstrip('.')}: {counted_by_outcome(steps)}" if steps else name


def _meta(site: SiteContext, community: Community, plan: Plan, goal: Goal) -> dict[str, Any]:
    address = plan.goal_address(goal.id)
    trail = [
        (community.record.short_name, community.address),
        (plan.record.name, plan.address),
        *((parent.name, plan.goal_address(parent.id)) for parent in plan.above(goal)),
    ]
    return {
        **site.plan_meta(address, community, plan),
        **site.quick_exit(measure for top in goal.measures for measure in top.with_steps()),
        "description": f"{goal.heading} – {plan.record.name}, {community.record.name}",
        "crumbs": crumbs(address, *trail),
        **sharing_meta(site, address),
        "jsonld": jsonld(goal_node(plan, goal, site.settings), address, goal.name, site.settings, *trail),
        "edit_url": site.edit(goal.place),
        "styles": _styles([measure for top in goal.measures for measure in top.with_steps()]),
    }


def _styles(measures: list[Measure]) -> list[str]:
    """Return the sheets of what only some measures have: reports, values of indicators."""
    reported = [STATUS] if any(measure.entries for measure in measures) else []
    return [*reported, *styles_for(measures)]


def _top(site: SiteContext, plan: Plan, goal: Goal) -> Iterator[Commitment]:
    for measure in goal.measures:
        yield site.commitments.by_measure[plan.id, measure.id]


def _neighbours(plan: Plan, goal: Goal, level: list[Goal], url: Link) -> str:
    place = level.index(goal)
    before = level[place - 1] if place else None
    after = level[place + 1] if place + 1 < len(level) else None
    if before is None and after is None:
        return ""
    return component(
        "neighbours",
        label="Сусідні цілі",
        previous=(before.name, url(plan.goal_address(before.id))) if before else None,
        next=(after.name, url(plan.goal_address(after.id))) if after else None,
    )
