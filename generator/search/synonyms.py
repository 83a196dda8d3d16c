"""synonyms.yml, the country's and a site's own: what residents say -> what plans say.

Applied when the index is built, not when it is asked.

A document that holds a phrase of the plans' language is also listed under the everyday words for it, at a lower
weight. So a query costs nothing more, and the browser needs no list of synonyms.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.language.words import clean, fold, joined, stems, tokens

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Synonyms:
    """Compiled synonyms.

    `keys` maps a phrase of the plans (stems) to the entries it is listed under: a stem, or stems joined by a space.
    """

    stop_words: frozenset[str]
    """Folded forms."""
    keys: Mapping[Phrase, tuple[str, ...]]
    said: tuple[str, ...] = ()
    """Single words of the list as written, lower-case: they can be misspelt too."""

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[Phrase, tuple[str, ...]], ...]]:
        """Phrases by their first stem, longest first."""
        found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
        for phrase, keys in self.keys.items():
            found.setdefault(phrase[0], []).append((phrase, keys))
        return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}

    def content(self, text: str) -> list[str]:
        """Return the stems of a text without stop words."""
        return stems(text, self.stop_words)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Synonyms":
        """Compile a checked synonyms.yml."""
        stop_words = frozenset(fold(clean(entry)) for entry in data.get("stop_words") or ())
        bare = cls(stop_words, {})
        found: dict[Phrase, dict[str, None]] = {}

        def list_under(said: Iterable[str], written: Iterable[str]) -> None:
            keys = [tuple(bare.content(phrase)) for phrase in said]
            for target in (tuple(bare.content(phrase)) for phrase in written):
                for key in keys:
                    if key and target and key != target:
                        found.setdefault(target, {})[joined(key)] = None

        for group in data.get("groups") or ():
            list_under(group, group)
        for rule in data.get("one_way") or ():
            list_under(rule["said"], rule["written"])
        phrases = [phrase for group in data.get("groups") or () for phrase in group]
        phrases += [phrase for rule in data.get("one_way") or () for phrase in rule["said"]]
        said = {words[0] for phrase in phrases if len(words := tokens(phrase)) == 1 and "-" not in words[0]}
        return cls(stop_words, {phrase: tuple(keys) for phrase, keys in found.items()}, tuple(sorted(said)))
