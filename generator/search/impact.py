"""BM25F: how strongly a word speaks for a record, by the fields it stands in.

After Robertson, Zaragoza and Taylor, «Simple BM25 extension to multiple weighted fields» (2004). Usual lengths of
fields are constants, not averages over the country, so that a community's part of the index is its own affair.
"""

from dataclasses import dataclass
from math import floor, log
from typing import Final

from generator.search.postings import LEVELS
from generator.search.records import Field, Kind

SATURATION: Final = 1.2
"""k1: how soon a repeated word stops adding."""
SYNONYM: Final = 0.65
"""Weight of a word listed through a synonym, against the word itself."""
LEAST_RARITY: Final = 5
"""A word that stands everywhere still finds everything."""
KINDS: Final[dict[Kind, float]] = {
    "measure": 1.0,
    "goal": 0.6,
    "executor": 0.7,
    "text": 0.2,
    "community": 0.6,
    "topic": 1.0,
    "help": 1.0,
}
"""Residents look for measures first."""


@dataclass(frozen=True)
class FieldRule:
    """Weight of a field, its usual length in words, and how much length counts against a word (b)."""

    weight: float
    usual: float
    length: float


FIELDS: Final[dict[Field, FieldRule]] = {
    Field.NUMBER: FieldRule(4.0, 1, 0.0),
    Field.TITLE: FieldRule(3.0, 20, 0.55),
    Field.GOAL: FieldRule(0.5, 15, 0.3),
    Field.EXECUTORS: FieldRule(1.4, 15, 0.4),
    Field.TERM: FieldRule(0.8, 4, 0.2),
    Field.INDICATORS: FieldRule(0.7, 30, 0.5),
    Field.SUMMARY: FieldRule(1.0, 20, 0.5),
    Field.TOPICS: FieldRule(1.0, 6, 0.2),
    Field.BODY: FieldRule(1.5, 250, 0.8),
}


def occurrence(field: Field, length: int) -> float:
    """Weight of one occurrence in a field of `length` words."""
    rule = FIELDS[field]
    return rule.weight / (1 - rule.length + rule.length * length / rule.usual)


def impact(weight: float, listed: float, kind: Kind) -> int:
    """Saturated weight of a word in a record, by itself and through synonyms, as a level from 1 to 44."""
    itself, through = weight / (SATURATION + weight), listed / (SATURATION + listed)
    share = itself + (1 - itself) * SYNONYM * through
    return max(1, floor(LEVELS * KINDS[kind] * share + 0.5))


def rarity(documents: int, holding: int) -> int:
    """Inverse document frequency in hundredths; whole, so that both engines add up alike."""
    return max(LEAST_RARITY, floor(100 * log(1 + (documents - holding + 0.5) / (holding + 0.5)) + 0.5))
