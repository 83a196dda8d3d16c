"""Terms: the nearest across communities, and all of one community, a quarter at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.community import Community
from generator.pages.site_context import SiteContext, crumbs
from generator.site import Page
from generator.views import words
from generator.views.calendar import Calendar, Quarter, calendar, quarter_of
from generator.views.commitment import Commitment, due_next, overdue

_NEAREST = 15
_AHEAD = 4
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


def terms_address(community: Community) -> str:
    """Give the permanent address of a community's terms."""
    return f"{community.id}/terms/"


def terms_page(site: SiteContext) -> Page:
    """Make the page of terms across communities."""
    address, as_of = "terms/", site.settings.as_of
    free = [item for item in site.commitments.all if not item.community.notice]  # notices stand on their own pages
    coming = due_next(free, as_of, len(free))
    calendars = {community.id: _calendar(site, community) for community in site.catalogue.communities}
    quarter, lines = quarter_of(as_of), []
    for _ in range(_AHEAD):
        lines.append(
            QuarterLine(
                quarter,
                tuple(
                    _counts(
                        site,
                        quarter.anchor,
                        {
                            community: [item for at, items in kept.quarters if at == quarter for item in items]
                            for community, kept in calendars.items()
                        },
                    )
                ),
            )
        )
        quarter = quarter.next
    return site.page(
        address,
        "Строки",
        "terms",
        {"kind": "terms", "description": "Що і коли має бути зроблено за планами громад", "crumbs": crumbs(address)},
        now=quarter_of(as_of),
        communities=site.catalogue.communities[:_LISTED],
        nearest=coming[:_NEAREST],
        more=words.measures(len(coming) - _NEAREST) if len(coming) > _NEAREST else "",
        quarters=lines,
        late=list(
            _counts(
                site,
                "late",
                {
                    community.id: overdue(site.commitments.by_community.get(community.id, []))
                    for community in site.catalogue.communities
                },
            )
        ),
        recurring=list(_counts(site, "recurring", {key: kept.recurring for key, kept in calendars.items()})),
        ongoing=list(_counts(site, "ongoing", {key: kept.ongoing for key, kept in calendars.items()})),
        conditional=list(_counts(site, "conditional", {key: kept.conditional for key, kept in calendars.items()})),
    )


def _counts(site: SiteContext, anchor: str, found: dict[str, Iterable[Commitment]]) -> Iterator[CommunityCount]:
    for community in site.catalogue.communities:
        number = len(list(found.get(community.id, ())))
        if number:
            yield CommunityCount(community, words.measures(number), f"{terms_address(community)}#{anchor}")


def _calendar(site: SiteContext, community: Community) -> Calendar:
    return calendar(site.commitments.by_community.get(community.id, []))


def community_terms_page(site: SiteContext, community: Community) -> Page:
    """Make the page of one community's terms."""
    address, now = terms_address(community), quarter_of(site.settings.as_of)
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
        late=overdue(site.commitments.by_community.get(community.id, [])),
    )
