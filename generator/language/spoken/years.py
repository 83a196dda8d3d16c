"""Years and ranges: «2026-2028 роки» is «з 2026 по 2028 рік», «травень-липень 2025» «з травня по липень 2025 року»."""

from __future__ import annotations

import re

from generator.language.months import MONTHS_GENITIVE, MONTHS_LOCATIVE, MONTHS_NOMINATIVE
from generator.language.numbers import Case
from generator.language.spoken.prepositions import case_after

_WORD = r"(?:рік|року|році|роки|років|роках|роів|[рp]{1,2}\b\.?(?:\s?[рp]\.)?)"
_YEAR = r"(?:19|20)\d\d"
_SINGLE = r"\s*(?:року|рік|[рp]\b\.?)"
_RANGE = re.compile(
    rf"(?P<before>\b(?:протягом|упродовж|впродовж|у|в|за|з|із|від|на|до)\s+)?(?<![\d.,/-])(?<!номер\s)(?P<first>{_YEAR})"
    rf"(?:{_SINGLE})?\s*(?P<sign>[-–—/])\s*(?P<last>{_YEAR}|\d\d)(?!\d|[.,/-]\d)(?P<word>\s*{_WORD}(?!\w))?"
    r"(?!\s*(?:навч|н\.))",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(
    rf"(?<!\d)(?P<first>{_YEAR})\s*[-–—/]\s*(?P<last>\d\d(?:\d\d)?)\s*(?:навч\w*\.?|н\.)\s*(?:рік|року|році|р\.)(?!\w)"
)
_LONE = re.compile(rf"{_YEAR}")
_ONLY_YEARS = re.compile(rf"{_YEAR}(?:[\s,;]+{_YEAR})*")
_NAMES = "|".join(sorted({*MONTHS_NOMINATIVE, *MONTHS_GENITIVE, *MONTHS_LOCATIVE}, key=len, reverse=True))
_NUMBERS = {
    name: number for names in (MONTHS_NOMINATIVE, MONTHS_GENITIVE, MONTHS_LOCATIVE) for number, name in enumerate(names)
}
_MONTHS = re.compile(
    rf"(?P<before>\b(?:протягом|упродовж|впродовж|у|в|з)\s+)?\b(?P<first>{_NAMES})\b(?P<year>\s+{_YEAR}(?:{_SINGLE})?)?"
    rf"\s*[-–—]\s*(?P<last>{_NAMES})\b",
    re.IGNORECASE,
)
_AFTER_UNIT = re.compile(
    rf"(?P<unit>\b(?:{_NAMES}|квартал\w*|півріч\w*|весн\w|літ\w|осен\w|осінь|зим\w|навесні|влітку|восени|взимку))"
    rf"(?P<comma>,?)\s+(?P<year>{_YEAR})(?:\s*[рp]\b\.?|(?!\w|\s*{_WORD}(?!\w)|\s*(?:навч|н\.)|\s*[-–—/]\s*\d|[.,]\d))",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(rf"(?<![\d.])(?P<year>{_YEAR})\s*[рp]\b(?:\.(?=\s*\S)|\.?)(?!\s?[рp]\.)", re.IGNORECASE)
_ACCUSATIVE = re.compile(r"\b(?:за|на|через|по)\s+$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[,;:(]\s*)$")
_CENTURY = 100


def with_years(text: str) -> str:
    """Return the text with ranges of years and months said, and «р.» written out."""
    if _ONLY_YEARS.fullmatch(text):
        years = _LONE.findall(text)
        return f"{', '.join(years)} {'рік' if len(years) == 1 else 'роки'}"
    text = _MONTHS.sub(_months, text)
    text = _SCHOOL_YEAR.sub(_school_year, text)
    text = _RANGE.sub(_years, text)
    text = _AFTER_UNIT.sub(r"\g<unit>\g<comma> \g<year> року", text)
    return _SHORT_YEAR.sub(_short_year, text)


def _full(match: re.Match[str]) -> str:
    """Return the later year in four figures: «2025-26»."""
    return match["first"][: -len(match["last"])] + match["last"]


def _years(match: re.Match[str]) -> str:
    first, last = match["first"], _full(match)
    alone = match.start() == 0 and match.end() == len(match.string)
    plain = match["sign"] != "/" or match["word"] or alone
    short = len(match["last"]) < len(first) and not (match["word"] or alone)
    if int(first) >= int(last) or short or not plain:
        return match[0]
    before = (match["before"] or "").strip()
    if before.lower() == "до":
        return f"{before} {first} – {last} років"
    if before.lower() == "на":
        return f"{before} період з {first} по {last} рік"
    opening = "З" if before[:1].isupper() else "з"
    return f"{opening} {first} по {last} рік"


def _school_year(match: re.Match[str]) -> str:
    words = {Case.GENITIVE: "навчального року", Case.LOCATIVE: "навчальному році"}
    case = case_after(match.string[: match.start()])
    return f"{match['first']} – {_full(match)} {words.get(case, 'навчальний рік')}"


def _months(match: re.Match[str]) -> str:
    first, last = (_NUMBERS[match[part].lower()] for part in ("first", "last"))
    before, year = (match["before"] or ""), (match["year"] or "").strip()
    if last == first + 1 and not year:
        return f"{before}{match['first']} і {match['last']}"
    said_year = f" {year[:4]} року" if year else ""
    opening = "З" if (before or match["first"])[:1].isupper() else "з"
    return f"{opening} {MONTHS_GENITIVE[first]}{said_year} по {MONTHS_NOMINATIVE[last]}"


def _short_year(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    case = case_after(before)
    if case is Case.LOCATIVE:
        word = "році"
    elif case is Case.GENITIVE or not (_OPENING.search(before) or _ACCUSATIVE.search(before)):
        word = "року"
    else:
        word = "рік"
    return f"{match['year']} {word}"
