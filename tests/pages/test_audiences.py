"""«Для мене»: which pages there are, what stands on them, and what paper has no room for."""

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.audiences import audience_addresses
from generator.model.outputs import ALL, SMALL_SITE, Output
from generator.model.settings import Settings
from generator.pages.audiences import audience_pages
from generator.pages.sheet import ROOM, beside_code, lines_of
from generator.pages.site_context import SiteContext
from generator.reading.country_files import read_plans
from generator.rules.load import load
from project import ROOT

DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def site() -> SiteContext:
    settings = Settings(DAY, site_url="https://example.org/plans/")
    return SiteContext(settings, load(read_plans(ROOT / "plans"), as_of=DAY).catalogue)


def pages(site: SiteContext, community: str) -> dict[str, str]:
    found = site.communities_by_id[community]
    return {page.address: page.markdown.replace("\u00a0", " ") for page in audience_pages(site.of(found), found)}


def lines(page: str) -> list[str]:
    return re.findall(r'<li(?: class="no-print")?><a', page[page.index('promises">') : page.index("Кого запитати")])


def test_addresses_are_those_of_the_pages(site: SiteContext) -> None:
    made = [address for community in site.communities_by_id for address in pages(site, community)]
    assert made == audience_addresses(site.catalogue)
    assert "nizhyn/for/" in made
    assert "nizhyn/for/carers/" in made
    assert "nizhyn/for/older-people/" not in made, "no measure is for them"
    assert "nizhyn/for/respite/" not in made, "a service is no audience"


def test_a_site_that_does_not_make_them_has_none(site: SiteContext) -> None:
    first = site.catalogue.communities[0]
    without = replace(site, outputs=ALL - {Output.FOR_ME})
    assert list(audience_pages(without.of(first), first)) == []
    large = replace(site, outputs=frozenset({Output.FOR_ME}), communities_in_all=SMALL_SITE + 1)
    assert [page.address for page in audience_pages(large.of(first), first)]
    assert audience_addresses(site.catalogue), "they may stand there, whatever is made"


def test_a_page_says_what_who_when_and_whom_to_ask(site: SiteContext) -> None:
    page = pages(site, "nizhyn")["nizhyn/for/carers/"]
    assert "Люди, які доглядають інших: що пообіцяно" in page
    assert "Розпорядження міського голови від" in page
    assert len(lines(page)) == 1
    assert 'class="mark--' in page
    assert "Ніжинська міська рада" in page
    assert "За цим актом контролює виконання" in page
    assert "../../../ask/?m=nizhyn/social-services-2025" in page
    assert "example.org/plans/nizhyn/for/carers" in page


def test_where_terms_are_suspended_nothing_is_offered(site: SiteContext) -> None:
    page = pages(site, "melitopol")["melitopol/for/carers/"]
    assert "Чи можна тепер написати раді, ми не знаємо." in page
    assert "/ask/" not in page
    assert "<svg" not in page
    assert "надрукувати" not in page


def test_paper_has_as_many_as_fit_and_counts_the_rest(site: SiteContext) -> None:
    page = pages(site, "melitopol")["melitopol/for/residents/"]
    left = page.count('<li class="no-print">')
    assert 15 < left < 28
    assert len(lines(page)) == 28
    assert "Ще " in page
    short = pages(site, "nizhyn")["nizhyn/for/carers/"]
    assert 'class="no-print"' not in short
    assert "Ще " not in short


def test_lines_are_counted_up() -> None:
    assert [lines_of(text) for text in ("", "а", "а" * 68, "а" * 69)] == [0, 1, 1, 2]
    assert beside_code(["Рада"]) == 7.0
    assert beside_code(["а" * 34] * 6) == 9.0
    assert ROOM > 40
