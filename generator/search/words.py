"""Text to words as the index knows them. The browser's engine does the same, step for step."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.search.language import fold_letters, ukrainian

WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+|[a-z0-9а-яёєіїґ]+(?:-[a-z0-9а-яёєіїґ]+)*")
CYRILLIC = re.compile(r"[а-яёєіїґ]")
LATIN = re.compile(r"[a-z]")
ROMAN = re.compile(r"[ivxіх]+")
STEMMED = re.compile(r"[а-я]{3,}")
VOWELS = frozenset("аеиоуюя")
STRESS = "\u0301"


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `form` folded, `light` without its inflection, `stem` what the index holds."""

    form: str
    light: str
    stem: str


def clean(text: str) -> str:
    """Lower case, composed letters, no stress marks, one kind of hyphen, no apostrophes inside words."""
    language = ukrainian()
    text = unicodedata.normalize("NFC", text.replace(STRESS, "")).lower()
    text = text.replace("\u2011", "-").replace("\u2010", "-").replace("\u00ad", "")
    inside = rf"(?<=[a-zа-яёєіїґ])[{re.escape(language.apostrophes)}]+(?=[a-zа-яёєіїґ])"
    return re.sub(inside, "", text)


def fold(token: str) -> str:
    """Fold one token of `clean` text: look-alikes, letters that sound alike, doubles."""
    language = ukrainian()
    if ROMAN.fullmatch(token):
        return token.replace("і", "i").replace("х", "x")
    if CYRILLIC.search(token) and LATIN.search(token):
        token = "".join(language.lookalikes.get(char, char) for char in token)
    if token[0].isdigit():
        return token
    return fold_letters(token, language.letters, language.apostrophes, language.doubled)


def alternate(stem: str) -> str:
    """Give one shape to the vowels and consonants that change inside a word."""
    language = ukrainian()
    vowel, becomes = language.vowel
    if stem.endswith("ст"):
        place = len(stem) - 3
    elif stem[-1] not in VOWELS:
        place = len(stem) - 2
    else:
        place = 0
    if place > 0 and stem[place] == vowel:
        stem = stem[:place] + becomes + stem[place + 1 :]
    return stem[:-1] + language.finals.get(stem[-1], stem[-1])


def light_of(form: str) -> str:
    """Folded word without its inflection."""
    return ukrainian().steps[0].cut(form) if STEMMED.fullmatch(form) else form


def stem_of_light(light: str) -> str:
    """Stem of a word already without inflection."""
    if not STEMMED.fullmatch(light):
        return light
    for step in ukrainian().steps[1:]:
        light = step.cut(light)
    return alternate(light)


@lru_cache(maxsize=200_000)
def word(form: str) -> Word:
    """Stem one folded form."""
    first = ukrainian().irregular.get(form, form)
    light = light_of(first)
    stem = stem_of_light(light) if STEMMED.fullmatch(first) else first
    return Word(form, light, stem)


@lru_cache(maxsize=200_000)
def forms(token: str) -> tuple[str, ...]:
    """Folded forms of a token: a hyphenated one whole, then its parts."""
    parts = token.split("-")
    whole = [fold("".join(parts))] if len(parts) > 1 else []
    return tuple(form for form in [*whole, *map(fold, parts)] if len(form) > 1 or form.isdigit())


def tokens(text: str) -> list[str]:
    """Words of a text as they stand, lower-case, hyphenated ones in one piece."""
    return WORD.findall(clean(text))


def stems(text: str) -> list[str]:
    """Stems of a text, in order; hyphenated words whole and in parts."""
    return [word(form).stem for token in tokens(text) for form in forms(token)]


def joined(stems_together: Iterable[str]) -> str:
    """Entry of the vocabulary for words that say something only together, in any order."""
    return " ".join(sorted(stems_together))
