"""Who types a whole name gets its bearer first; who asks for help gets the way to ask."""

import pytest
from plan_records import plan_records
from reader import search, search_all

from generator.search import Question


def borne(kind: str) -> dict[str, set[str]]:
    """Every name of things of a kind -> addresses of all that bear it, of whatever kind."""
    found: dict[str, set[str]] = {}
    for record in plan_records():
        for name in record.names:
            found.setdefault(name, set()).add(record.url)
    own = {name for record in plan_records() if record.kind == kind for name in record.names}
    return {name: found[name] for name in own}


@pytest.mark.parametrize(("kind", "least"), [("executor", 70), ("goal", 60), ("community", 10), ("topic", 20)])
def test_every_name_brings_its_bearers_first_in_the_whole_site(files, kind, least):
    names = borne(kind)
    assert len(names) >= least
    missed = {}
    for (name, urls), answer in zip(names.items(), search_all(files, map(Question, names)), strict=True):
        first = [found.url for found in answer.found[: answer.named]]
        if not urls & set(first[:1]) or not urls <= set(first):
            missed[name] = first
    assert missed == {}


def test_every_name_of_an_executor_brings_it_first_in_its_own_community(files):
    records = [record for record in plan_records() if record.kind == "executor"]
    asked = {(name, record.community): set() for record in records for name in record.names}
    for record in records:
        for name in record.names:
            asked[name, record.community].add(record.url)
    answers = search_all(files, [Question(name, community) for name, community in asked])
    missed = [
        (name, community)
        for ((name, community), urls), answer in zip(asked.items(), answers, strict=True)
        if {found.url for found in answer.found[: len(urls)]} != urls or answer.named < len(urls)
    ]
    assert missed == []


def test_a_thing_is_listed_once(files):
    shared = [record for record in plan_records() if record.url.startswith("executors/")]
    assert len({record.url for record in shared}) < len(shared)
    questions = [Question(record.title, limit=1000) for record in shared]
    questions += [Question(f"{record.title} {record.community_forms[0]}", limit=1000) for record in shared]
    for question, answer in zip(questions, search_all(files, questions), strict=True):
        urls = [found.url for found in answer.found]
        assert len(urls) == len(set(urls)), question
        assert answer.total == len(urls), question


def test_a_name_in_the_other_layout_is_a_name(files):
    assert search(files, "ECPY", "nizhyn").found[0].url == "nizhyn/executors/uszn/"
    assert search(files, "УСЗН", "nizhyn").named == 1


def test_a_name_beside_its_community_is_a_name(files):
    assert search(files, "УСЗН Ніжин").found[0].url == "nizhyn/executors/uszn/"


@pytest.mark.parametrize(
    "query",
    ["скарга", "поскаржитися", "контакти", "телефон", "куди звернутися", "собес", "Куди поскаржитися?", "жалоба"],
)
def test_who_asks_for_help_gets_the_way_to_ask_first(files, query):
    communities = ("nova-odesa", "kakhovka", "nizhyn")
    asked = [Question(query), *(Question(query, community) for community in communities)]
    first = [answer.found[0] for answer in search_all(files, asked)]
    assert {found.kind for found in first} == {"help"}
    assert [found.url for found in first] == ["ask/", *(f"ask/?m={community}" for community in communities)]


def test_help_in_a_named_community_is_its_own(files):
    assert search(files, "поскаржитися Ніжин").found[0].url == "ask/?m=nizhyn"


def test_who_asks_for_the_telephone_of_a_body_gets_the_body_then_the_way_to_ask(files):
    found = search(files, "телефон територіального центру", "nizhyn").found
    assert [one.kind for one in found[:2]] == ["executor", "help"]


def test_a_need_beside_a_word_of_help_is_answered_by_measures(files):
    assert search(files, "телефон довіри").found[0].kind == "measure"


def test_who_types_only_words_that_say_nothing_gets_the_way_to_ask_alone(files):
    answer = search(files, "куди звернутися")
    assert (answer.total, answer.unknown) == (1, ())
