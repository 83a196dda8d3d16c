"""The engine of the page «Робоче місце»: Python for a browser, published where `make workplace` has fetched it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from generator.model.settings import Engine
from generator.pages.workplace import WORKPLACE

ENGINE_FOLDER: Final = "build/workplace"
"""Beside mkdocs.yml; git knows nothing of it."""
LIST_NAME: Final = "engine.json"
"""Its files with their bytes and hashes; without it there is no engine."""
_MARK: Final = 12
"""Signs of the hash that names an engine."""


def engine_of(project: Path) -> Engine:
    """Return what stands in a project's folder of the engine; nothing where it is missing or not whole."""
    folder = project / ENGINE_FOLDER
    files = _listed(folder)
    if not files or any(not (folder / name).is_file() for name in files):
        return Engine()
    size = sum(int(file["bytes"]) for file in files.values())
    return Engine(size, hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:_MARK])


def engine_files(project: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file of the engine with the address it is published at: another engine has other addresses."""
    engine = engine_of(project)
    if not engine:
        return
    folder = project / ENGINE_FOLDER
    for name in (LIST_NAME, *_listed(folder)):
        yield f"{WORKPLACE}engine/{engine.mark}/{name}", folder / name


def _listed(folder: Path) -> Mapping[str, Any]:
    try:
        read = json.loads((folder / LIST_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = read.get("files") if isinstance(read, dict) else None
    return files if isinstance(files, dict) else {}
