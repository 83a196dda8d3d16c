"""A draft in the place of a skeleton's table; executors in the place of an empty list."""

import re
from datetime import date

import pytest

from generator.model.records.record import SLUG
from generator.source.yaml_source import read_source
from generator.staff.scaffold.bodies import entries, unknown_executors, with_entries
from generator.staff.scaffold.filling import filled, is_empty_skeleton
from generator.staff.scaffold.skeleton import NewCommunity, NewPlan, community_files, plan_files

DRAFT = """\
# Чернетка плану, зроблена командою «plans import» з файлу «план.docx».

title: Програма на 2027 рік
name: "ЗАПОВНІТЬ: коротка назва для меню"
period:  # ПЕРЕВІРТЕ: роки взято з назви плану або зі строків
  start: 2027-01-01
  end: 2027-12-31
columns:
  measure: Заходи

goals:
  - number: "1"
    kind: Розділ
    title: Послуги
    measures:
      - number: "1.1"
        text: Відкрити приймальню
"""


def skeleton(**given):
    plan = NewPlan("pryluky", "plan-2026", (date(2026, 1, 1), date(2026, 12, 31)), **given)
    return plan_files(plan, "../schemas")["pryluky/plan-2026/plan.yml"]


def data(text):
    source, problems = read_source("plan.yml", text.encode())
    assert problems == []
    return source.data


def test_an_untouched_skeleton_takes_what_the_draft_knows():
    plan = data(filled(skeleton(), DRAFT))
    assert plan["title"] == "Програма на 2027 рік"
    assert plan["name"].startswith("ЗАПОВНІТЬ")
    assert plan["period"] == {"start": date(2027, 1, 1), "end": date(2027, 12, 31)}
    assert (plan["columns"], plan["goals"]) == (data(DRAFT)["columns"], data(DRAFT)["goals"])


def test_what_a_person_filled_stays():
    mine = skeleton(title="Моя назва", period_is_known=True).replace("# act:", "act:\n  kind: Рішення\n# act:")
    plan = data(filled(mine.replace("# summary:\n#   - План", "summary:\n  - План"), DRAFT))
    assert plan["title"] == "Моя назва"
    assert plan["period"]["start"] == date(2026, 1, 1)
    assert plan["act"] == {"kind": "Рішення"}
    assert plan["summary"]


def test_hints_above_the_table_stay_and_the_example_goes():
    text = filled(skeleton(), DRAFT)
    assert "# Повна назва, як у документі." in text
    assert "# act:" in text
    assert "Назва операційної цілі" not in text
    assert "зроблена командою" in text


@pytest.mark.parametrize(
    "change",
    [
        ("goals:\n", "columns:\n  measure: Заходи\ngoals:\n"),
        ('"ЗАПОВНІТЬ: назва першої цілі, як у документі"', "Послуги"),
        ('цілі, як у документі"\n', 'цілі, як у документі"\n    measures: []\n'),
        ("goals:\n", "notes: []\ngoals:\n"),
        ("title:", "title: ["),
    ],
)
def test_a_plan_with_anything_of_its_table_is_not_a_skeleton(change):
    assert is_empty_skeleton(skeleton())
    assert not is_empty_skeleton(skeleton().replace(*change))


def test_a_skeleton_without_its_mark_is_filled_too():
    bare = "\n".join(line for line in skeleton().splitlines() if not line.startswith("#"))
    assert is_empty_skeleton(bare)
    assert data(filled(bare, DRAFT))["goals"] == data(DRAFT)["goals"]


def test_executors_are_told_apart_as_the_registry_does():
    names = ["УСЗН", "усзн", "Центр  соціальних служб", "центр соціальних служб", "ЦНАП"]
    assert unknown_executors(names, ["цнап"]) == ["УСЗН", "Центр  соціальних служб"]


def test_entries_are_yaml_with_ids_that_do_not_repeat():
    names = ["УСЗН", "УСЗН ради", "БО «БФ «Карітас»»", "Служба у справах: дітей", "???", "!!!", "Служба справах дітей"]
    listed = data("executors:\n" + entries(names, ["uszn"]))["executors"]
    assert [entry["name"] for entry in listed] == names
    ids = [entry["id"] for entry in listed]
    assert ids[:3] == ["uszn-2", "uszn-rady", "bf-karitas"]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(SLUG, made) for made in ids)


@pytest.mark.parametrize("empty", ["executors: []", "executors: [ ]  # ще немає", "executors:", "executors:  # нікого"])
def test_entries_go_into_an_empty_list_only(empty):
    text = community_files(NewCommunity("pryluky"), "../schemas")["pryluky/community.yml"]
    done = with_entries(text.replace("executors: []", empty), entries(["УСЗН"], []))
    assert data(done)["executors"] == [{"id": "uszn", "name": "УСЗН"}]


@pytest.mark.parametrize(
    "taken",
    ["name: А\nexecutors:\n  - id: a\n    name: А\n", "executors:\n- id: a\n  name: А\nname: А\n",
     "executors:\n\n  # перший\n  - id: a\n    name: А\n\n# далі\nname: А\n"],
)  # fmt: skip
def test_entries_go_to_the_end_of_a_list_with_executors(taken):
    done = data(with_entries(taken, entries(["УСЗН"], ["a"])))
    assert done["executors"] == [{"id": "a", "name": "А"}, {"id": "uszn", "name": "УСЗН"}]
    assert done.get("name", "А") == "А"


@pytest.mark.parametrize(
    "taken", ["executors: [{id: a, name: А}]\n", "executors:\n  [{id: a, name: А}]\n", "name: А\n"]
)
def test_a_list_in_brackets_is_left_to_a_person(taken):
    assert with_entries(taken, "  - id: b") is None
