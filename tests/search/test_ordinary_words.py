"""Words that no plan holds stay unknown: they are not taken for slips of other words."""

import re
from pathlib import Path

import pytest
from reader import search_all

from generator.language.words import tokens
from generator.search import Question

ROOT = Path(__file__).parents[2]
DICTIONARY = ROOT / "tests" / "node_modules" / "dictionary-uk" / "index.dic"
CYRILLIC = re.compile("[а-щьюяґєії]{3,}")
NO_WORDS = re.compile(r"```.*?```|`[^`]*`|\{[^}\n]*\}|\]\([^)\s]*", re.DOTALL)
"""Code and addresses in Markdown."""
COMMUNITIES = ("nizhyn", "chernihiv", "nova-odesa", "kakhovka", "melitopol", "")
EVERY = 97
"""Of the dictionary's words, one of so many is asked: no rule was made by looking at these."""
SAME_WORD = {"прибрано": "прибирання", "прибрати": "прибирати", "перевірте": "перевіряти"}
"""Readings of content/ that a person found to be the same word."""
TAKEN_FOR_STRANGERS = """похилого високий довгий однаковий сортувати очікували витрачено збирає листом дивіться колись
  виправити вирішує видалити вставити речення дозволено впізнають входять описка поштова позаду будуть окремо отримують
  менший спершу показано триває зайвий вгадати власний друкувати версія березень пошана відступ назад розклад сусіди"""


def strange(files: dict[str, bytes], words: list[str], communities: tuple[str, ...] = COMMUNITIES) -> dict[str, str]:
    """Words that are read as another: what the page would say was meant; what begins in the same way is no other."""
    questions = [Question(word, community, limit=0) for word in words for community in communities]
    answers = zip(questions, search_all(files, questions), strict=True)
    return {
        question.query: shown
        for question, answer in answers
        for _, shown in answer.meant
        if not (shown.endswith("…") and question.query.startswith(shown.rstrip("…")) and len(shown) > 6)
    }


def test_words_once_taken_for_strangers_are_not(files):
    assert strange(files, TAKEN_FOR_STRANGERS.split()) == {}


@pytest.mark.slow
def test_no_ordinary_word_of_our_pages_is_read_as_another(files):
    pages = [NO_WORDS.sub(" ", page.read_text(encoding="utf-8")) for page in sorted((ROOT / "content").rglob("*.md"))]
    words = sorted({token for page in pages for token in tokens(page) if CYRILLIC.fullmatch(token)})
    assert len(words) > 1500
    found = strange(files, words)
    assert {word: shown for word, shown in found.items() if SAME_WORD.get(word) != shown} == {}


@pytest.mark.slow
def test_of_words_of_a_dictionary_one_in_two_hundred_at_most_is_read_as_another(files):
    lines = DICTIONARY.read_text(encoding="utf-8").splitlines()[1:]
    words = sorted({word for line in lines if CYRILLIC.fullmatch(word := line.split("/")[0])})[::EVERY]
    assert len(words) > 2000
    found = strange(files, words, ("", "nizhyn", "melitopol"))
    assert len(found) <= len(words) / 200, found


@pytest.mark.parametrize(("typed", "shown"), [("реабіл", "реабіл…"), ("координує", "коорди…")])
def test_a_word_known_by_its_beginning_is_told_so(files, typed, shown):
    [answer] = search_all(files, [Question(typed)])
    assert answer.meant == ((typed, shown),)
    assert answer.total


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("прптулок", "притулок"), ("гендорна", "гендерної"), ("слжба", "служб"), ("інвалднстю", "інвалідністю"),
     ("насильсво", "насильства"), ("послгу", "послуг"), ("псизолог", "психологів"), ("кахоква", "каховка")],
)  # fmt: skip
def test_slips_that_people_make_are_read(files, typed, shown):
    [answer] = search_all(files, [Question(typed)])
    [(word, meant)] = answer.meant
    assert word == typed
    assert meant[:5] == shown[:5]
