"""One community's records to postings; depends on nothing outside the community, so it can be kept by content."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language.words import forms, joined, tokens, word
from generator.search.impact import impact, occurrence
from generator.search.names import called_by, name_keys
from generator.search.records import Field, Kind, SearchRecord
from generator.search.synonyms import Synonyms

ORDER: dict[Kind, int] = {"community": 0, "measure": 1, "goal": 2, "executor": 3, "text": 4, "topic": 5, "help": 5}


@dataclass(frozen=True)
class FieldWords:
    """One field's text as counted words: stems, entries listed through synonyms, words as written, length."""

    stems: Counter[str]
    listed: Counter[str]
    written: Counter[str]
    length: int


@dataclass(frozen=True)
class CommunityIndex:
    """Index of one community. Documents are numbered from 0 in the order of `records`."""

    community: str
    records: tuple[SearchRecord, ...]
    postings: dict[str, list[tuple[int, int]]]
    """Stem or joined stems -> (document, impact), ascending."""
    own: frozenset[str]
    """Entries of `postings` whose word some record itself holds; the rest are listed through synonyms only."""
    facets: dict[str, list[int]]
    written: Counter[str]
    """Lower-case words as written, with counts: what spelling is compared with."""
    names: tuple[str, ...]
    """Stems the community is called by; more than one word is joined by spaces."""
    called: dict[int, list[int]]
    """Digests of names (see names.py) -> documents that bear them."""


def written_index(index: CommunityIndex) -> bytes:
    """Write an index but for its records, which whoever reads it has."""
    said = [
        {key: [number for pair in pairs for number in pair] for key, pairs in index.postings.items()},
        sorted(index.own),
        index.facets,
        index.written,
        index.names,
        list(index.called.items()),
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def read_index(body: bytes, records: Sequence[SearchRecord]) -> CommunityIndex:
    """Read an index of these records."""
    postings, own, facets, written, names, called = json.loads(body)
    ordered = _in_order(records)
    return CommunityIndex(
        ordered[0].community if ordered else "",
        ordered,
        {key: list(zip(flat[::2], flat[1::2], strict=True)) for key, flat in postings.items()},
        frozenset(own),
        facets,
        Counter(written),
        tuple(names),
        dict(called),
    )


def _token_stems(token: str, synonyms: Synonyms) -> tuple[str, ...]:
    """Stems a token is indexed by, the whole word's first; none for a stop word."""
    return tuple(word(form).stem for form in forms(token) if form not in synonyms.stop_words)


def field_words(text: str, synonyms: Synonyms, known: dict[str, tuple[str, ...]]) -> FieldWords:
    """Count a text's words and what synonyms list it under; `known` keeps tokens' stems from text to text."""
    found: list[str] = []
    content: list[str] = []
    written: list[str] = []
    for token in tokens(text):
        stems = known.get(token)
        if stems is None:
            stems = known[token] = _token_stems(token, synonyms)
        if stems:
            found += stems
            content.append(stems[0])
            written.append(token)
    listed: list[str] = []
    by_first = synonyms.by_first
    for place, stem in enumerate(content):
        for phrase, keys in by_first.get(stem, ()):
            if tuple(content[place : place + len(phrase)]) == phrase:
                listed += keys
    return FieldWords(Counter(found), Counter(listed), Counter(written), len(content))


class _Counter:
    """Counts fields once for equal texts: goals' titles and executors' names recur in every measure."""

    def __init__(self, synonyms: Synonyms, stems: dict[str, tuple[str, ...]]) -> None:
        self.synonyms = synonyms
        self.stems = stems
        self.known: dict[str, FieldWords] = {}

    def count(self, text: str) -> FieldWords:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = field_words(text, self.synonyms, self.stems)
        return found

    def impacts(self, record: SearchRecord) -> tuple[dict[str, int], set[str]]:
        """Impact of each vocabulary entry in a record, and the entries it holds itself."""
        by_field: dict[Field, list[FieldWords]] = {}
        for field, text in record.texts:
            by_field.setdefault(field, []).append(self.count(text))
        itself, through = dict[str, float](), dict[str, float]()
        for field, parts in by_field.items():
            one = occurrence(field, sum(part.length for part in parts))
            for part in parts:
                for entry, times in part.stems.items():
                    itself[entry] = itself.get(entry, 0.0) + one * times
                for entry, times in part.listed.items():
                    through[entry] = through.get(entry, 0.0) + one * times
        levels = {entry: impact(weight, through.get(entry, 0.0), record.kind) for entry, weight in itself.items()}
        for entry, weight in through.items():
            if entry not in itself:
                levels[entry] = impact(0.0, weight, record.kind)
        return levels, set(itself)


def _in_order(records: Iterable[SearchRecord]) -> tuple[SearchRecord, ...]:
    return tuple(sorted(records, key=lambda record: ORDER[record.kind]))


def index_community(
    records: Sequence[SearchRecord], synonyms: Synonyms, stems: dict[str, tuple[str, ...]] | None = None
) -> CommunityIndex:
    """Index the records of one community (all have the same `community`).

    `stems` keeps what is known of words from one community to the next; the result does not depend on it.
    """
    ordered = _in_order(records)
    counter = _Counter(synonyms, {} if stems is None else stems)
    postings: dict[str, list[tuple[int, int]]] = {}
    facets: dict[str, list[int]] = {}
    own: set[str] = set()
    for number, record in enumerate(ordered):
        levels, itself = counter.impacts(record)
        own |= itself
        for entry, level in levels.items():
            postings.setdefault(entry, []).append((number, level))
        for facet in record.facets:
            facets.setdefault(facet, []).append(number)
    written = Counter[str]()
    for words in counter.known.values():
        written.update(words.written)
    called = dict.fromkeys(form for record in ordered for form in record.community_forms)
    phrases = [tuple(synonyms.content(form)) for form in called]
    names = dict.fromkeys(map(joined, phrases))
    names |= dict.fromkeys(key for phrase in phrases for key in synonyms.keys.get(phrase, ()))
    community = ordered[0].community if ordered else ""
    bearers = called_by(name_keys(record, synonyms) for record in ordered)
    return CommunityIndex(
        community, ordered, postings, frozenset(own), facets, written, tuple(filter(None, names)), bearers
    )
