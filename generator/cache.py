"""Results of pure work kept by a fingerprint of everything it was done from, so that it is not done twice.

A fingerprint is a digest of all inputs, so what is found under it is what would be made anew. Nothing is ever changed
in place and nothing here knows what it keeps. The folder may be deleted, shared or spoilt at any time: what
can't be read whole is made again.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

Made = TypeVar("Made")
_PACKAGE = Path(__file__).parent
_DIGEST_BYTES = 20


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
