"""Dates of Excel as their number format shows them in a Ukrainian setting: «01.03.2026», «02.бер», «березень 2026»."""

import datetime as dt
import re
from collections.abc import Iterator

from generator.language.months import MONTHS_GENITIVE, MONTHS_NOMINATIVE, MONTHS_SHORT

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(y+|m+|d+|h+|s+|AM/PM)|([^"\\\[])', re.IGNORECASE)
_NAMED = 3
"""From three letters on a month is written by its name."""


def date_shown(value: dt.datetime, number_format: str) -> str:
    """Return a date as its format shows it; one of day, month and year in figures is «01.03.2026» in any format."""
    codes = [code for _, code in _tokens(number_format) if code]
    letters = {code[0] for code in codes}
    named = any(code[0] == "m" and len(code) >= _NAMED for code in codes)
    if not codes or ({"d", "y"} <= letters and not named):
        return f"{value:%d.%m.%Y}" if value.time() == dt.time() else f"{value:%d.%m.%Y %H:%M}"
    return "".join(literal or _part(value, code, codes) for literal, code in _tokens(number_format)).strip()


def is_whole_date(text: str) -> bool:
    """Return whether a text is a date with its day, month and year."""
    return bool(re.fullmatch(r"\d{1,2}\.\d{2}\.\d{2,4}( \d{2}:\d{2})?", text))


def typed_as(value: dt.date, number_format: str) -> str:
    """Return the number that Excel may have made the date of: «2.3» of 2 March; nothing where the day is not shown."""
    return f"{value.day}.{value.month}" if any(code[:1] == "d" for _, code in _tokens(number_format)) else ""


def date_remark(name: str, text: str, value: dt.date, typed: str) -> str:
    """Say that a cell shows less than the date it holds, and which number may have been typed there."""
    guess = f": мабуть, Excel зробив її з набраного «{typed}»" if typed else ""
    there = f"У клітинці {name} видно «{text}», а записано дату {value:%d.%m.%Y}{guess}"
    return f"{there}. Звірте з документом і впишіть, що там має бути."


def _tokens(number_format: str) -> Iterator[tuple[str, str]]:
    """Return what stands in the format, as (words to print, code); minutes are told from months by what is near."""
    hours = False
    for match in _TOKEN.finditer(number_format.split(";", maxsplit=1)[0]):
        quoted, escaped, code, other = match.groups()
        if code:
            code = code.lower()
            minutes = code[0] == "m" and hours
            hours = code[0] == "h" or (hours and code[0] != "m")
            yield "", "n" * len(code) if minutes else code
        elif quoted or escaped or other:
            yield quoted or escaped or other, ""


def _part(value: dt.datetime, code: str, codes: list[str]) -> str:
    size = len(code)
    if code[0] == "m":
        names = {
            3: MONTHS_SHORT,
            4: MONTHS_GENITIVE if any(other[0] == "d" for other in codes) else MONTHS_NOMINATIVE,
        }.get(size)
        return names[value.month - 1] if names else str(value.month).zfill(size)
    if code[0] == "y":
        return f"{value.year}" if size > 2 else f"{value:%y}"  # noqa: PLR2004 -- yy is two figures
    if code[0] == "d":
        return str(value.day).zfill(min(size, 2))
    numbers = {"h": value.hour, "n": value.minute, "s": value.second}
    return str(numbers[code[0]]).zfill(size) if code[0] in numbers else ""
