"""How often: «щороку», «раз на квартал», «двічі на рік», «кожні три місяці» become one token each."""

from __future__ import annotations

from generator.language.terms.lexer import Token
from generator.language.terms.piece import FIRST_YEAR
from generator.language.terms.term import Recurrence
from generator.language.terms.vocabulary import Cat

_MONTHS = {Cat.YEAR: 12, Cat.HALF: 6, Cat.QUARTER: 3, Cat.MONTH_WORD: 1}
_DAYS = {Cat.WEEK: 7, Cat.DAYS: 1}
_RECURRENCE_OF_MONTHS = {
    1: Recurrence.MONTHLY,
    3: Recurrence.QUARTERLY,
    6: Recurrence.HALF_YEARLY,
    12: Recurrence.YEARLY,
}
_WEEK = 7

Found = tuple[Token, int]
"""The token of a frequency and how many tokens it stands for."""


def with_frequencies(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every frequency made one EVERY token; what is done daily is CONSTANT."""
    result: list[Token] = []
    i = 0
    while i < len(tokens):
        found = _count_of_times(tokens, i) or _each(tokens, i)
        if found:
            result.append(found[0])
            i += found[1]
        else:
            result.append(tokens[i])
            i += 1
    return result


def _count_of_times(tokens: list[Token], i: int) -> Found | None:
    """Read «[2] рази на [три] роки», «двічі протягом року», «2 рази у 2025 році»."""
    start = i
    count = _small_number(tokens, i)
    if count is not None:
        i += 1
    if _cat(tokens, i) is not Cat.TIMES and not (count and _is_short_times(tokens, i)):
        return None
    times = tokens[i].value
    count = times if isinstance(times, int) else count or 1
    if _cat(tokens, start - 1) is Cat.DASH and _small_number(tokens, start - 2):
        count = 0  # «1–2 рази на рік»: the data has no name for it
    i += 1
    if _cat(tokens, i) is Cat.DURING or (_cat(tokens, i) is Cat.IN and _is_year_number(tokens, i + 1)):
        return (_every(12, count), i - start) if _year_follows(tokens, i + 1) else None
    if _cat(tokens, i) in (Cat.IN, Cat.AND, Cat.DASH, Cat.UPON):
        i += 1
    found = _unit(tokens, i, count)
    return (found[0], i - start + found[1]) if found else None


def _each(tokens: list[Token], i: int) -> Found | None:
    """Read «кожного кварталу», «кожні 3 місяці», «кожного понеділка», «кожного січня», «кожного 5 числа»."""
    if _cat(tokens, i) is Cat.THROUGH and _is_locative_plural(tokens, i + 1):  # «по кварталах»
        return _every(_MONTHS[tokens[i + 1].cat], 1), 2
    if _cat(tokens, i) not in (Cat.EACH, Cat.EACH_PREFIX):
        return None
    following = _cat(tokens, i + 1)
    if following is Cat.WEEKDAY:
        return Token(Cat.EVERY, Recurrence.WEEKLY), 2
    if following in (Cat.MONTH, Cat.SEASON):
        return Token(Cat.EVERY, Recurrence.YEARLY), 1
    if following is Cat.NUMBER and _cat(tokens, i + 2) is Cat.DAY_NUMBER:
        return Token(Cat.EVERY, Recurrence.MONTHLY), 1
    found = _unit(tokens, i + 1, 1)
    return (found[0], 1 + found[1]) if found else None


def _unit(tokens: list[Token], i: int, count: int) -> Found | None:
    number = _small_number(tokens, i)
    length = 1 if number is None else 2
    number = number or 1
    cat = _cat(tokens, i + length - 1)
    if cat in _MONTHS:
        return _every(number * _MONTHS[cat], count), length
    if cat in _DAYS:
        return _every_days(number * _DAYS[cat], count), length
    return None


def _every(months: int, count: int) -> Token:
    whole = months // count if count and months % count == 0 else 0
    return Token(Cat.EVERY, _RECURRENCE_OF_MONTHS.get(whole))


def _every_days(days: int, count: int) -> Token:
    if days == 1:
        return Token(Cat.CONSTANT)
    return Token(Cat.EVERY, Recurrence.WEEKLY if (days, count) == (_WEEK, 1) else None)


def _is_locative_plural(tokens: list[Token], i: int) -> bool:
    return _cat(tokens, i) in _MONTHS and tokens[i].text.endswith(("ах", "ях"))


def _is_short_times(tokens: list[Token], i: int) -> bool:
    """Return whether «р.» is «раз» here: «1 р. на рік»."""
    word = tokens[i].text if i < len(tokens) else ""
    return word == "р" and _cat(tokens, i + 1) in (Cat.IN, Cat.AND) and _unit(tokens, i + 2, 1) is not None


def _year_follows(tokens: list[Token], i: int) -> bool:
    while _cat(tokens, i) in (Cat.THIS, Cat.WHOLE):
        i += 1
    return _cat(tokens, i) is Cat.YEAR or _is_year_number(tokens, i)


def _is_year_number(tokens: list[Token], i: int) -> bool:
    value = tokens[i].value if _cat(tokens, i) is Cat.NUMBER else None
    return isinstance(value, int) and value >= FIRST_YEAR


def _small_number(tokens: list[Token], i: int) -> int | None:
    value = tokens[i].value if _cat(tokens, i) is Cat.NUMBER else None
    return value if isinstance(value, int) and value < FIRST_YEAR else None


def _cat(tokens: list[Token], i: int) -> Cat | None:
    return tokens[i].cat if 0 <= i < len(tokens) else None
