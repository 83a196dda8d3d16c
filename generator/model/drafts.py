"""Which plans are published. Drafts leave the catalogue here and nowhere else; what follows never meets one unasked."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.model.community import Catalogue, Community
from generator.model.plan import Plan


def published(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue without drafts, communities that have nothing else, and bodies that only drafts name.

    Bodies of several communities stay: nobody drafts those.
    """
    kept = tuple(_without_drafts(community) for community in catalogue.communities if not _is_draft(community))
    named = {address for community in kept for address in _named(community)}
    unseen = {address for community in catalogue.communities for address in _named(community)} - named
    return replace(catalogue, communities=tuple(_without_bodies(community, unseen) for community in kept))


def _without_bodies(community: Community, unseen: Collection[str]) -> Community:
    return replace(community, executors=tuple(one for one in community.executors if one.address not in unseen))


def _named(community: Community) -> Iterator[str]:
    """Yield the addresses of the bodies that the plans of a community name, and of those they belong to."""
    for plan in community.plans:
        for body in (body for measure in plan.all_measures() for body in measure.bodies):
            yield body.address
            if body.parent_id:
                yield f"{body.address.removesuffix(f'{body.id}/')}{body.parent_id}/"


def drafts(community: Community) -> tuple[Plan, ...]:
    """Return the plans of a community that are drafts."""
    return tuple(plan for plan in community.plans if plan.lacks)


def _is_draft(community: Community) -> bool:
    return bool(community.lacks or community.plans) and all(plan.lacks for plan in community.plans)


def _without_drafts(community: Community) -> Community:
    return replace(community, plans=tuple(plan for plan in community.plans if not plan.lacks))
