"""Queries offered to try are chosen from what a site holds."""

from dataclasses import replace

import pytest
from plan_records import AS_OF, synonyms
from reader import search_all

from generator.search import Question, build_index
from generator.search.examples import MOST, candidates, examples
from generator.search.findable import search_records
from generator.views.commitment import Commitments
from project import real_catalogue

ALL = ("chernihiv", "kakhovka", "melitopol", "nizhyn", "nova-odesa")


def commitments(*communities: str) -> Commitments:
    catalogue = real_catalogue()
    kept = tuple(one for one in catalogue.communities if one.id in communities)
    return Commitments(replace(catalogue, communities=kept), AS_OF)


@pytest.mark.parametrize("communities", [pytest.param(ALL, marks=pytest.mark.slow), *((one,) for one in ALL)])
def test_every_example_finds_what_it_says(communities):
    site = commitments(*communities)
    offered = examples(site)
    assert len(offered) == MOST
    files = build_index(search_records(site), synonyms())
    for query, answer in zip(offered, search_all(files, map(Question, offered)), strict=True):
        assert answer.total, query
        assert (answer.meant, answer.unknown, answer.indirect) == ((), (), ()), query


def test_another_site_offers_other_examples():
    assert examples(commitments("melitopol")) != examples(commitments("nova-odesa"))


def test_a_site_that_holds_none_of_our_words_offers_those_who_do_most(monkeypatch):
    monkeypatch.setattr("generator.search.examples.candidates", lambda: ("гончарне коло",))
    site = commitments("nizhyn")
    most = max(site.executors, key=lambda one: len(site.by_executor.get(one.address, ())))
    assert examples(site)[0] == most.label


def test_a_site_without_plans_offers_nothing():
    assert examples(commitments()) == ()


def test_our_words_are_distinct():
    assert len(set(candidates())) == len(candidates()) > MOST
