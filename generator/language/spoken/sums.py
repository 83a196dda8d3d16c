"""Sums and groups of digits: «42 010,0 тис. грн» is «сорок два мільйони десять тисяч гривень»."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language.numbers import LARGEST, Case, Gender, cardinal, fraction
from generator.language.plurals import Forms, form
from generator.language.spoken.prepositions import case_after

_SPACES = " \u00a0\u202f\u2009"
GROUPS = re.compile(rf"(?<![\d.,/])(?<!\d[{_SPACES}])[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}})+(?![{_SPACES}]?\d)")
"""A number whose thousands are parted by spaces; a telephone is none."""
_ZERO_DECIMALS = re.compile(r"(?<![\d.,])(\d+),0+(?![\d.,]*\d|\s\d)")
_NUMBER = r"(?<![\d.,])(?<!номер )(?P<number>\d+(?:,\d+)?)"
_SUM = re.compile(
    rf"""{_NUMBER}\s*
    (?:(?P<scale>тис(?:\.|яч[аіу]?\b|\b)|млн\b\.?|мільйон(?:а|и|ів)?\b|млрд\b\.?|мільярд(?:а|и|ів)?\b)\s*)?
    (?P<money>грн\b\.?|грив(?:ень|ні|ня|ню)\b|₴)?""",
    re.VERBOSE | re.IGNORECASE,
)
_PERCENT = re.compile(rf"{_NUMBER}\s*%(?!-)")
_RANGE = re.compile(r"\d\s*[-–—/]\s*$")
_HRYVNIAS: Forms = ("гривня", "гривні", "гривень")
_KOPECKS: Forms = ("копійка", "копійки", "копійок")
_PERCENTS: Forms = ("відсоток", "відсотки", "відсотків")
_OF_PERCENTS: Forms = ("відсотка", "відсотків", "відсотків")
_UNITS_AFTER_FIGURES = {
    1: ("", ""),
    10**3: ("тисячі", "тисяч"),
    10**6: ("мільйона", "мільйонів"),
    10**9: ("мільярда", "мільярдів"),
}
_HUNDRED, _THOUSAND = 100, 1000


def with_sums(text: str) -> str:
    """Return the text with digits of a number joined and sums in words."""
    text = GROUPS.sub(lambda match: re.sub(rf"[{_SPACES}]", "", match[0]), text)
    text = _PERCENT.sub(_percent, _SUM.sub(_sum, text))
    return _ZERO_DECIMALS.sub(r"\1", text)


def _sum(match: re.Match[str]) -> str:
    scale, money = match["scale"], match["money"]
    if not scale and not money:
        return match[0]
    size = _size(scale)
    number = Decimal(match["number"].replace(",", "."))
    if _stays_in_figures(match, number):
        unit = _UNITS_AFTER_FIGURES[size][number != 1] if scale else ""
        hryvnias = form(int(number), ("гривні", "гривень", "гривень")) if money and not scale else "гривень"
        return " ".join(filter(None, [match["number"], unit, hryvnias if money else ""])) + _closing(match)
    said = _hryvnias(number * size) if money else _whole(number * size)
    if said is None:
        parts = fraction(number)
        said = f"{parts or match['number']} {_fractional_unit(scale)}" + (" гривень" if money and scale else "")
    return said + _closing(match)


def _stays_in_figures(match: re.Match[str], number: Decimal) -> bool:
    """Return whether words in the nominative would be wrong: «200–300 тис. грн», «до 20 тис. грн»."""
    before = match.string[: match.start()]
    small = number < _THOUSAND and number == int(number)
    return bool(_RANGE.search(before)) or (small and case_after(before) is Case.GENITIVE)


def _size(scale: str | None) -> int:
    word = (scale or "").lower()
    if word.startswith("тис"):
        return 10**3
    if word.startswith(("млн", "мільйон")):
        return 10**6
    return 10**9 if word else 1


def _closing(match: re.Match[str]) -> str:
    """Return the space that the pattern took along with the unit."""
    return " " if match[0][-1:].isspace() else ""


def _whole(number: Decimal) -> str | None:
    return cardinal(int(number)) if number == int(number) and number <= LARGEST else None


def _hryvnias(number: Decimal) -> str | None:
    """Return hryvnias and kopecks; None for what no purse holds."""
    kopecks = number * _HUNDRED
    if kopecks != int(kopecks) or number > LARGEST:
        return None
    whole, rest = divmod(int(kopecks), _HUNDRED)
    said = f"{cardinal(whole, Gender.FEMININE)} {form(whole, _HRYVNIAS)}"
    return f"{said} {cardinal(rest, Gender.FEMININE)} {form(rest, _KOPECKS)}" if rest else said


def _fractional_unit(scale: str | None) -> str:
    return _UNITS_AFTER_FIGURES[_size(scale)][0] or "гривні"


def _percent(match: re.Match[str]) -> str:
    number = Decimal(match["number"].replace(",", "."))
    parts = fraction(number)
    if parts:
        return f"{parts} відсотка"
    if number != int(number):
        return f"{match['number']} відсотка"
    if case_after(match.string[: match.start()]) is Case.GENITIVE:
        return f"{int(number)} {form(int(number), _OF_PERCENTS)}"
    return f"{int(number)} {form(int(number), _PERCENTS)}"
