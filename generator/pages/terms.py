"""Terms: the nearest across communities, and all of one community, a quarter at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.community import Community
from generator.pages.site_context import SiteContext, crumbs
from generator.site import Page
from generator.views import words
from generator.views.calendar import Calendar, Quarter, calendar, quarter_of
from generator.views.commitment import Commitment, due_next, overdue

_NEAREST = 6
_LISTED = 30
"""Communities named one by one; a country has a page of them."""


@dataclass(frozen=True, slots=True)
class CommunityCount:
    """How many measures a community has under a heading, and where they are listed."""

    community: Community
    count: str
    address: str


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """A quarter and how many terms end in it, by community."""

    quarter: Quarter
    communities: tuple[CommunityCount, ...]


def terms_page(site: SiteContext) -> Page:
    """Make the page of terms across communities."""
    address, as_of = "terms/", site.settings.as_of
    free = [item for item in site.commitments.all if not item.community.notice]  # notices stand on their own pages
    coming = due_next(free, as_of, len(free))
    calendars = {community.id: _calendar(site, community) for community in site.catalogue.communities}
    now = quarter_of(as_of)
    ahead = {now} | {at for kept in calendars.values() for at, _ in kept.quarters if at > now}
    return site.page(
        address,
        "Строки",
        "terms",
        {"kind": "terms", "description": "Що і коли має бути зроблено за планами громад", "crumbs": crumbs(address)},
        now=now,
        communities=site.catalogue.communities[:_LISTED],
        apart=[community for community in site.catalogue.communities if community.notice],
        nearest=coming[:_NEAREST],
        more=words.measures(len(coming) - _NEAREST) if len(coming) > _NEAREST else "",
        quarters=[QuarterLine(at, tuple(_counts(site, at.anchor, _due_in(at, calendars)))) for at in sorted(ahead)],
        **{name: list(_counts(site, name, found)) for name, found in _dayless(site, calendars).items()},
    )


def _dayless(site: SiteContext, calendars: Mapping[str, Calendar]) -> dict[str, dict[str, Iterable[Commitment]]]:
    """Give what stands outside the quarters ahead, by the anchor it has on each community's page."""
    items = site.commitments.by_community
    return {
        "late": {community: overdue(items.get(community, [])) for community in calendars},
        "recurring": {community: kept.recurring for community, kept in calendars.items()},
        "ongoing": {community: kept.ongoing for community, kept in calendars.items()},
        "conditional": {community: kept.conditional for community, kept in calendars.items()},
        "undated": {community: kept.undated for community, kept in calendars.items()},
    }


def _due_in(quarter: Quarter, calendars: Mapping[str, Calendar]) -> dict[str, Iterable[Commitment]]:
    """Give what falls due in a quarter, by community."""
    return {
        community: [item for at, items in kept.quarters if at == quarter for item in items]
        for community, kept in calendars.items()
    }


def _counts(site: SiteContext, anchor: str, found: dict[str, Iterable[Commitment]]) -> Iterator[CommunityCount]:
    for community in site.catalogue.communities:
        number = len(list(found.get(community.id, ())))
        if number:
            yield CommunityCount(community, words.measures(number), f"{community.terms_address}#{anchor}")


def _calendar(site: SiteContext, community: Community) -> Calendar:
    return calendar(site.commitments.by_community.get(community.id, []))


def community_terms_page(site: SiteContext, community: Community) -> Page:
    """Make the page of one community's terms."""
    address, now = community.terms_address, quarter_of(site.settings.as_of)
    kept = _calendar(site, community)
    return site.page(
        address,
        f"Строки: {community.name}",
        "community-terms",
        {
            **site.community_meta(address, community),
            "kind": "terms",
            "description": f"Що і коли має бути зроблено: {community.name}",
            "crumbs": crumbs(address, (community.short_name, community.address)),
        },
        community=community,
        calendar=kept,
        now=now,
        ahead=[(quarter, items) for quarter, items in kept.quarters if quarter >= now],
        past=[(quarter, items) for quarter, items in reversed(kept.quarters) if quarter < now],
        late=bool(overdue(site.commitments.by_community.get(community.id, []))),
    )
