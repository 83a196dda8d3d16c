"""Every address above a published one answers: who cuts the end off finds a list, never «сторінки немає»."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.build.built_addresses import published
from generator.model.community import Catalogue
from generator.pages.all_pages import community_pages, country_pages
from generator.pages.site_context import SiteContext
from generator.rules.load import load
from generator.source.disk import read_files
from project import ROOT
from shown.on_pages import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def above(addresses: Iterable[str]) -> Iterator[str]:
    """Return every address above some of these, the site's own root left out."""
    for address in addresses:
        parts = address.rstrip("/").split("/")
        yield from ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    plans = load(read_files(ROOT / "tests/shown/plans"), SETTINGS.plans_root).catalogue
    site = SiteContext(SETTINGS, plans)
    own = (page for one in plans.communities for page in community_pages(site.of(one), one))
    return {page.address: page.markdown for page in (*country_pages(site), *own)}


def test_every_address_above_a_page_is_a_page(pages: dict[str, str]) -> None:
    asked = set(above(pages)) - {"assets/"}
    assert {"brid/executors/", "compare/"} <= asked, "made-up plans hold what a list is for"
    assert sorted(asked - pages.keys()) == []


def test_a_list_names_all_that_stands_right_below_it(pages: dict[str, str]) -> None:
    lists = {one for one in pages if one.endswith(("/executors/", "/text/")) or one.startswith("compare/")}
    for address in lists - {"compare/"}:
        below = {
            one.removeprefix(address)
            for one in pages
            if one.startswith(address) and one.count("/") == address.count("/") + 1
        }
        assert [name for name in sorted(below) if f"]({name})" not in pages[address]] == [], address


def test_no_list_stands_where_it_would_be_empty() -> None:
    assert [page.address for page in country_pages(SiteContext(SETTINGS, Catalogue(()))) if page.kind == "list"] == []


def test_every_address_above_one_of_the_built_site_answers(built_site: Path) -> None:
    site = published(built_site)
    pages = [one for one in site if one.endswith("/")]
    assert len(pages) > 400
    assert sorted(set(above(pages)) - site.keys()) == []
