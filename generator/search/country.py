"""The vocabulary of all communities: common words keep only their strongest documents; words for spelling."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.language.words import fold, parted, word
from generator.search.indexing import CommunityIndex
from generator.search.names import Names, known_before
from generator.search.postings import encode_documents, encode_postings
from generator.search.script import written
from generator.search.vocabulary import Entry, common_keys, new_entry, through

STRONGEST: Final = 800
"""Documents kept of a word in the whole country's index."""
IMPACT_BITS: Final = 6
SPELLINGS: Final = 9_000
"""Words kept for spelling, commonest first."""
SHORTEST_SPELLING: Final = 4
SPELLING_STARTS: Final = "кпс"
"""First letters at which the words of a length are parted, because the first letter of a slip is right."""


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
        common = common_keys(((key, len(packed)) for key, packed in self.postings.items()), self.documents)
        for key in self.postings.keys() | self.names.keys():
            packed = self.postings.get(key, array("q"))
            kept, extra = _strongest(packed), dict[str, Any]()
            if key in self.names:
                extra["c"] = self.names[key]
            extra |= through(key, marked, self.own, common)
            if len(kept) < len(packed):
                extra["t"] = 1
            pairs = [(value >> IMPACT_BITS, value & (1 << IMPACT_BITS) - 1) for value in kept]
            entries[key] = new_entry(self.documents, len(packed), encode_postings(pairs), extra)
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
