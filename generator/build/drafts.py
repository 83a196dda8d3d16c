"""Drafts on a site: only where asked for, marked on every page, and apart from all that a reader could come by."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.build.parts import Part, community_part
from generator.history.history import History
from generator.model.community import Catalogue, Community
from generator.model.drafts import drafts
from generator.outputs.site_files import Asset
from generator.pages.draft_band import with_band
from generator.pages.site_context import SiteContext
from generator.reading.layout import DRAFT_ADDRESSES


def draft_parts(site: SiteContext, catalogue: Catalogue, taken: Collection[str]) -> Iterator[Part]:
    """Make the pages and files of all drafts in the whole catalogue, but for the addresses that are `taken`."""
    made = [_marked(site, catalogue, community, taken) for community in catalogue.communities if drafts(community)]
    yield from made
    listed = sorted({address for part in made for address in part.addresses})
    if listed:
        yield Part((), (Asset(DRAFT_ADDRESSES, "".join(f"{line}\n" for line in listed).encode()),))


def _marked(site: SiteContext, catalogue: Catalogue, community: Community, taken: Collection[str]) -> Part:
    own = replace(community, plans=drafts(community))
    alone = SiteContext(
        site.settings,
        replace(catalogue, communities=(own,), synonyms={}, redirects={}),
        tested=site.tested,
        counterparts_elsewhere={},
        communities_in_all=site.number_of_communities,
    )
    part = community_part(alone, own)
    pages = tuple(with_band(page, own.plans) for page in part.pages if page.address not in taken)
    return Part(pages, tuple(asset for asset in part.assets if asset.address not in taken))


def without_drafts(history: History, catalogue: Catalogue) -> History:
    """Return what happened to plans that are published, or were."""
    left_out = {(plan.community, plan.address) for community in catalogue.communities for plan in drafts(community)}
    kept = (
        dated
        for dated in history.changes
        if not any(
            dated.change.community == community and dated.change.address.startswith(address)
            for community, address in left_out
        )
    )
    return replace(history, changes=tuple(kept))


def draft_lines(catalogue: Catalogue, *, built: bool) -> list[str]:
    """Say of each draft that it was left out, or where it stands."""
    found = [plan for community in catalogue.communities for plan in drafts(community)]
    if built:
        return [
            f"Чернетка {plan.id}: сторінки позначено, пошуковики їх не показують. Адреса: {plan.address}"
            for plan in found
        ]
    return [
        f"Чернетку {plan.id} не опубліковано: чого в ній бракує, сказано вище. Подивитися її: plans serve або plans "
        "build --drafts."
        for plan in found
    ]
