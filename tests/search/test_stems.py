"""The browser stems as the index was stemmed, and marks what it found."""

import json

from judging import SETS, judged
from plan_records import plan_records
from reader import engine, search

from generator.language.words import fold, forms, tokens, word


def same_stems(files, words):
    assert engine(files).stems(words) == [word(fold(token)).stem for token in words]


def test_the_browser_stems_every_word_of_the_plans_as_the_index_does(files):
    words = sorted({token for record in plan_records() for _, text in record.texts for token in tokens(text)})
    whole = sorted({token for token in words if "-" not in token})
    assert len(whole) > 3000
    same_stems(files, whole)


def test_the_browser_stems_what_residents_type_as_the_index_does(files):
    typed = [row.query for name in (*SETS, "tuning.yml") for row in judged(name)]
    same_stems(files, sorted({token for query in typed for token in tokens(query) if "-" not in token}))


def test_marking_keeps_every_character_of_the_text(answers):
    for query, answer in answers.items():
        titles = ["".join(run for run, _ in runs) for runs in answer.marked]
        assert titles == [found.title for found in answer.found], query


def test_found_words_are_marked_whatever_their_form(files):
    answer = search(files, "патронатна родина")
    marked = {run.lower() for runs in answer.marked for run, found in runs if found}
    assert {"патронатних", "родин"} <= marked
    assert "робота" not in marked


def test_hyphenated_words_are_found_whole_and_in_parts():
    assert forms("он-лайн") == ("онлайн", "он", "лайн")


def test_the_list_of_stop_words_reaches_the_browser(files):
    text = files["search/index/root.js"].decode()
    root = json.loads(text[text.index(",") + 1 : text.rindex(");")])
    assert "або" in root["language"]["stop"].split()
