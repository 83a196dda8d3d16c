"""The page of a community: at a glance, which plans, what they promise, who does it, what falls due next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from markupsafe import Markup

from generator.model.audiences import audience_address, promised_audiences
from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.oblasts import COMMUNITIES, oblast_address, oblast_slug
from generator.model.plan import Plan
from generator.model.records.topics import AudienceRecord
from generator.model.vocabulary import MeasureGroup
from generator.outputs.linked_data import community_node
from generator.outputs.site_files import Page
from generator.pages.ask import ask_address
from generator.pages.audiences import audience_items
from generator.pages.charts import money_by_year, styles_for, terms_by_quarter
from generator.pages.editions import edition_links
from generator.pages.environment import component
from generator.pages.goal_list import GoalLine, goal_lines
from generator.pages.linked import jsonld
from generator.pages.measure import measure_list
from generator.pages.my_community import remember
from generator.pages.sharing import calendar_lines, calendar_to_keep, for_staff, notice_lines, sharing_meta
from generator.pages.site_context import Link, SiteContext, channels, crumbs, link_from
from generator.pages.state_strip import state_strip
from generator.views import words
from generator.views.about_plan import act_in_short, control_sentence
from generator.views.commitment import Commitment, due_next
from generator.views.outcome import TOLD_FIRST, by_outcome
from generator.views.part import parts_in, past_sentence
from generator.views.plan_figures import NO_MONEY, at_a_glance, money_of
from generator.views.plan_over import plan_over
from generator.views.undertakings import counted

_MOST, _MOST_BODIES = 3, 6
"""How many measures of one outcome, and how many executors, the page shows before it leads to all of them."""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What the community's page says of one plan."""

    plan: Plan
    act: str
    """The act that approved it, in short."""
    control: str
    """Who watches over it."""
    figures: list[str]
    promises: str
    """The heading over its goals."""
    strip: str
    goals: str
    money: str
    """That the document names no money, where it is said to name none."""
    charts: list[str]
    editions: str
    """Links to the plan as files to read; nothing where none are made."""


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """The first measures of one outcome, as a component; `rest` leads to all: words and link, plan by plan."""

    group: MeasureGroup
    items: Markup
    rest: tuple[tuple[str, str], ...]


def community_page(site: SiteContext, community: Community) -> Page:
    """Make the page of one community."""
    address = community.address
    url = link_from(address)
    items = site.commitments.by_community.get(community.id, [])
    next_terms, first = due_next(items, site.settings.as_of, _MOST), _first_of_outcomes(items)
    outcomes = list(_outcomes(site, items, url, with_plan=len(community.plans) > 1))
    bodies = executor_lines(items, site.settings.as_of)
    audiences = _audiences(site, community, url)
    is_past = all(_is_past(site, community, plan) for plan in community.plans)
    who = "Хто мав це робити" if is_past else "Хто це робить"
    return site.page(
        address,
        community.record.name,
        "community",
        {
            **site.community_meta(address, community),
            **site.quick_exit(item.measure for item in [*chain.from_iterable(first.values()), *next_terms]),
            **sharing_meta(site, address),
            **calendar_to_keep(address, address),
            **styles_for(community.plans),
            "jsonld": jsonld(
                community_node(community, site.settings),
                address,
                community.record.name,
                site.settings,
                ("Громади", "communities/"),
            ),
            "description": f"{community.record.name}: що пообіцяно, хто це робить і до коли",
            "crumbs": crumbs(address, *_trail(site, community)),
            "edit_url": site.edit(community.place),
            **_measures_at(outcomes, is_due=bool(next_terms)),
        },
        community=community,
        ask=ask_address(community) if community.can_be_asked(site.settings.as_of) and community.plans else "",
        plans=(summaries := [_summary(site, community, plan, url) for plan in community.plans]),
        next_terms=measure_list(site, next_terms, url, with_plan=len(community.plans) > 1) if next_terms else "",
        outcomes=outcomes,
        audiences=component("link-line", lead="", items=audiences) if audiences else "",
        contents=component(
            "contents",
            items=_contents(
                summaries, outcomes, is_due=bool(next_terms), is_for=bool(audiences), who=who if bodies else ""
            ),
        ),
        remember=remember(site, community),
        who=who,
        past="" if is_past else past_sentence(items, site.settings.as_of),
        executors=_bodies(community, bodies, url),
        channels=channels(community.record.contacts, community.record.site),
        for_staff=for_staff(
            site,
            address,
            [
                *calendar_lines(site, address, address),
                ("Зміни в планах громади", str(url(community.changes_address))),
                *notice_lines(site, address),
            ],
            calendar=True,
        ),
    )


def _trail(site: SiteContext, community: Community) -> list[tuple[str, str]]:
    """Return the way to a community: its oblast stands in it where a site is told by oblasts."""
    oblast = [(community.record.oblast, oblast_address(community.record.oblast))] if site.has_oblasts else []
    return [("Громади", COMMUNITIES), *oblast]


def _first_of_outcomes(items: Iterable[Commitment]) -> dict[MeasureGroup, tuple[Commitment, ...]]:
    return {group: found[:_MOST] for group, found in by_outcome(items).items() if group in TOLD_FIRST}


def _outcomes(site: SiteContext, items: list[Commitment], url: Link, *, with_plan: bool) -> Iterator[OutcomeSection]:
    """Yield what is done, then what is late with a report, then without one; the rest stands on the plans' reports."""
    groups = by_outcome(items)
    for group, first in _first_of_outcomes(items).items():
        found = groups[group]
        plans = {item.plan.id: item.plan for item in found} if len(found) > _MOST else {}
        rest = tuple((_all_of(plan, found), url(f"{plan.report_address}#{group}")) for plan in plans.values())
        yield OutcomeSection(group, measure_list(site, first, url, with_plan=with_plan), rest)


def _measures_at(outcomes: list[OutcomeSection], *, is_due: bool) -> dict[str, str]:
    """Return the front matter that says where measures begin; nothing on a page that names none."""
    found = [*(str(section.group) for section in outcomes), *(["next"] if is_due else [])]
    return {"measures_at": found[0]} if found else {}


def _all_of(plan: Plan, found: Sequence[Commitment]) -> str:
    told = f"Показати всі: {counted(item for item in found if item.plan.id == plan.id)}"
    return f"{told} ({plan.record.name})" if len({item.plan.id for item in found}) > 1 else told


def _contents(
    summaries: Iterable[PlanSummary], outcomes: list[OutcomeSection], *, is_due: bool, is_for: bool, who: str
) -> Iterator[tuple[str, str]]:
    """Return the parts of the page after what opens it."""
    for section in outcomes:
        yield section.group.words, f"#{section.group}"
    if is_due:
        yield MeasureGroup.NEAREST.words, "#next"
    yield "Куди звернутися", "#contacts"
    for summary in summaries:
        yield summary.promises, f"#plan-{summary.plan.slug}"
    if is_for:
        yield "Для кого", "#audiences"
    if who:
        yield who, "#executors"
    yield "Документи й дані", "#documents"


def _audiences(site: SiteContext, community: Community, url: Link) -> list[tuple[str, str, str, str]]:
    """List for whom the community's plans promise something and how many measures, for the component link-line."""
    return [
        (
            topic.name,
            "",
            url(_audience_at(site, community, topic)),
            counted(audience_items(site, community, topic)),
        )
        for topic in promised_audiences(site.catalogue.topics, community)
    ]


def _audience_at(site: SiteContext, community: Community, topic: AudienceRecord) -> str:
    """Return where it is told what the community promises to an audience."""
    if site.has_audience_pages:
        return audience_address(community, topic)
    oblast = f"{oblast_slug(community.record.oblast)}/" if site.has_oblasts else ""
    return f"{topic.address}{oblast}#{community.id}"


def _bodies(community: Community, bodies: Sequence[tuple[Executor, str]], url: Link) -> str:
    """Name who does most, and lead to all where there are more."""
    items = [(body.label, "", url(body.address), count) for body, count in bodies[:_MOST_BODIES]]
    if len(bodies) > _MOST_BODIES and community.executors:
        items.append((f"Усі виконавці: {len(bodies)}", "", url(community.executors_address), ""))
    return component("link-line", lead="", items=items) if items else ""


def _summary(site: SiteContext, community: Community, plan: Plan, url: Link) -> PlanSummary:
    items = site.commitments.by_plan.get(plan.id, [])
    is_over = _is_past(site, community, plan)
    lines: list[GoalLine] = goal_lines(site, plan, plan.tops, url)
    charts = [terms_by_quarter(items, site.settings.as_of), money_by_year(plan)]
    return PlanSummary(
        plan=plan,
        act=act if (act := act_in_short(plan)).endswith(".") or not act else f"{act}.",
        control=control_sentence(plan),
        figures=at_a_glance(plan, items, is_over=is_over),
        promises=_promises(community, plan, is_over=is_over),
        strip=state_strip([("", "", items)]),
        goals=component("goal-list", goals=lines, folded=True),
        money=NO_MONEY if money_of(plan).absent else "",
        charts=[chart for chart in charts if chart],
        editions=edition_links(site, plan, url, named=len(community.plans) > 1),
    )


def _is_past(site: SiteContext, community: Community, plan: Plan) -> bool:
    """Whether nothing can be said of today: the plan is over or replaced, or the terms of the community suspended."""
    day = site.settings.as_of
    return plan_over(community, plan, day) is not None or community.suspension_on(day) is not None


def _promises(community: Community, plan: Plan, *, is_over: bool) -> str:
    """Head the goals of a plan, which is named where the community has several."""
    if len(community.plans) == 1:
        return "Що було обіцяно" if is_over else "Що обіцяє план"
    return f"Що було обіцяно: {plan.record.name}" if is_over else f"Що обіцяє {plan.record.name}"


def executor_lines(items: list[Commitment], as_of: date) -> list[tuple[Executor, str]]:
    """List the executors that the community's plans name, those with most measures first."""
    parts = parts_in(items, as_of)
    bodies = {body.address: body for item in items for body in item.measure.bodies if body.address in parts}
    order = sorted(bodies, key=lambda at: (-parts[at].total, words.alphabetical(bodies[at].record.name)))
    return [(bodies[address], parts[address].counted) for address in order]
