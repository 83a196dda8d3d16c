"""The rules of written Ukrainian, read from stemming.yml and folded ready for use.

`Language.exported` is the same tables as JSON for the browser's engine; nothing is copied by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Step:
    """One step of the stemmer: the longest of `endings` that leaves `keep` letters is cut, so many `times`."""

    keep: int
    longest: int
    endings: frozenset[str]
    times: int = 1

    def cut(self, word: str) -> str:
        """Return the word without its endings."""
        for _ in range(self.times):
            sizes = range(min(self.longest, len(word) - self.keep), 0, -1)
            word = next((word[:-size] for size in sizes if word[-size:] in self.endings), word)
        return word


@dataclass(frozen=True)
class Language:
    """Folded tables; see stemming.yml for what each is."""

    letters: Mapping[str, str]
    doubled: str
    apostrophes: str
    lookalikes: Mapping[str, str]
    layout: Mapping[str, str]
    romanisation: Mapping[str, str]
    steps: tuple[Step, ...]
    fleeting: tuple[str, str]
    """Vowels, and the last consonants before which they come and go."""
    vowel: tuple[str, str]
    finals: Mapping[str, str]
    paradigms: tuple[frozenset[str], ...]
    """Endings that forms of one word take; «» is none."""
    alike: tuple[str, ...]
    """Pairs of letters that are easily taken for one another."""
    irregular: Mapping[str, str]
    """Folded word -> the folded word whose stem it shares."""

    @property
    def exported(self) -> dict[str, Any]:
        """Tables for the browser, JSON-ready and in a fixed order."""
        return {
            "letters": dict(self.letters),
            "doubled": self.doubled,
            "apostrophes": self.apostrophes,
            "lookalikes": dict(self.lookalikes),
            "layout": dict(self.layout),
            "romanisation": dict(self.romanisation),
            "steps": [[step.keep, step.longest, " ".join(sorted(step.endings)), step.times] for step in self.steps],
            "fleeting": list(self.fleeting),
            "vowel": list(self.vowel),
            "finals": dict(self.finals),
            "paradigms": [" ".join(end or "-" for end in sorted(endings)) for endings in self.paradigms],
            "alike": list(self.alike),
            "irregular": [f"{first} {' '.join(words)}" for first, words in self._irregular_groups()],
        }

    def _irregular_groups(self) -> list[tuple[str, list[str]]]:
        groups: dict[str, list[str]] = {}
        for word, first in self.irregular.items():
            groups.setdefault(first, []).append(word)
        return list(groups.items())


def fold_letters(word: str, letters: Mapping[str, str], apostrophes: str, doubled: str) -> str:
    """Fold a lower-case word: look-alike letters unified, signs dropped, doubled letters single."""
    folded: list[str] = []
    for char in word:
        letter = "" if char in apostrophes else letters.get(char, char)
        if letter and not (folded and folded[-1] == letter and not letter.isdigit() and letter not in doubled):
            folded.append(letter)
    return "".join(folded)


def language_from(data: Mapping[str, Any]) -> Language:
    """Fold the tables of stemming.yml."""
    letters: dict[str, str] = data["letters"]
    apostrophes: str = data["apostrophes"]
    doubled: str = data["doubled"]

    def folded(word: str) -> str:
        return fold_letters(word, letters, apostrophes, doubled)

    steps = []
    for step in data["steps"]:
        endings = frozenset(filter(None, map(folded, step["cut"].split())))
        steps.append(Step(step["keep"], max(map(len, endings)), endings, step.get("times", 1)))
    alternations = data["alternations"]
    irregular = {folded(word): folded(group[0]) for group in data["irregular"] for word in group}
    keys = data["layout"]
    return Language(
        letters=letters,
        doubled=doubled,
        apostrophes=apostrophes,
        lookalikes=data["lookalikes"],
        layout=dict(zip(keys["latin"], keys["ukrainian"], strict=True)),
        romanisation=data["romanisation"],
        steps=tuple(steps),
        fleeting=next((rule["fleeting"], rule["before"]) for rule in alternations if "fleeting" in rule),
        vowel=next((rule["vowel"], rule["becomes"]) for rule in alternations if "vowel" in rule),
        finals={rule["ending"]: rule["becomes"] for rule in alternations if "ending" in rule},
        paradigms=tuple(
            frozenset("" if end == "-" else folded(end) for end in line.split()) for line in data["paradigms"]
        ),
        alike=tuple(data["alike"]),
        irregular=irregular,
    )


@cache
def ukrainian() -> Language:
    """Return the project's tables (package data, read once)."""
    text = files("generator.language").joinpath("stemming.yml").read_text(encoding="utf-8")
    return language_from(yaml.safe_load(text))
