"""A measure as lists name it: who answers for it, and a step beneath its task."""

from __future__ import annotations

from datetime import date

from generator.views.commitment import Step, commitments
from project import real_catalogue

ITEMS = commitments(real_catalogue(), date(2026, 11, 22))


def test_one_executor_several_or_none() -> None:
    met = set()
    for item in ITEMS:
        number = len(item.measure.executors)
        met.add(min(number, 2))
        opening = {0: "", 1: "Виконавець: "}.get(number, "Виконавці: ")
        assert item.executors_line.startswith(opening), item.measure.id
        assert bool(item.executors_line) is bool(number)
    assert met >= {1, 2}


def test_a_step_tells_its_term_or_that_there_is_none() -> None:
    met = set()
    for item in ITEMS:
        first, *rest = Step(item, "крок").known
        met.add(item.measure.term is None)
        assert first == (item.measure.term.text if item.measure.term else item.no_term.lower())
        assert ("строк минув" in rest) is item.state.is_late
    assert met == {True, False}


def test_only_a_term_that_comes_again_recurs() -> None:
    recurring = {item.measure.term.text for item in ITEMS if item.recurs and item.measure.term}
    others = {item.measure.term.text if item.measure.term else "" for item in ITEMS if not item.recurs}
    assert {"Щороку", "Щорічно"} & recurring
    assert "" in others
    assert not recurring & others
    assert not {text for text in others if text.lower().startswith("що")}
