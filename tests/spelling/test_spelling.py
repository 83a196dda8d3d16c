"""Our own texts are spelt right, by a Ukrainian Hunspell dictionary and a short list of accepted words."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

from spelling.our_texts import our_texts

HERE = Path(__file__).parent
DICTIONARY = HERE.parent / "node_modules" / "dictionary-uk" / "index"
LETTERS = "а-яґєіїА-ЯҐЄІЇёъыэЁЪЫЭ"
WORD = re.compile(rf"[{LETTERS}]+(?:['’ʼ`\-‑][{LETTERS}]+)*")
WRONG_APOSTROPHE = re.compile(rf"[{LETTERS}]['ʼ`‘′][{LETTERS}]")
WRONG_QUOTES = re.compile(
    rf"(?<!: )\"(?=[{LETTERS}][^\"]*\")|(?<!…)[“”„](?!…)"
)  # after a colon it is YAML, shown as an example
ACCEPTED = frozenset(
    word
    for line in (HERE / "accepted.txt").read_text(encoding="utf-8").splitlines()
    for word in line.partition("#")[0].split()
)


@pytest.fixture(scope="module")
def dictionary():
    if not DICTIONARY.with_suffix(".dic").exists():
        pytest.fail("dictionary-uk is missing: run `npm ci` in tests/")
    return Dictionary.from_files(str(DICTIONARY))


def is_right(word, dictionary):
    plain = re.sub("[’ʼ`]", "'", word).replace("‑", "-")
    if plain.replace("'", "’") in ACCEPTED or plain.lower().replace("'", "’") in ACCEPTED:
        return True
    return dictionary.lookup(plain.lower()) or dictionary.lookup(plain)


@pytest.mark.slow
def test_every_word_of_ours_is_in_the_dictionary_or_accepted(dictionary):
    places = defaultdict(list)
    for text in our_texts():
        for word in WORD.findall(text.words.replace("\u0301", "")):
            places[word].append(text.place)
    assert len(places) > 3000, "too few words: where have our texts gone?"
    assert not {word: where[:3] for word, where in places.items() if not is_right(word, dictionary)}


@pytest.mark.slow
def test_the_check_tells_a_misspelt_word(dictionary):
    assert is_right("сім’ями", dictionary)
    assert is_right("ПОСЛУГИ", dictionary)
    assert not is_right("посулги", dictionary)


@pytest.mark.parametrize(
    ("fault", "name"), [(WRONG_APOSTROPHE, "апостроф"), (WRONG_QUOTES, "лапки")], ids=["apostrophes", "quotes"]
)
def test_apostrophes_and_quotes_of_ours_are_typographic(fault, name):
    assert not [(text.place, text.words[max(0, found.start() - 30) : found.end() + 30])
                for text in our_texts() for found in fault.finditer(text.words)], name  # fmt: skip
