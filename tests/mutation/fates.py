"""What became of each change: kept on disk as it is found, so that a run that was stopped goes on."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from mutation.changes import ROOT, Mutant

NOTICED, SURVIVED, ACCEPTED = "noticed", "survived", "accepted"
UNREACHED, TO_LOAD = "unreached", "to load"
"""What trials inside functions leave to loading anew."""


class Fates:
    """The fate of each change, empty where it is not known."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, str] = {}
        self.load()

    def load(self) -> None:
        """Read what stands on the disk; a child may have written there."""
        lines = self._file.read_text(encoding="utf-8").splitlines() if self._file.exists() else []
        self._known = dict(map(json.loads, lines))

    def __getitem__(self, mutant: Mutant) -> str:
        return self._known.get(_name(mutant), "")

    def __setitem__(self, mutant: Mutant, fate: str) -> None:
        self._known[_name(mutant)] = fate
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([_name(mutant), fate], ensure_ascii=False) + "\n")


def _name(mutant: Mutant) -> str:
    return f"{mutant} [{mutant.index}/{mutant.way}, {_digest(mutant.file)}]"


@cache
def _digest(file: str) -> str:
    return hashlib.sha256((ROOT / file).read_bytes()).hexdigest()[:12]
