"""A child process for each trial: what spoilt code does, to itself or to the machine, ends with it."""

from __future__ import annotations

import os
import resource
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

MOST_SECONDS = 150
"""Of processor time; what takes longer goes on for ever, and that is noticed."""
MOST_MEMORY = 3 << 30
"""In bytes, and 256 MB for a file: a change can make something grow without end."""
LOG = Path("build/mutation/child.log")


def status_of(work: Callable[[], int], seconds: int = MOST_SECONDS) -> int:
    """Return the status of a function run in a child, negative when a signal ended it; what it says goes to a log."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _be(work, seconds)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _be(work: Callable[[], int], seconds: int) -> None:
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (256 << 20, 256 << 20))
        log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        status = work()
    except BaseException:  # noqa: BLE001 - a module that can't be loaded is noticed as well
        traceback.print_exc()
    finally:
        os._exit(status)
