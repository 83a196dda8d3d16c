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


COMMUNITY = "nizhyn/community.yml"
HINT = ("short_name: Ніжин\n", "short_name: 'ЗАПОВНІТЬ: коротка назва громади'\n")
LEFT = "nizhyn: попередження: ще не заповнено: коротка назва громади"


def of_community(more=None):
    text = SOUND[COMMUNITY].decode()
    assert HINT[0] in text
    return load({**SOUND, COMMUNITY: text.replace(*HINT).encode(), **(more or {})})


def test_a_community_with_hints_publishes_nothing():
    found = of_community()
    assert [str(problem).split(": ", 1)[1] for problem in found.problems] == [LEFT]
    assert found.catalogue.plans[0].lacks == ("community.yml, рядок 2: nizhyn: ще не заповнено: коротка назва громади",)
    assert published(found.catalogue).communities == ()


def test_nor_does_one_without_plans():
    found = of_community({PLAN: b""})
    (community,) = found.catalogue.communities
    assert community.plans == ()
    assert published(found.catalogue).communities == ()


def test_a_hint_in_a_community_that_was_published_is_an_error():
    found = of_community(LISTED)
    assert [str(problem).split(": ", 1)[1] for problem in found.problems] == [LEFT.replace("попередження: ", "")]
    assert has_errors(found.problems)


@pytest.mark.parametrize(
    ("path", "content", "line"),
    [
        (
            "progress.yml",
            "entries:\n  - {measure: 1.1.2, date: 2025-05-05, status: in-progress, comment: 'ЗАПОВНІТЬ: що зроблено'}",
            2,
        ),
        ("texts/01-vstup.md", "---\ntitle: 'ЗАПОВНІТЬ: що зроблено'\n---\nВступ.\n", 1),
        ("texts/01-vstup.md", "---\ntitle: Вступ\n---\nВступ.\n\n- ЗАПОВНІТЬ: що зроблено\n", 1),
    ],
)
def test_a_hint_anywhere_in_a_plan_makes_a_draft(path, content, line):
    found = load({**SOUND, f"nizhyn/plan-2025/{path}": content.encode()})
    told = [problem for problem in found.problems if "ще не заповнено: що зроблено" in problem.message]
    assert [problem.path for problem in told] == [f"plans/nizhyn/plan-2025/{path}"], found.problems
    assert f"{path.rpartition('/')[2]}, рядок {line}: " in found.catalogue.plans[0].lacks[-1]
    assert published(found.catalogue).communities == ()


def test_files_of_the_whole_site_hold_no_hints():
    shared = "executors: [{id: fond, name: 'ЗАПОВНІТЬ: назва'}]\n"
    found = load({**SOUND, "executors.yml": shared.encode()})
    assert has_errors(found.problems)
    assert "plans/executors.yml:1:30: executors: ще не заповнено: назва" in [str(problem) for problem in found.problems]


def test_a_body_that_only_a_draft_names_is_not_published():
    text = SOUND[PLAN].decode()
    bodies = SOUND[COMMUNITY].decode().replace("executors:\n", "executors:\n  - {id: khor, name: Хор}\n", 1)
    draft = text.replace("executors: [Карітас]", "executors: [Хор]  # ПЕРЕВІРТЕ: чи так")
    assert draft != text
    both = {**SOUND, COMMUNITY: bodies.encode(), "nizhyn/chernetka/plan.yml": draft.encode()}
    found = published(load(both).catalogue)
    assert "khor" not in [body.id for community in found.communities for body in community.executors]
    known = [body.id for body in load(SOUND).catalogue.communities[0].executors]
    assert [body.id for body in found.communities[0].executors] == known
    kept = published(load({**both, "nizhyn/chernetka/plan.yml": text.encode()}).catalogue)
    assert [body.id for body in kept.communities[0].executors] == ["khor", *known]
