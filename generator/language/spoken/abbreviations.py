"""Abbreviations written out: «у м. Ніжин» is «у місті Ніжин», «№ 91» is «номер 91»."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from generator.language.numbers import Case
from generator.language.spoken.prepositions import case_after

if TYPE_CHECKING:
    from collections.abc import Mapping

_CAPITAL = r"(?=\s?[А-ЯІЇЄҐ])"
_FIGURE = r"(?=\s?\d)"
_DECLINED = (  # pattern, nominative, genitive, locative
    (rf"ст\.{_FIGURE}", "стаття", "статті", "статті"),
    (rf"ч\.{_FIGURE}", "частина", "частини", "частині"),
    (rf"пп\.{_FIGURE}", "підпункт", "підпункту", "підпункті"),
    (rf"п\.{_FIGURE}", "пункт", "пункту", "пункті"),
    (rf"буд\.{_FIGURE}", "будинок", "будинку", "будинку"),
    (rf"кв\.{_FIGURE}", "квартира", "квартири", "квартирі"),
    (rf"каб\.{_FIGURE}", "кабінет", "кабінету", "кабінеті"),
    (rf"м\.{_CAPITAL}", "місто", "міста", "місті"),
    (rf"с\.{_CAPITAL}", "село", "села", "селі"),
    (rf"смт\.?{_CAPITAL}", "селище", "селища", "селищі"),
    (rf"вул\.{_CAPITAL}", "вулиця", "вулиці", "вулиці"),
    (rf"просп\.{_CAPITAL}", "проспект", "проспекту", "проспекті"),
    (rf"пл\.{_CAPITAL}", "площа", "площі", "площі"),
    (r"обл\.", "область", "області", "області"),
    (r"р-н(?!\w)", "район", "району", "районі"),
)
_FIXED = (
    (r"т\.\s?ч\.", "тому числі"),
    (r"т\.\s?д\.", "так далі"),
    (r"т\.\s?п\.", "тому подібне"),
    (r"та ін\.", "та інше"),
    (r"і ін\.", "і інше"),
    (r"ім\.", "імені"),
    (r"тел\.", "телефон"),
    (r"див\.", "дивіться"),
    (r"напр\.", "наприклад"),
    (r"чол\.", "осіб"),
    (r"шт\.", "штук"),
    (r"коп\.", "копійок"),
    (r"год\.", "годин"),
    (r"хв\.", "хвилин"),
    (r"кв\.\s?м(?!\w)\.?", "квадратних метрів"),
    (r"тис(?:\.|(?=\s?(?:грн|гривень|осіб|чол)))", "тисяч"),
    (r"млн(?!\w)\.?", "мільйонів"),
    (r"млрд(?!\w)\.?", "мільярдів"),
    (r"грн(?!\w)\.?", "гривень"),
)
_NUMBER_SIGN = re.compile(r"№+\s*")
_WORD = r"(?<![\w’'.])"
_PATTERNS: tuple[tuple[re.Pattern[str], dict[Case, str]], ...] = tuple(
    (
        re.compile(_WORD + pattern + r"\s?"),
        {Case.NOMINATIVE: nominative, Case.GENITIVE: genitive, Case.LOCATIVE: locative},
    )
    for pattern, nominative, genitive, locative in _DECLINED
) + tuple((re.compile(_WORD + pattern), {Case.NOMINATIVE: word}) for pattern, word in _FIXED)


def with_own(text: str, words: Mapping[str, str]) -> str:
    """Return the text with the given abbreviations, whole words, in full."""
    if not words:
        return text
    return _own(tuple(sorted(words, key=len, reverse=True))).sub(lambda match: words[match[0]], text)


@lru_cache(maxsize=64)
def _own(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, forms))})(?![\w’'-])")


def with_abbreviations(text: str) -> str:
    """Return the text with the common abbreviations of documents in full."""
    for pattern, forms in _PATTERNS:
        text = pattern.sub(partial(_full, forms), text)
    return text


def with_number_signs(text: str) -> str:
    """Return the text with «№» in words; what follows is no sum, no year and no quarter."""
    return _NUMBER_SIGN.sub("номер ", text)


def has_abbreviations(text: str) -> list[str]:
    """Return the common abbreviations that stand in a text."""
    found = [match[0].strip() for pattern, _ in _PATTERNS for match in pattern.finditer(text)]
    return [*found, *_NUMBER_SIGN.findall(text)]


def _full(forms: Mapping[Case, str], match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    case = Case.GENITIVE if before[-2:-1].isdigit() else case_after(before)  # «п. 3 ч. 2 ст. 5»
    word = forms.get(case, forms[Case.NOMINATIVE])
    rest = match.string[match.end() : match.end() + 1]
    return f"{word} " if match[0][-1].isspace() or rest.isalnum() else word
