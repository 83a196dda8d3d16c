"""One community's records to postings; depends on nothing outside the community, so it can be kept by content."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.search.impact import impact, occurrence
from generator.search.records import Field, Kind, SearchRecord
from generator.search.synonyms import Synonyms
from generator.search.words import forms, tokens, word

ORDER: dict[Kind, int] = {"community": 0, "measure": 1, "goal": 2, "executor": 3, "text": 4}


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
    facets: dict[str, list[int]]
    written: Counter[str]
    """Lower-case words as written, with counts: what spelling is compared with."""
    names: tuple[str, ...]
    """Stems the community is called by; more than one word is joined by spaces."""


def field_words(text: str, synonyms: Synonyms) -> FieldWords:
    """Count a text's words and what synonyms list it under."""
    counted, listed, written = Counter[str](), Counter[str](), Counter[str]()
    content: list[str] = []
    length = 0
    for token in tokens(text):
        shapes = [word(form) for form in forms(token)]
        shapes = [shape for shape in shapes if shape.form not in synonyms.stop_words]
        length += bool(shapes)
        counted.update(shape.stem for shape in shapes)
        if shapes and "-" not in token:
            written[token] += 1
        content += [shape.stem for shape in shapes[:1]]
    for place, stem in enumerate(content):
        for phrase, keys in synonyms.by_first.get(stem, ()):
            if tuple(content[place : place + len(phrase)]) == phrase:
                listed.update(keys)
    return FieldWords(counted, listed, written, length)


class _Counter:
    """Counts fields once for equal texts: goals' titles and executors' names recur in every measure."""

    def __init__(self, synonyms: Synonyms) -> None:
        self.synonyms = synonyms
        self.known: dict[str, FieldWords] = {}

    def count(self, text: str) -> FieldWords:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = field_words(text, self.synonyms)
        return found

    def impacts(self, record: SearchRecord) -> dict[str, int]:
        """Impact of each vocabulary entry in a record."""
        by_field: dict[Field, list[FieldWords]] = {}
        for field, text in record.texts:
            by_field.setdefault(field, []).append(self.count(text))
        itself, through = dict[str, float](), dict[str, float]()
        for field, parts in by_field.items():
            one = occurrence(field, sum(part.length for part in parts))
            for part in parts:
                for weights, counts in ((itself, part.stems), (through, part.listed)):
                    for entry, times in counts.items():
                        weights[entry] = weights.get(entry, 0.0) + one * times
        return {
            entry: impact(itself.get(entry, 0.0), through.get(entry, 0.0), record.kind)
            for entry in (*itself, *(key for key in through if key not in itself))
        }


def _in_order(records: Iterable[SearchRecord]) -> tuple[SearchRecord, ...]:
    return tuple(sorted(records, key=lambda record: ORDER[record.kind]))


def index_community(records: Sequence[SearchRecord], synonyms: Synonyms) -> CommunityIndex:
    """Index the records of one community (all have the same `community`)."""
    ordered = _in_order(records)
    counter = _Counter(synonyms)
    postings: dict[str, list[tuple[int, int]]] = {}
    facets: dict[str, list[int]] = {}
    for number, record in enumerate(ordered):
        for entry, level in counter.impacts(record).items():
            postings.setdefault(entry, []).append((number, level))
        for facet in record.facets:
            facets.setdefault(facet, []).append(number)
    written = Counter[str]()
    for words in counter.known.values():
        written.update(words.written)
    called = dict.fromkeys(form for record in ordered for form in record.community_forms)
    names = dict.fromkeys(" ".join(synonyms.content(form)) for form in called)
    community = ordered[0].community if ordered else ""
    return CommunityIndex(community, ordered, postings, facets, written, tuple(filter(None, names)))
