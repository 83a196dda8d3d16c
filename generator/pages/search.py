"""The search page; without JavaScript it lists where else to look."""

from generator.outputs.site_files import Page
from generator.pages.environment import component
from generator.pages.glossary_page import explained
from generator.pages.my_community import not_remembered
from generator.pages.overview import by_oblast
from generator.pages.site_context import Link, SiteContext, crumbs, link_from, site_channels
from generator.pages.topics import has_topics
from generator.search.examples import examples

_ELSEWHERE = (
    ("Усі громади", "communities/"),
    ("Усі виконавці", "executors/"),
    ("Усі теми", "topics/"),
    ("Строки", "terms/"),
    ("Словник", "glossary/"),
)
"""Where to look without the search."""


def search_page(site: SiteContext) -> Page:
    """Make the search page."""
    address = "search/"
    url = link_from(address)
    return site.page(
        address,
        "Пошук",
        "search",
        {
            "quick_exit": True,
            "description": "Пошук у планах громад",
            "crumbs": crumbs(address),
            "scripts": ["search.js"],
        },
        form=component(
            "search-page",
            **_filters(site, url),
            topics=[{"name": topic.name, "url": url(topic.address)} for topic in site.catalogue.topics.audiences],
            examples=examples(site.commitments),
            without=not_remembered(site),
            links=[{"name": name, "url": url(target)} for name, target in _elsewhere(site)],
            help=[
                {"label": channel["label"], "href": channel["href"], "shown": channel["text"]}
                for channel in site_channels(site.settings, address)
            ],
        ),
    )


def _elsewhere(site: SiteContext) -> list[tuple[str, str]]:
    """Leave out what leads to a choice of one, or to nothing."""
    shown = {"topics/": has_topics(site), "communities/": site.can_remember, "glossary/": bool(explained(site))}
    return [(name, target) for name, target in _ELSEWHERE if shown.get(target, True)]


def _filters(site: SiteContext, url: Link) -> dict[str, object]:
    """Return what a search can be narrowed by."""
    topics, found = site.catalogue.topics, site.commitments.all
    states = {item.state.status_code: item.state.status_words for item in found}
    return {
        "communities": [
            {"id": community.id, "name": community.record.name, "url": url(community.address)}
            for group in by_oblast(site)
            for community in group.communities
        ],
        "audiences": [{"id": topic.id, "name": topic.name} for topic in topics.audiences],
        "services": [{"id": topic.id, "name": topic.name} for topic in topics.services],
        "states": [{"id": code, "name": name} for code, name in sorted(states.items())],
        "years": _years(site),
    }


def _years(site: SiteContext) -> list[int]:
    """Return every year of every plan that promises something."""
    periods = {item.plan.id: item.plan.record.period for item in site.commitments.all}.values()
    return sorted({year for period in periods if period for year in range(period.start.year, period.end.year + 1)})
