"""A plan against the one it replaced: promises kept, changed, added and dropped, matched by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.history.succession import succession
from generator.rules.load import load
from generator.source.disk import read_files
from project import ROOT

if TYPE_CHECKING:
    from generator.model.plan import Plan

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
PLAN = "nizhyn/plan-2025/plan.yml"
HEAD = """title: План
name: План
period: {start: 2025-01-01, end: 2025-12-31}
absent: [act]
goals:
  - number: "1"
    title: Ціль
    measures:
"""


def plan(*measures: str) -> Plan:
    lines = "".join(f"      - {{{one}}}\n" for one in measures)
    loaded = load({**SOUND, PLAN: f"{HEAD}{lines}".encode()})
    (found,) = [one for one in loaded.catalogue.plans if one.id == "nizhyn/plan-2025"]
    return found


def measure(number: str, text: str, term: str = "Постійно", executors: str = "УСЗН", more: str = "") -> str:
    return f'number: "{number}", text: {text}, term: {term}, executors: [{executors}]{more}'


ASK, CLUB = "Опитати мешканців", "Відкрити клуб читачів у бібліотеці"


def told(old: Plan, new: Plan) -> dict[str, list[str]]:
    found = succession(old, new)
    return {
        "same": [f"{one.old.id}>{one.new.id}" for one in found.same],
        "changed": [f"{one.old.id}>{one.new.id}: {said.sentence()}" for one in found.changed for said in one.changed],
        "reworded": [f"{one.old.id}>{one.new.id}: {said.sentence()}" for one in found.reworded for said in one.changed],
        "added": [one.id for one in found.added],
        "dropped": [one.id for one in found.dropped],
    }


def test_the_same_words_are_the_same_promise_under_any_number() -> None:
    found = told(plan(measure("1.1", ASK), measure("1.2", CLUB)), plan(measure("1.1", CLUB), measure("1.7", ASK)))
    assert found == {"same": ["1-2>1-1", "1-1>1-7"], "changed": [], "reworded": [], "added": [], "dropped": []}


def test_a_number_alone_makes_no_promise_the_same() -> None:
    found = told(plan(measure("1.1", ASK)), plan(measure("1.1", CLUB)))
    assert (found["added"], found["dropped"], found["same"], found["reworded"]) == (["1-1"], ["1-1"], [], [])


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (
            measure("1.1", ASK, term="до 1 грудня 2025 року"),
            "Змінено строк: було «Постійно», стало «до 1 грудня 2025 року».",
        ),
        (measure("1.1", ASK, executors="Карітас"), "Змінено виконавців: було «УСЗН», стало «Карітас»."),
        (measure("1.1", ASK, more=", indicators: [звіт]"), "Зазначено показники: «звіт»."),
    ],
)
def test_what_differs_is_told_field_by_field(now: str, sentence: str) -> None:
    assert told(plan(measure("1.1", ASK)), plan(now))["changed"] == [f"1-1>1-1: {sentence}"]


def test_what_is_ours_or_of_the_place_is_no_change_of_a_promise() -> None:
    assert told(plan(measure("1.1", ASK)), plan(measure("1.2", f"{ASK}.", more=", short: Опитування")))["same"] == [
        "1-1>1-2"
    ]


def test_words_mostly_the_same_stand_apart() -> None:
    now = "Відкрити клуб читачів у бібліотеці Липового"
    found = told(plan(measure("1.2", CLUB), measure("1.1", ASK)), plan(measure("1.1", now)))
    assert found["reworded"] == [f"1-2>1-1: Змінено текст: було «{CLUB}», стало «{now}»."]
    assert (found["dropped"], found["changed"]) == (["1-1"], [])


def test_the_likest_are_matched_first_and_each_once() -> None:
    one, two = "Придбати шкільний автобус для сіл", "Придбати шкільний автобус для міста"
    found = told(
        plan(measure("1.1", one), measure("1.2", two)), plan(measure("1.1", two), measure("1.2", f"{one} громади"))
    )
    assert found["same"] == ["1-2>1-1"]
    assert [said.partition(":")[0] for said in found["reworded"]] == ["1-1>1-2"]
    twice = told(plan(measure("1.1", ASK)), plan(measure("1.1", CLUB), measure("1.2", ASK), measure("1.3", ASK)))
    assert (twice["same"], twice["added"]) == (["1-1>1-2"], ["1-1", "1-3"])


def test_what_was_removed_before_is_not_dropped_by_the_new_plan() -> None:
    removed = measure("1.2", CLUB, more=", removed: {date: 2025-06-01}")
    found = told(plan(measure("1.1", ASK), removed), plan(measure("1.1", ASK)))
    assert (found["dropped"], found["same"]) == ([], ["1-1>1-1"])
