"""Compile /packages.zip and /stdlib.zip into /compiled/, inside Pyodide; `browser_engine.mjs` starts it.

A module comes compiled and without its source: a browser would spend seconds on compiling it at every start.
Records keep their source, for pydantic reads the docstrings of their fields there.
"""

import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc, cache_from_source
from importlib.util import source_hash
from pathlib import Path

TARGETS = {"packages.zip": "/lib/python3.14/site-packages", "stdlib.zip": "/lib/python314.zip"}
"""Where each archive is found by the interpreter: tracebacks name these paths."""
WITH_SOURCE = "generator/model/records/"


def compiled(name: str, source: bytes, folder: str) -> tuple[str, bytes]:
    """Return the name and the bytes of a compiled module; it is never compared with its source."""
    code = compile(source, f"{folder}/{name}", "exec", dont_inherit=True)
    written = cache_from_source(name) if name.startswith(WITH_SOURCE) else f"{name}c"
    return written, bytes(_code_to_hash_pyc(code, source_hash(source), checked=False))


def pack(name: str, folder: str) -> None:
    """Write one archive."""
    entries: dict[str, bytes] = {}
    with zipfile.ZipFile(f"/{name}") as archive:
        for entry in archive.infolist():
            content = archive.read(entry)
            if not entry.filename.endswith(".py"):
                entries[entry.filename] = content
                continue
            if entry.filename.startswith(WITH_SOURCE):
                entries[entry.filename] = content
            written, code = compiled(entry.filename, content, folder)
            entries[written] = code
    with zipfile.ZipFile(f"/compiled/{name}", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for written in sorted(entries):
            if not written.endswith("/"):
                archive.writestr(zipfile.ZipInfo(written), entries[written], zipfile.ZIP_DEFLATED)


Path("/compiled").mkdir()
for archive_name, target in TARGETS.items():
    pack(archive_name, target)
