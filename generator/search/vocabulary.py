"""Vocabularies of the index: each word with its postings, cut into runs of a size to fetch."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from generator.search.impact import rarity
from generator.search.indexing import CommunityIndex
from generator.search.postings import encode_documents, encode_postings
from generator.search.script import written
from generator.search.synonyms import Synonyms

SHARD_BYTES: Final = 14_000
"""A run of vocabulary is closed at this size; about 9 KB compressed."""
LATIN_BYTES: Final = 3_000
"""The same for words in Latin letters: every unknown word is looked up among them too, typed by the other layout."""
PUNCTUATION: Final = 12
"""Bytes an entry needs beside its key, postings and extra."""
COMMON: Final = 4
"""A word that more than one document in so many holds is common."""

Entry = list[Any]
"""[rarity, postings, extra?]; extra: `c` communities of that name, `m` stems to mark, `t` 1 when shortened,
`i` 1 when no record holds the word itself."""


def marks(synonyms: Synonyms) -> dict[str, str]:
    """For each entry listed through synonyms, the stems to mark in what was found."""
    found: dict[str, dict[str, None]] = {}
    for phrase, keys in synonyms.keys.items():
        for key in keys:
            found.setdefault(key, {}).update(dict.fromkeys(phrase))
    return {key: " ".join(stems) for key, stems in found.items()}


def new_entry(documents: int, holding: int, postings: str, extra: dict[str, Any]) -> Entry:
    return [rarity(documents, holding), postings, *([extra] if extra else [])]


def through(key: str, marked: Mapping[str, str], own: AbstractSet[str], common: AbstractSet[str]) -> dict[str, Any]:
    """Say of an entry listed through synonyms what to mark, and that nothing holds the word itself.

    Of several words the common ones stay unmarked: «послуга» tells nobody why a result is there.
    """
    if key not in marked:
        return {}
    telling = [stem for stem in marked[key].split() if stem not in common]
    return {"m": " ".join(telling) or marked[key]} | ({} if key in own else {"i": 1})


def common_keys(held: Iterable[tuple[str, int]], documents: int) -> frozenset[str]:
    """Return the entries that more than one document in COMMON holds."""
    return frozenset(key for key, holding in held if holding * COMMON > documents)


def _size(key: str, entry: Entry) -> int:
    """Bytes of an entry, near enough: Cyrillic letters take two."""
    return 2 * len(key) + len(entry[1]) + sum(2 * len(str(extra)) for extra in entry[2:]) + PUNCTUATION


def scope_pieces(
    folder: str, entries: Mapping[str, Entry], whole: int
) -> tuple[dict[str, Any], Iterator[tuple[str, bytes]]]:
    """Split a vocabulary: what its root says of it, and its shards' pieces."""
    runs: list[dict[str, Entry]] = [{}]
    total = held = 0
    for key in sorted(entries):
        size = _size(key, entries[key])
        if runs[-1] and held + size > (LATIN_BYTES if "a" <= key < "а" else SHARD_BYTES):
            runs.append({})
            held = 0
        runs[-1][key] = entries[key]
        held += size
        total += size
    if total <= whole:
        return {"t": dict(sorted(entries.items()))}, iter(())
    firsts = [next(iter(run)) for run in runs]
    pieces = ((f"{folder}/{place}", written(f"{folder}/{place}", run)) for place, run in enumerate(runs))
    return {"shards": firsts}, pieces


def community_entries(index: CommunityIndex, marked: Mapping[str, str]) -> dict[str, Entry]:
    """Vocabulary of one community by itself."""
    count = len(index.records)
    common = common_keys(((key, len(postings)) for key, postings in index.postings.items()), count)
    entries = {
        key: new_entry(count, len(postings), encode_postings(postings), through(key, marked, index.own, common))
        for key, postings in index.postings.items()
    }
    for facet, documents in index.facets.items():
        entries[facet] = [0, encode_documents(documents)]
    return entries
