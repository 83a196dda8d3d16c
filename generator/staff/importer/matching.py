"""Reading words and numbers whatever alphabet they were typed in."""

import re
from dataclasses import dataclass

from generator.language.letters import CYRILLIC_AS_ROMAN, LETTERS_AS_DIGITS

_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NUMBER = re.compile(
    r"""(?P<number>(?:\d{1,3}|[ЗзОоOo](?=\.\s?\d))(?:\s?\.\s?\d{1,3}(?!\d)|\.[ЗзОоOo](?=\.)){0,5})
        (?P<stop>\s?[.)])?(?![\d/%])(?P<gap>\s*)""",
    re.VERBOSE,
)
_LETTERED = re.compile(r"(?P<number>[А-ЯІЇЄҐA-Z]\d?(?:\.\d{1,3}){1,4})(?P<stop>\s?[.)])?(?=\s|$|[«А-ЯІЇЄҐ])\s*")
"""«А.1.2.»: goals lettered, what is under them numbered."""
_ROMAN_NUMBER = re.compile(r"(?P<number>[IVXLІХ]{1,6})(?P<stop>\s?[.)])\s*")


def roman_value(text: str) -> int | None:
    """Read a Roman number typed in Latin or Cyrillic letters; None when it isn't one."""
    latin = text.upper().translate(CYRILLIC_AS_ROMAN)
    if not latin or not _ROMAN.fullmatch(latin):
        return None
    values = [_WORTH[letter] for letter in latin]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text split into its number and the rest."""

    number: str
    """«1.1.2», without the last dot and without spaces; «ІІ» as typed."""
    printed: str
    """The number as it stands in the document, with its dot or bracket."""
    rest: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The number by levels."""
        return tuple(self.number.split(".")) if self.number else ()


def split_number(text: str, *, bare: bool = False, roman: bool = False) -> Numbered:
    """Split a leading number off.

    A number of one level counts only with a dot or bracket, unless `bare`; Roman numbers count only if `roman`.
    """
    match = _NUMBER.match(text)
    if match and _is_number(match, text, bare=bare):
        number = re.sub(r"\s", "", match["number"]).translate(LETTERS_AS_DIGITS)
        return Numbered(number, text[: match.end()].strip(), text[match.end() :])
    lettered = _LETTERED.match(text)
    if lettered:
        return Numbered(lettered["number"], lettered[0].strip(), text[lettered.end() :])
    if roman:
        match = _ROMAN_NUMBER.match(text)
        if match and roman_value(match["number"]) is not None:
            return Numbered(match["number"], text[: match.end()].strip(), text[match.end() :])
    return Numbered("", "", text)


def _is_number(match: re.Match[str], text: str, *, bare: bool) -> bool:
    """Tell a number from a quantity: «5 працівників», «24/7», «1.5 млн», «2-й»."""
    rest = text[match.end() :]
    levels = match["number"].count(".") + 1
    if match["stop"]:
        return True
    if not rest:
        return bare or levels > 1
    if rest[0] in ":–—":
        return bare
    if levels == 1:
        return bare and bool(match["gap"]) and not rest[0].islower()
    return bool(match["gap"] or rest[0].isalpha() or rest[0] in "«“\"'(") and not (match["gap"] and rest[0].islower())
