"""Units that are counted, not numbered: «двох кварталів», «перші три місяці», «10 днів» become one token each.

«2 квартал» is the second quarter, «двох кварталів» two of them: the form of the words tells which is meant.
"""

from __future__ import annotations

from generator.language.terms.edges import Edge
from generator.language.terms.lexer import Token
from generator.language.terms.piece import FIRST_YEAR
from generator.language.terms.vocabulary import Cat, Count

_UNITS = (Cat.QUARTER, Cat.HALF, Cat.MONTH_WORD, Cat.DECADE, Cat.WEEK, Cat.YEAR, Cat.DAYS)
_ALWAYS_COUNTED = (Cat.MONTH_WORD, Cat.WEEK, Cat.YEAR, Cat.DAYS)  # beside figures; the others are numbered as well
_GOVERNING = (Cat.DURING, Cat.IN, Cat.THROUGH)
_PLURAL_ENDINGS = ("ів", "ам", "ами", "ах", "квартали", "півріч")
_CARDINAL_ENDINGS = ("х", "ти", "ма")  # «2-х», «5-ти», «2-ма»
_QUARTERS = "квартали"
_SINGULARS = ("тиждень", "місяць", "рік", "день")
_SHORT_YEARS = range(20, 100)
_YEAR_SIGN = ("р", "рр")

Counted = tuple[Token, int]
"""The token of a counted unit and how many tokens it stands for."""


def with_counts(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every counted unit made one COUNTED token."""
    result: list[Token] = []
    i = 0
    while i < len(tokens):
        found = _counted(tokens, i)
        result.append(found[0] if found else tokens[i])
        i += found[1] if found else 1
    return result


def _counted(tokens: list[Token], i: int) -> Counted | None:
    if tokens[i].cat in _UNITS and i and tokens[i - 1].text == "за" and _cat(tokens, i + 1) is Cat.UNTIL:
        return Token(Cat.COUNTED, Count(tokens[i].cat, None), tokens[i].text), 1  # «за тиждень до …»
    edge = _edge(tokens, i)
    start, i = i, i + (edge is not None)
    number = _number(tokens, i)
    if number is None or (edge is None and _continues_list(tokens, i)):
        return None
    later = _number(tokens, i + 2) if _cat(tokens, i + 1) is Cat.DASH else None
    last = i if later is None else i + 2
    unit = tokens[last + 1] if last + 1 < len(tokens) else Token(Cat.BREAK)
    skipped = int(unit.text.startswith(("робоч", "календарн")) and last + 2 < len(tokens))  # «10 робочих днів»
    last, unit = last + skipped, tokens[last + 2] if skipped else unit
    if later and unit.cat not in _ALWAYS_COUNTED and tokens[i].text.isdigit():
        return None  # «2–3 кварталів»
    governed = later is None and _governed(tokens, start)
    if unit.cat not in _UNITS or not _is_count(tokens[last - skipped], unit, lead=edge is not None, governed=governed):
        return None
    told = later is None and number > 1 and not _is_doubtful(tokens[last - skipped], unit, known=governed or bool(edge))
    count = Count(unit.cat, number if told else None, edge)
    text = " ".join(token.text for token in tokens[start : last + 2])
    return Token(Cat.COUNTED, count, text), last + 2 - start


def _edge(tokens: list[Token], i: int) -> Edge | None:
    """Return from which end the number that follows counts: «перші», «останні»."""
    if _number(tokens, i + 1) is None:
        return None
    if _cat(tokens, i) is Cat.LAST:
        return Edge.END
    first = _cat(tokens, i) is Cat.ORDINAL and tokens[i].value == 1 and tokens[i].roman is None
    return Edge.START if first else None


def _number(tokens: list[Token], i: int) -> int | None:
    value = tokens[i].value if _cat(tokens, i) is Cat.NUMBER else None
    return value if isinstance(value, int) and 0 < value < FIRST_YEAR else None


def _continues_list(tokens: list[Token], i: int) -> bool:
    """Return whether the number is the last of several: «2–3 кварталів», «1 та 2 квартали»."""
    before = tokens[i - 2] if i > 1 and tokens[i - 1].cat in (Cat.DASH, Cat.AND) else None
    return before is not None and (before.cat in (Cat.NUMBER, Cat.ORDINAL) or before.roman is not None)


def _governed(tokens: list[Token], i: int) -> bool:
    return _cat(tokens, i - 1) in _GOVERNING


def _is_count(numeral: Token, unit: Token, *, lead: bool, governed: bool) -> bool:
    """Return whether the numeral counts the units rather than numbers one of them."""
    written_out = not numeral.text[:1].isdigit()
    if lead or written_out or numeral.text.endswith(_CARDINAL_ENDINGS):
        return unit.cat is not Cat.YEAR or unit.text not in _YEAR_SIGN or numeral.value not in _SHORT_YEARS
    if unit.cat is Cat.YEAR and unit.text in _YEAR_SIGN and numeral.value in _SHORT_YEARS:
        return False  # «26 р.»
    if unit.cat in _ALWAYS_COUNTED:
        return numeral.text.isdigit() and (unit.text not in _SINGULARS or numeral.value == 1)
    return numeral.text.isdigit() and unit.text.endswith(_PLURAL_ENDINGS) and (governed or unit.text == _QUARTERS)


def _is_doubtful(numeral: Token, unit: Token, *, known: bool) -> bool:
    """Return whether the words may be a slip: «2 квартали 2026 року» counts two, or numbers the second."""
    return unit.text == _QUARTERS and numeral.text.isdigit() and not known


def _cat(tokens: list[Token], i: int) -> Cat | None:
    return tokens[i].cat if 0 <= i < len(tokens) else None
