"""Forms of one word have one stem, and strangers have not."""

import pytest

from generator.language.words import clean, fold, forms, tokens, word


def stem(form: str) -> str:
    return word(fold(clean(form))).stem


@pytest.mark.parametrize(
    "forms",
    [
        "програма програми програму програмою програмі програм програмами",
        "кабінет кабінету кабінети кабінетів кабінетами",
        "бюджет бюджету бюджети бюджетний бюджетного",
        "форма форми форму форм форми",
        "освіта освіти освіту освіт освітня освітнього",
        "система системи систему систем системний",
        "закупівля закупівлі закупівлею закупівель",
        "довідатися довідатись довідався довідалась",
        "рівень рівня рівнем рівнів",
        "візок візка візки візків",
        "життєвий життєві життєвих життєвого",
        "похилий похила похилого похилі",
        "військовий військові військового",
        "якість якості якісний якісно",
        "реабілітація реабілітації реабілітаційний реабілітацією",
        "бабуся бабусі бабусю",
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("інтернет", "інтернат"), ("квитки", "квіти"), ("погода", "погодити"), ("житло", "життя"), ("догляд", "доступ")],
)
def test_strangers_have_two(one, other):
    assert stem(one) != stem(other)


def test_a_hyphenated_word_is_known_whole_and_in_parts():
    assert [forms(token) for token in tokens("Он-лайн навчання")] == [("онлайн", "он", "лайн"), (fold("навчання"),)]
