"""Functions of the project as they stand in memory: what each test reaches, and one of them spoilt in place."""

from __future__ import annotations

import functools
import gc
import importlib
import pkgutil
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from types import CodeType, FrameType, FunctionType

import generator
from mutation.changes import ROOT, Mutant, compiled

PLACE = f"{ROOT}/generator/"
Key = tuple[str, str, int]
"""File, name with everything it stands in, first line."""


def load_everything() -> None:
    """Import every module of the project: one that is loaded later would come unspoilt from the disk."""
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


class Live:
    """The functions and caches of all loaded modules; gathered once, before the children are forked."""

    def __init__(self) -> None:
        gc.unfreeze()
        everything = gc.get_objects()
        self.functions: dict[Key, list[FunctionType]] = defaultdict(list)
        self.caches = [one for one in everything if isinstance(one, functools._lru_cache_wrapper)]
        for one in everything:
            if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(PLACE):
                self.functions[_key(one.__code__)].append(one)
        gc.freeze()

    def forget(self) -> None:
        """Empty all caches: what the sound code answered would hide the spoilt."""
        for one in self.caches:
            one.cache_clear()

    def spoil(self, mutant: Mutant) -> bool:
        """Give the functions of the mutant their changed code; False when nothing in memory has it."""
        changed = False
        for code in _inner(compiled(mutant)):
            if code.co_qualname.split(".<locals>")[0] != mutant.function:
                continue
            for function in self.functions.get(_key(code), ()):
                if function.__code__ != code:
                    function.__code__ = code
                    changed = True
        return changed


class Reach:
    """Which functions run: `seen` holds their code until it is emptied."""

    def __init__(self) -> None:
        self.seen: set[CodeType] = set()

    def start(self) -> None:
        threading.settrace(self._trace)
        sys.settrace(self._trace)

    def stop(self) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]

    def names(self) -> list[str]:
        """Return `file::function` of what ran since the last time."""
        found = {name_of(code) for code in self.seen if code.co_filename.startswith(PLACE)}
        self.seen.clear()
        return sorted(found)

    def _trace(self, frame: FrameType, _event: str, _argument: object) -> None:
        self.seen.add(frame.f_code)


def name_of(code: CodeType) -> str:
    file = code.co_filename.removeprefix(f"{ROOT}/")
    return f"{file}::{code.co_qualname.split('.<locals>')[0]}"


def _inner(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _inner(constant)


def _key(code: CodeType) -> Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno
