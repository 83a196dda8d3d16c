"""Numerals of quarters, half-years, goals, sessions: «ІІ–ІІІ квартал» is «другий і третій квартал»."""

from __future__ import annotations

import re

from generator.language.numbers import LARGEST_ORDINAL, Case, ordinal, roman
from generator.language.spoken.nouns import NOUNS, Noun, abbreviated
from generator.language.spoken.prepositions import case_after

_ROMAN = r"(?:[IІVХX][IІVХXУ]{0,4}|[iv]{2,4}|[ПШ](?=\s*(?:кв|пів)))"
_SUFFIX = r"(?:-?(?:ий|й|го|му|ого|ому|ше|ге|тє|те|е|а|у|ої)(?!\w))?"
_NUMERAL = rf"(?:{_ROMAN}|\d{{1,2}}){_SUFFIX}"
_EACH = re.compile(rf"(?:[IІVХX][IІVХXУ]{{0,4}}|[iv]{{2,4}}|[ПШ]|\d{{1,2}}){_SUFFIX}")
_SIGN = r"\s*(?:[-–—]|,|\b(?:та|і|й|або)\b)\s*"
_NOUN = "|".join(sorted(map(re.escape, NOUNS), key=len, reverse=True))
_SPAN = r"(?:(?i:квартал|півріччя)(?!\w)|(?:кв|півр|пг)\b\.?)"
_BEFORE_NOUN = re.compile(
    rf"(?<![\w.,’-])(?<!номер )(?P<numerals>{_NUMERAL}(?:{_SIGN}{_NUMERAL})*)\s*"
    rf"(?P<noun>(?i:{_NOUN})(?!\w)|(?P<short>кв\b|півр\b|пг\b)\.?(?!\s*м\b))"
)
_AFTER_NOUN = re.compile(rf"(?P<noun>\b(?i:{_NOUN}))\s+(?P<numerals>{_ROMAN}(?:{_SIGN}{_ROMAN})*)(?!\w)")
_RANGE = re.compile(
    rf"(?<![\w.,’-])(?<!номер )(?P<first>{_NUMERAL})\s*(?P<noun>{_SPAN})"
    rf"(?P<year>,?\s*\d{{4}}(?:\s*(?:року|рік|р\b\.?))?)?\s*[-–—]\s*(?P<last>{_NUMERAL})\s*(?P<other>{_SPAN})"
)
_ON = re.compile(r"\bна\s*$", re.IGNORECASE)
_DASHES = frozenset("-–—")
_ENGLISH = re.compile(r"\bQ([1-4])(?!\w)")
_YEARLY = re.compile(rf"(\b(?i:щороку|щорічно|кожного року))\s+(?={_NUMERAL}\s*(?:{_NOUN}|кв\b|півр\b))")
_OPENING = re.compile(rf"^({_ROMAN})(?=\.(?:\s|$))")
_LONE = r"(?:[IІVХX]{2,5}|[VX])"
_LEFT = re.compile(rf"(?:(?<![\w’'-])|(?<=\d-)){_LONE}(?:\s?[-–—]\s?{_LONE})*(?![\w’'])")
_ANY = re.compile(r"[IІVХX]|[iv]{2}|[ПШ]\s*(?:кв|пів)")
"""What every Roman numeral holds that the patterns above can find: most texts need no further look."""
_QUARTERS = 4
_LISTED = 4
_MISREAD = {"П": 2, "Ш": 3}


def with_ordinals(text: str) -> str:
    """Return the text with numerals said: beside the nouns they number as ordinals, elsewhere as figures."""
    text = _ENGLISH.sub(r"\1 квартал", _YEARLY.sub(r"\1, ", text))
    text = _RANGE.sub(_range, text)
    text = _BEFORE_NOUN.sub(_numbered, text)
    text = _AFTER_NOUN.sub(_named, text)
    text = _OPENING.sub(_figure, text)
    return _LEFT.sub(lambda left: re.sub(_LONE, _figure, left[0]), text)


def has_roman(text: str) -> list[str]:
    """Return the Roman numerals of a text, a lone «І» only beside what it numbers."""
    if not _ANY.search(text):
        return []
    found = [numeral for left in _LEFT.findall(text) for numeral in re.findall(_LONE, left) if roman(numeral)]
    beside = (match["numerals"] for match in _BEFORE_NOUN.finditer(text))
    after = (match["numerals"] for match in _AFTER_NOUN.finditer(text))
    return [*found, *(numerals for numerals in [*beside, *after] if not numerals[0].isdigit())]


def _figure(match: re.Match[str]) -> str:
    number = roman(match[0])
    return str(number) if number else match[0]


def _named(match: re.Match[str]) -> str:
    """Return «розділ другий» of «розділ ІІ»."""
    noun = NOUNS[match["noun"].lower()]
    said = _listed(match["numerals"], noun, noun.case_in(case_after(match.string[: match.start()])))
    return f"{match['noun']} {said}" if said else match[0]


def _numbered(match: re.Match[str]) -> str:
    short = match["short"]
    governed = case_after(match.string[: match.start()])
    noun, word = abbreviated(short, governed) if short else (NOUNS[match["noun"].lower()], match["noun"])
    if not short and _ON.search(match.string[: match.start()]):
        governed = Case.LOCATIVE
    said = _listed(match["numerals"], noun, noun.case_in(governed))
    return f"{said} {word}" if said else match[0]


def _range(match: re.Match[str]) -> str:
    """Return «з другого півріччя 2025 року по перше півріччя» of «ІІ півріччя 2025 – І півріччя»."""
    first, begun = abbreviated(match["noun"].lower(), Case.GENITIVE)
    last, ended = abbreviated(match["other"].lower(), Case.NOMINATIVE)
    opens, closes = _listed(match["first"], first, Case.GENITIVE), _listed(match["last"], last, Case.NOMINATIVE)
    if not opens or not closes:
        return match[0]
    year = re.search(r"\d{4}", match["year"] or "")
    return f"з {opens} {begun} {f'{year[0]} року ' if year else ''}по {closes} {ended}"


def _number(numeral: str) -> int | None:
    letters = re.sub(rf"{_SUFFIX}$", "", numeral)
    figure = re.match(r"\d+", numeral)
    number = int(figure[0]) if figure else _MISREAD.get(letters) or roman(letters)
    return number if number and number <= LARGEST_ORDINAL else None


def _may_number(numerals: list[str], noun: Noun) -> bool:
    """Return whether the numerals number the noun: figures do few, and «2 квартали» are counted."""
    if not any(numeral[0].isdigit() for numeral in numerals):
        return True
    counted = noun.plural and len(numerals) == 1 and numerals[0].isdigit()
    return noun.numbered_in_figures and not counted


def _listed(text: str, noun: Noun, case: Case) -> str | None:
    """Return the ordinals with what joins them; a short range is told one by one. None when they number nothing."""
    found = list(_EACH.finditer(text))
    numerals = [match[0] for match in found]
    numbers = [number for numeral in numerals if (number := _number(numeral))]
    figures = [number for numeral, number in zip(numerals, numbers, strict=False) if numeral[0].isdigit()]
    if len(numbers) < len(found) or not _may_number(numerals, noun) or max(figures, default=0) > _QUARTERS:
        return None
    said = ordinal(numbers[0], noun.gender, case)
    for n in range(1, len(numbers)):
        sign = text[found[n - 1].end() : found[n].start()].strip()
        said += _joined(numbers[n - 1], numbers[n], sign, noun, case)
    return said


def _joined(before: int, number: int, sign: str, noun: Noun, case: Case) -> str:
    """Return how the sign and the number after it go on."""
    last = ordinal(number, noun.gender, case)
    if sign not in _DASHES:
        return f", {last}" if sign == "," else f" {sign} {last}"
    if not before < number <= before + _LISTED:
        return f" – {last}"
    between = "".join(f", {ordinal(passed, noun.gender, case)}" for passed in range(before + 1, number))
    return f"{between} і {last}"
