"""Every community, plan, goal and measure offers ways to be heard; two at least where the community gives one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.reading.country_files import read_plans

if TYPE_CHECKING:
    from generator.outputs.site_files import Page

pytestmark = pytest.mark.site
PLANS = Path(__file__).parents[2] / "plans"
REPOSITORY = "https://github.com/hromada-plans/hromada-plans"


def pages_of(repository: str = REPOSITORY) -> list[Page]:
    files = read_plans(PLANS)
    settings = Settings(date(2026, 11, 22), "Плани громад", "https://example.org/plans/", repository)
    return list(assemble(files, settings).pages)


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return pages_of()


def test_every_page_leads_to_a_record_about_itself(pages: list[Page]) -> None:
    assert len({page.kind for page in pages}) > 25
    for page in pages:
        [issue] = [channel for channel in page.meta["feedback"] if channel["kind"] == "issue"]
        asked = parse_qs(urlsplit(issue["href"]).query)
        assert issue["href"].startswith(f"{REPOSITORY}/issues/new?")
        assert asked == {"template": ["page-error.yml"], "page": [f"https://example.org/plans/{page.address}"]}


def test_two_channels_where_the_community_has_one(pages: list[Page]) -> None:
    for page in pages:
        if page.kind in {"community", "plan", "goal", "text", "report"} and "nova-odesa" not in page.address:
            assert len(page.meta["feedback"]) >= 2, page.address


def test_every_measure_has_a_letter_of_its_own_but_under_occupation(pages: list[Page]) -> None:
    goals = [page for page in pages if page.kind == "goal"]
    assert not any("github.com" in page.markdown for page in goals)
    for page in goals:
        letters = re.findall(r'<a class="ask" href="([./]*ask/\?m=[^"]*)"', page.markdown)
        free = not page.address.startswith(("kakhovka/", "melitopol/"))
        assert len(letters) == (page.markdown.count(">Посилання на цей захід<") if free else 0), page.address
    first = next(page.markdown for page in goals if page.address == "nizhyn/social-services-2025/1-3/")
    assert (
        '<a class="ask" href="../../../ask/?m=nizhyn/social-services-2025/1-3-1">'
        'Запитати раду<span class="visually-hidden"> про захід 1.3.1</span></a>'
    ) in first


def test_a_community_leads_to_its_letter_but_under_occupation(pages: list[Page]) -> None:
    communities = [page for page in pages if page.kind == "community"]
    leading = [page.address for page in communities if f"ask/?m={page.address[:-1]})" in page.markdown]
    assert sorted(leading) == ["chernihiv/", "nizhyn/", "nova-odesa/"]


def test_a_repository_elsewhere_promises_no_form() -> None:
    pages = pages_of("https://gitlab.com/somebody/plans")
    assert not any("issues/new" in page.text for page in pages)


def test_a_community_without_an_address_for_letters_says_so(pages: list[Page]) -> None:
    page = next(page for page in pages if page.address == "nova-odesa/")
    assert "Адреси для листів і телефону громади ми ще не маємо." in page.markdown
