"""The pages «Зміни»: the same that the feeds say, day by day, for the whole site and for each community."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo

from markupsafe import Markup

from generator.model.community import Community
from generator.outputs.assets import all_changes
from generator.outputs.changes import DatedChange, newest_first
from generator.outputs.feeds import CHANGES_PAGE
from generator.outputs.history import History
from generator.pages.environment import component
from generator.pages.site_context import SiteContext, crumbs, link_from
from generator.site import Page, relative
from generator.terms import date_in_words

MOST = 200
"""How many changes the page of the whole site tells; a community's page tells all of its own."""
_PLACE = ZoneInfo("Europe/Kyiv")


@dataclass(frozen=True, slots=True)
class Line:
    """One change as the page shows it; `url` is empty when the page it speaks of is gone."""

    kind: str
    community: str
    plan: str
    sentence: str
    details: tuple[str, ...]
    url: Markup | str


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day."""

    words: str
    anchor: str
    lines: Markup


def changes_pages(site: SiteContext) -> Iterator[Page]:
    """Make the page of the whole site, then one for each community."""
    changes = newest_first(all_changes(site.catalogue, site.history))
    yield _site_page(site, changes)
    by_community: dict[str, list[DatedChange]] = {}
    for dated in changes:
        by_community.setdefault(dated.change.community, []).append(dated)
    for community in site.catalogue.communities:
        yield _community_page(site, community, by_community.get(community.id, []))


def changes_address(community: Community) -> str:
    """Give the permanent address of a community's page of changes."""
    return f"{community.address}{CHANGES_PAGE}"


def recent_changes(site: SiteContext, address: str, most: int) -> Markup:
    """Give the newest changes as a list for another page, such as home; nothing when nothing is known."""
    newest = newest_first(all_changes(site.catalogue, site.history), most)
    return component("change-list", lines=_lines(site, address, newest), named=True) if newest else Markup()


def _site_page(site: SiteContext, changes: list[DatedChange]) -> Page:
    address = CHANGES_PAGE
    return site.page(
        address, "Зміни в планах громад", "changes",
        {"kind": "changes", "description": "Що нового в планах громад: звіти, зміни текстів і строків",
         "crumbs": crumbs(address), "feed_url": relative(address, "changes.xml")},
        days=_days(site, address, changes[:MOST], named=True), history=history_words(site.history),
        feed="changes.xml", cut=len(changes) > MOST,
        communities=[(community.name, changes_address(community)) for community in site.catalogue.communities])


def _community_page(site: SiteContext, community: Community, changes: list[DatedChange]) -> Page:
    address = changes_address(community)
    return site.page(
        address, f"Зміни в планах: {community.name}", "changes",
        {**site.community_meta(address, community), "kind": "changes",
         "description": f"Що нового в планах: {community.name}",
         "crumbs": crumbs(address, (community.short_name, community.address))},
        days=_days(site, address, changes, named=False), history=history_words(site.history),
        feed=f"{community.address}changes.xml", cut=False, communities=[])


def history_words(history: History | None) -> str:
    """Say how far back the page can tell, and why not further."""
    if history is None:
        return (
            "Історії версій тут немає, бо сайт зібрано з копії без неї. Тому показано лише те, що записано в самих "
            "планах: коли їх затверджено і які є звіти."
        )
    since = date_in_words(history.since.astimezone(_PLACE).date())
    if history.complete:
        return f"Зміни текстів і строків показано від {since}: тоді плани вперше записано тут."
    return f"Зміни текстів і строків показано від {since}; старіших не показано."


def _days(site: SiteContext, address: str, changes: Iterable[DatedChange], *, named: bool) -> list[Day]:
    return [
        Day(date_in_words(day), f"d-{day.isoformat()}",
            component("change-list", lines=_lines(site, address, listed), named=named))
        for day, listed in groupby(changes, _day)
    ]


def _day(dated: DatedChange) -> date:
    return dated.when.astimezone(_PLACE).date()


def _lines(site: SiteContext, address: str, changes: Iterable[DatedChange]) -> list[Line]:
    url, known = link_from(address), _standing(site)
    return [
        Line(
            change.kind.words, _name(site, change.community), change.plan_name, change.sentence, change.details,
            url(change.address) if change.address.partition("#")[0] in known else "")
        for change in (dated.change for dated in changes)
    ]


def _name(site: SiteContext, community_id: str) -> str:
    community = site.communities_by_id.get(community_id)
    return community.short_name if community else community_id


@cache  # one context lives for one build
def _standing(site: SiteContext) -> frozenset[str]:
    """Give the addresses of pages that are there now; what changed long ago may speak of others."""
    texts = (plan.text_address(text.name) for plan in site.catalogue.plans for text in plan.texts)
    return frozenset({*site.embeds, *texts})
