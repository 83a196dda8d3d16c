"""The page of a community: at a glance, which plans, what they promise, who does it, what falls due next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.plan import Plan
from generator.model.records.topics import TopicRecord
from generator.model.vocabulary import MeasureGroup
from generator.outputs.linked_data import community_node
from generator.outputs.site_files import Page
from generator.pages.ask import ask_address
from generator.pages.charts import money_by_year, terms_by_quarter
from generator.pages.editions import edition_links
from generator.pages.environment import component
from generator.pages.goal_list import GoalLine, goal_lines
from generator.pages.linked import jsonld
from generator.pages.plan import act_and_period
from generator.pages.sharing import calendar_lines, notice_line, sharing, sharing_meta
from generator.pages.site_context import Link, SiteContext, crumbs, link_from
from generator.pages.state_strip import state_strip
from generator.views import words
from generator.views.commitment import Commitment, due_next
from generator.views.outcome import TOLD_FIRST, by_outcome
from generator.views.part import parts_in, past_sentence
from generator.views.plan_figures import at_a_glance
from generator.views.plan_over import plan_over
from generator.views.undertakings import counted

_MOST = 3
"""How many measures of one outcome the page shows before it leads to all of them."""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What the community's page says of one plan."""

    plan: Plan
    act_and_period: str
    figures: list[str]
    promises: str
    """The heading over its goals."""
    strip: str
    goals: str
    charts: list[str]
    editions: str
    """Links to the plan as files to read; nothing where none are made."""


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """The first measures of one outcome; `rest` leads to all of them: words and link, plan by plan."""

    group: MeasureGroup
    items: tuple[Commitment, ...]
    rest: tuple[tuple[str, str], ...]


def community_page(site: SiteContext, community: Community) -> Page:
    """Make the page of one community."""
    address = community.address
    url = link_from(address)
    items = site.commitments.by_community.get(community.id, [])
    next_terms, outcomes = due_next(items, site.settings.as_of), list(_outcomes(items, url))
    audiences = _audiences(site, items)
    return site.page(
        address,
        community.record.name,
        "community",
        {
            **site.community_meta(address, community),
            **site.quick_exit(
                item.measure for item in [*chain.from_iterable(section.items for section in outcomes), *next_terms]
            ),
            **sharing_meta(site, address),
            "jsonld": jsonld(
                community_node(community, site.settings),
                address,
                community.record.name,
                site.settings,
                ("Громади", "communities/"),
            ),
            "description": f"{community.record.name}: що пообіцяно, хто це робить і до коли",
            "crumbs": crumbs(address, ("Громади", "communities/")),
            "edit_url": site.edit(community.place),
        },
        community=community,
        ask=ask_address(community) if community.can_be_asked(site.settings.as_of) and community.plans else "",
        plans=(summaries := [_summary(site, community, plan, url) for plan in community.plans]),
        next_terms=next_terms,
        outcomes=outcomes,
        audiences=audiences,
        contents=component(
            "contents",
            items=_contents(summaries, outcomes, is_due=bool(next_terms), is_for=bool(audiences)),
        ),
        past=past_sentence(items, site.settings.as_of),
        executors=executor_lines(items),
        channels=site.community_meta(address, community)["feedback"],
        share=sharing(
            site,
            address,
            [
                *calendar_lines(site, address, address),
                ("Зміни в планах громади", str(url(community.changes_address))),
                notice_line(address),
            ],
        ),
    )


def _outcomes(items: list[Commitment], url: Link) -> Iterator[OutcomeSection]:
    """Yield what is done, then what is late with a report, then without one; the rest stands on the plans' reports."""
    for group, found in by_outcome(items).items():
        if group in TOLD_FIRST:
            plans = {item.plan.id: item.plan for item in found} if len(found) > _MOST else {}
            rest = tuple((_all_of(plan, found), url(f"{plan.report_address}#{group}")) for plan in plans.values())
            yield OutcomeSection(group, found[:_MOST], rest)


def _all_of(plan: Plan, found: Iterable[Commitment]) -> str:
    return f"Показати всі: {counted(item for item in found if item.plan.id == plan.id)} ({plan.record.name})"


def _contents(
    summaries: Iterable[PlanSummary], outcomes: list[OutcomeSection], *, is_due: bool, is_for: bool
) -> Iterator[tuple[str, str]]:
    """Return the parts of the page after what opens it."""
    for section in outcomes:
        yield section.group.words, f"#{section.group}"
    if is_due:
        yield MeasureGroup.NEAREST.words, "#next"
    for summary in summaries:
        yield summary.promises, f"#plan-{summary.plan.slug}"
    if is_for:
        yield "Для кого", "#audiences"
    yield "Хто це робить", "#executors"
    yield "Документи й дані", "#documents"
    yield "Куди звернутися", "#contacts"


def _audiences(site: SiteContext, items: list[Commitment]) -> list[tuple[TopicRecord, str]]:
    """List for whom the community's plans promise something, with how many measures."""
    promised: dict[str, list[Commitment]] = {}
    for item in items:
        for topic in item.measure.record.topics:
            promised.setdefault(topic, []).append(item)
    return [(topic, counted(promised[topic.id])) for topic in site.catalogue.topics.audiences if topic.id in promised]


def _summary(site: SiteContext, community: Community, plan: Plan, url: Link) -> PlanSummary:
    items = site.commitments.by_plan.get(plan.id, [])
    is_over = plan_over(community, plan, site.settings.as_of) is not None
    lines: list[GoalLine] = goal_lines(site, plan, plan.tops, url)
    charts = [terms_by_quarter(items, site.settings.as_of), money_by_year(plan)]
    return PlanSummary(
        plan=plan,
        act_and_period=act_and_period(plan),
        figures=at_a_glance(plan, items, is_over=is_over),
        promises=f"{'Що було обіцяно:' if is_over else 'Що обіцяє'} {plan.record.name}",
        strip=state_strip([("", "", items)]),
        goals=component("goal-list", goals=lines),
        charts=[chart for chart in charts if chart],
        editions=edition_links(site, plan, url, named=len(community.plans) > 1),
    )


def executor_lines(items: list[Commitment]) -> list[tuple[Executor, str]]:
    """List the executors that the community's plans name, those with most measures first."""
    parts = parts_in(items)
    bodies = {body.address: body for item in items for body in item.measure.bodies if body.address in parts}
    order = sorted(bodies, key=lambda at: (-parts[at].total, words.alphabetical(bodies[at].record.name)))
    return [(bodies[address], parts[address].counted) for address in order]
