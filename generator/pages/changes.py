"""The pages «Зміни»: the same that the feeds say, day by day, for the whole site and for each community."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import filterfalse, groupby
from zoneinfo import ZoneInfo

from markupsafe import Markup

from generator.history.changes import Change, ChangeKind, DatedChange, newest_first
from generator.history.history import History
from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.plan import Measure
from generator.outputs.assets import all_changes
from generator.outputs.feeds import CHANGES_PAGE
from generator.outputs.site_files import Page, relative
from generator.pages.environment import component
from generator.pages.site_context import Link, SiteContext, crumbs, link_from

MOST = 200
"""How many changes the page of the whole site tells; a community's page tells all of its own."""
_HOUSEKEEPING = {ChangeKind.TEXT_CHANGED, ChangeKind.NOTES_CHANGED, ChangeKind.OURS_CHANGED}
"""What changed on the site and in no promise or report: told last."""
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


def recent_changes(site: SiteContext, most: int) -> list[DatedChange]:
    """Return the newest changes for home, without rewordings of chapters and of what is ours."""
    return newest_first(filter(_of_promises, all_changes(site.catalogue, site.history)), most)


def change_list(site: SiteContext, address: str, changes: Iterable[DatedChange]) -> Markup:
    """Return changes as a list that names communities."""
    return _Teller(site, _standing(site)).listed(address, changes, named=True)


def changed_measures(site: SiteContext, changes: Iterable[DatedChange]) -> Iterator[Measure]:
    """Return the measures that changes are about; one that is gone from its plan is not known any more."""
    addresses = {dated.change.address for dated in changes}
    return (item.measure for item in site.commitments.all if item.address in addresses)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells changes on a page; links only to what stands."""

    site: SiteContext
    standing: frozenset[str]

    def days(self, address: str, changes: Iterable[DatedChange], *, named: bool) -> dict[str, list[Day]]:
        """Sort changes, newest first, by day, apart those of promises and the rest; `named`: each names its community.

        The keys are what the template calls them.
        """
        listed = list(changes)
        parts = {
            "days": ("d", filter(_of_promises, listed)),
            "housekeeping": ("site", filterfalse(_of_promises, listed)),
        }
        return {
            part: [
                Day(date_in_words(day), f"{opening}-{day.isoformat()}", self.listed(address, found, named=named))
                for day, found in groupby(told, day_of)
            ]
            for part, (opening, told) in parts.items()
        }

    def listed(self, address: str, changes: Iterable[DatedChange], *, named: bool) -> Markup:
        """Return changes as a list."""
        url = link_from(address)
        return component("change-list", lines=[self._line(dated.change, url) for dated in changes], named=named)

    def _line(self, change: Change, url: Link) -> Line:
        community = self.site.communities_by_id.get(change.community)
        stands = change.address.partition("#")[0] in self.standing
        return Line(
            change.kind.words,
            community.record.short_name if community else change.community,
            change.plan_name,
            change.sentence,
            change.details,
            url(change.address) if stands else "",
        )


def changes_page(site: SiteContext) -> Page:
    """Make the page of the whole site."""
    address, teller = CHANGES_PAGE, _Teller(site, _standing(site))
    changes = sorted(newest_first(all_changes(site.catalogue, site.history)), key=_of_promises, reverse=True)
    return site.page(
        address,
        "Зміни в планах громад",
        "changes",
        {
            **site.quick_exit(changed_measures(site, changes[:MOST])),
            "description": "Що нового в планах громад: звіти, зміни текстів і строків",
            "crumbs": crumbs(address),
            "feed_url": relative(address, "changes.xml"),
        },
        **teller.days(address, changes[:MOST], named=True),
        history=history_words(site.history),
        feed="changes.xml",
        cut=len(changes) > MOST,
        communities=[
            (community.record.name, community.changes_address)
            for community in (() if site.has_oblasts else site.catalogue.communities)
        ],
    )


def community_changes_page(site: SiteContext, community: Community) -> Page:
    """Make the page of one community."""
    address, teller = community.changes_address, _Teller(site, _standing(site))
    changes = newest_first(
        dated for dated in all_changes(site.catalogue, site.history) if dated.change.community == community.id
    )
    return site.page(
        address,
        f"Зміни в планах: {community.record.name}",
        "changes",
        {
            **site.community_meta(address, community),
            **site.quick_exit(changed_measures(site, changes)),
            "description": f"Що нового в планах: {community.record.name}",
            "crumbs": crumbs(address, (community.record.short_name, community.address)),
        },
        **teller.days(address, changes, named=False),
        history=history_words(site.history),
        feed=f"{community.address}changes.xml",
        cut=False,
        communities=[],
    )


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


def _of_promises(dated: DatedChange) -> bool:
    return dated.change.kind not in _HOUSEKEEPING


def day_of(dated: DatedChange) -> date:
    """Return the day it was in Ukraine when something changed."""
    return dated.when.astimezone(_PLACE).date()


def _standing(site: SiteContext) -> frozenset[str]:
    """Return the addresses of pages that are there now; what changed long ago may speak of others."""
    texts = (plan.text_address(text.name) for plan in site.catalogue.plans for text in plan.texts)
    return frozenset({*site.embeds, *texts})
