"""What is heard where official words stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.language.spoken.abbreviations import with_abbreviations, with_number_signs, with_own
from generator.language.spoken.dates import with_dates
from generator.language.spoken.numerals import with_ordinals
from generator.language.spoken.sums import with_sums
from generator.language.spoken.years import with_years

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEPS = (with_number_signs, with_dates, with_ordinals, with_years, with_sums, with_abbreviations)
_ROUNDS = 4
"""What one reading uncovers, the next one reads; a text that plans hold needs one."""
_NONE: Mapping[str, str] = MappingProxyType({})
_PARAGRAPHS = re.compile(r"(?<=\d)\s*\n\s*(?=\d)")
_UNSEEN = str.maketrans({"\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None, "\u02bc": "’"})
"""A voice spells the modifier apostrophe out as a word of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words as they stand in a document, and as they are heard."""

    official: str
    heard: str

    @property
    def differs(self) -> bool:
        """Return whether the ear needs words of its own."""
        return " ".join(self.official.split()) != self.heard


def reading(text: str, abbreviations: Mapping[str, str] = _NONE) -> Reading:
    """Return the official words with what is heard in their place."""
    return Reading(text, spoken(text, abbreviations))


def spoken(text: str, abbreviations: Mapping[str, str] = _NONE) -> str:
    """Return `text` as people say it, spaces single; `abbreviations` are words in full by their short form.

    What needs no reading comes back word for word, and so does what was read once.
    """
    return _spoken(text, tuple(abbreviations.items()))


@lru_cache(maxsize=4096)
def _spoken(text: str, abbreviations: tuple[tuple[str, str], ...]) -> str:
    said = _PARAGRAPHS.sub(", ", unicodedata.normalize("NFC", text).translate(_UNSEEN))
    said = " ".join(said.split())
    said = with_own(said, dict(abbreviations))
    for _ in range(_ROUNDS):
        before, said = said, _read_once(said)
        if said == before:
            break
    return said


def _read_once(text: str) -> str:
    for step in _STEPS:
        text = step(text)
    return re.sub(r" {2,}", " ", text).strip()
