"""Reading the index's pieces by name, as the browser does."""

import json
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from generator.search.pieces import FOLDER

Entry = list[Any]
PREFIX_SHARDS = 3


def extra_of(entry: Entry) -> dict[str, Any]:
    """Return what an entry says beside its rarity and postings: `c`, `m`, `t` (see pieces.py)."""
    _, _, *extra = entry
    return extra[0] if extra else {}


class PieceReader:
    """Reads pieces once each and remembers which were read (their bytes are what a query costs)."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.loaded: dict[str, Any] = {}

    def piece(self, name: str) -> Any:
        """Parse a piece; KeyError when the index has none of that name."""
        if name not in self.loaded:
            text = self.files[self.path(name)].decode()
            self.loaded[name] = json.loads(text[text.index(",") + 1 : text.rindex(");")])
        return self.loaded[name]

    @staticmethod
    def path(name: str) -> str:
        """File of a piece, below the site's root."""
        return f"{FOLDER}/{name}.js"

    def has(self, name: str) -> bool:
        """Tell whether there is such a piece."""
        return self.path(name) in self.files


class Scope:
    """A vocabulary: the whole country's, or one community's."""

    def __init__(self, reader: PieceReader, root: Mapping[str, Any], folder: str, base: int) -> None:
        self.reader, self.root, self.folder = reader, root, folder
        self.base = base
        """Added to its document numbers to make them the country's."""

    @classmethod
    def country(cls, reader: PieceReader) -> "Scope":
        """Vocabulary of all communities."""
        return cls(reader, reader.piece("root"), "all", 0)

    @classmethod
    def community(cls, reader: PieceReader, identity: str) -> "Scope":
        """Vocabulary of one community."""
        root = reader.piece(f"c/{identity}")
        return cls(reader, root, f"c/{identity}", root["place"] * reader.piece("root")["stride"])

    def _run(self, place: int) -> Mapping[str, Entry]:
        run: Mapping[str, Entry] = self.reader.piece(f"{self.folder}/{place}")
        return run

    def entry(self, key: str) -> Entry | None:
        """Entry of a stem, joined stems or a facet."""
        if "t" in self.root:
            found: Entry | None = self.root["t"].get(key)
            return found
        place = bisect_right(self.root["shards"], key) - 1
        return self._run(place).get(key) if place >= 0 else None

    def beginning_with(self, start: str) -> list[tuple[str, Entry]]:
        """Stems that begin so, with their entries; at most three shards are read."""
        if "t" in self.root:
            runs = [self.root["t"]]
        else:
            firsts = self.root["shards"]
            place = max(0, bisect_right(firsts, start) - 1)
            places = [place]
            while len(places) < PREFIX_SHARDS and place + 1 < len(firsts) and firsts[place + 1].startswith(start):
                place += 1
                places.append(place)
            runs = [self._run(place) for place in places]
        return [row for run in runs for row in run.items() if row[0].startswith(start) and " " not in row[0]]
