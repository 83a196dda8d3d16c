"""Which plans are published. Drafts leave the catalogue here and nowhere else; what follows never meets one unasked."""

from dataclasses import replace

from generator.model.community import Catalogue, Community
from generator.model.plan import Plan


def published(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue without drafts, and without communities that have nothing but drafts."""
    kept = (_without_drafts(community) for community in catalogue.communities if not _is_draft(community))
    return replace(catalogue, communities=tuple(kept))


def drafts(community: Community) -> tuple[Plan, ...]:
    """Return the plans of a community that are drafts."""
    return tuple(plan for plan in community.plans if plan.lacks)


def _is_draft(community: Community) -> bool:
    return bool(community.plans) and all(plan.lacks for plan in community.plans)


def _without_drafts(community: Community) -> Community:
    return replace(community, plans=tuple(plan for plan in community.plans if not plan.lacks))
