"""Work on many things shared out among processes; what comes of it is the same with one process as with many."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")
MOST = 4
"""Processes that a build starts by itself: more wait for the disk, and each takes its memory."""
WORTH_IT = 12
"""Communities from which on a build starts processes: below, to start them costs what they save."""
_THREADS = Path("/proc/self/task")
"""The threads of this process, those of libraries too: Typst leaves some behind."""
_shared: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""The work at hand, which the processes find in the memory they are copies of."""


def spread(work: Callable[[Thing], Result], things: Sequence[Thing], workers: int) -> Iterator[Result]:
    """Yield the results of some work in the order of the things; `workers` processes do it at once.

    The processes are copies of this one (fork), so nothing is handed over but results. Where the system can't copy
    a process safely, this one does all.
    """
    if workers < 2 or len(things) < 2 or not _can_copy():  # noqa: PLR2004 - one process, one thing
        yield from map(work, things)
        return
    _shared.append((work, things))
    try:
        with multiprocessing.get_context("fork").Pool(min(workers, len(things))) as pool:
            yield from pool.imap(_one, range(len(things)))
    finally:
        _shared.pop()


def usual_workers(communities: int) -> int:
    """Return how many processes a build of so many communities takes when nobody says."""
    return min(MOST, os.cpu_count() or 1) if communities >= WORTH_IT else 1


def _one(number: int) -> object:
    work, things = _shared[-1]
    return work(things[number])


def _can_copy() -> bool:
    """Return whether a copy of this process would be sound: one made while other threads hold locks may hang."""
    if sys.platform == "darwin" or "fork" not in multiprocessing.get_all_start_methods():
        return False
    return len(list(_THREADS.iterdir())) == 1 if _THREADS.is_dir() else threading.active_count() == 1
