"""«Моя громада» is offered where there is a choice and nobody is put in danger by it."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.settings import Settings
from generator.pages.my_community import my_community, remember
from generator.pages.site_context import SiteContext
from generator.reading.country_files import read_plans
from generator.rules.load import load
from project import ROOT

DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def site() -> SiteContext:
    return SiteContext(Settings(DAY), load(read_plans(ROOT / "plans"), as_of=DAY).catalogue)


def test_each_community_can_be_remembered_but_where_terms_are_suspended(site: SiteContext) -> None:
    offered = [one.id for one in site.catalogue.communities if remember(site.of(one), one)]
    assert offered == ["chernihiv", "nizhyn", "nova-odesa"]
    assert 'data-without="kakhovka melitopol"' in my_community(site, "")


def test_a_site_of_one_community_has_no_choice(site: SiteContext) -> None:
    own = site.communities_by_id["nizhyn"]
    alone = SiteContext(site.settings, replace(site.catalogue, communities=(own,)))
    assert my_community(alone, "") == ""
    assert remember(alone.of(own), own) == ""


def test_a_community_without_plans_has_nothing_to_come_first(site: SiteContext) -> None:
    bare = replace(site.communities_by_id["nizhyn"], plans=())
    assert remember(site, bare) == ""
