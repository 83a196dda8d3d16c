"""Work shared out among processes comes back as one process would do it, whatever the system can do."""

from __future__ import annotations

import os
import threading

import pytest

from generator.build import workers
from generator.build.workers import MOST, WORTH_IT, spread, usual_workers


def test_results_come_in_the_order_of_the_things() -> None:
    assert list(spread(lambda number: number * 2, range(20), 3)) == [number * 2 for number in range(20)]


def test_one_process_does_the_work_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_can_copy", lambda: pytest.fail("asked"))
    assert list(spread(lambda _: os.getpid(), [1, 2], 1)) == [os.getpid()] * 2
    assert list(spread(lambda _: os.getpid(), [1], 4)) == [os.getpid()]


def test_a_process_with_threads_is_not_copied() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert list(spread(lambda _: os.getpid(), [1, 2, 3], 2)) == [os.getpid()] * 3
    finally:
        over.set()
        thread.join()


def test_what_goes_wrong_in_a_process_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda number: 1 // number, [1, 0], 2))


def test_small_sites_are_built_by_one_process() -> None:
    assert usual_workers(WORTH_IT - 1) == 1
    assert usual_workers(WORTH_IT) in range(1, MOST + 1)
