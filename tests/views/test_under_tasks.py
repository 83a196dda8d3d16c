"""Lists put steps beneath their task and lose none of them."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.model.place import Place
from generator.model.plan import Measure
from generator.model.records.measure import MeasureRecord
from generator.views.commitment import Commitment, Commitments, under_tasks
from project import real_catalogue

PLANS = Path(__file__).parents[2] / "plans"


@cache
def melitopol() -> list[Commitment]:
    return Commitments(real_catalogue(), date(2026, 11, 22)).by_plan["melitopol/strategy-2027"]


def measure(identifier: str, *steps: Measure, parent: str | None = None) -> Measure:
    number = identifier.replace("-", ".")
    record = MeasureRecord(number=number, text=f"Захід {number}")
    return Measure(identifier, "1", Place("plan.yml"), record, parent=parent, steps=steps)


def listed(*measures: Measure) -> list[Commitment]:
    return [replace(melitopol()[0], measure=one) for one in measures]


def shape(items: list[Commitment]) -> list[tuple[str, list[str]]]:
    return [(item.measure.id, [step.name for step in item.steps]) for item in items]


def test_steps_at_any_depth_stand_beneath_the_outermost_task_of_the_list() -> None:
    innermost = measure("1-1-1", parent="1-1")
    inner = measure("1-1", innermost, parent="1")
    outer = measure("1", inner, measure("1-2", parent="1"))
    assert shape(under_tasks(listed(outer, inner, innermost, measure("2")))) == [("1", ["1.1", "1.1.1"]), ("2", [])]
    assert shape(under_tasks(listed(inner, innermost))) == [("1-1", ["1.1.1"])]
    assert shape(under_tasks(listed(outer, innermost))) == [("1", ["1.1.1"])]


def test_a_step_without_its_task_stands_alone_and_the_rest_stay_in_place() -> None:
    first, second = measure("1-1", parent="1"), measure("1-2", parent="1")
    outer = measure("1", first, second)
    assert shape(under_tasks(listed(measure("3"), second))) == [("3", []), ("1-2", [])]
    assert shape(under_tasks(listed(second, measure("3"), first, outer))) == [("3", []), ("1", ["1.1", "1.2"])]


def test_every_measure_of_a_real_plan_is_there_and_no_two_steps_of_a_task_are_named_alike() -> None:
    items = under_tasks(melitopol())
    assert len(items) + sum(len(item.steps) for item in items) == len(melitopol()) == 125
    for item in items:
        names = [step.name for step in item.steps]
        assert len(names) == len(set(names))
    repeated = next(item for item in items if item.measure.record.number == "1.3.1")
    assert [step.name.split(" ", 1)[0] for step in repeated.steps].count("1.3.1.2.") == 2
