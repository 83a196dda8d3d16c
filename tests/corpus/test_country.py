"""A site of many communities: what a community's pages hold does not grow with the number of the others."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from corpus.country import country
from generator.build.parts import community_part
from generator.model.settings import Settings
from generator.pages.site_context import SiteContext
from generator.reading.country_files import with_country
from generator.rules.load import load
from generator.source.problem import has_errors
from generator.views.counterparts import NEAR

if TYPE_CHECKING:
    from generator.outputs.site_files import Page

SETTINGS = Settings(date(2026, 11, 22), site_url="https://example.org/plans/")
SOME = 6
"""Communities whose pages are made at every size."""

pytestmark = pytest.mark.slow


@cache
def site(communities: int) -> SiteContext:
    loaded = load(with_country(country(communities)), as_of=SETTINGS.as_of)
    assert not has_errors(loaded.problems), [str(problem) for problem in loaded.problems]
    return SiteContext(SETTINGS, loaded.catalogue)


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
