"""Editions of plans for the tests, each with the plan it was made from."""

from __future__ import annotations

from functools import cache

from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.outputs.editions.blocks import Edition
from generator.outputs.editions.contents import edition_of
from outputs.sample import AS_OF, FILES, SITE_URL, Site, catalogue_of, real_site

Made = dict[str, tuple[Plan, Edition]]


def editions(files: dict[str, str] | None = None) -> Made:
    return _of(Site(Settings(AS_OF, site_url=SITE_URL), catalogue_of(files or FILES)))


@cache
def real_editions() -> Made:
    return _of(real_site())


def _of(site: Site) -> Made:
    return {
        plan.id: (plan, edition_of(community, plan, site.commitments.by_plan[plan.id], site.settings))
        for community in site.catalogue.communities
        for plan in community.plans
    }
