"""Official words as they are heard: exact readings, what stays as it is, what a voice would stumble at."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.spoken import Reading, is_speakable, reading, spoken, stumbles
from project import plain, tries

GOLDEN = plain(Path(__file__).with_name("golden.yml").read_text(encoding="utf-8"))
OWN = {"УСЗН": "управління соціального захисту населення", "ЦНАП": "центр надання адміністративних послуг"}
WORDS = st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ ", max_size=80).filter(
    lambda text: not {"грн", "млн", "млрд"} & set(text.split())
)
PIECES = sorted({word for entry in GOLDEN for word in entry["official"].split()})


def test_words_are_heard_as_people_say_them():
    assert [
        (entry["heard"], heard) for entry in GOLDEN if (heard := spoken(entry["official"], OWN)) != entry["heard"]
    ] == []
    assert [entry["heard"] for entry in GOLDEN if stumbles(entry["heard"])] == []


def test_what_is_heard_is_not_read_anew():
    assert [(entry["heard"], anew) for entry in GOLDEN if (anew := spoken(entry["heard"], OWN)) != entry["heard"]] == []


@given(WORDS)
def test_plain_words_come_back(text):
    assert spoken(text) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Постійно", "протягом року", "Стратегія до 2027 року", "з 1 по 10 жовтня", "2 квартали 2026 року",
        "І тоді прийшли діти", "жінки і чоловіки", "пункти 1,2 та 3", "1.2.3", "захід 1.1.4", "рішення 2025-12",
        "+380 50 123 45 67", "Закон України від 2 серпня", "12 квартир", "Ціль 1.2", "Q12",
        "тис", "росте тис ягідний",
    ],
)  # fmt: skip
def test_words_that_need_no_reading_stay(text):
    assert spoken(text) == text


@given(st.lists(st.sampled_from([*PIECES, "-", ",", "з", "до", "у", "2026", "І", "5", "№", "%", "12,5"]), max_size=8))
@settings(max_examples=tries(500))
def test_any_mixture_is_read_once_and_for_all(pieces):
    heard = spoken(" ".join(pieces), OWN)
    assert spoken(heard, OWN) == heard


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text):
    stumbles(spoken(text, OWN))


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_a_sum_leaves_no_figure(hryvnias, kopecks):
    grouped = f"{hryvnias:,}".replace(",", "\u00a0")
    heard = spoken(f"{grouped},{kopecks:02} грн")
    assert not any(char.isdigit() for char in heard)
    assert ("копі" in heard) == bool(kopecks)


@given(st.integers(1, 3), st.integers(2, 4), st.sampled_from(["-", "–", " — "]), st.integers(2000, 2090))
def test_quarters_of_any_range_are_named_one_by_one(first, last, dash, year):
    names = ["перший", "другий", "третій", "четвертий"]
    roman = ["І", "ІІ", "ІІІ", "ІV"]
    if first >= last:
        return
    said = names[first - 1 : last]
    expected = f"{', '.join(said[:-1])} і {said[-1]} квартал {year} року"
    assert spoken(f"{roman[first - 1]}{dash}{roman[last - 1]} квартал {year}") == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ІV квартал", ("ІV",)),
        ("І квартал", ("І",)),
        ("Розділ ІІ", ("ІІ",)),
        ("42 010 тисяч", ("42 010",)),
        ("85 тис. грн", ("тис.", "грн")),
        ("рішення № 91", ("№",)),
        ("УСЗН", ("УСЗН",)),
        ("КНП «ЦПМСД»", ("КНП", "ЦПМСД")),
        ("СТРАТЕГІЧНА ЦІЛЬ 1.", ()),
        ("І діти, і дорослі", ()),
        ("2025 рік", ()),
    ],
)
def test_what_a_voice_stumbles_at_is_found(text, found):
    assert sorted(stumbles(text)) == sorted(found)
    assert is_speakable(text) == (not found)


def test_an_abbreviation_explained_beside_the_text_is_no_stumble():
    assert is_speakable("УСЗН", explained=("УСЗН",))


def test_a_reading_holds_both():
    assert reading("ІV квартал 2025\nроку") == Reading("ІV квартал 2025\nроку", "четвертий квартал 2025 року")
    assert reading("ІV квартал").differs
    assert not reading("Протягом\n2025  року").differs
