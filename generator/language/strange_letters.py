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
_DIGIT_IN_WORD = re.compile(r"[а-яґєії]\d[а-яґєії]|^[036][а-яґєії]{4}", re.IGNORECASE)


class Strangeness(Enum):
    """What is wrong with letters."""

    SYMBOL = auto()
    """A sign of the private-use area: a bullet of a symbol font, shown as an empty box."""
    LOST = auto()
    """U+FFFD: a letter that a conversion lost."""
    MISREAD = auto()
    """UTF-8 read as Windows-1251."""
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


@lru_cache(maxsize=20_000)
def strange_letters(text: str) -> tuple[Strange, ...]:
    """Return what is strange in a text, each kind once."""
    return tuple(_strange(text))


def _strange(text: str) -> Iterator[Strange]:
    if text.isascii():
        return
    if private := dict.fromkeys(_PRIVATE.findall(text)):
        yield Strange(Strangeness.SYMBOL, (), tuple(private))
    if "\ufffd" in text:
        yield Strange(Strangeness.LOST, _pieces(text, "\ufffd"), ("\ufffd",))
    if misread := _MISREAD.search(text):
        yield Strange(Strangeness.MISREAD, _pieces(text, misread[0]))
        return
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
    """Return whether Latin letters stand in a word that is mostly Ukrainian; a Roman number is none."""
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    return 0 < latin <= cyrillic and not _ROMAN.fullmatch(word)
