"""Numbers in words: gender, case, shares, Roman numerals, forms of a noun."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.numbers import LARGEST, Case, Gender, cardinal, fraction, ordinal, roman
from generator.language.plurals import form


@pytest.mark.parametrize(
    ("number", "gender", "said"),
    [
        (0, Gender.MASCULINE, "нуль"),
        (1, Gender.FEMININE, "одна"),
        (2, Gender.NEUTER, "два"),
        (12, Gender.FEMININE, "дванадцять"),
        (21, Gender.NEUTER, "двадцять одне"),
        (101, Gender.MASCULINE, "сто один"),
        (42_010, Gender.MASCULINE, "сорок дві тисячі десять"),
        (1_000, Gender.FEMININE, "одна тисяча"),
        (11_000, Gender.MASCULINE, "одинадцять тисяч"),
        (2_001_002, Gender.FEMININE, "два мільйони одна тисяча дві"),
        (5_000_000_000, Gender.MASCULINE, "п’ять мільярдів"),
    ],
)
def test_how_many(number, gender, said):
    assert cardinal(number, gender) == said


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_what_has_no_words_is_refused(number):
    with pytest.raises(ValueError, match="no words for"):
        cardinal(number)


@pytest.mark.parametrize(
    ("number", "gender", "case", "said"),
    [
        (1, Gender.MASCULINE, Case.NOMINATIVE, "перший"),
        (2, Gender.FEMININE, Case.ACCUSATIVE, "другу"),
        (3, Gender.MASCULINE, Case.GENITIVE, "третього"),
        (3, Gender.NEUTER, Case.NOMINATIVE, "третє"),
        (4, Gender.MASCULINE, Case.LOCATIVE, "четвертому"),
        (13, Gender.FEMININE, Case.GENITIVE, "тринадцятої"),
        (20, Gender.NEUTER, Case.INSTRUMENTAL, "двадцятим"),
        (23, Gender.MASCULINE, Case.LOCATIVE, "двадцять третьому"),
        (40, Gender.MASCULINE, Case.NOMINATIVE, "сороковий"),
    ],
)
def test_which_one(number, gender, case, said):
    assert ordinal(number, gender, case) == said


@pytest.mark.parametrize("number", [0, 100])
def test_an_ordinal_beyond_a_plan_is_refused(number):
    with pytest.raises(ValueError, match="no ordinal of"):
        ordinal(number)


@given(st.integers(1, 99))
def test_ordinals_differ_by_gender_and_number(number):
    assert len({ordinal(number, gender) for gender in Gender}) == len(Gender)
    assert all(ordinal(number) != ordinal(other) for other in range(1, 100) if other != number)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1.5", "одна ціла п’ять десятих"),
        ("2.45", "дві цілих сорок п’ять сотих"),
        ("0.1", "нуль цілих одна десята"),
        ("5.002", "п’ять цілих дві тисячних"),
        ("7.50", "сім цілих п’ять десятих"),
        ("7", None),
        ("7.00", None),
        ("1.0005", None),
    ],
)
def test_shares_of_ten(number, said):
    assert fraction(Decimal(number)) == said


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("І", 1),
        ("ІІ", 2),
        ("IV", 4),
        ("ІV", 4),
        ("ІУ", 4),
        ("ІХ", 9),
        ("XXI", 21),
        ("iv", 4),
        ("IIV", None),
        ("М", None),
    ],
)
def test_roman_numerals_in_any_letters(numeral, number):
    assert roman(numeral) == number


def test_the_noun_agrees():
    forms = ("гривня", "гривні", "гривень")
    assert [form(number, forms) for number in (1, 2, 5, 11, 12, 21, 104, 0)] == [
        forms[n] for n in (0, 1, 2, 2, 2, 0, 1, 2)
    ]
