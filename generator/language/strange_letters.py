"""Letters nobody meant in a Ukrainian text: signs of symbol fonts, lost letters, Latin letters and digits in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[а-яґєії]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDMІХСМ]+")
"""«ІV» with a Ukrainian І is read as a Roman number everywhere."""
_ALONE = frozenset("aioy")
"""Latin letters that stand for a Ukrainian word of one letter."""
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_TAIL = bytes(code for code in range(0x80, 0xC0) if code != 0x98).decode("cp1251")  # noqa: PLR2004 -- 0x98 is no letter
_USUAL_TAIL = "ІіҐґЄєЇї№«»–—’“”„…\u00a0"
_MISREAD = re.compile(
    rf"[РС][{re.escape(''.join(sign for sign in _TAIL if sign not in _USUAL_TAIL))}]|(?:[РС][{re.escape(_TAIL)}]){{3}}"
)
"""UTF-8 read as Windows-1251: every Ukrainian letter becomes Р or С and another sign."""
_UNLIKE = re.compile(r"(?:[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}|[À-ÖØ-öø-ÿ³¿²¯ºª´¥]{4}")
"""UTF-8, Windows-1251 or KOI8-U read as the encoding of Western Europe: accented letters one after another."""
_QUESTIONS = re.compile(r"\?{4,}")
"""A program that knows no Ukrainian letters puts a question mark for each."""
_APART = re.compile(r"\w*(?:[иИ]\u0306|[іІ]\u0308)\w*")
"""«Й» and «ї» of two signs, as some systems and PDF files give them."""
_LOOK_ALIKE = frozenset("ABCEHIKMOPTXaceiopxy")
_DIGIT_IN_WORD = re.compile(r"[а-яґєії]\d[а-яґєії]|^[036][а-яґєії]{4}", re.IGNORECASE)


class Strangeness(Enum):
    """What is wrong with letters."""

    SYMBOL = auto()
    """A sign of the private-use area: a bullet of a symbol font, shown as an empty box."""
    LOST = auto()
    """U+FFFD, or question marks in a row: letters that a conversion lost."""
    MISREAD = auto()
    """Text read in an encoding that it was not written in."""
    APART = auto()
    """«Й» or «ї» of two signs: it looks right, and no search finds it."""
    LATIN = auto()
    """Latin letters inside a Ukrainian word."""
    DIGIT = auto()
    """A digit in place of a letter, as text recognition leaves it."""


@dataclass(frozen=True, slots=True)
class Strange:
    """One kind of strangeness in a text."""

    kind: Strangeness
    words: tuple[str, ...]
    """Words that have it, each once, in order."""
    letters: tuple[str, ...] = ()
    """The strange letters of the first word."""


def strange_letters(text: str) -> Iterator[Strange]:
    """Return what is strange in a text, each kind once."""
    return iter(_found(text))


@lru_cache(maxsize=20_000)
def _found(text: str) -> tuple[Strange, ...]:
    """Keep what was found: while a plan is typed, nearly all its texts stay as they are from one check to the next."""
    return tuple(_strange(text))


def _strange(text: str) -> Iterator[Strange]:
    if questions := _QUESTIONS.search(text):
        yield Strange(Strangeness.LOST, _pieces(text, questions[0]), ("?",))
    if text.isascii():
        return
    if private := dict.fromkeys(_PRIVATE.findall(text)):
        yield Strange(Strangeness.SYMBOL, (), tuple(private))
    if "\ufffd" in text:
        yield Strange(Strangeness.LOST, _pieces(text, "\ufffd"), ("\ufffd",))
    if misread := _MISREAD.search(text) or _UNLIKE.search(text):
        yield Strange(Strangeness.MISREAD, _pieces(text, misread[0]))
        return
    if apart := tuple(dict.fromkeys(_APART.findall(text))):
        yield Strange(Strangeness.APART, apart, ("\u0306" if "\u0306" in apart[0] else "\u0308",))
    yield from _of_words(tuple(dict.fromkeys(_WORD.findall(text))))


def _of_words(words: tuple[str, ...]) -> Iterator[Strange]:
    foreign = any(len(word) > 1 and word.isascii() and word.isalpha() for word in words)
    latin = [word for word in words if _is_mixed(word) or (word in _ALONE and not foreign)]
    if latin:
        yield Strange(Strangeness.LATIN, tuple(latin), tuple(dict.fromkeys(_LATIN.findall(latin[0]))))
    if digits := tuple(word for word in words if _DIGIT_IN_WORD.search(word)):
        yield Strange(Strangeness.DIGIT, digits, tuple(dict.fromkeys(re.findall(r"\d", digits[0]))))


def _pieces(text: str, sign: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece for piece in text.split() if sign in piece)) or (sign,)


def _is_mixed(word: str) -> bool:
    """Return whether Latin letters stand in a word that is mostly Ukrainian, or looks so; a Roman number is none."""
    latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
    meant = len(latin) > len(cyrillic) and not _LOOK_ALIKE.issuperset(latin)
    return bool(latin and cyrillic) and not meant and not _ROMAN.fullmatch(word)
