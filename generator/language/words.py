"""Text to words as the index knows them. The browser's engine does the same, step for step."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from generator.language.stemming import Step, fold_letters, ukrainian

WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+|[a-z0-9а-яёєіїґ]+(?:-[a-z0-9а-яёєіїґ]+)*")
CYRILLIC = re.compile(r"[а-яёєіїґ]")
LATIN = re.compile(r"[a-z]")
ROMAN = re.compile(r"[ivxіх]+")
STEMMED = re.compile(r"[а-я]{3,}")
VOWELS = frozenset("аеиоуюя")
UNBROKEN = VOWELS | {"й"}
"""After these no vowel comes and goes."""
SHORTEST = 3
INFLECTED = 3
"""Steps that cut inflection; after them stands the word that spelling is compared by."""
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


def alternate(light: str) -> str:
    """Return one shape to the vowels that change inside a word without inflection."""
    language = ukrainian()
    vowels, consonants = language.fleeting
    if len(light) > SHORTEST and light[-1] in consonants and light[-2] in vowels and light[-3] not in UNBROKEN:
        light = light[:-2] + light[-1]
    vowel, becomes = language.vowel
    if light.endswith("ст"):
        place = len(light) - 3
    elif light[-1] not in VOWELS:
        place = len(light) - 2
    else:
        place = 0
    if place > 0 and light[place] == vowel:
        light = light[:place] + becomes + light[place + 1 :]
    return light


def light_of(form: str) -> str:
    """Folded word without its inflection."""
    return reduce(_cut, ukrainian().steps[:INFLECTED], form) if STEMMED.fullmatch(form) else form


def parted(form: str) -> tuple[str, str]:
    """Part a folded word from its last inflection: («програм», «ами»); spelling compares words so parted."""
    if not STEMMED.fullmatch(form):
        return form, ""
    *reflexive, inflection = ukrainian().steps[:INFLECTED]
    bare = reduce(_cut, reflexive, form)
    light = replace(inflection, times=1).cut(bare)
    return light, form[len(light) :]


def stem_of_light(light: str) -> str:
    """Stem of a word already without inflection."""
    if not STEMMED.fullmatch(light):
        return light
    return one_final(alternate(reduce(_cut, ukrainian().steps[INFLECTED:], alternate(light))))


def one_final(stem: str) -> str:
    """Return one shape to the consonants that change at a stem's end."""
    return stem[:-1] + ukrainian().finals.get(stem[-1], stem[-1])


def _cut(word: str, step: Step) -> str:
    return step.cut(word)


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


def stems(text: str, stop_words: Collection[str]) -> list[str]:
    """Return the stems of a text without stop words (folded forms); one stem a word, hyphenated words whole."""
    first = (forms(token)[:1] for token in tokens(text))
    return [word(form).stem for shapes in first for form in shapes if form not in stop_words]


def joined(stems_together: Iterable[str]) -> str:
    """Entry of the vocabulary for words that say something only together, in any order."""
    return " ".join(sorted(stems_together))
