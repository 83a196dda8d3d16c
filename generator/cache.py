"""Results of pure work kept by a fingerprint of everything it was done from, so that it is not done twice.

Many small results of one thing stand together on its shelf, in one file; each is still found by its fingerprint alone.

A fingerprint is a digest of all inputs, so what is found under it is what would be made anew. Nothing is ever changed
in place and nothing here knows what it keeps. The folder may be deleted, shared or spoilt at any time: what
can't be read whole is made again.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar, cast

Made = TypeVar("Made")
_PACKAGE = Path(__file__).parent
_DIGEST_BYTES = 20
_SHELF = "shelf"
_FIGURES = 10
"""Figures that say how long the list of what stands on a shelf is."""


@dataclass(frozen=True, slots=True)
class Written(Generic[Made]):
    """How a result of one kind is written as bytes and read back; both lose nothing."""

    kind: str
    write: Callable[[Made], bytes]
    read: Callable[[bytes], Made]


BYTES: Written[bytes] = Written("bytes", lambda made: made, lambda body: body)
TEXT: Written[str] = Written("text", str.encode, bytes.decode)


def fingerprint(*inputs: bytes | str) -> str:
    """Return the fingerprint of inputs; each is told from the next by its length."""
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for item in inputs:
        data = item.encode() if isinstance(item, str) else item
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


class Store(Protocol):
    """Where results are read from, or made and kept."""

    def read(self, inputs: str, make: Callable[[], Made], written: Written[Made]) -> Made: ...


class Shelf:
    """Results that are read and written together, in one file; it is written anew only when it came to hold others.

    Nothing of it is in memory before the first result is asked for, nor after it is closed.
    """

    def __init__(self, file: Path | None, code: str = "") -> None:
        self._file, self._code = file, code
        self._kept: dict[str, bytes] | None = None
        self._used: dict[str, bytes] = {}
        self._asked: set[str] = set()
        """What was asked for since the shelf was last tidied; it may have been closed in between."""

    def read(self, inputs: str, make: Callable[[], Made], written: Written[Made]) -> Made:
        """Return a result of an earlier build, or made anew and read back from its bytes like one that was kept."""
        if self._kept is None:
            self._kept = _bodies(self._file)
        name = fingerprint(self._code, written.kind, inputs)
        body = self._used.get(name, self._kept.get(name))
        if body is None:
            body = written.write(make())
        self._used[name] = body
        self._asked.add(name)
        return written.read(body)

    def close(self, *, keep_all: bool = False) -> None:
        """Write what was asked for, and with `keep_all` the rest too, which is still to be asked for."""
        kept = self._kept if self._kept is not None else _bodies(self._file)
        held = {name: body for name, body in (kept | self._used).items() if keep_all or name in self._asked}
        if not keep_all:
            self._asked = set()
        if self._file and held.keys() != kept.keys():
            names = json.dumps([[name, len(body)] for name, body in held.items()]).encode()
            _write(self._file, _SHELF, b"".join([b"%0*d" % (_FIGURES, len(names)), names, *held.values()]))
        self._kept, self._used = None, {}


def _bodies(file: Path | None) -> dict[str, bytes]:
    """Read what stands on a shelf; nothing when it is not there or not whole."""
    content = _content(file, _SHELF) if file else None
    if content is None:
        return {}
    start = _FIGURES + int(content[:_FIGURES])
    found: dict[str, bytes] = {}
    for name, length in json.loads(content[_FIGURES:start]):
        found[name] = content[start : start + length]
        start += length
    return found


class Cache:
    """What one build made, for the next one: in memory, or in a folder where it can be written as bytes."""

    def __init__(self, folder: Path | None = None, *, again: bool = False) -> None:
        """`again`: whether this process builds again; else memory would be filled for nothing."""
        self._folder, self._again = folder, again
        self._code = code_fingerprint() if folder else ""
        self._last: dict[str, object] = {}
        self._used: dict[str, object] = {}
        self._files: set[str] = set()

    def get(self, inputs: str, make: Callable[[], Made]) -> Made:
        """Return a result that stays in memory, from the last build or made anew."""
        if not self._again:
            return make()
        found = self._used.get(inputs, self._last.get(inputs, self))
        result = make() if found is self else cast("Made", found)  # one mark, one maker
        self._used[inputs] = result
        return result

    def read(self, inputs: str, make: Callable[[], Made], written: Written[Made]) -> Made:
        """Return a result that stays in the folder, from an earlier build or made anew.

        What is new is read back from its bytes as well, so that it can't differ from what was kept.
        """
        if self._folder is None:
            return written.read(written.write(make()))
        name = fingerprint(self._code, inputs)
        self._files.add(name)
        body = _content(self._folder / name, written.kind)
        if body is None:
            body = written.write(make())
            _write(self._folder / name, written.kind, body)
        return written.read(body)

    def shelf(self, name: str) -> Shelf:
        """Return the shelf of a thing; `close` writes it. Without a folder it holds things while it is open."""
        if self._folder is None:
            return Shelf(None)
        file = fingerprint(self._code, _SHELF, name)
        self._files.add(file)
        return Shelf(self._folder / file, self._code)

    def forget_unused(self) -> None:
        """End a build: what it did not ask for is dropped."""
        self._last, self._used = self._used, {}
        for file in _files_of(self._folder):
            if file.name not in self._files:
                with suppress(OSError):
                    file.unlink(missing_ok=True)
        self._files = set()


def code_fingerprint(package: Path = _PACKAGE) -> str:
    """Return the fingerprint of what makes results besides inputs: this package, the libraries, Python itself."""
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix not in {".pyc", ".md"})
    own = (part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes()))
    return fingerprint(sys.version, *sorted(_libraries()), *own)


def _libraries() -> Iterator[str]:
    """Name what is installed: the folders of its metadata carry the versions."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.glob("*.dist-info"))


def _files_of(folder: Path | None) -> list[Path]:
    """List what is in a folder; nothing when it is not there or may not be read."""
    try:
        return list(folder.iterdir()) if folder else []
    except OSError:
        return []


def _content(file: Path, kind: str) -> bytes | None:
    """Read a cache file: a digest, then the body; None when it is not there, not whole, of another name or kind."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    body = content[_DIGEST_BYTES:]
    return body if content[:_DIGEST_BYTES] == _digest(file.name, kind, body) else None


def _write(file: Path, kind: str, body: bytes) -> None:
    """Write a file whole or not at all: builds may run side by side. What can't be written is not kept."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(_digest(file.name, kind, body) + body)
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _digest(name: str, kind: str, body: bytes) -> bytes:
    """Return the digest of a body with the name and kind it stands under: a body is worth nothing elsewhere."""
    return bytes.fromhex(fingerprint(name, kind, body))
