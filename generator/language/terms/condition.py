"""Terms that hang on something else: «після …», «у разі …», «за потреби», «воєнний стан», «за окремим графіком»."""

from __future__ import annotations

from enum import IntEnum

from generator.language.terms.lexer import Token
from generator.language.terms.piece import FIRST_YEAR
from generator.language.terms.vocabulary import Cat


class Condition(IntEnum):
    """What a term hangs on; the stronger the more of its other words give way.

    SCHEDULE counts only where nothing else is said, NEED also beside dates, EVENT likewise but with the words that
    tell of the event taken out, WAR even beside a frequency: nobody knows when martial law ends.
    """

    NONE = 0
    SCHEDULE = 1
    NEED = 2
    EVENT = 3
    WAR = 4


_DATES = (Cat.DATE, Cat.MONTH_OF_YEAR, Cat.MONTH, Cat.SEASON, Cat.SCHOOL, Cat.IMPOSSIBLE)
_UNITS = (Cat.QUARTER, Cat.HALF, Cat.MONTH, Cat.DECADE, Cat.WEEK, Cat.DAY_NUMBER, Cat.DASH, Cat.AND)
_BARE_UNITS = (Cat.QUARTER, Cat.HALF, Cat.MONTH_WORD, Cat.YEAR)
_BEFORE_REASON = (Cat.IN, Cat.THROUGH, Cat.UPON, Cat.OCCASION, Cat.REQUEST)
_LENGTHS = (Cat.DAYS, Cat.MONTH_WORD, Cat.WEEK, Cat.YEAR)
_VERBAL_NOUNS = ("ння", "ття", "нню", "ттю")
_SIGNS = ",;/+&"
_TERM_WORDS = ("строк", "термін")


def without_condition(tokens: list[Token]) -> tuple[Condition, list[Token]]:
    """Return what the term hangs on and the tokens that are left when the words of the event are taken out."""
    strength, left, i = Condition.NONE, list[Token](), 0
    while i < len(tokens):
        if _is_event(tokens, i):
            strength = max(strength, Condition.EVENT)
            end = _end_of_event(tokens, i + 2 if tokens[i].cat is Cat.LIFETIME else i + 1)  # «строки, визначені …»
            if any(token.cat is Cat.WAR for token in tokens[i:end]):
                strength = Condition.WAR
            i = end
            continue
        strength = max(strength, _mention(tokens, i))
        left.append(tokens[i])
        i += 1
    return strength, left


def _mention(tokens: list[Token], i: int) -> Condition:
    cat = tokens[i].cat
    before = [token.cat for token in tokens[max(0, i - 2) : i]]
    if cat is Cat.WAR:
        return Condition.WAR
    if cat in (Cat.NEED, Cat.REQUEST) and (any(c in _BEFORE_REASON for c in before) or len(tokens) == 1):
        return Condition.NEED
    counted = cat in _LENGTHS and bool(before) and _is_count(tokens[i - 1])
    planned = cat is Cat.UNDERTAKING and before[-1:] == [Cat.THROUGH]  # «по плану»
    scheduled = cat in (Cat.SCHEDULE, Cat.DURATION, Cat.COUNTED)
    return Condition.SCHEDULE if counted or planned or scheduled else Condition.NONE


def _is_count(number: Token) -> bool:
    """Return whether a number counts («3 місяці», «перший рік реалізації»), not names a year («2025 рік»)."""
    if number.cat is Cat.LAST:
        return True
    counts = number.cat in (Cat.NUMBER, Cat.ORDINAL)
    return counts and isinstance(number.value, int) and number.value < FIRST_YEAR


def _is_event(tokens: list[Token], i: int) -> bool:
    """Return whether the words that tell of an event begin here."""
    cat = tokens[i].cat
    following = tokens[i + 1] if i + 1 < len(tokens) else Token(Cat.BREAK)
    if cat is Cat.HEATING or _is_set_elsewhere(tokens, i):
        return True
    if cat is Cat.OCCASION:
        return following.cat is not Cat.NEED
    if cat in (Cat.AFTER, Cat.BEFORE):
        return not _names_date(tokens, i + 1)
    if tokens[i].text == "під" and following.text == "час":
        return not any(token.cat is Cat.WAR for token in tokens[i:])
    return (cat is Cat.UPON and following.cat is Cat.UNKNOWN) or _is_limit(tokens, i, following)


def _is_set_elsewhere(tokens: list[Token], i: int) -> bool:
    """Return whether another document sets the term: «строки, визначені договором», «у встановлені законом строки»."""
    near = tokens[i + 1 : i + 5] if tokens[i].cat is Cat.SET else tokens[i + 1 : i + 3]
    other = {Cat.SET: Cat.LIFETIME, Cat.LIFETIME: Cat.SET}.get(tokens[i].cat)
    cats = [token.cat for token in near]
    if other not in cats or not any(token.text.startswith(_TERM_WORDS) for token in tokens[i : i + 5]):
        return False
    start = i + 1 + cats.index(other)
    return not any(_names_date(tokens, n) for n in range(start, _end_of_event(tokens, start)))


def _is_limit(tokens: list[Token], i: int, following: Token) -> bool:
    """Return whether an event begins or ends the work: «з дня …», «до прийняття …», «до завершення проєкту»."""
    cat = tokens[i].cat
    if cat in (Cat.FROM, Cat.UNTIL) and following.cat is Cat.DAYS:
        return True
    if cat is Cat.UNTIL and following.cat in (Cat.UNKNOWN, Cat.LIFETIME):
        return any(token.text.endswith(_VERBAL_NOUNS) for token in tokens[i + 1 : i + 3])
    if cat in (Cat.UNTIL, Cat.THROUGH, Cat.IN, Cat.FROM) and following.cat is Cat.EDGE:
        after = tokens[i + 2].cat if i + 2 < len(tokens) else Cat.BREAK
        return after in (Cat.UNKNOWN, Cat.WAR, Cat.UNDERTAKING, Cat.HEATING)
    return False


def _names_date(tokens: list[Token], i: int) -> bool:
    """Return whether a date stands here, perhaps after «закінчення», «завершення»."""
    rest = tokens[i : i + 3]
    if rest and rest[0].cat is Cat.EDGE:
        return _names_date(tokens, i + 1) or (len(rest) > 1 and rest[1].cat in _BARE_UNITS)
    if not rest:
        return False
    first, second = rest[0], rest[1].cat if len(rest) > 1 else None
    if first.cat is Cat.NUMBER and not isinstance(first.value, int):
        return False
    is_year = first.cat is Cat.NUMBER and isinstance(first.value, int) and first.value >= FIRST_YEAR
    numbered = (first.cat in (Cat.NUMBER, Cat.ORDINAL) or first.roman is not None) and second in _UNITS
    this_year = first.cat in (Cat.THIS, Cat.NEXT) and second is Cat.YEAR
    return first.cat in _DATES or is_year or numbered or this_year


def _end_of_event(tokens: list[Token], i: int) -> int:
    while i < len(tokens):
        token = tokens[i]
        if token.cat in (Cat.BREAK, Cat.DURING) or (token.cat is Cat.AND and token.text in _SIGNS):
            break
        i += 1
    return i
