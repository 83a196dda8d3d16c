"""Pages that look across communities: home, all communities, all executors, open data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.language.romanisation import heading_anchor
from generator.model.community import Community
from generator.outputs.columns import COLUMNS
from generator.outputs.licence import OFFICIAL
from generator.outputs.plan_csv import DELIMITER
from generator.outputs.site_files import Page
from generator.outputs.table_schema import GUARD
from generator.pages.changes import change_list, changed_measures, recent_changes
from generator.pages.country.listing import SCRIPT, due_lines, finder, mine
from generator.pages.country.oblasts import chosen_from
from generator.pages.environment import component
from generator.pages.kinds import KINDS
from generator.pages.my_community import my_community
from generator.pages.oblast_map import oblast_map
from generator.pages.site_context import Link, SiteContext, crumbs, link_from
from generator.pages.state_strip import Row, state_strip
from generator.search.examples import examples
from generator.views import words
from generator.views.commitment import Commitment, due_next
from generator.views.part import parts_in
from generator.views.undertakings import counted

_HOME_TERMS, _HOME_EACH, _HOME_CHANGES = 6, 2, 3


@dataclass(frozen=True, slots=True)
class OblastGroup:
    """Communities of one oblast, by name."""

    oblast: str
    communities: tuple[Community, ...]


def by_oblast(site: SiteContext) -> list[OblastGroup]:
    """Group the communities by oblast."""
    groups: dict[str, list[Community]] = {}
    for community in site.catalogue.communities:
        groups.setdefault(community.record.oblast, []).append(community)
    return [
        OblastGroup(
            oblast, tuple(sorted(groups[oblast], key=lambda community: words.alphabetical(community.record.name)))
        )
        for oblast in sorted(groups, key=words.alphabetical)
    ]


def home_page(site: SiteContext) -> Page:
    """Make the home page: search, my community, what falls due next."""
    url, many = link_from(""), site.has_oblasts
    nearest: list[Commitment] = [] if many else _nearest(site)
    due = site.country.next(_HOME_TERMS) if many else []
    changes = recent_changes(site, _HOME_CHANGES)
    promised = (
        site.country.count.words if many else counted(item for item in site.commitments.all if not item.plan.is_project)
    )
    return site.page(
        "",
        site.settings.site_name,
        "home",
        {
            **site.quick_exit([*(item.measure for item in nearest), *changed_measures(site, changes)]),
            "description": "Що пообіцяла ваша громада, хто це робить і до коли",
            **({"quick_exit": True} if any(one.urgent for one in due) else {}),
            **({"measures_at": "next"} if nearest else {}),
            **({"scripts": [SCRIPT], "sheets": [*KINDS["home"].sheets, "country.css"]} if many else {}),
        },
        mine=mine(site.country, "") if many else my_community(site, ""),
        finder=finder("") if many else "",
        examples=examples(site.commitments),
        changes=change_list(site, "", changes) if changes else "",
        next_terms=nearest,
        next_lines=component("places", items=due_lines(due), url=url) if due else "",
        strip=state_strip(_rows(site, url)),
        audience_links=component("big-links", items=links) if (links := _audience_links(site, url)) else "",
        community_links=_community_links(site, url),
        several=site.can_remember,
        communities=words.of_communities(site.number_of_communities),
        measures=promised,
    )


def _community_links(site: SiteContext, url: Link) -> Markup:
    if site.has_oblasts:
        return chosen_from(site.country)
    return _choice(site, url) if site.can_remember else _alone(site, url)


def _rows(site: SiteContext, url: Link) -> Iterator[Row]:
    """Yield a row for each community; none where there are too many to take in at a glance."""
    if not site.has_oblasts:
        for community in site.catalogue.communities:
            items = site.commitments.by_community.get(community.id, [])
            yield community.record.short_name, url(community.address), items


def _audience_links(site: SiteContext, url: Link) -> list[tuple[str, str, str]]:
    audiences = site.catalogue.topics.audiences
    return [(topic.question or topic.name, url(topic.address), "") for topic in audiences]


def _alone(site: SiteContext, url: Link) -> Markup:
    """Lead to the one community of the site and to each of its plans: there is nothing to choose a community from.

    Nothing while there is none.
    """
    counts = site.commitments.by_plan
    places = [(one.record.name, url(one.address), "") for one in site.catalogue.communities]
    plans = [
        (plan.record.name, url(plan.address), "проєкт" if plan.is_project else counted(counts.get(plan.id, [])))
        for plan in site.catalogue.plans
    ]
    return component("big-links", items=[*places, *plans]) if places else Markup()


def _choice(site: SiteContext, url: Link) -> Markup:
    """Make the map of oblasts and the list of communities beside it."""
    groups = by_oblast(site)
    counts = site.commitments.by_community

    def leads(oblast: str, found: Sequence[Community]) -> str:
        anchor = f"#{heading_anchor(oblast)}"
        if len(found) == 1:
            return url(found[0].address)
        return anchor

    return component(
        "oblasts",
        map=oblast_map({group.oblast: group.communities for group in groups}, leads),
        groups=[
            (
                group.oblast,
                heading_anchor(group.oblast),
                [
                    (community.record.short_name, url(community.address), counted(counts.get(community.id, [])))
                    for community in group.communities
                ],
            )
            for group in groups
        ],
        links=[],
    )


def _nearest(site: SiteContext) -> list[Commitment]:
    """Return the nearest terms, at most two of each community, so that one long plan does not fill the list."""
    found = [
        item
        for community in site.catalogue.communities
        for item in due_next(site.commitments.by_community.get(community.id, []), site.settings.as_of, _HOME_EACH)
    ]
    return due_next(found, site.settings.as_of, _HOME_TERMS)


def communities_page(site: SiteContext) -> Page:
    """Make the list of all communities; of one there is nothing to choose, so no menu leads here."""
    address = "communities/"
    counts = {key: counted(items) for key, items in site.commitments.by_community.items()}
    return site.page(
        address,
        "Громади",
        "communities",
        {
            "description": "Усі громади, плани яких тут опубліковано",
            "crumbs": crumbs(address),
            **({} if site.can_remember else {"is_empty": True}),
        },
        groups=by_oblast(site),
        counts=counts,
    )


def executors_page(site: SiteContext) -> Page:
    """Make the list of all executors: shared ones first, then those of each community."""
    address = "executors/"
    counts = {key: part.counted for key, part in parts_in(site.commitments.all, site.settings.as_of).items()}
    shared = [executor for executor in site.commitments.executors if executor.community is None]
    own = [
        (community, sorted(community.executors, key=lambda executor: words.alphabetical(executor.record.name)))
        for community in site.catalogue.communities
    ]
    return site.page(
        address,
        "Виконавці",
        "executors",
        {"description": "Хто виконує плани громад", "crumbs": crumbs(address)},
        shared=shared,
        own=own,
        counts=counts,
        contents=component(
            "contents",
            items=[
                *([("Спільні для громад", "#shared")] if shared else []),
                *((community.record.short_name, f"#{community.id}") for community, _ in own),
            ],
        )
        if site.can_remember
        else "",
    )


def data_page(site: SiteContext) -> Page:
    """Make the page that explains the open data."""
    address = "data/"
    return site.page(
        address,
        "Відкриті дані",
        "data",
        {"description": "Плани громад як дані: JSON, CSV, Excel", "crumbs": crumbs(address)},
        plans=() if site.has_oblasts else site.catalogue.plans,
        by_plan=site.has_oblasts,
        passports=[
            community
            for community in (() if site.has_oblasts else site.catalogue.communities)
            if community.record.open_data
        ],
        communities=site.communities_by_id,
        columns=COLUMNS,
        guard=GUARD,
        separator=DELIMITER,
        official=OFFICIAL,
        example=site.catalogue.plans[0] if site.catalogue.plans else None,
    )
