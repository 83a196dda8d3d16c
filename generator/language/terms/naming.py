"""How pieces of the calendar are named: tokens at a place to pieces, with the signs between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.language.letters import folded
from generator.language.months import MONTHS_GENITIVE, MONTHS_NOMINATIVE
from generator.language.terms import piece
from generator.language.terms.counted import counted
from generator.language.terms.named import Link, Named, cat_at, second_year, year_number
from generator.language.terms.piece import END_OF_MONTH, Piece
from generator.language.terms.vocabulary import Cat

if TYPE_CHECKING:
    from generator.language.terms.lexer import Token

_CENTURY = 100
_LAST = -1  # «останній»
_DAYS_IN_WEEK, _DAYS_IN_DECADE = 7, 10
_DECADES = 3
_LAST_WEEK_BEGINS = 25
_GENITIVE_MONTHS = {folded(name) for name in MONTHS_GENITIVE}
_ROMAN_AS_DIGITS = {11: 2, 111: 3}  # «11 квартал»


def named_at(tokens: list[Token], i: int, *, in_range: bool) -> Named | None:
    """Return the pieces named from token `i` on, or None. `in_range`: «з» stands before, so «по» may join."""
    return (
        counted(tokens, i)
        or _school_year(tokens, i)
        or _numbered(tokens, i, in_range=in_range)
        or _single(tokens, i)
        or _year(tokens, i)
    )


def _school_year(tokens: list[Token], i: int) -> Named | None:
    first = year_number(tokens, i)
    later = second_year(tokens, i + 1, first) if first else None
    j = i + (0 if first is None else 1 if later is None else 3)
    if cat_at(tokens, j) is not Cat.SCHOOL:
        return None
    j += 1 + (cat_at(tokens, j + 1) is Cat.YEAR)
    if first is None:
        first = year_number(tokens, j)
        later = second_year(tokens, j + 1, first) if first else None
        j += 0 if first is None else 1 if later is None else 3
    begun: list[tuple[Link, Piece]] = [(None, piece.school_year(first))]
    if first is not None and later is not None and later > first + 1:
        begun.append((Cat.DASH, piece.school_year(later - 1)))
    return Named(tuple(begun), j)


def _numbered(tokens: list[Token], i: int, *, in_range: bool) -> Named | None:
    """Read «ІІ–ІІІ квартал», «1, 15 вересня», «1–15.09.2025», «з 1 по 10 жовтня», «перша декада червня»."""
    links: list[Link] = []
    numbers: list[int] = []
    joining = (Cat.DASH, Cat.AND, *((Cat.UNTIL, Cat.THROUGH) if in_range else ()))
    while (number := _numeral(tokens, i)) is not None:
        numbers.append(number)
        links.append(None if len(numbers) == 1 else cat_at(tokens, i - 1))
        i += 1
        if cat_at(tokens, i) in joining and (_numeral(tokens, i + 1) or _is_date(tokens, i + 1)):
            i += 1
        else:
            break
    if not numbers:
        return _unit_first(tokens, i)
    dated = _before_date(tokens, i, numbers, links)
    if dated:
        return dated
    unit = _unit(tokens, i)
    made = [unit[0](number) for number in numbers] if unit else []
    if unit is None or None in made:
        return None
    pieces = tuple((link, found) for link, found in zip(links, made, strict=True) if found)
    return _with_more_months(tokens, Named(pieces, unit[1]))


def _with_more_months(tokens: list[Token], found: Named) -> Named:
    """Read «10 січня, квітня, липня» as the tenth of each month."""
    first, i = found.pieces[0][1], found.next
    pieces = list(found.pieces)
    while len(found.pieces) == 1 and first.unit is piece.Unit.DAY and _is_genitive_month(tokens, i + 1):
        month = tokens[i + 1].value
        if cat_at(tokens, i) is not Cat.AND or not isinstance(month, int):
            break
        pieces.append((Cat.AND, piece.day(month, first.first[1])))
        i += 2
    return Named(tuple(pieces), i)


def _is_genitive_month(tokens: list[Token], i: int) -> bool:
    return cat_at(tokens, i) is Cat.MONTH and tokens[i].text in _GENITIVE_MONTHS


def _numeral(tokens: list[Token], i: int) -> int | None:
    if not 0 <= i < len(tokens):
        return None
    token = tokens[i]
    if token.cat is Cat.LAST:
        return _LAST
    if token.cat in (Cat.NUMBER, Cat.ORDINAL, Cat.TENS) and isinstance(token.value, int):
        return token.value if 0 <= token.value < _CENTURY or token.value in _ROMAN_AS_DIGITS else None
    return token.roman


def _is_date(tokens: list[Token], i: int) -> bool:
    return cat_at(tokens, i) in (Cat.DATE, Cat.MONTH_OF_YEAR)


def _before_date(tokens: list[Token], i: int, numbers: list[int], links: list[Link]) -> Named | None:
    """Read the days of «1–15.09.2025», the months of «01–03.2025»."""
    last = tokens[i].piece if _is_date(tokens, i) else None
    if last is None or tokens[i - 1].cat in (Cat.NUMBER, Cat.ORDINAL):
        return None
    month = last.first[0]
    if _is_month(tokens, i):
        made = [piece.month(number, last.year) for number in numbers]
    else:
        made = [piece.day(month, number, last.year) for number in numbers]
    return Named((*zip(links, made, strict=True), (tokens[i - 1].cat, last)), i + 1)


def _is_month(tokens: list[Token], i: int) -> bool:
    return cat_at(tokens, i) is Cat.MONTH_OF_YEAR


Maker = Callable[[int], Piece | None]


def _unit(tokens: list[Token], i: int) -> tuple[Maker, int] | None:
    """Return what the numerals before `i` count and where reading goes on."""
    if cat_at(tokens, i) is Cat.DAY_NUMBER and cat_at(tokens, i + 1) is Cat.MONTH:
        i += 1
    cat, following = cat_at(tokens, i), cat_at(tokens, i + 1)
    month = tokens[i + 1].value if following is Cat.MONTH else None
    if isinstance(month, int) and cat in (Cat.HALF, Cat.DECADE, Cat.WEEK):
        return _stretch_maker(cat, month), i + 2
    if cat in _NAMELESS:
        return _NAMELESS[cat], i + 1
    if cat is Cat.HALF:
        return _half, i + 1 + (following is Cat.YEAR and year_number(tokens, i + 2) is None)
    if cat is Cat.MONTH:
        named = tokens[i].value
        roman = tokens[i - 1].cat not in (Cat.NUMBER, Cat.ORDINAL, Cat.TENS, Cat.DAY_NUMBER)
        return (lambda n: piece.day(named, n) if isinstance(named, int) and not roman and n >= 0 else None), i + 1
    if cat is Cat.MONTH_WORD and year_number(tokens, i + 1):
        return (lambda n: piece.month(len(MONTHS_NOMINATIVE) if n == _LAST else n)), i + 1
    return None


def _decade(number: int) -> Piece | None:
    """Return nothing for a decade of no month; of a fourth that there is none."""
    return _stretch_maker(Cat.DECADE, 1)(number) if number > _DECADES else None


def _quarter(number: int) -> Piece:
    """Return the quarter of a number; the fifth is a piece of no calendar, which makes the term unknown."""
    number = 4 if number == _LAST else _ROMAN_AS_DIGITS.get(number, number)
    return piece.quarter(number)


def _half(number: int) -> Piece:
    number = 2 if number == _LAST else _ROMAN_AS_DIGITS.get(number, number)
    return piece.half(number)


_NAMELESS: dict[Cat | None, Maker] = {Cat.QUARTER: _quarter, Cat.DECADE: _decade}


def _stretch_maker(unit: Cat, month: int) -> Maker:
    """Return what makes the part of a number; the fourth decade is a piece of no calendar."""
    length, count = {Cat.HALF: (15, 2), Cat.DECADE: (_DAYS_IN_DECADE, _DECADES), Cat.WEEK: (_DAYS_IN_WEEK, 4)}[unit]

    def make(number: int) -> Piece | None:
        if number == _LAST and unit is Cat.WEEK:
            return piece.stretch_of_month(month, _LAST_WEEK_BEGINS, END_OF_MONTH)
        number = count if number == _LAST else number
        last = END_OF_MONTH if number == count else number * length
        return piece.stretch_of_month(month, (number - 1) * length + 1, last)

    return make


def _unit_first(tokens: list[Token], i: int) -> Named | None:
    """Read «квартал IV 2025», «Q3 2025»."""
    if cat_at(tokens, i) is not Cat.QUARTER or _numeral(tokens, i + 1) is None:
        return None
    if cat_at(tokens, i + 2) in (Cat.QUARTER, Cat.MONTH, Cat.HALF, Cat.DASH, Cat.TIMES, Cat.DAY_NUMBER):
        return None
    return Named(((None, _quarter(_numeral(tokens, i + 1) or 0)),), i + 2)


def _single(tokens: list[Token], i: int) -> Named | None:
    token = tokens[i]
    found: Piece | None = token.piece
    if token.cat is Cat.MONTH and isinstance(token.value, int):
        found = piece.month(token.value)
    elif token.cat is Cat.SEASON and isinstance(token.value, int):
        found = piece.season(token.value)
    return Named(((None, found),), i + 1) if found else None


def _year(tokens: list[Token], i: int) -> Named | None:
    number = year_number(tokens, i)
    if number is None:
        return _year_without_number(tokens, i)
    later = second_year(tokens, i + 1, number)
    if later is None and _is_no_month(tokens, i + 1):
        no_month = piece.month(0, number) if len(tokens[i + 2].text) > 1 else piece.stretch_of_month(0, 0, 0)
        return Named(((None, no_month),), i + 3)
    if later is None or year_number(tokens, i + 2):
        return Named(((None, piece.year(number)),), i + 1)
    return Named(((None, piece.year(number)), (cat_at(tokens, i + 1), piece.year(later))), i + 3)


def _is_no_month(tokens: list[Token], i: int) -> bool:
    """Return whether «-13» of «2025-13», «-2» of «2025-2» stands here: neither a month nor a later year."""
    tight = cat_at(tokens, i) is Cat.DASH or (cat_at(tokens, i) is Cat.AND and tokens[i].text == "/")
    number = tokens[i + 1].text if cat_at(tokens, i + 1) is Cat.NUMBER else ""
    alone = cat_at(tokens, i + 2) in (None, Cat.YEAR, Cat.AND, Cat.BREAK)
    return tight and alone and number.isdigit() and len(number) <= len("13")


def _year_without_number(tokens: list[Token], i: int) -> Named | None:
    """Read «протягом року», «до кінця поточного року», «наступного року», «бюджетного періоду»."""
    before = cat_at(tokens, i - 1)
    budget = before is Cat.WHOLE and tokens[i - 1].text.startswith("бюджетн")
    is_year = cat_at(tokens, i) is Cat.YEAR and before in (Cat.DURING, Cat.EDGE, Cat.THIS, Cat.NEXT, Cat.WHOLE, Cat.IN)
    if not (is_year or (budget and cat_at(tokens, i) is Cat.LIFETIME)) or year_number(tokens, i + 1):
        return None
    if year_number(tokens, i - 2):
        return None
    return Named(((None, piece.year(None, shift=int(before is Cat.NEXT))),), i + 1)
