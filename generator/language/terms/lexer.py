"""Text of a term to a list of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.language.letters import ROMAN_AS_FOLDED, folded
from generator.language.terms import piece
from generator.language.terms.lookup import meanings
from generator.language.terms.vocabulary import Cat, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.language.terms.piece import Piece

_TOKEN = re.compile(
    r"""
    (?P<ymd>(?<!\d)(?P<y1>\d{4})(?P<s1>[-./])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d))
  | (?P<dmy>(?<!\d)(?P<d2>\d{1,2})\s*(?P<s2>[./,])\s*(?P<m2>\d{1,2})\s*(?P=s2)\s*(?P<y2>\d{4})(?!\d))
  | (?P<dm_y>(?<!\d)(?P<d3>\d{1,2})(?P<s3>[./])(?P<m3>\d{1,2})(?P=s3)'?(?P<y3>\d{2})(?!\d))
  | (?P<d_m_y>(?<!\d)(?P<d4>\d{1,2})-(?P<m4>0?[1-9]|1[0-2])-(?P<y4>\d{4})(?!\d))
  | (?P<my>(?<!\d)(?P<m5>\d{1,2})\s?[./]\s?(?P<y5>(?:19|20)\d\d)(?!\d))
  | (?P<dm>(?<!\d)(?P<d6>\d{1,2})\s?\.\s?(?P<m6>0[1-9]|1[0-2])(?!\d|,\d))
  | (?P<spaced>(?<!\d)(?P<d7>[0-3]\d)\s+(?P<m7>0[1-9]|1[0-2])\s+(?P<y7>(?:19|20)\d\d)(?!\d))
  | (?P<ym>(?<!\d)(?P<y8>(?:19|20)\d\d)[-./](?P<m8>0[1-9]|1[0-2])(?!\d))
  | (?P<sum>\d{3,}[.,]\d{1,3}(?!\d)|\d+,0(?!\d)|\d+\s*%|\d{5,})
  | (?P<mixed>(?<![^\W_])(?=[1іvу]{0,3}[іvу])(?=[іvу]{0,3}1)[1іvу]{2,4}(?![^\W_]))
  | (?P<number>\d+)(?:-?(?:ше|ти|го|му|ма|те|ге|ои|ох|іи|и|е|х|а|я)(?![^\W\d_]))?
  | (?P<roman>(?<![^\W_])[іvухпш]{1,5})(?:-(?:и|го|му|ше|ге|те|е|іи|оі|а|у)(?![^\W\d_])|(?![^\W_]))
  | (?P<word>[^\W\d_]+)
  | (?P<dash>-+)
  | (?P<and>[,;/+&])
  | (?P<break>[():])
    """,
    re.VERBOSE,
)
_NUMERAL_WITH_UNIT = re.compile(r"([іvу]{1,3})((?:кв|пів|п-р)\w*)")
_ROMAN = {
    "і": 1,
    "іі": 2,
    "ііі": 3,
    "іv": 4,
    "іііі": 4,
    "v": 5,
    "vі": 6,
    "vіі": 7,
    "vііі": 8,
    "іх": 9,
    "х": 10,
    "хі": 11,
    "хіі": 12,
}
_PLURAL_YEARS = ("роки", "років", "роках", "рр")
_SHORTER_THAN_YEAR = (Cat.MONTH, Cat.QUARTER, Cat.HALF, Cat.SEASON)
_SIGNS = {"dash": Cat.DASH, "and": Cat.AND, "break": Cat.BREAK, "sum": Cat.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: its category and value, the folded text, what it is as a date and as a Roman numeral."""

    cat: Cat
    value: Value = None
    text: str = ""
    piece: Piece | None = None
    roman: int | None = None


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text`; every word is there, unknown ones as such, unknown signs are not."""
    tokens = [token for match in _TOKEN.finditer(folded(text)) for token in _tokens_of(match)]
    return _with_listed_years(_without_repeated_dashes(_with_compound_ordinals(_with_school_year(tokens))))


def _tokens_of(match: re.Match[str]) -> Iterator[Token]:
    name, text = match.lastgroup or "", match.group()
    if name in _SIGNS:
        yield Token(_SIGNS[name], text=text)
    elif match["number"]:
        yield Token(Cat.NUMBER, int(match["number"]), text)
    elif match["mixed"] or match["roman"]:
        yield _roman(match["mixed"] or match["roman"], text)
    elif match["word"]:
        yield from _words(text)
    else:
        yield _date(match)


def _date(match: re.Match[str]) -> Token:
    kind = next(n for n in range(1, 9) if match[f"m{n}"])
    groups = match.groupdict()
    day, month, year = (int(groups[f"{part}{kind}"]) if groups.get(f"{part}{kind}") else None for part in "dmy")
    if month is None:
        return Token(Cat.UNKNOWN, text=match.group())
    if year is not None and len(match[f"y{kind}"]) == len("25"):
        year += piece.MILLENNIUM
    found = piece.month(month, year) if day is None else piece.day(month, day, year)
    if not found.exists():
        return Token(Cat.IMPOSSIBLE, text=match.group(), piece=found)
    return Token(Cat.MONTH_OF_YEAR if day is None else Cat.DATE, text=match.group(), piece=found)


def _roman(numeral: str, text: str) -> Token:
    """Return a numeral; «і», «у» are words too, and stay so until a quarter or a half-year follows them.

    Signs that make no numeral of a month («ХІІІ») count nothing: there is no quarter 0.
    """
    number = _ROMAN.get(numeral.translate(ROMAN_AS_FOLDED))
    word = next(iter(meanings(text)), None)
    cat, value = word or ((Cat.ORDINAL, number) if number else (Cat.UNKNOWN, None))
    return Token(cat, value, text, roman=number or (0 if cat is Cat.UNKNOWN else None))


def _words(word: str) -> Iterator[Token]:
    found = meanings(word)
    glued = _NUMERAL_WITH_UNIT.fullmatch(word)
    if glued:
        yield _roman(glued[1], glued[1])
        yield from _words(glued[2])
    elif found:
        yield from (Token(cat, value, word) for cat, value in found)
    else:
        yield Token(Cat.UNKNOWN, text=word)


def _with_school_year(tokens: list[Token]) -> list[Token]:
    """Read «н. р.» as «навчальний рік»."""
    starts = {id(token) for token, after in pairwise(tokens) if token.text == "н" and after.cat is Cat.YEAR}
    return [replace(token, cat=Cat.SCHOOL) if id(token) in starts else token for token in tokens]


def _with_compound_ordinals(tokens: list[Token]) -> list[Token]:
    """Read «тридцять першого» as one ordinal."""
    result: list[Token] = []
    for token in tokens:
        tens = result[-1] if result and result[-1].cat is Cat.TENS else None
        if tens and token.cat is Cat.ORDINAL and isinstance(tens.value, int) and isinstance(token.value, int):
            result[-1] = Token(Cat.ORDINAL, tens.value + token.value, f"{tens.text} {token.text}")
        else:
            result.append(token)
    return result


def _without_repeated_dashes(tokens: list[Token]) -> list[Token]:
    repeated = {id(b) for a, b in pairwise(tokens) if a.cat is b.cat is Cat.DASH}
    return [token for token in tokens if id(token) not in repeated]


def _with_listed_years(tokens: list[Token]) -> list[Token]:
    """Read the years of «зима 2025/2026», «травень 2026 та 2027 років» as «2025–2026»: what precedes is in each."""
    result = list(tokens)
    for i in range(1, len(tokens) - 1):
        if tokens[i].cat is not Cat.AND or not (_is_year(tokens[i - 1]) and _is_year(tokens[i + 1])):
            continue
        plural = i + 2 < len(tokens) and tokens[i + 2].text in _PLURAL_YEARS
        if tokens[i].text == "/" or (plural and i > 1 and tokens[i - 2].cat in _SHORTER_THAN_YEAR):
            result[i] = Token(Cat.DASH, text=tokens[i].text)
    return result


def _is_year(token: Token) -> bool:
    return token.cat is Cat.NUMBER and isinstance(token.value, int) and token.value >= piece.FIRST_YEAR
