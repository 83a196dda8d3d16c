"""What things are called: who types a whole name gets its bearer first, before what merely holds the words.

A name is kept as a digest of its stems, whatever their order, in one of so many pieces `n/<k>`; what is shown of things
of the whole site (topics, the way to ask) is the piece `things`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.language.words import forms as forms_of
from generator.language.words import joined, tokens
from generator.language.words import word as word_of
from generator.search.postings import encode_documents
from generator.search.records import SearchRecord
from generator.search.synonyms import Synonyms

IN_A_PIECE: Final = 48
"""Names a piece holds on the average."""
_OFFSET, _PRIME, _BITS = 2166136261, 16777619, 0xFFFFFFFF


def digest(key: str) -> int:
    """Return 32 bits of a key (FNV-1a over its letters); search-engine.js does the same.

    >>> f"{digest('освит виддил'):x}"
    '722c0c2f'
    """
    value = _OFFSET
    for letter in key:
        value = (value ^ ord(letter)) * _PRIME & _BITS
    return value


def name_key(name: str, synonyms: Synonyms) -> str:
    """Return the key of a name: its telling stems in a fixed order; all of them when it has only stop words."""
    return joined(set(synonyms.content(name)) or all_stems(name))


def name_keys(record: SearchRecord, synonyms: Synonyms) -> list[int]:
    """Return the digests of all that a thing is called."""
    keys = (name_key(name, synonyms) for name in record.names)
    return list(dict.fromkeys(digest(key) for key in keys if key))


@dataclass
class Names:
    """Gathers the names of all communities' things."""

    bearers: dict[int, list[int]] = field(default_factory=dict)
    """Digest -> documents, ascending."""
    again: dict[int, list[int]] = field(default_factory=dict)
    """The same for things that an earlier community has as well: they count inside their community alone."""
    things: dict[int, list[int]] = field(default_factory=dict)
    """Digest -> things of the whole site."""

    def add(self, base: int, called: Mapping[int, Sequence[int]], known_before: Mapping[int, int]) -> None:
        """Add a community's names: digest -> its documents; `known_before` has those an earlier community has."""
        for key, numbers in called.items():
            for number in numbers:
                kept = self.again if number in known_before else self.bearers
                kept.setdefault(key, []).append(base + number)

    def pieces(self) -> dict[str, dict[str, list[str]]]:
        """Return the pieces by name; every one is there, so that a name that nothing bears is asked for in vain."""
        keys = sorted(self.bearers.keys() | self.again.keys() | self.things.keys())
        count = max(1, len(keys) // IN_A_PIECE)
        found: dict[str, dict[str, list[str]]] = {f"n/{place}": {} for place in range(count)}
        for key in keys:
            lists = [encode_documents(kept.get(key, [])) for kept in (self.bearers, self.again, self.things)]
            while not lists[-1]:
                lists.pop()
            found[f"n/{key % count}"][f"{key:x}"] = lists
        return found


def shown(things: Iterable[SearchRecord]) -> list[list[str]]:
    """Return what is shown of things of the whole site."""
    return [[one.kind, one.url, one.title, one.context, one.url_in_community] for one in things]


def words_of_asking(things: Iterable[SearchRecord]) -> list[str]:
    """Return the words by which people look for the way to ask, each phrase as its stems: they stand in root.js."""
    names = (name for thing in things if thing.kind == "help" for name in thing.names)
    return list(dict.fromkeys(joined(all_stems(name)) for name in names))


def all_stems(text: str) -> set[str]:
    """Return the stems of a text, stop words too: «куди звернутися» has nothing else."""
    return {word_of(form).stem for token in tokens(text) for form in forms_of(token)[:1]}


def called_by(keys: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    """Return digest -> numbers of the records called so; `keys` are each record's digests, in their order."""
    called: dict[int, list[int]] = {}
    for number, own in enumerate(keys):
        for key in own:
            called.setdefault(key, []).append(number)
    return called


def known_before(base: int, records: Sequence[SearchRecord], known: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Yield (number here, document of an earlier community) of the things met before; `known` learns the new ones."""
    for number, record in enumerate(records):
        if record.url.startswith(f"{record.community}/"):
            continue
        first = known.setdefault(record.url, base + number)
        if first != base + number:
            yield number, first
