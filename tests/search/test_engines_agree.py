"""The browser's engine and the Python one give the same stems and the same answers."""

import pytest
from judging import SETS, judged
from plan_records import plan_records

from generator.language.words import fold, forms, tokens, word
from generator.search import PieceReader, search

pytestmark = pytest.mark.slow
FILTERED = [
    {"query": "денний догляд", "community": "nizhyn"},
    {"query": "денний догляд", "community": "nizhyn", "filters": {"e": "tsss"}},
    {"query": "", "community": "kakhovka"},
    {"query": "", "community": "", "filters": {"year": "2026"}},
    {"query": "послуги", "community": "melitopol", "filters": {"year": "2025"}},
    {"query": "Ніжин"},
    {"query": "ніжин нова одеса гранти"},
    {"query": "що як де"},
    {"query": "?!…"},
    {"query": '<b>догляд</b> " onload=1'},
    {"query": "constructor __proto__ toString"},
    {"query": "а" * 300},
    {"query": "2026"},
    {"query": "1.2.1"},
    {"query": "он-лайн веб-сайт"},
    {"query": "мшиук"},
    {"query": "patronatna rodyna"},
    {"query": "кшмтлп вбгржн кшмтлп"},
    {"query": "догляд рідня догляду Догляд"},
]


def test_both_engines_stem_every_word_of_the_plans_alike(ask_browser_engine):
    words = sorted({token for record in plan_records() for _, text in record.texts for token in tokens(text)})
    whole = sorted({token for token in words if "-" not in token})
    assert len(whole) > 3000
    assert ask_browser_engine([{"words": whole}])[0] == [word(fold(token)).stem for token in whole]


def test_both_engines_stem_what_residents_type_alike(ask_browser_engine):
    typed = [row.query for name in (*SETS, "tuning.yml") for row in judged(name)]
    words = sorted({token for query in typed for token in tokens(query) if "-" not in token})
    assert ask_browser_engine([{"words": words}])[0] == [word(fold(token)).stem for token in words]


def questions():
    return [
        {"query": row.query} for name in ("queries.yml", "random.yml", "tuning.yml") for row in judged(name)
    ] + FILTERED


@pytest.fixture(scope="module")
def answers(ask_browser_engine):
    return ask_browser_engine(questions())


def test_both_engines_answer_every_query_alike(files, answers):
    reader = PieceReader(files)
    for question, answer in zip(questions(), answers, strict=True):
        expected = search(reader, question["query"], question.get("community", ""), question.get("filters"))
        assert answer["urls"] == [found.url for found in expected.found], question
        assert answer["total"] == expected.total, question
        assert answer["more"] == expected.more, question
        assert answer["meant"] == [list(pair) for pair in expected.meant], question
        assert answer["unknown"] == list(expected.unknown), question
        assert answer["indirect"] == list(expected.indirect), question
        assert answer["silent"] == list(expected.silent), question
        assert answer["communities"] == list(expected.communities), question
        assert set(answer["marks"]) == set(expected.marks), question


def test_marking_keeps_every_character_of_the_text(answers, files):
    reader = PieceReader(files)
    for question, answer in zip(questions(), answers, strict=True):
        expected = search(reader, question["query"], question.get("community", ""), question.get("filters"))
        titles = ["".join(run for run, _ in runs) for runs in answer["marked"]]
        assert titles == [found.title for found in expected.found]


def test_found_words_are_marked_whatever_their_form(ask_browser_engine):
    [answer] = ask_browser_engine([{"query": "патронатна родина"}])
    marked = {run.lower() for runs in answer["marked"] for run, found in runs if found}
    assert {"патронатних", "родин"} <= marked
    assert "робота" not in marked


def test_hyphenated_words_are_found_whole_and_in_parts():
    assert forms("он-лайн") == ("онлайн", "он", "лайн")
