"""A file that remembers comparisons of versions between builds. It may be deleted at any time.

What it holds depends on the versions compared and on the code that compared them, so it is dropped when the code or
a library changes: a build with it and one without it tell the same.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.cache import code_fingerprint, fingerprint
from generator.history.changes import Change, ChangeKind

Comparison = tuple[Change, ...] | None


class Memory(dict[str, Comparison]):
    """Changes by the marks of the two states compared; None where the newer one has errors."""

    @classmethod
    def read(cls, file: Path | None) -> "Memory":
        """Read what a file remembers; nothing when there is none, or it can't be used."""
        if file is None:
            return cls()
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            if data["code"] != code_fingerprint() or data["digest"] != _digest(data["comparisons"]):
                return cls()
            return cls({key: _changes(value) for key, value in data["comparisons"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def write(self, file: Path | None) -> None:
        """Write everything remembered, at once or not at all. What can't be written is not remembered."""
        if file is None:
            return
        comparisons = {
            key: None if changes is None else [asdict(change) for change in changes]
            for key, changes in sorted(self.items())
        }
        data = {"code": code_fingerprint(), "digest": _digest(comparisons), "comparisons": comparisons}
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_suffix(f".{os.getpid()}.new")  # builds may run side by side
            fresh.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            fresh.replace(file)


def _digest(comparisons: Mapping[str, Any]) -> str:
    """Return the digest of what is remembered, each under its mark: nothing that was changed or moved is believed."""
    return fingerprint(json.dumps(comparisons, sort_keys=True))


def _changes(value: list[dict[str, Any]] | None) -> Comparison:
    if value is None:
        return None
    return tuple(
        Change(**{**item, "kind": ChangeKind(item["kind"]), "details": tuple(item["details"])}) for item in value
    )
