"""Trials of what runs while modules load: each child loads the project anew, with one module spoilt."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from importlib.machinery import SourceFileLoader
from types import CodeType

import pytest

from mutation import reach
from mutation.changes import ROOT, Mutant, compiled
from mutation.children import status_of
from mutation.in_place import TIME_FOR_ONE, FirstFailure, arguments

LIBRARIES = ("pydantic", "jinja2", "yaml", "markdown", "click", "icalendar", "hypothesis", "playwright.sync_api")
"""Loaded once for all children; openpyxl is not, for the project chooses how it writes."""


def load_libraries() -> None:
    for name in LIBRARIES:
        importlib.import_module(name)


def see_what_loading_reaches(code: str) -> None:
    """Write which functions run while the modules load."""
    place = reach.kept_in(reach.LOADING, code)
    if not place.exists():
        status_of(lambda: _load_and_write(code))


def _load_and_write(code: str) -> int:
    from mutation.live import Reach, load_everything  # noqa: PLC0415 - loads the project, in this child only

    tracing = Reach()
    tracing.start()
    load_everything()
    tracing.stop()
    found = reach.Reached(reach.LOADING, passed=True, seconds=0, functions=frozenset(tracing.names()))
    reach.write(reach.kept_in(reach.LOADING, code), [found])
    return 0


def is_noticed(mutant: Mutant, known: reach.Map) -> bool:
    """Load the project with one module spoilt and run the files of tests that have to do with it."""
    files = list(files_for(mutant, known))
    return bool(files) and status_of(lambda: _run(mutant, files)) != 0


def _run(mutant: Mutant, files: list[str]) -> int:
    spoilt, sound = compiled(mutant), SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        return spoilt if self.path == str(ROOT / mutant.file) else sound(self, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    return int(pytest.main(arguments(files), plugins=[FirstFailure()]))


def files_for(mutant: Mutant, known: reach.Map) -> Iterable[str]:
    """Yield the files of tests that name the module, those that reach its functions, those that reach who imports it."""
    name = mutant.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    users = [path for path in sorted((ROOT / "generator").rglob("*.py")) if _imports(path.read_text("utf-8"), name)]
    own = [path for path in sorted((ROOT / "tests").rglob("test_*.py")) if _imports(path.read_text("utf-8"), name)]
    found = dict.fromkeys(path.relative_to(ROOT).as_posix() for path in own)
    for module in (mutant.file, *(path.relative_to(ROOT).as_posix() for path in users)):
        found |= dict.fromkeys(known.files(module))
    left = TIME_FOR_ONE
    for file in found:
        if known.is_sound(file):
            left -= known.seconds(file)
            if left < 0:
                return
            yield file


def _imports(text: str, module: str) -> bool:
    parent, _, last = module.rpartition(".")
    return f"from {module} import" in text or any(
        last in line.replace(",", " ").split() for line in text.splitlines() if line.startswith(f"from {parent} import")
    )
