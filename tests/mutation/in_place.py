"""Trials of changes inside functions: everything is loaded and collected once, each child spoils one function."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis

from mutation import reach
from mutation.children import LOG, status_of
from mutation.fates import NOTICED, SURVIVED, TO_LOAD, UNREACHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pytest

    from mutation.changes import Mutant

TESTS = os.environ.get("TESTS", "not slow and not browser and not site")
"""Which tests are asked, as pytest's `-m` says it; `TESTS="not browser and not site"` asks the slow ones too."""
NOT_IN_MEMORY = 77
"""Status of a child that found no function to spoil."""
TIME_FOR_ONE = 15.0
"""Seconds of tests, as they took on the sound code, that a change gets; those that reach least come first."""


class FirstFailure:
    """A plugin for tests that only have to fail: no search for a smaller example, none kept."""

    def pytest_sessionstart(self) -> None:
        usual = hypothesis.settings.get_profile("project")
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("mutation", usual, phases=phases, database=None)
        hypothesis.settings.load_profile("mutation")


class InPlace(FirstFailure):
    """A plugin that takes the place of pytest's loop over tests."""

    def __init__(self, mutants: Iterable[Mutant], code: str, tell: Callable[[Mutant, str], None]) -> None:
        self.mutants = mutants
        self.code = code
        self.tell = tell

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Ask the tests what they reach, then try the changes."""
        from mutation.live import Live, load_everything  # noqa: PLC0415 - loads the project, in this child only

        load_everything()
        live = Live()
        known = self._map(session, live)
        items = {item.nodeid: item for item in session.items}
        for mutant in self.mutants:
            name = f"{mutant.file}::{mutant.function}"
            if not mutant.function or name in known.while_loading:
                self.tell(mutant, TO_LOAD)
                continue
            reaching = [one for one in known.tests(mutant.file, mutant.function) if one.test in items]
            chosen = [items[one.test] for one in _within(reaching, TIME_FOR_ONE)]
            if not chosen:
                self.tell(mutant, UNREACHED)
                continue

            def work(mutant: Mutant = mutant, chosen: list[pytest.Item] = chosen) -> int:
                live.forget()
                return run(session, chosen) if live.spoil(mutant) else NOT_IN_MEMORY

            status = status_of(work)
            self.tell(mutant, {0: SURVIVED, NOT_IN_MEMORY: TO_LOAD}.get(status, NOTICED))
        return True

    def _map(self, session: pytest.Session, live: object) -> reach.Map:
        by_file: dict[str, list[pytest.Item]] = {}
        for item in session.items:
            by_file.setdefault(item.nodeid.split("::")[0], []).append(item)
        found = reach.read(reach.kept_in(reach.LOADING, self.code))
        for number, (file, items) in enumerate(by_file.items(), 1):
            place = reach.kept_in(file, self.code)
            if not place.exists():
                if status_of(lambda items=items, place=place: ask(session, items, place, live), 600):
                    raise RuntimeError(f"{file}: {LOG.read_text(encoding='utf-8')[-2000:]}")
                print(f"{number} із {len(by_file)}: {file}", flush=True)
            found += reach.read(place)
        return reach.Map(found)


def ask(session: pytest.Session, items: list[pytest.Item], place: Path, live: object) -> int:
    """Run tests of a file on the sound code and write what each reaches."""
    from mutation.live import Reach  # noqa: PLC0415

    live.forget()
    tracing, found = Reach(), []
    for item, after in pairwise([*items, None]):
        failed, began = session.testsfailed, time.process_time()
        tracing.start()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        tracing.stop()
        seconds = time.process_time() - began
        functions = frozenset(tracing.names())
        found.append(reach.Reached(item.nodeid, session.testsfailed == failed, round(seconds, 3), functions))
    reach.write(place, found)
    return 0


def run(session: pytest.Session, items: list[pytest.Item]) -> int:
    """Run tests until one fails."""
    for item, after in pairwise([*items, None]):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        if session.testsfailed:
            return 1
    return 0


def _within(tests: list[reach.Reached], seconds: float) -> Iterable[reach.Reached]:
    for one in tests:
        seconds -= one.seconds
        if seconds < 0:
            return
        yield one


def arguments(tests: Iterable[str]) -> list[str]:
    """Return what pytest is called with: no cache, one process, only what needs neither a browser nor a site."""
    base = f"--basetemp={Path.cwd()}/build/mutation/tmp"
    words = ["-q", "-s", "-x", "--assert=plain", "--tb=native", "-p", "no:cacheprovider", "-p", "no:xdist"]
    return [*words, base, "-m", TESTS, *tests]
