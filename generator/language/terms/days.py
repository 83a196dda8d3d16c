"""Days of a month or a quarter that has no name: «не пізніше 20 числа місяця», «останнього дня півріччя».

Such a day comes round again, so the words become a frequency, unless another one stands beside them.
"""

from __future__ import annotations

from generator.language.terms.edges import Edge
from generator.language.terms.lexer import Token
from generator.language.terms.term import Recurrence
from generator.language.terms.vocabulary import Cat

_RECURRENCES = {
    Cat.MONTH_WORD: Recurrence.MONTHLY,
    Cat.QUARTER: Recurrence.QUARTERLY,
    Cat.HALF: Recurrence.HALF_YEARLY,
}
_BEFORE_MONTH = (Cat.THIS, Cat.NEXT, Cat.ORDINAL, Cat.LAST)
_REPORTED = (Cat.QUARTER, Cat.HALF, Cat.YEAR, Cat.LIFETIME)
_REPEATED = (Cat.EVERY, Cat.EACH)


def with_days(tokens: list[Token]) -> list[Token]:
    """Return the tokens, days of nameless months and last days of nameless units made frequencies.

    The last day of what has a name («останній день червня 2026 року») becomes its end.
    """
    repeated = any(token.cat in _REPEATED for token in tokens)
    result: list[Token] = []
    i = 0
    while i < len(tokens):
        length = _last_day(tokens, i)
        unit = i + length
        if length and not repeated and _is_nameless(tokens, unit):
            result.append(Token(Cat.EVERY, _RECURRENCES[tokens[unit].cat]))
            i = unit + 1
        elif length:
            result.append(Token(Cat.EDGE, Edge.END))
            i = unit
        elif not repeated and tokens[i].cat is Cat.DAY_NUMBER and (month := _nameless_month(tokens, i + 1)):
            result += [tokens[i], Token(Cat.EVERY, _reported(tokens, month + 1))]
            i = month + 1
        else:
            result.append(tokens[i])
            i += 1
    return result


def _cat(tokens: list[Token], i: int) -> Cat | None:
    return tokens[i].cat if 0 <= i < len(tokens) else None


def _last_day(tokens: list[Token], i: int) -> int:
    """Return how many tokens name a last day here: «останнього дня», «останнього робочого дня», «останнє число»."""
    if _cat(tokens, i) is not Cat.LAST:
        return 0
    working = i + 1 < len(tokens) and tokens[i + 1].text.startswith("робоч")
    return 2 + working if _cat(tokens, i + 1 + working) in (Cat.DAYS, Cat.DAY_NUMBER) else 0


def _is_nameless(tokens: list[Token], i: int) -> bool:
    """Return whether the unit at `i` is any one of its kind: no number, no month and no year say which."""
    return _cat(tokens, i) in _RECURRENCES and _cat(tokens, i + 1) not in (Cat.NUMBER, Cat.ORDINAL, Cat.MONTH)


def _nameless_month(tokens: list[Token], i: int) -> int:
    """Return the place of «місяця» when the words before it do not tell which; 0 when it is not there."""
    i += _cat(tokens, i) in _BEFORE_MONTH
    return i if _cat(tokens, i) is Cat.MONTH_WORD and _is_any_of_its_unit(tokens, i + 1) else 0


def _is_any_of_its_unit(tokens: list[Token], i: int) -> bool:
    """Return whether no numbered quarter follows: «останнього місяця ІІ кварталу» is one month, not one in each."""
    return not any(token.roman is not None or token.cat is Cat.ORDINAL for token in tokens[i:])


def _reported(tokens: list[Token], i: int) -> Recurrence | None:
    """Return how often a month comes that ends or follows a unit: «наступного за звітним кварталом»."""
    unit = next((token.cat for token in tokens[i:] if token.cat in _REPORTED), Cat.MONTH_WORD)
    follows = any(token.cat in (Cat.NEXT, Cat.IN) or token.text == "настає" for token in tokens[i:])
    if unit in (Cat.YEAR, Cat.LIFETIME):
        return None if follows else Recurrence.MONTHLY
    return _RECURRENCES[unit]
