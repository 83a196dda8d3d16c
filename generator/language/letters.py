"""Letters as they look, not as they are coded: Cyrillic І and Latin I, every dash, every space read the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOOK_ALIKES = str.maketrans({
    # Latin
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "k": "к", "l": "і", "m": "м", "o": "о",
    "p": "р", "t": "т", "x": "х", "y": "у",
    # Greek
    "α": "а", "β": "в", "ε": "е", "η": "н", "ι": "і", "κ": "к", "μ": "м", "ν": "v", "ο": "о", "ρ": "р",
    "τ": "т", "υ": "у", "χ": "х",
    # other Cyrillic
    "ӏ": "і", "ѵ": "v", "ґ": "г", "ѕ": "s", "ԁ": "d", "ј": "j", "һ": "н", "ү": "у",
})  # fmt: skip
LATIN_AS_CYRILLIC = str.maketrans("aceikmoptxyABCEHIKMOPTXY", "асеікмортхуАВСЕНІКМОРТХУ")
"""Latin letters that look the same as Cyrillic ones in print, in their own case."""
LATIN_IN_MARKS = str.maketrans("aceiopxy", "асеіорху")
"""The small ones of them that marks of promises have always known: never to be changed, for marks stand in files."""
CYRILLIC_AS_LATIN = {cyrillic: latin for latin, cyrillic in LATIN_AS_CYRILLIC.items()}
"""The other way round: names of a workbook's columns typed in Cyrillic."""
CYRILLIC_AS_ROMAN = str.maketrans("ІХСМУ", "IXCMV")
"""Cyrillic capitals typed in Roman numbers."""
ROMAN_AS_FOLDED = str.maketrans({"1": "і", "у": "v", "п": "іі", "ш": "ііі"})
"""What is typed in Roman numbers of `folded` text, made its own signs: «у» for v, «п» and «ш» for two and three."""
LETTERS_AS_DIGITS = str.maketrans("ЗзОоOo", "330000")
"""Letters typed for digits in a number."""
_DASHES = re.compile(r"[-‐‑‒–—―−⁃˗﹘﹣－ー─━➖]|…|\.{2,}")
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])['’‘ʼ`´′ʹ*\"](?=[^\W\d_])")
_WORD_RESIDUE = re.compile(r"\[[^\]\n]{0,80}:[^\]\n]{0,200}\]")  # [bookmark: _GoBack]
_DIGIT_REPAIRS = (
    (re.compile(r"(?<=\d)о(?![^\W\d_])|(?<![^\W\d_])о(?=\d)|(?<=\dо)о(?=\d)|(?<=\d)о(?=о\d)"), "0"),  # 2О25
    (re.compile(r"(?<=\d)і(?=[\d.])"), "1"),
    (re.compile(r"(?<=\d)з(?=[\d.])"), "3"),
)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` in one alphabet: lower-case Cyrillic without diacritics (й is и, ї is і), plain digits, «-», « ».

    The Roman five stays Latin «v». Word's residue (`[bookmark: …]`) is dropped. For comparison, never for show.
    """
    plain = _DASHES.sub("-", _WORD_RESIDUE.sub(" ", text))
    letters = (_plain(c) for c in unicodedata.normalize("NFKD", plain))
    result = _DASHES.sub("-", "".join(letters).lower().translate(_LOOK_ALIKES))
    result = _APOSTROPHES.sub("", result)
    for pattern, digit in _DIGIT_REPAIRS:
        result = pattern.sub(digit, result)
    return result


def _plain(char: str) -> str:
    """Return the character with its digit made ASCII; nothing for diacritics and invisible signs."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return "" if unicodedata.category(char) in ("Mn", "Cf") else char


def within_one_edit(first: str, second: str) -> bool:
    """Return whether one letter left out, put in, replaced or swapped with its neighbour makes the two equal."""
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) - len(short) == 1:
        return short[start:] == long[start + 1 :]
    if len(long) != len(short):
        return False
    swapped = short[start : start + 2][::-1] == long[start : start + 2] and short[start + 2 :] == long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped


def shortened(word: str) -> set[str]:
    """Return the word and every form of it with one letter left out: the key under which typos meet."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
