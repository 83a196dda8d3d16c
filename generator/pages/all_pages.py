"""The list of pages: those across communities, and those of one community."""

from collections.abc import Iterable, Iterator

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.outputs import Output
from generator.outputs.site_files import Page
from generator.pages.about import about_page
from generator.pages.accessibility import accessibility_page
from generator.pages.ask import ask_page
from generator.pages.audiences import audience_pages
from generator.pages.changes import changes_page, community_changes_page
from generator.pages.community import community_page
from generator.pages.country.comparisons import Comparisons, comparison_pages
from generator.pages.country.executors import executors_pages, shared_pages
from generator.pages.country.oblasts import oblast_pages
from generator.pages.country.terms import terms_pages
from generator.pages.country.topics import topics_pages
from generator.pages.embed_help import embed_help_page
from generator.pages.embeds import embed_pages, executor_embed
from generator.pages.executor import executor_page
from generator.pages.glossary_page import glossary_page
from generator.pages.goal import goal_pages
from generator.pages.narrative import narrative_pages
from generator.pages.notes import notes_pages
from generator.pages.notices import executor_notice, notice_pages
from generator.pages.overview import communities_page, data_page, executors_page, home_page
from generator.pages.parents import comparison_lists, executors_list, texts_list
from generator.pages.plan import plan_page
from generator.pages.search import search_page
from generator.pages.site_context import SiteContext
from generator.pages.status_report import status_report_page
from generator.pages.terms import community_terms_page, terms_page
from generator.pages.topics import topic_pages
from generator.pages.workplace import workplace_page


def country_pages(site: SiteContext) -> Iterator[Page]:
    """Make the pages that speak of all communities."""
    yield home_page(site)
    yield from _by_oblast(site) if site.has_oblasts else _of_few(site)
    yield data_page(site)
    yield glossary_page(site)
    yield search_page(site)
    yield ask_page(site)
    yield workplace_page(site)
    yield about_page(site)
    yield accessibility_page(site)
    yield from _executor_pages(site, site.commitments.executors_of(None))
    yield embed_help_page(site)
    yield changes_page(site)


def _of_few(site: SiteContext) -> Iterator[Page]:
    """Make the pages that name every community."""
    yield communities_page(site)
    yield executors_page(site)
    yield terms_page(site)
    yield from topic_pages(site)
    yield from comparison_lists(site)


def _by_oblast(site: SiteContext) -> Iterator[Page]:
    """Make the same at the same addresses where communities are too many to be named in one place."""
    country, compared = site.country, Comparisons.of(site.country)
    shared = site.commitments.executors_of(None)
    yield from oblast_pages(site, country)
    yield from executors_pages(site, country, shared)
    for executor in shared:
        yield from shared_pages(site, country, executor)
    yield from terms_pages(site, country)
    yield from topics_pages(site, country, compared)
    yield from comparison_pages(site, compared)


def community_pages(site: SiteContext, community: Community) -> Iterator[Page]:
    """Make the pages of one community; `site` is what `SiteContext.of` gives for it."""
    yield community_page(site, community)
    for plan in community.plans:
        yield plan_page(site, community, plan)
        yield from goal_pages(site, community, plan)
        yield from narrative_pages(site, community, plan)
        yield from texts_list(site, community, plan)
        yield from notes_pages(site, community, plan)
        yield status_report_page(site, community, plan)
    if community.plans:
        yield community_terms_page(site, community)
    yield community_changes_page(site, community)
    yield from audience_pages(site, community)
    yield from embed_pages(site, community)
    yield from notice_pages(site, community)
    yield from executors_list(site, community)
    yield from _executor_pages(site, site.commitments.executors_of(community.id))


def _executor_pages(site: SiteContext, executors: Iterable[Executor]) -> Iterator[Page]:
    for executor in executors:
        yield executor_page(site, executor)
        yield executor_embed(site, executor)
        if Output.NOTICES in site.outputs:
            yield executor_notice(site, executor)
