"""What makes a plan a draft, and what the same is once the plan was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.drafts import published
from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.problem import has_errors

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"
TERM = "            term: Постійно\n"
LISTED = {"addresses.txt": b"nizhyn/plan-2025/\nnizhyn/plan-2025/1-1/\n"}
LACKING = [
    (
        (TERM, ""),
        "nizhyn/1.1.2: попередження: немає строку: впишіть term, а якщо його немає в документі – absent: [term]",
    ),
    (
        ("            executors: [Карітас]\n", ""),
        "nizhyn/1.1.2: попередження: немає виконавців: впишіть executors, а якщо їх немає в документі – absent: [executors]",
    ),
    (
        ("period: {start: 2025-01-01, end: 2025-12-31}\n", ""),
        (
            "nizhyn/plan-2025: попередження: немає періоду дії: впишіть period, а якщо його немає в документі – "
            "absent: [period]"
        ),
    ),
    ((TERM, f"{TERM[:-1]}  # ПЕРЕВІРТЕ: рядок 4\n"), "nizhyn/plan-2025: попередження: ще не перевірено: рядок 4"),
    ((TERM, f"            # term: ЗАПОВНІТЬ\n{TERM}"), "nizhyn/plan-2025: попередження: ще не заповнено"),
    (("text: Оприлюднити результати", "text: ЗАПОВНІТЬ"), "nizhyn/plan-2025: попередження: ще не заповнено"),
]


def loaded(change, more=None):
    text = SOUND[PLAN].decode()
    assert change[0] in text
    return load({**SOUND, PLAN: text.replace(*change, 1).encode(), **(more or {})})


@pytest.mark.parametrize(("change", "words"), LACKING)
def test_a_plan_that_nobody_saw_is_a_draft_and_is_never_refused(change, words):
    found = loaded(change)
    assert [str(problem).split(": ", 1)[1] for problem in found.problems] == [words]
    assert found.catalogue.plans[0].lacks
    assert published(found.catalogue).communities == ()


@pytest.mark.parametrize(("change", "words"), LACKING)
def test_the_same_in_a_published_plan_is_an_error(change, words):
    found = loaded(change, LISTED)
    assert has_errors(found.problems)
    assert [str(problem).split(": ", 1)[1] for problem in found.problems] == [words.replace("попередження: ", "")]


def test_a_list_that_knows_other_plans_publishes_none():
    found = loaded((TERM, ""), {"addresses.txt": b"nizhyn/plan-2024/\nnizhyn/executors/\n"})
    assert not has_errors(found.problems)


@pytest.mark.parametrize("words", ["absent: [term]", "unaligned: {terms: [І квартал]}"])
def test_what_is_said_to_be_absent_makes_no_draft(words):
    assert loaded((TERM, f"            {words}\n")).problems == []


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("goals:\n", "absent: [term]\ngoals:\n"),
        ('  - number: "1"\n', '  - number: "1"\n    absent: [term]\n'),
        ('      - number: "1.1"\n', '      - number: "1.1"\n        absent: [term]\n'),
    ],
)
def test_absent_holds_for_all_below(before, said):
    text = SOUND[PLAN].decode().replace(TERM, "").replace("            term: ІV квартал 2025 року\n", "")
    assert len(load({**SOUND, PLAN: text.encode()}).problems) == 2
    assert load({**SOUND, PLAN: text.replace(before, said, 1).encode()}).problems == []


def test_a_project_needs_no_act():
    text = SOUND[PLAN].decode()
    start, end = text.index("act:"), text.index("money_unit")
    bare = text[:start] + text[end:]
    assert [problem.message for problem in load({**SOUND, PLAN: bare.encode()}).problems] == [
        "немає акта: впишіть act, а якщо його немає в документі – absent: [act]"
    ]
    assert load({**SOUND, PLAN: f"project: {{end: 2025-02-01}}\n{bare}".encode()}).problems == []
