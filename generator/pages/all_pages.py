"""The list of pages of the whole site."""

from collections.abc import Iterator

from generator.pages.accessibility import accessibility_page
from generator.pages.changes import changes_pages
from generator.pages.community import community_page
from generator.pages.embed_help import embed_help_page
from generator.pages.embeds import embed_pages
from generator.pages.executor import executor_pages
from generator.pages.goal import goal_pages
from generator.pages.narrative import narrative_pages
from generator.pages.notices import notice_pages
from generator.pages.overview import (
    communities_page,
    data_page,
    executors_page,
    glossary_page,
    home_page,
    search_page,
)
from generator.pages.plan import plan_page
from generator.pages.report import report_pages
from generator.pages.site_context import SiteContext
from generator.pages.terms import terms_pages
from generator.pages.topics import topic_pages
from generator.site import Page


def all_pages(site: SiteContext) -> Iterator[Page]:
    """Make every page, in an order that does not change between builds."""
    yield home_page(site)
    yield communities_page(site)
    yield executors_page(site)
    yield from terms_pages(site)
    yield data_page(site)
    yield glossary_page(site)
    yield search_page(site)
    yield accessibility_page(site)
    yield from topic_pages(site)
    for community in site.catalogue.communities:
        yield community_page(site, community)
        for plan in community.plans:
            yield plan_page(site, community, plan)
            yield from goal_pages(site, community, plan)
            yield from narrative_pages(site, community, plan)
    yield from report_pages(site)
    yield from executor_pages(site)
    yield embed_help_page(site)
    yield from changes_pages(site)
    yield from embed_pages(site)
    yield from notice_pages(site)
