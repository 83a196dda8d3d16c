"""Pages made to be shown inside another site: short, without forms, every link leads to the whole site."""

from collections.abc import Iterator

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.plan import Goal, Plan
from generator.outputs.site_files import Page, relative
from generator.pages.environment import component
from generator.pages.executor import is_told_by_oblasts, sections
from generator.pages.goal_list import goal_lines
from generator.pages.measure import measure_list
from generator.pages.site_context import SiteContext, link_from
from generator.pages.state_strip import state_strip
from generator.views.commitment import Commitment, due_next
from generator.views.part import part_in, past_sentence
from generator.views.plan_figures import at_a_glance
from generator.views.plan_over import plan_over
from generator.views.undertakings import counted

MOST_OF_GOAL, MOST_OF_SECTION = 15, 5
"""How many measures a frame shows before it sends its reader to the whole page."""


def embed_pages(site: SiteContext, community: Community) -> Iterator[Page]:
    """Make the page for frames of a community, its plans and their goals."""
    yield _community(site, community)
    for plan in community.plans:
        yield _plan(site, community, plan)
        yield from (_goal(site, community, plan, goal) for goal in plan.all_pages())


def _community(site: SiteContext, community: Community) -> Page:
    address = site.embeds[community.address].address
    url = link_from(address)
    plans = [
        (
            plan,
            _figures(site, plan),
            _strip(site, plan),
            component("goal-list", goals=goal_lines(site, plan, plan.tops, url), folded=False),
        )
        for plan in community.plans
    ]
    items = site.commitments.by_community.get(community.id, [])
    return _page(
        site,
        community.address,
        community.record.name,
        "embed-community",
        community,
        community=community,
        plans=plans,
        next_terms=_next(site, items),
    )


def _plan(site: SiteContext, community: Community, plan: Plan) -> Page:
    url = link_from(site.embeds[plan.address].address)
    return _page(
        site,
        plan.address,
        plan.record.name,
        "embed-plan",
        community,
        community=community,
        plan=plan,
        figures=_figures(site, plan),
        is_over=_is_over(site, plan),
        goals=component("goal-list", goals=goal_lines(site, plan, plan.tops, url), folded=False),
        strip=_strip(site, plan),
        next_terms=_next(site, site.commitments.by_plan.get(plan.id, [])),
    )


def _goal(site: SiteContext, community: Community, plan: Plan, goal: Goal) -> Page:
    address = plan.goal_address(goal.id)
    url = link_from(site.embeds[address].address)
    items = site.commitments.of_goal(plan, goal)
    own = [item for item in items if item.measure.goal == goal.id]
    return _page(
        site,
        address,
        goal.heading,
        "embed-goal",
        community,
        community=community,
        plan=plan,
        count=counted(items),
        goals=component("goal-list", goals=goal_lines(site, plan, goal.goals, url), folded=False) if goal.goals else "",
        strip=state_strip([("", "", items)]),
        measures=measure_list(site, own[:MOST_OF_GOAL], url) if own else "",
        rest=counted(own[MOST_OF_GOAL:]) if len(own) > MOST_OF_GOAL else "",
        whole=address,
        next_terms=_next(site, items) if goal.goals else [],
    )


def executor_embed(site: SiteContext, executor: Executor) -> Page:
    """Make the page for frames of an executor."""
    items = site.commitments.by_executor.get(executor.address, [])
    where = site.communities_of.get(executor.address, ())
    return _page(
        site,
        executor.address,
        executor.record.name,
        "embed-executor",
        site.communities_by_id.get(executor.community or ""),
        executor=executor,
        communities=() if is_told_by_oblasts(site, executor) else where,
        part=part_in(items, executor.address, site.settings.as_of).sentence,
        strip=state_strip([("", "", items)]),
        sections=sections(items, site.settings.as_of),
        past=past_sentence(items, site.settings.as_of),
        most=MOST_OF_SECTION,
        show_community=len(where) > 1,
    )


def _figures(site: SiteContext, plan: Plan) -> list[str]:
    return at_a_glance(plan, site.commitments.by_plan.get(plan.id, []), is_over=_is_over(site, plan))


def _is_over(site: SiteContext, plan: Plan) -> bool:
    return plan_over(site.communities_by_id[plan.community], plan, site.settings.as_of) is not None


def _strip(site: SiteContext, plan: Plan) -> str:
    return state_strip([("", "", site.commitments.by_plan.get(plan.id, []))])


def _next(site: SiteContext, items: list[Commitment]) -> list[Commitment]:
    return due_next(items, site.settings.as_of)


def _page(site: SiteContext, whole: str, title: str, kind: str, owner: Community | None, /, **context: object) -> Page:
    """Render a page for frames."""
    address = site.embeds[whole].address
    meta = {
        "canonical": relative(address, whole),
        "robots": "noindex",
        **({"community": owner.id, "community_name": owner.record.name} if owner else {}),
    }
    return site.page(address, title, kind, meta, site_name=site.settings.site_name, **context)
