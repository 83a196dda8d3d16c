"""Readings of terms in plain Ukrainian, and the concrete times of recurring ones."""

from __future__ import annotations

from datetime import date

import pytest

from generator.language.terms import (
    Recurrence,
    Term,
    TermKind,
    date_in_words,
    describe,
    occurrences,
    parse_term,
    range_in_words,
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ІV квартал 2025 року", "з 1 жовтня до 31 грудня 2025 року"),
        ("Березень 2026 року", "з 1 до 31 березня 2026 року"),
        ("2021-2027", "з 1 січня 2021 року до 31 грудня 2027 року"),
        ("До червня 2025 року", "до 1 червня 2025 року"),
        ("31.12.2025", "до 31 грудня 2025 року"),
        ("на постійній основі", "постійно"),
        ("Постійно протягом 2026 - 2027 років", "постійно, з 1 січня 2026 року до 31 грудня 2027 року"),
        ("Починаючи з ІІ кварталу 2021 року", "постійно, з 1 квітня 2021 року"),
        ("Щороку до\n01 березня", "щороку, до 1 березня"),
        ("Щороку І квартал", "щороку, до 31 березня"),
        ("Щороку в лютому", "щороку, у лютому"),
        ("щорічно з 1 по 10 жовтня", "щороку, з 1 до 10 жовтня"),
        ("1 червня щорічно", "щороку, 1 червня"),
        ("раз на квартал", "щокварталу"),
        ("щомісячно до 05 числа", "щомісяця, до 5 числа"),
        ("раз на півріччя", "двічі на рік"),
        ("щорічно до 1 березня, починаючи з 2024 року", "щороку, до 1 березня, починаючи з 1 січня 2024 року"),
        (
            "2021–2026, щороку до 1 грудня",
            "щороку, до 1 грудня; з 1 січня 2021 року до 31 грудня 2026 року",
        ),
        ("за потреби", "залежить від події"),
        ("2025 рік, за потреби", "залежить від події, з 1 січня до 31 грудня 2025 року"),
    ],
)
def test_a_term_is_read_back_in_words(text, said):
    assert describe(parse_term(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "Постійно", "Щокварталу", "ЩОРОКУ", "до 31 грудня 2025 року", "До 31 грудня 2025 року.", "Щороку\nдо 10 січня",
        "протягом року", "ІV квартал", "раз на два роки", "невідомо що", "",
    ],
)  # fmt: skip
def test_a_reading_that_adds_nothing_is_not_given(text):
    assert describe(parse_term(text)) is None


def test_dates_are_written_in_the_genitive():
    assert date_in_words(date(2025, 12, 31)) == "31 грудня 2025 року"
    assert date_in_words(date(2026, 2, 1)) == "1 лютого 2026 року"
    assert range_in_words(date(2025, 6, 1), date(2025, 6, 1)) == "1 червня 2025 року"


def test_record_has_the_published_keys_in_their_order():
    term = Term("до 1 вересня", TermKind.DEADLINE, end=date(2025, 9, 1))
    assert list(term.as_dict().items()) == [
        ("text", "до 1 вересня"),
        ("kind", "deadline"),
        ("start", None),
        ("end", "2025-09-01"),
        ("recurrence", None),
        ("window_start", None),
        ("window_end", None),
    ]


def test_a_yearly_term_occurs_in_its_window():
    term = parse_term("Щороку до 10 січня")
    found = occurrences(term, date(2025, 1, 5), date(2026, 12, 31))
    assert found == [(date(2025, 1, 1), date(2025, 1, 10)), (date(2026, 1, 1), date(2026, 1, 10))]


def test_february_lasts_through_its_leap_day():
    assert occurrences(parse_term("Щороку в лютому"), date(2024, 1, 1), date(2024, 12, 31)) == [
        (date(2024, 2, 1), date(2024, 2, 29))
    ]


def test_a_deadline_in_february_keeps_its_day_in_a_leap_year():
    assert occurrences(parse_term("щороку до 28 лютого"), date(2024, 1, 1), date(2024, 12, 31)) == [
        (date(2024, 1, 1), date(2024, 2, 28))
    ]


def test_a_winter_occurs_over_the_new_year():
    assert occurrences(parse_term("щороку взимку"), date(2025, 1, 15), date(2025, 1, 20)) == [
        (date(2024, 12, 1), date(2025, 2, 28))
    ]


def test_a_quarterly_term_occurs_within_its_own_dates():
    term = parse_term("щокварталу, починаючи з травня 2025 року")
    assert occurrences(term, date(2025, 1, 1), date(2025, 12, 31)) == [
        (date(2025, 5, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), date(2025, 9, 30)),
        (date(2025, 10, 1), date(2025, 12, 31)),
    ]


def test_a_monthly_term_ends_on_its_day_and_keeps_to_its_months():
    by_the_fifth = occurrences(parse_term("щомісяця до 5 числа"), date(2025, 2, 1), date(2025, 3, 31))
    assert by_the_fifth == [(date(2025, 2, 1), date(2025, 2, 5)), (date(2025, 3, 1), date(2025, 3, 5))]
    in_summer = occurrences(parse_term("щомісяця з червня по серпень"), date(2025, 1, 1), date(2025, 12, 31))
    assert [begun.month for begun, _ in in_summer] == [6, 7, 8]


def test_weeks_begin_on_monday():
    assert occurrences(parse_term("щотижня"), date(2025, 9, 3), date(2025, 9, 8)) == [
        (date(2025, 9, 1), date(2025, 9, 7)),
        (date(2025, 9, 8), date(2025, 9, 14)),
    ]


@pytest.mark.parametrize("text", ["постійно", "2025 рік", "раз на два роки", "невідомо"])
def test_terms_that_do_not_recur_have_no_occurrences(text):
    assert occurrences(parse_term(text), date(2025, 1, 1), date(2025, 12, 31)) == []


def test_a_range_turned_round_has_no_occurrences():
    term = Term("щороку", TermKind.RECURRING, recurrence=Recurrence.YEARLY)
    assert occurrences(term, date(2025, 12, 31), date(2025, 1, 1)) == []


def test_half_years_are_the_calendar_ones():
    assert occurrences(parse_term("двічі на рік"), date(2025, 1, 1), date(2025, 12, 31)) == [
        (date(2025, 1, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), date(2025, 12, 31)),
    ]


def test_a_very_long_text_is_no_term():
    assert parse_term("до 1 вересня 2025 року " * 100).kind is TermKind.UNKNOWN
