"""The index as static files: each a small script that hands one piece to the browser's engine.

    root.js          rules of the language, stop words, the country's shards, sizes
    all/<k>.js       a run of the country's vocabulary with its postings
    c/<id>.js        one community: its vocabulary whole, or its shards
    c/<id>/<k>.js    a run of a large community's vocabulary
    d/<n>/<k>.js     four results of the n-th community: what is shown of them
    n/<k>.js         whole names of things, by digest (names.py)
    things.js        what is shown of things of the whole site
    s/<length><k>.js words of that length and first letters, commonest first, for spelling

Scripts and not JSON, so that a copy saved to disk can be searched as well. A query reads root.js, a shard a word and
the results' pieces, whatever the number of communities: very common words keep only their strongest documents.
"""

import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from generator.language.stemming import ukrainian
from generator.language.words import fold, parted, word
from generator.search.impact import rarity
from generator.search.indexing import CommunityIndex, index_community
from generator.search.names import Names, called_by, known_before, name_keys, shown, words_of_asking
from generator.search.postings import encode_documents, encode_postings
from generator.search.records import SearchRecord
from generator.search.synonyms import Synonyms

FOLDER: Final = "search/index"
SHARD_BYTES: Final = 14_000
"""A run of vocabulary is closed at this size; about 9 KB compressed."""
LATIN_BYTES: Final = 3_000
"""The same for words in Latin letters: every unknown word is looked up among them too, typed by the other layout."""
WHOLE_BYTES: Final = 28_000
"""A community's vocabulary up to this size stays in one piece."""
STRONGEST: Final = 800
"""Documents kept of a word in the whole country's index."""
RESULTS: Final = 4
"""Results in a piece."""
COMMON: Final = 4
"""A word that more than one document in so many holds is common."""
SPELLINGS: Final = 9_000
"""Words kept for spelling, commonest first."""
SHORTEST_SPELLING: Final = 4
SPELLING_STARTS: Final = "кпс"
"""First letters at which the words of a length are parted, because the first letter of a slip is right."""
SNIPPET: Final = 1_500
"""Characters kept of a text for the passage with the found words."""
IMPACT_BITS: Final = 6
PUNCTUATION: Final = 12
"""Bytes an entry needs beside its key, postings and extra."""

Entry = list[Any]
"""[rarity, postings, extra?]; extra: `c` communities of that name, `m` stems to mark, `t` 1 when shortened,
`i` 1 when no record holds the word itself."""


def written(name: str, value: Any) -> bytes:
    """One piece as a script."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"planSearch.piece({json.dumps(name)},{body});\n".encode()


def marks(synonyms: Synonyms) -> dict[str, str]:
    """For each entry listed through synonyms, the stems to mark in what was found."""
    found: dict[str, dict[str, None]] = {}
    for phrase, keys in synonyms.keys.items():
        for key in keys:
            found.setdefault(key, {}).update(dict.fromkeys(phrase))
    return {key: " ".join(stems) for key, stems in found.items()}


def _entry(documents: int, holding: int, postings: str, extra: dict[str, Any]) -> Entry:
    return [rarity(documents, holding), postings, *([extra] if extra else [])]


def _through(key: str, marked: Mapping[str, str], own: AbstractSet[str], common: AbstractSet[str]) -> dict[str, Any]:
    """Say of an entry listed through synonyms what to mark, and that nothing holds the word itself.

    Of several words the common ones stay unmarked: «послуга» tells nobody why a result is there.
    """
    if key not in marked:
        return {}
    telling = [stem for stem in marked[key].split() if stem not in common]
    return {"m": " ".join(telling) or marked[key]} | ({} if key in own else {"i": 1})


def _common(held: Iterable[tuple[str, int]], documents: int) -> frozenset[str]:
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
    common = _common(((key, len(postings)) for key, postings in index.postings.items()), count)
    entries = {
        key: _entry(count, len(postings), encode_postings(postings), _through(key, marked, index.own, common))
        for key, postings in index.postings.items()
    }
    for facet, documents in index.facets.items():
        entries[facet] = [0, encode_documents(documents)]
    return entries


def result_pieces(place: int, index: CommunityIndex) -> Iterator[tuple[str, bytes]]:
    """Write what is shown of a community's documents, four to a piece."""
    for start in range(0, len(index.records), RESULTS):
        rows = [
            [record.kind, record.url, record.title, record.context, record.snippet[:SNIPPET], record.community_name]
            for record in index.records[start : start + RESULTS]
        ]
        name = f"d/{place}/{start // RESULTS}"
        yield name, written(name, rows)


@dataclass
class Country:
    """Gathers the vocabulary of all communities, one after another."""

    stride: int
    documents: int = 0
    postings: "dict[str, array[int]]" = field(default_factory=dict)
    """Entry -> document number and impact in one integer."""
    facets: "dict[str, array[int]]" = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    names: dict[str, list[str]] = field(default_factory=dict)
    written: Counter[str] = field(default_factory=Counter)
    called: Names = field(default_factory=Names)
    known: dict[str, int] = field(default_factory=dict)
    """Addresses of things -> the first document of each."""

    def add(self, place: int, index: CommunityIndex) -> dict[int, int]:
        """Add the community at `place` in the order of ids; what an earlier one has too is not listed twice.

        Return the numbers of such things here, with the document that stands for each in the whole country.
        """
        base = place * self.stride
        before = dict(known_before(base, index.records, self.known))
        self.documents += len(index.records)
        for key, postings in index.postings.items():
            gathered = self.postings.setdefault(key, array("q"))
            pairs = [pair for pair in postings if pair[0] not in before] if before else postings
            gathered.extend([(base + number) << IMPACT_BITS | impact for number, impact in pairs])
        for facet, numbers in index.facets.items():
            new = [base + number for number in numbers if number not in before]
            self.facets.setdefault(facet, array("q")).extend(new)
        self.called.add(base, index.called, before)
        self.own |= index.own
        for name in index.names:
            self.names.setdefault(name, []).append(index.community)
        self.written.update(index.written)
        return before

    def entries(self, marked: Mapping[str, str]) -> dict[str, Entry]:
        """Return the whole country's vocabulary."""
        entries: dict[str, Entry] = {}
        common = _common(((key, len(packed)) for key, packed in self.postings.items()), self.documents)
        for key in self.postings.keys() | self.names.keys():
            packed = self.postings.get(key, array("q"))
            kept, extra = _strongest(packed), dict[str, Any]()
            if key in self.names:
                extra["c"] = self.names[key]
            extra |= _through(key, marked, self.own, common)
            if len(kept) < len(packed):
                extra["t"] = 1
            pairs = [(value >> IMPACT_BITS, value & (1 << IMPACT_BITS) - 1) for value in kept]
            entries[key] = _entry(self.documents, len(packed), encode_postings(pairs), extra)
        for facet, numbers in self.facets.items():
            entries[facet] = [0, encode_documents(numbers)]
        return entries

    def spelling_pieces(self, said: Iterable[str]) -> dict[str, bytes]:
        """Words for spelling by length without inflection and first letter: as written, then their other endings.

        `said` are words of synonyms; those that find something can be misspelt as well.
        """
        written_as, counts = dict[str, dict[str, str]](), Counter[str]()
        found = {spelled: 1 for spelled in said if word(fold(spelled)).stem in self.postings}
        for spelled, count in sorted((found | self.written).items(), key=lambda row: (-row[1], row[0])):
            light, ending = parted(fold(spelled))
            written_as.setdefault(light, {}).setdefault(ending, spelled)
            counts[light] += count
        usual = [light for light in written_as if len(light) >= SHORTEST_SPELLING and light.isalpha()]
        pieces: dict[str, list[str]] = {}
        for light in sorted(usual, key=lambda light: (-counts[light], light))[:SPELLINGS]:
            endings = written_as[light]
            shown = next(iter(endings.values()))
            place = sum(start <= light[0] for start in SPELLING_STARTS)
            pieces.setdefault(f"s/{len(light)}{'abcd'[place]}", []).append(":".join([shown, *list(endings)[1:]]))
        return {name: written(name, " ".join(pieces[name])) for name in sorted(pieces)}


def _strongest(packed: Sequence[int]) -> Sequence[int]:
    """Keep the strongest documents of a common word; equals by document number, so that lists still meet."""
    if len(packed) <= STRONGEST:
        return packed
    mask = (1 << IMPACT_BITS) - 1
    holding = Counter([value & mask for value in packed])
    weakest, stronger = mask, 0
    while stronger + holding[weakest] < STRONGEST:
        stronger += holding[weakest]
        weakest -= 1
    equals = [value for value in packed if value & mask == weakest][: STRONGEST - stronger]
    return sorted([value for value in packed if value & mask > weakest] + equals)


def _stride(groups: Mapping[str, Sequence[SearchRecord]]) -> int:
    """Return numbers a community is allotted: a power of two, so that a new record moves no other community's."""
    largest = max((len(group) for group in groups.values()), default=1)
    return max(256, 1 << (largest - 1).bit_length())


def community_pieces(
    place: int, index: CommunityIndex, marked: Mapping[str, str], before: Mapping[int, int]
) -> Iterator[tuple[str, bytes]]:
    """Pieces of one community by itself; they change only with the community (or the order of ids).

    `before` are its things that an earlier community has as well: `Country.add`.
    """
    name = f"c/{index.community}"
    root, shards = scope_pieces(name, community_entries(index, marked), WHOLE_BYTES)
    yield from shards
    yield from result_pieces(place, index)
    executors = {
        identity: record.title for record in index.records if record.kind == "executor" for identity in record.executors
    }
    called = index.records[0].community_name if index.records else ""
    root |= {"n": len(index.records), "place": place, "name": called, "executors": executors}
    root |= {"same": before} if before else {}
    yield name, written(name, root)


def index_pieces(records: Iterable[SearchRecord], synonyms: Synonyms) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, bytes) of the whole index; root.js comes last."""
    ordered = sorted(records, key=lambda record: record.community)
    things = [record for record in ordered if not record.community]
    ordered = ordered[len(things) :]
    groups = {community: tuple(rows) for community, rows in groupby(ordered, lambda record: record.community)}
    country, marked = Country(_stride(groups)), marks(synonyms)
    digest = hashlib.sha256()
    known: dict[str, tuple[str, ...]] = {}

    def placed(name: str, body: bytes) -> tuple[str, bytes]:
        digest.update(name.encode() + body)
        return f"{FOLDER}/{name}.js", body

    for place, rows in enumerate(groups.values()):
        index = index_community(rows, synonyms, known)
        before = country.add(place, index)
        for name, body in community_pieces(place, index, marked, before):
            yield placed(name, body)
    root, shards = scope_pieces("all", country.entries(marked), 0)
    spelling = country.spelling_pieces(synonyms.said)
    topics = [name_keys(record, synonyms) if record.kind == "topic" else [] for record in things]
    country.called.things = called_by(topics)
    names = {name: written(name, piece) for name, piece in country.called.pieces().items()}
    of_the_site = {"things": written("things", shown(things))}
    for name, body in (*shards, *spelling.items(), *names.items(), *of_the_site.items()):
        yield placed(name, body)
    language = ukrainian().exported | {"stop": " ".join(sorted(synonyms.stop_words))}
    root |= {
        "asking": words_of_asking(things),
        "names": len(names),
        "n": country.documents,
        "stride": country.stride,
        "results": RESULTS,
        "spelling": [name.removeprefix("s/") for name in spelling],
        "starts": SPELLING_STARTS,
        "language": language,
    }
    digest.update(written("root", root))
    yield f"{FOLDER}/root.js", written("root", root | {"version": digest.hexdigest()[:8]})


def build_index(records: Iterable[SearchRecord], synonyms: Synonyms) -> dict[str, bytes]:
    """Return every file of the index: path below the site's root -> bytes."""
    return dict(index_pieces(records, synonyms))
