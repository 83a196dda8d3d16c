"""The engine finds what residents ask for: judged queries, hit in the first five results."""

from collections import Counter

import pytest
from judging import SETS, judged
from reader import costs, search, search_all

from generator.search import Answer, Question

HITS = {
    "elders.yml": 153, "everyday.yml": 727, "fresh.yml": 189, "methodical.yml": 172, "mother.yml": 155,
    "queries.yml": 212, "random.yml": 166, "residents.yml": 168, "unseen.yml": 126, "unseen2.yml": 67, "voices.yml": 169,
}  # fmt: skip
"""Hits that each set had when it was last measured; fewer is a step back."""
MOST_BYTES = 40_000


@pytest.mark.parametrize("name", SETS)
@pytest.mark.slow
def test_no_set_of_judged_queries_finds_less_than_before(answers, name):
    hits, asked, missed = Counter(), Counter(), []
    for row in judged(name):
        hit = row.hit(answers[row.query])
        asked[row.group] += 1
        hits[row.group] += hit
        if not hit:
            missed.append(f"{row.group}: {row.query}")
    print({group: f"{hits[group]}/{asked[group]}" for group in asked})
    assert hits.total() >= HITS[name], missed


def test_the_judged_set_is_large_and_apart_from_tuning():
    rows = list(judged("queries.yml"))
    tuning = {row.query for row in judged("tuning.yml")}
    assert len(rows) >= 150
    assert not tuning & {row.query for row in rows}


def test_every_judged_address_is_a_measure_of_the_plans(files):
    communities = ("nizhyn", "chernihiv", "nova-odesa", "kakhovka", "melitopol")
    listed = search_all(files, [Question("", community, limit=10_000) for community in communities])
    known = {found.url for answer in listed for found in answer.found}
    addresses = {f"{url.split('/')[0]}/{url.split('#m-')[1]}" for url in known if "#m-" in url}
    for name in (*SETS, "tuning.yml"):
        for row in judged(name):
            for place in row.right:
                assert place in addresses or place.endswith("*"), (row.query, place)


def test_a_query_of_two_words_reads_few_bytes(files, packed):
    queries = [row.query for row in judged("queries.yml") if len(row.query.split()) <= 2]
    assert len(queries) > 50
    assert {
        query: cost for query, cost in zip(queries, costs(files, packed, queries), strict=True) if cost > MOST_BYTES
    } == {}


def test_a_word_read_in_another_layout_is_said(files):
    assert search(files, "gfnhjyfnyf").meant == (("gfnhjyfnyf", "патронатна"),)


def test_a_misspelt_word_is_said_as_the_plans_write_it(files):
    [(typed, shown)] = search(files, "потронатні").meant
    assert typed == "потронатні"
    assert shown.startswith("патронатн")


def test_a_named_community_comes_first_and_is_said(files):
    answer = search(files, "гаряча лінія в новій одесі")
    assert answer.communities == ("nova-odesa",)
    assert answer.found[0].url.startswith("nova-odesa/")


def test_a_search_limited_to_a_community_stays_in_it(files):
    answer = search(files, "денний догляд", "nizhyn")
    assert answer.total
    assert {found.url.split("/")[0] for found in answer.found} == {"nizhyn"}


def test_filters_leave_only_what_passes_all_of_them(files):
    everything = search(files, "послуги", "nova-odesa", limit=100)
    filtered = search(files, "послуги", "nova-odesa", {"year": "2027"}, limit=100)
    assert 0 < filtered.total < everything.total
    assert {found.url for found in filtered.found} <= {found.url for found in everything.found}


def test_no_answer_to_words_is_longer_than_thirty_and_communities_are_counted(files):
    answer = search(files, "соціальні послуги", limit=100)
    assert (answer.total, len(answer.found), answer.more) == (30, 30, True)
    assert {place for place, _ in answer.places} == set(range(5))
    assert sum(count for _, count in answer.places) > 30
    first = sorted({found.url.split("/")[0] for found in search(files, "", "nizhyn").found})
    assert first == ["nizhyn"]
    [(place, count)] = search(files, "раннє втручання", "chernihiv").places
    assert (place, count) == (0, search(files, "раннє втручання", "chernihiv").total)


def test_filters_alone_list_what_passes(files):
    answer = search(files, "", "nizhyn", {"e": "caritas-chernihiv"}, limit=100)
    assert any("#m-1-2-3" in found.url for found in answer.found)


def test_words_the_plans_do_not_hold_are_told(files):
    answer = search(files, "патронат єдиноріг")
    assert answer.unknown == ("єдиноріг",)
    assert answer.total


def test_odd_queries_give_an_empty_answer_and_no_error(files):
    odd = ["", "   ", "?!…", "'", "«»", "-", "\u0301", "a", "ь", "ъъъ"]
    assert search_all(files, map(Question, odd)) == [Answer()] * len(odd)


def test_what_looks_like_code_is_words_like_others(files):
    odd = ["constructor __proto__ toString", '<b>догляд</b> " onload=1', "кшмтлп вбгржн кшмтлп"]
    answers = search_all(files, map(Question, odd))
    assert answers[1].found[0].title == search(files, "догляд onload 1").found[0].title
    assert answers[2].unknown == ("кшмтлп", "вбгржн")


def test_a_chance_likeness_is_no_answer(files):
    assert search(files, "водійське посвідчення").total == 0


def test_a_word_of_the_language_is_not_taken_for_a_slip(files):
    assert search(files, "квитки на футбол") == Answer(
        unknown=("квитки", "футбол"), marks=search(files, "квитки на футбол").marks
    )


def test_a_letter_left_out_of_a_short_word_is_forgiven(files):
    assert search(files, "патронатна рдина").meant == (("рдина", "родин"),)
