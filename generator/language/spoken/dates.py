"""Dates in figures: «20.08.2021» is «20 серпня 2021 року», «01 березня» is «1 березня», «05.2025» is «травень 2025»."""

from __future__ import annotations

import re

from generator.language.months import MONTHS_GENITIVE, MONTHS_LOCATIVE, MONTHS_NOMINATIVE
from generator.language.numbers import Case
from generator.language.spoken.prepositions import case_after

_YEAR_WORD = r"(?:\s*(?:року\b|р\b\.?))?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_FIGURES = re.compile(
    rf"(?<![\d.])(?:(?P<iso>\d{{4}})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>\d\d)"
    rf"|{_DAY}[./]{_MONTH}[./](?P<year>(?:19|20)\d\d|\d\d(?=\D|$))){_YEAR_WORD}(?!\.?\d)"
)
_MONTH_OF_YEAR = re.compile(rf"(?<![\d.]){_MONTH}\.(?P<year>20\d\d){_YEAR_WORD}(?![.\d]*\d)")
_DAY_OF_YEAR = re.compile(
    r"(?P<before>\b(?:до|з|по|від|пізніше)\s+)(?P<day>[0-3]\d)\.(?P<month>0[1-9]|1[0-2])(?![.,\d]*\d)", re.IGNORECASE
)
_LEADING_ZERO = re.compile(rf"(?<!\d)0(?=[1-9](?:-?го)?\s+(?:{'|'.join(MONTHS_GENITIVE)})\b)", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?P<before>\b(?:з|від)\s+)?(?P<first>\d{{1,2}} (?:{'|'.join(MONTHS_GENITIVE)})(?: \d{{4}} року)?)\s*[-–—]\s*"
    rf"(?P<last>\d{{1,2}} (?:{'|'.join(MONTHS_GENITIVE)}) \d{{4}} року)"
)


def with_dates(text: str) -> str:
    """Return the text with dates in figures written out."""
    text = _FIGURES.sub(_date, text)
    text = _MONTH_OF_YEAR.sub(_month_of_year, text)
    text = _DAY_OF_YEAR.sub(lambda m: f"{m['before']}{int(m['day'])} {MONTHS_GENITIVE[int(m['month']) - 1]}", text)
    text = _LEADING_ZERO.sub("", text)
    return _RANGE.sub(lambda match: f"з {match['first']} по {match['last']}", text)


def _date(match: re.Match[str]) -> str:
    day, month = int(match["day"] or match["iso_day"]), int(match["month"] or match["iso_month"])
    year = match["year"] or match["iso"]
    return f"{day} {MONTHS_GENITIVE[month - 1]} {year if len(year) > 2 else f'20{year}'} року"  # noqa: PLR2004


def _month_of_year(match: re.Match[str]) -> str:
    names = {Case.GENITIVE: MONTHS_GENITIVE, Case.LOCATIVE: MONTHS_LOCATIVE}
    case = case_after(match.string[: match.start()])
    return f"{names.get(case, MONTHS_NOMINATIVE)[int(match['month']) - 1]} {match['year']} року"
