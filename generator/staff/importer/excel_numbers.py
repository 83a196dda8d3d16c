"""Numbers of Excel as their number format shows them in a Ukrainian setting: «1 250,0», «38%», «Етап 2», «1/2»."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import dropwhile

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|(General|E[+-]|[0#?.,/%])|(.)', re.DOTALL)
_LONGEST_FLOAT = 15
_PLACES = frozenset("0#?")
_HUNDREDFOLD = 100
_THOUSAND = 1000

Token = tuple[str, str]
"""Words to print, or a code of the format."""


def number_shown(value: float, number_format: str) -> str:
    """Print a number in an Excel number format: rounded, scaled and with the words it says; empty where it shows none.

    A negative number keeps its minus, also where the format says it by brackets or a colour.
    """
    value = float(value)
    number = Decimal(repr(value))
    sections = number_format.split(";")
    index = 1 if number < 0 and len(sections) > 1 else 2 if number == 0 and len(sections) > 2 else 0  # noqa: PLR2004 -- of zero
    tokens = _tokens(sections[index])
    codes = [code for _, code in tokens if code]
    if not tokens:
        return _general(value) if len(sections) == 1 else ""
    if not _PLACES & {*codes} and "General" not in codes:
        words = "".join(word for word, _ in tokens).strip()
        return _general(value) if words == "@" else words
    first, last = _ends(tokens)
    digits = _digits(abs(number), tokens[first : last + 1], codes)
    around = (_words(tokens[:first]), _words(tokens[last + 1 :]))
    minus = "-" if number < 0 and re.search(r"[1-9]", digits) else ""
    if number < 0:
        around = (around[0].lstrip("-( "), around[1].rstrip(") "))
    return f"{around[0]}{minus}{digits}{around[1]}".strip()


def _tokens(section: str) -> list[Token]:
    found = []
    for quoted, escaped, currency, code, other in _TOKEN.findall(section):
        if word := quoted or escaped or currency or other:
            found.append((word, ""))
        elif code:
            found.append(("", code))
    return found


def _ends(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return where the digits begin and end; a comma after them scales, so it belongs to them."""
    places = [index for index, (_, code) in enumerate(tokens) if code and code != "%"]
    return places[0], places[-1]


def _words(tokens: Sequence[Token]) -> str:
    return "".join(word or code for word, code in tokens)


def _digits(number: Decimal, tokens: Sequence[Token], codes: Sequence[str]) -> str:
    inner = [code for _, code in tokens if code]
    if "General" in inner:
        return _general(float(number))
    number *= _HUNDREDFOLD ** codes.count("%")
    if "/" in inner:
        return _fraction(number, inner)
    if exponent := next((code for code in inner if code.startswith("E")), ""):
        return _scientific(number, inner[: inner.index(exponent)])
    whole, part = _split(inner)
    trailing = len(whole) - len(_without_scale(whole))
    grouped = "," in _without_scale(whole) or any(word.isspace() for word, _ in tokens)
    return _decimal(number / Decimal(_THOUSAND) ** trailing, whole, part, grouped=grouped)


def _split(codes: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the places before the point from those after it; a scale may stand after either."""
    whole, part = list(codes), []
    if "." in codes:
        point = codes.index(".")
        whole, part = list(codes[:point]), list(codes[point + 1 :])
        whole += [code for code in part if code == ","]
    return whole, [code for code in part if code in _PLACES]


def _without_scale(codes: Sequence[str]) -> list[str]:
    return list(dropwhile(lambda code: code == ",", reversed(codes)))[::-1]


def _decimal(number: Decimal, whole: Sequence[str], part: Sequence[str], *, grouped: bool) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    before, _, after = f"{rounded:f}".partition(".")
    least = max((index + 1 for index, code in enumerate(part) if code == "0"), default=0)
    after = after[:least] + after[least:].rstrip("0")
    before = before.lstrip("0").zfill(whole.count("0"))
    if grouped:
        before = f"{int(before or 0):,}".replace(",", " ").zfill(len(before))
    return f"{before},{after}" if after else before


def _scientific(number: Decimal, codes: Sequence[str]) -> str:
    places = len(_split(codes)[1])
    return f"{number:.{places}E}".replace(".", ",")


def _fraction(number: Decimal, codes: Sequence[str]) -> str:
    places = len([code for code in codes[codes.index("/") + 1 :] if code in _PLACES])
    whole, rest = divmod(Fraction(number), 1)
    nearest = rest.limit_denominator(10 ** max(places, 1) - 1)
    if nearest == 1:
        whole, nearest = whole + 1, Fraction(0)
    piece = f"{nearest.numerator}/{nearest.denominator}" if nearest else ""
    return " ".join(filter(None, [str(whole) if whole or not nearest else "", piece]))


def _general(value: float) -> str:
    if value.is_integer() and abs(value) < 10**_LONGEST_FLOAT:
        return str(int(value))
    return f"{value:.{_LONGEST_FLOAT}g}".replace(".", ",")
