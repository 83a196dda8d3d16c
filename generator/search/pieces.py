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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.cache import Shelf, Store, Written, fingerprint
from generator.language.stemming import ukrainian
from generator.search.country import SPELLING_STARTS, Country
from generator.search.indexing import CommunityIndex, index_community, read_index, written_index
from generator.search.names import called_by, name_keys, shown, words_of_asking
from generator.search.records import SearchRecord
from generator.search.script import written
from generator.search.synonyms import Synonyms
from generator.search.vocabulary import community_entries, marks, scope_pieces

StoreOf = Callable[[str], Store]
FOLDER: Final = "search/index"
WHOLE_BYTES: Final = 28_000
"""A community's vocabulary up to this size stays in one piece."""
RESULTS: Final = 4
"""Results in a piece."""
SNIPPET: Final = 1_500
"""Characters kept of a text for the passage with the found words."""


def result_pieces(place: int, index: CommunityIndex) -> Iterator[tuple[str, bytes]]:
    """Write what is shown of a community's documents, four to a piece."""
    for start in range(0, len(index.records), RESULTS):
        rows = [
            [record.kind, record.url, record.title, record.context, record.snippet[:SNIPPET], record.community_name]
            for record in index.records[start : start + RESULTS]
        ]
        name = f"d/{place}/{start // RESULTS}"
        yield name, written(name, rows)


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


@dataclass(frozen=True)
class _Kept:
    """The index of one community and its pieces, made or read from where the community's results are kept."""

    store: Store
    mark: str
    rows: tuple[SearchRecord, ...]
    synonyms: Synonyms
    known: dict[str, tuple[str, ...]]

    def index(self) -> CommunityIndex:
        """Return the index."""
        written = Written("search-index", written_index, lambda body: read_index(body, self.rows))
        return self.store.read(self.mark, lambda: index_community(self.rows, self.synonyms, self.known), written)

    def pieces(
        self, place: int, index: CommunityIndex, marked: Mapping[str, str], before: Mapping[int, int]
    ) -> Sequence[tuple[str, bytes]]:
        """Return the pieces, for the community's place among all."""
        inputs = fingerprint(self.mark, str(place), repr(sorted(before.items())))
        return self.store.read(inputs, lambda: [*community_pieces(place, index, marked, before)], _PIECES)


def _written_pieces(pieces: Sequence[tuple[str, bytes]]) -> bytes:
    return json.dumps([[name, body.decode()] for name, body in pieces], ensure_ascii=False).encode()


def _read_pieces(body: bytes) -> Sequence[tuple[str, bytes]]:
    return [(name, text.encode()) for name, text in json.loads(body)]


_PIECES: Written[Sequence[tuple[str, bytes]]] = Written("search-pieces", _written_pieces, _read_pieces)


def index_pieces(
    records: Iterable[SearchRecord], synonyms: Synonyms, store_of: StoreOf = lambda _: Shelf(None)
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, bytes) of the whole index; root.js comes last.

    `store_of` gives for a community the place that has its index from an earlier build.
    """
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

    said = fingerprint(*(repr(part) for part in (sorted(synonyms.stop_words), synonyms.keys, synonyms.said)))
    for place, (community, rows) in enumerate(groups.items()):
        kept = _Kept(store_of(community), fingerprint("search", said, repr(rows)), rows, synonyms, known)
        index = kept.index()
        before = country.add(place, index)
        for name, body in kept.pieces(place, index, marked, before):
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


def build_index(
    records: Iterable[SearchRecord], synonyms: Synonyms, store_of: StoreOf = lambda _: Shelf(None)
) -> dict[str, bytes]:
    """Return every file of the index: path below the site's root -> bytes."""
    return dict(index_pieces(records, synonyms, store_of))
