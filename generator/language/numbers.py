"""Numbers in Ukrainian words: how many, which one, Roman numerals.

Written by hand: num2words has no case of an ordinal but «третій», and comes with a dependency that has no wheel.
"""

from __future__ import annotations

from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING

from generator.language.letters import CYRILLIC_AS_ROMAN
from generator.language.plurals import Forms, form

if TYPE_CHECKING:
    from decimal import Decimal


class Gender(IntEnum):
    """Gender of the noun that a number stands with."""

    MASCULINE = 0
    FEMININE = 1
    NEUTER = 2


class Case(Enum):
    """Case of the noun; `ACCUSATIVE` of a thing, not a person."""

    NOMINATIVE = auto()
    GENITIVE = auto()
    ACCUSATIVE = auto()
    INSTRUMENTAL = auto()
    LOCATIVE = auto()


LARGEST = 10**12 - 1
"""The largest number that has words here."""
LARGEST_ORDINAL = 99

_ONES = ("один", "одна", "одне"), ("два", "дві", "два")
_TO_TWENTY = (
    "три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять "
    "шістнадцять сімнадцять вісімнадцять дев’ятнадцять"
)
_TENS = "двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто"
_HUNDREDS = "сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот"
THOUSANDS: Forms = ("тисяча", "тисячі", "тисяч")
MILLIONS: Forms = ("мільйон", "мільйони", "мільйонів")
MILLIARDS: Forms = ("мільярд", "мільярди", "мільярдів")
_SCALES = (
    (10**9, MILLIARDS, Gender.MASCULINE),
    (10**6, MILLIONS, Gender.MASCULINE),
    (10**3, THOUSANDS, Gender.FEMININE),
)
_SHARES: tuple[tuple[str, str], ...] = (("десята", "десятих"), ("сота", "сотих"), ("тисячна", "тисячних"))

_ORDINAL_STEMS = (
    "- перш друг трет четверт п’ят шост сьом восьм дев’ят десят одинадцят дванадцят тринадцят чотирнадцят "
    "п’ятнадцят шістнадцят сімнадцят вісімнадцят дев’ятнадцят"
)
_ORDINAL_TENS = "двадцят тридцят сороков п’ятдесят шістдесят сімдесят вісімдесят дев’яност"
_SOFT = 3
_ENDINGS = {
    Case.NOMINATIVE: ("ий а е", "ій я є"),
    Case.GENITIVE: ("ого ої ого", "ього ьої ього"),
    Case.ACCUSATIVE: ("ий у е", "ій ю є"),
    Case.INSTRUMENTAL: ("им ою им", "ім ьою ім"),
    Case.LOCATIVE: ("ому ій ому", "ьому ій ьому"),
}
_ROMAN_DIGITS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def cardinal(number: int, gender: Gender = Gender.MASCULINE) -> str:
    """Return how many, in the nominative: «сорок дві тисячі десять»; ValueError beyond `LARGEST` and below 0."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no words for {number}")
    if number == 0:
        return "нуль"
    words: list[str] = []
    for size, forms, of_scale in _SCALES:
        count, number = divmod(number, size)
        if count:
            words += [*_below_thousand(count, of_scale), form(count, forms)]
    return " ".join([*words, *_below_thousand(number, gender)])


def _below_thousand(number: int, gender: Gender) -> list[str]:
    words: list[str] = []
    hundreds, number = divmod(number, 100)
    if hundreds:
        words.append(_HUNDREDS.split()[hundreds - 1])
    tens, ones = divmod(number, 10)
    if tens > 1:
        words.append(_TENS.split()[tens - 2])
    else:
        ones = number
    if ones > len(_ONES):
        words.append(_TO_TWENTY.split()[ones - 3])
    elif ones:
        words.append(_ONES[ones - 1][gender])
    return words


def fraction(number: Decimal) -> str | None:
    """Return «дві цілих п’ять десятих»; None for a whole number, more than three decimals or one too large."""
    whole = int(number)
    decimals = f"{number.normalize():f}".partition(".")[2]
    if not 0 < len(decimals) <= len(_SHARES) or not 0 <= whole <= LARGEST:
        return None
    share = int(decimals)
    one, many = _SHARES[len(decimals) - 1]
    said = f"{cardinal(whole, Gender.FEMININE)} {form(whole, ('ціла', 'цілих', 'цілих'))}"
    return f"{said} {cardinal(share, Gender.FEMININE)} {form(share, (one, many, many))}"


def ordinal(number: int, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE) -> str:
    """Return which one: «другий», «третьої», «двадцять першому»; ValueError outside 1 to `LARGEST_ORDINAL`."""
    if not 1 <= number <= LARGEST_ORDINAL:
        raise ValueError(f"no ordinal of {number}")
    tens, ones = divmod(number, 10)
    before = f"{_TENS.split()[tens - 2]} " if tens > 1 and ones else ""
    last = number if tens < 2 else ones  # noqa: PLR2004
    stem = _ORDINAL_STEMS.split()[last] if last else _ORDINAL_TENS.split()[tens - 2]
    ending = _ENDINGS[case][last == _SOFT].split()[gender]
    return f"{before}{stem}{ending}"


def which(place: int) -> str:
    """Return a place in a list, «другий»; in figures beyond the ordinals we have."""
    return ordinal(place) if place <= LARGEST_ORDINAL else f"{place}-й"


def roman(numeral: str) -> int | None:
    """Return the number of a Roman numeral up to XXXIX, whatever alphabet its letters are typed in; None for others."""
    latin = numeral.upper().translate(CYRILLIC_AS_ROMAN)
    return _ROMAN_NUMERALS.get(latin)


def _in_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN_DIGITS:
        count, number = divmod(number, value)
        written += letters * count
    return written


_ROMAN_NUMERALS = {_in_roman(number): number for number in range(1, 40)} | {"IIII": 4}
