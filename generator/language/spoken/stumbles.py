"""What a voice would stumble at: the check that tests hold every reading to."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.language.spoken.abbreviations import has_abbreviations
from generator.language.spoken.numerals import has_roman
from generator.language.spoken.sums import GROUPS

_CAPITALS = re.compile(r"(?<![\w’'-])[А-ЯІЇЄҐA-Z]{2,}(?![\w’'])")
_LONGEST_ABBREVIATION = 6


def stumbles(text: str, explained: Collection[str] = ()) -> tuple[str, ...]:
    """Return what a voice would spell, skip or read as something else.

    Bare Roman numerals, digits parted by spaces, abbreviations; capital ones unless `explained` beside the text.
    """
    groups = [match[0] for match in GROUPS.finditer(text)]
    found = [*has_roman(text), *groups, *has_abbreviations(text), *_unexplained(text, explained)]
    return tuple(dict.fromkeys(word.strip() for word in found))


def is_speakable(text: str, explained: Collection[str] = ()) -> bool:
    """Return whether a voice reads the text as it is meant."""
    return not stumbles(text, explained)


def _unexplained(text: str, explained: Collection[str]) -> list[str]:
    """Return the capital abbreviations; a heading all in capitals has none that can be told."""
    words = _CAPITALS.findall(text)
    if text.upper() == text and any(len(word) > _LONGEST_ABBREVIATION for word in words):
        return []
    return [word for word in words if len(word) <= _LONGEST_ABBREVIATION and word not in explained]
