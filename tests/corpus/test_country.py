"""A site of many communities: what a community's pages hold does not grow with the number of the others."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown

from corpus.country import country
from corpus.summaries import whole_country
from generator.build.parts import community_part, country_part
from generator.model.outputs import SMALL_SITE
from generator.model.settings import Settings
from generator.model.vocabulary import MeasureGroup
from generator.pages.all_pages import country_pages
from generator.pages.site_context import SiteContext
from generator.reading.country_files import with_country
from generator.rules.load import load
from generator.source.problem import has_errors
from generator.views.counterparts import NEAR
from generator.views.outcome import outcome_of
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser

    from generator.outputs.site_files import Page

SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")
SOME = 6
"""Communities whose pages are made at every size."""

pytestmark = pytest.mark.slow


@cache
def site(communities: int) -> SiteContext:
    loaded = load(with_country(country(communities)), as_of=SETTINGS.as_of)
    assert not has_errors(loaded.problems), [str(problem) for problem in loaded.problems]
    return SiteContext(SETTINGS, loaded.catalogue, outputs=frozenset())


def some(large: SiteContext) -> dict[str, Page]:
    """Return the pages of those communities of which every size of site has some."""
    found = (one for one in large.catalogue.communities if one.id in small_ids())
    return {page.address: page for one in found for page in community_part(large.of(one), one).pages}


@cache
def small_ids() -> tuple[str, ...]:
    return tuple(one.id for one in site(25).catalogue.communities[:SOME])


def links(page: Page) -> int:
    return len(re.findall(r"\]\(|href=", page.markdown))


def test_pages_of_a_community_do_not_grow_with_the_country() -> None:
    few, many = some(site(25)), some(site(100))
    assert few.keys() == many.keys()
    grown = {at: links(many[at]) - links(few[at]) for at in few if links(many[at]) > links(few[at]) + NEAR + 1}
    assert grown == {}
    heavy = {at: len(many[at].markdown) - len(few[at].markdown) for at in few}
    assert max(heavy.values()) < 900, max(heavy, key=heavy.__getitem__)


def test_other_communities_are_no_part_of_what_a_page_is_made_from_but_for_three() -> None:
    told = [len(others) for one in site(100).counterparts.values() for others in one.values()]
    assert max(told) == NEAR
    assert sum(told) > len(told)
    everywhere = {one.id: one.record.oblast for one in site(100).catalogue.communities}
    for plan, goals in site(100).counterparts.items():
        for other in (other for others in goals.values() for other in others):
            assert everywhere[other.address.split("/")[0]] == everywhere[plan.split("/")[0]]


def test_the_same_seed_gives_the_same_country_and_a_larger_one_begins_like_a_smaller() -> None:
    small, large = country(3), country(5)
    assert {name: large[name] for name in small} == small
    assert country(3, seed=2) != small


SHELL = 4_500
"""Compressed bytes of a page that say nothing of communities: header, footer, what the head holds."""
LARGEST = 15_000 - SHELL
SCREEN, MOST_SCREENS = 844, 9
"""Pixels of a phone's height; how many of them a page may take, without header and footer."""


def weights(pages: Iterable[Page]) -> dict[str, int]:
    return {page.address: len(gzip.compress(page.markdown.encode(), 9)) for page in pages}


@cache
def of_all() -> tuple[Page, ...]:
    return tuple(country_pages(whole_country(site(100))))


def test_pages_of_a_whole_country_are_small_enough_to_read() -> None:
    heavy = {at: weight for at, weight in weights(of_all()).items() if weight > LARGEST}
    assert heavy == {}


def test_pages_of_a_hundred_communities_are_small_enough_to_read() -> None:
    heavy = {at: weight for at, weight in weights(country_pages(site(100))).items() if weight > LARGEST}
    assert heavy == {}


def test_a_large_site_answers_at_every_address_that_a_small_one_has() -> None:
    few = {page.address for page in country_pages(site(SMALL_SITE))}
    many = {page.address for page in country_pages(site(25))}
    assert few - many == set()


def test_every_link_of_the_country_leads_to_a_page_or_a_community() -> None:
    pages = [*country_pages(site(25))]
    own = [page for one in site(25).catalogue.communities for page in community_part(site(25).of(one), one).pages]
    known = {page.address for page in (*pages, *own)}
    lost = {
        (page.address, link)
        for page in (*pages, *own)
        for link in re.findall(r"(?:href=\"|\]\()([^\"):#?]*/)(?=[\"#?)])", page.markdown)
        if not link.startswith("http")
        and target(page.address, link) not in known | {"settings/", "guide/", "guide/accessibility/"}
    }
    assert lost == set()


def target(address: str, link: str) -> str:
    found = posixpath.normpath(posixpath.join(f"/{address}", link)).lstrip("/")
    return f"{found}/" if found else ""


def test_a_name_stands_once_in_the_search() -> None:
    page = next(page for page in country_pages(site(25)) if page.address == "search/")
    assert [one.id for one in site(25).catalogue.communities if one.record.name in page.markdown] == []


def test_names_are_found_by_their_file_and_lead_to_oblasts_that_stand() -> None:
    part = country_part(site(25))
    written = next(asset.content for asset in part.assets if asset.address == "communities/names.js")
    assert written.startswith(b"communityNames={")
    told = json.loads(written.removeprefix(b"communityNames=").removesuffix(b";\n"))
    assert len(told["names"]) == 25
    pages = {page.address for page in part.pages}
    assert {f"communities/{slug}/" for _, slug in told["oblasts"]} <= pages
    assert {told["oblasts"][place][0] for _, _, place in told["names"]} == {name for name, _ in told["oblasts"]}


def test_counts_of_oblasts_add_up_to_those_of_the_country() -> None:
    country = site(100).country
    assert sum(oblast.count.total for oblast in country.oblasts) == country.count.total
    items = site(100).commitments.all
    assert country.count.total == sum(1 for item in items if not item.plan.is_project)
    late = sum(
        one.outcomes[MeasureGroup.LATE].total for one in country.communities if MeasureGroup.LATE in one.outcomes
    )
    assert late == sum(1 for item in items if outcome_of(item.state) is MeasureGroup.LATE)


@cache
def converted() -> Markdown:
    return Markdown(extensions=["attr_list", "tables", "md_in_html"])


@pytest.mark.site
@pytest.mark.parametrize("size", [390, 1280])
def test_pages_of_a_whole_country_are_short_and_as_wide_as_the_window(
    size: int, browser: Browser, tmp_path: Path
) -> None:
    heavy = weights(of_all())
    kinds: dict[str, str] = {}
    for page in of_all():
        if page.kind in {"home", "country", "country-compare", "shared-executor", "search", "terms"}:
            where = f"{page.kind} {page.address.split('/')[0]} {page.address.count('/')}"
            kinds[where] = max(kinds.get(where, page.address), page.address, key=heavy.__getitem__)
    (tmp_path / "assets").symlink_to(ROOT / "theme_overrides/assets")
    pages = {page.address: page for page in of_all()}
    for address in kinds.values():
        window = browser.new_page(viewport={"width": size, "height": SCREEN})
        window.goto(dressed(pages[address], tmp_path).as_uri())
        height, width = window.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
        assert (address, height <= MOST_SCREENS * SCREEN, width) == (address, True, size)
        window.close()


def dressed(page: Page, folder: Path) -> Path:
    """Write a page with its style sheets and without a shell."""
    sheets = ["site.css", *page.meta["sheets"]]
    links = "".join(f'<link rel="stylesheet" href="{(folder / "assets" / sheet).as_uri()}">' for sheet in sheets)
    body = converted().reset().convert(page.markdown)
    file = folder / "page.html"
    file.write_text(
        f'<!DOCTYPE html><html lang="uk"><head><meta charset="utf-8">{links}</head><body>'
        f'<main class="page page--{page.meta["kind"]}">{body}</main></body></html>',
        encoding="utf-8",
    )
    return file
