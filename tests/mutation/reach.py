"""What each test reaches: asked once of the sound code, and kept until the code or the test changes."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mutation.changes import ROOT

KEPT = Path("build/mutation/reach")
LOADING = "loading"
"""Stands for the name of a test: what runs while the modules load."""


@dataclass(frozen=True)
class Reached:
    """One test on the sound code: whether it passed, how long it took in seconds, which functions ran."""

    test: str
    passed: bool
    seconds: float
    functions: frozenset[str]


def code_digest() -> str:
    """Return a digest of all that tests of the sound code depend on, tests apart."""
    digest = hashlib.sha256()
    for folder in ("generator", "plans", "content", "theme_overrides"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def kept_in(test_file: str, code: str) -> Path:
    """Return where the answers of one file of tests are kept."""
    content = (ROOT / test_file).read_bytes() if test_file != LOADING else b""
    return KEPT / f"{hashlib.sha256(test_file.encode() + content + code.encode()).hexdigest()[:24]}.jsonl"


def write(place: Path, found: Iterable[Reached]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps([one.test, one.passed, one.seconds, sorted(one.functions)]) for one in found]
    place.with_suffix(".new").write_text("\n".join(lines), encoding="utf-8")
    place.with_suffix(".new").rename(place)


def read(place: Path) -> list[Reached]:
    return [
        Reached(test, passed, seconds, frozenset(functions))
        for test, passed, seconds, functions in map(json.loads, place.read_text(encoding="utf-8").splitlines())
    ]


def everything(code: str) -> Iterator[Reached]:
    """Yield what is known of the tests and of the code as they stand."""
    names = (file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "tests").rglob("test_*.py")))
    for name in (LOADING, *names):
        if (place := kept_in(name, code)).exists():
            yield from read(place)


class Map:
    """Answers to: which tests reach this function, and which files of tests this module."""

    def __init__(self, found: Iterable[Reached]) -> None:
        self.by_function: dict[str, list[Reached]] = defaultdict(list)
        self.while_loading: frozenset[str] = frozenset()
        self._seconds: Counter[str] = Counter()
        self._unsound: set[str] = set()
        for one in found:
            self._seconds[one.test.split("::")[0]] += one.seconds  # type: ignore[assignment]
            if one.test == LOADING:
                self.while_loading = one.functions
                continue
            if not one.passed:  # it notices nothing: it fails without any change
                self._unsound.add(one.test.split("::")[0])
            else:
                for function in one.functions:
                    self.by_function[function].append(one)

    def tests(self, file: str, function: str) -> list[Reached]:
        """Return tests that reach a function: those named after its module first, then those that reach least."""
        room, stem = Path(file).parts[1:-1], Path(file).stem

        def far(one: Reached) -> tuple[bool, bool, int, float]:
            place = Path(one.test.split("::")[0])
            return stem not in place.stem, not {*room} <= {*place.parts}, len(one.functions), one.seconds

        return sorted(self.by_function[f"{file}::{function}"], key=far)

    def is_sound(self, file: str) -> bool:
        """Say whether a file has tests that run here, and all pass on the sound code."""
        return file in self._seconds and file not in self._unsound

    def seconds(self, file: str) -> float:
        return self._seconds[file]

    def files(self, file: str) -> list[str]:
        """Return files of tests that reach any function of a module: those that reach most of it in least time first."""
        share: dict[str, set[str]] = defaultdict(set)
        for function, tests in self.by_function.items():
            if function.startswith(f"{file}::"):
                for one in tests:
                    share[one.test.split("::")[0]].add(function)
        return sorted(share, key=lambda name: -len(share[name]))
