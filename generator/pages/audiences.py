"""«Для мене»: what one community promises to an audience, on one sheet of A4 to read, hand on or hang up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.audiences import audience_address, audiences_address, promised_audiences
from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.plan import Plan
from generator.model.records.topics import AudienceRecord
from generator.outputs.addresses import full
from generator.outputs.site_files import Page
from generator.pages.ask import ask_address
from generator.pages.environment import component
from generator.pages.measure import measure_line
from generator.pages.notices import drawing, spoken
from generator.pages.sheet import BOLD, ROOM, beside_code, lines_of
from generator.pages.site_context import Link, SiteContext, channels, crumbs, link_from
from generator.views.about_plan import act_in_short, control_sentence, period_in_words, project_sentences
from generator.views.commitment import Commitment
from generator.views.outcome import counted_by_outcome
from generator.views.plan_over import plan_over
from generator.views.undertakings import counted
from generator.views.words import small

_HEADING = 42
"""Letters of a line of the heading."""
_REST = 8.0
"""Lines of what stands on every sheet: whose it is, counts, the heading of whom to ask, what is ours, abbreviations."""
_BODIES = 4
"""Of how many bodies the sheet tells how to reach them."""


@dataclass(frozen=True, slots=True)
class PlanPromises:
    """What one plan promises to the audience; `rest` counts what paper has no room for, or is nothing."""

    plan: Plan
    about: str
    promises: Markup
    rest: str


def audience_pages(site: SiteContext, community: Community) -> Iterator[Page]:
    """Make the list of a community's audiences and the page of each; nothing on a site of many communities."""
    topics = promised_audiences(site.catalogue.topics, community)
    if site.has_audience_pages and topics:
        yield _list(site, community, topics)
        yield from (_page(site, community, topic) for topic in topics)


def audience_items(site: SiteContext, community: Community, topic: AudienceRecord) -> list[Commitment]:
    """Return the measures of a community's plans that are for an audience."""
    return [
        item for item in site.commitments.by_community.get(community.id, []) if topic.id in item.measure.record.topics
    ]


def _list(site: SiteContext, community: Community, topics: Iterable[AudienceRecord]) -> Page:
    address = audiences_address(community)
    return site.page(
        address,
        "Для мене",
        "audiences",
        {
            **site.community_meta(address, community),
            "description": f"{community.record.name}: для кого що пообіцяно, по аркушу на кожного",
            "crumbs": crumbs(address, (community.record.short_name, community.address)),
        },
        community=community,
        topics=[
            (topic, audience_address(community, topic), counted(audience_items(site, community, topic)))
            for topic in topics
        ],
    )


def _page(site: SiteContext, community: Community, topic: AudienceRecord) -> Page:
    address = audience_address(community, topic)
    url, items = link_from(address), audience_items(site, community, topic)
    title = f"{topic.name}: що пообіцяно"
    home = full(site.settings, address)
    may_ask = community.can_be_asked(site.settings.as_of)
    bodies = _bodies(items) if may_ask else []
    asking = _asking(items) if may_ask else []
    plans = [plan for plan in community.plans if any(item.plan.id == plan.id for item in items)]
    ways = channels(community.record.contacts, community.record.site) if may_ask else []
    whom = [
        community.council,
        *asking,
        *_ways(ways),
        *(line for body, own in bodies for line in (body.label, *_ways(own))),
    ]
    return site.page(
        address,
        title,
        "audience",
        {
            **site.community_meta(address, community),
            **site.quick_exit(item.measure for item in items),
            **({"quick_exit": True} if topic.quick_exit else {}),
            "description": f"{community.record.name}: {small(topic.name)} – що пообіцяно, хто це робить і до коли",
            "crumbs": crumbs(
                address,
                (community.record.short_name, community.address),
                ("Для мене", audiences_address(community)),
            ),
        },
        community=community,
        topic=topic,
        known=counted_by_outcome(items),
        plans=list(_plans(site, plans, items, url, _taken(site, community, plans, title, whom if may_ask else []))),
        may_ask=may_ask,
        channels=ways,
        asking=asking,
        ask=ask_address(plans[0] if len(plans) == 1 else community),
        bodies=bodies,
        others=audiences_address(community),
        public=site.settings.is_public,
        code=component("qr", svg=drawing(home), address=spoken(home)) if home and may_ask else "",
    )


def _plans(
    site: SiteContext, plans: Sequence[Plan], items: Sequence[Commitment], url: Link, taken: float
) -> Iterator[PlanPromises]:
    """Yield each plan's promises; those that fit the sheet, of which so many lines are `taken`, are printed."""
    room = ROOM - taken
    for plan in plans:
        own = [item for item in items if item.plan.id == plan.id]
        lines = [_line(site, item, url) for item in own]
        room, shown = _fitting(lines, room)
        yield PlanPromises(
            plan,
            _about(plan),
            component("promises", items=lines, shown=shown),
            counted(own[shown:]) if shown < len(own) else "",
        )


def _taken(site: SiteContext, community: Community, plans: Iterable[Plan], title: str, whom: list[str]) -> float:
    """Return how many lines of the sheet all but the promises takes."""
    day = site.settings.as_of
    over = [told.sentence for plan in plans if (told := plan_over(community, plan, day))]
    notices = [
        *filter(None, [community.notice_on(day)]),
        *over,
        *(" ".join(project_sentences(plan, day)) for plan in plans),
    ]
    return (
        2 * lines_of(title, _HEADING)
        + sum(lines_of(notice) + 1 for notice in notices if notice)
        + sum(2 + lines_of(_about(plan)) for plan in plans)
        + (beside_code(whom) if whom else 3)
        + _REST
    )


def _ways(found: Iterable[dict[str, str]]) -> Iterator[str]:
    yield from (f"{way['label']}: {way['text']}" for way in found)


def _about(plan: Plan) -> str:
    return ". ".join(filter(None, [act_in_short(plan).rstrip("."), _period(plan)]))


def _period(plan: Plan) -> str:
    words = period_in_words(plan)
    return f"Період: {words}" if words else ""


def _line(site: SiteContext, item: Commitment, url: Link) -> tuple[str, Markup, Markup]:
    return (
        item.measure.titled,
        url(item.address),
        measure_line(site, item, url, in_list=True),
    )


def promises(site: SiteContext, items: Iterable[Commitment], url: Link) -> Markup:
    """List measures, each by our short title where it has one, with who does it, until when and where it stands."""
    lines = [_line(site, item, url) for item in items]
    return component("promises", items=lines, shown=len(lines))


def _fitting(lines: Iterable[tuple[str, Markup, Markup]], room: float) -> tuple[float, int]:
    """Return the room that is left on the sheet, and how many lines stand on it."""
    shown = 0
    for title, _, line in lines:
        height = lines_of(title, BOLD) + lines_of(line.striptags()) + 0.4
        if height > room:
            return 0, shown
        room, shown = room - height, shown + 1
    return room, shown


def _asking(items: Iterable[Commitment]) -> list[str]:
    """Return sentences on who watches over the plans that these measures stand in."""
    plans = {item.plan.id: item.plan for item in items}.values()
    return [said for plan in plans if (said := control_sentence(plan))]


def _bodies(items: Iterable[Commitment]) -> list[tuple[Executor, list[dict[str, str]]]]:
    """Return the bodies that answer for measures and can be reached, with how."""
    named = {body.address: body for item in items for body in item.measure.bodies}
    known = [body for body in named.values() if body.record.contacts.can_answer]
    return [(body, channels(body.record.contacts)) for body in known[:_BODIES]]
