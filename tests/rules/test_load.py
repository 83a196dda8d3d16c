"""All files to one catalogue: what is read, what is told, and that the five real plans are sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.rules.load import Loaded, load
from generator.source.disk import read_files
from generator.source.problem import has_errors
from project import real_plans

ROOT = Path(__file__).parents[2]
SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
COMMUNITY = SOUND["nizhyn/community.yml"]
PLAN = SOUND["nizhyn/plan-2025/plan.yml"]
RESERVED = (
    "data search executors topics terms about guide embed communities accessibility settings changes glossary assets"
)


def said(loaded: Loaded) -> list[str]:
    return [str(problem) for problem in loaded.problems]


def changed(path: str, *pairs: tuple[str, str], **more: bytes) -> dict[str, bytes]:
    text = SOUND[path].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return {**SOUND, path: text.encode()}


def test_the_five_real_plans_have_no_errors() -> None:
    problems = real_plans().problems
    assert [str(problem) for problem in problems if has_errors([problem])] == []


def test_the_only_warnings_of_the_real_plans_are_channels_that_are_not_known() -> None:
    problems = real_plans().problems
    assert [problem.message for problem in problems if "мешканцям нікуди звернутися" not in problem.message] == []


def test_a_sound_tree_gives_its_catalogue() -> None:
    loaded = load(SOUND)
    (plan,) = loaded.catalogue.plans
    assert said(loaded) == []
    assert [measure.id for measure in plan.all_measures()] == ["1-1-1", "1-1-2"]
    assert [found.executor.id for measure in plan.all_measures() for found in measure.executors] == [
        "uszn",
        "tsentr",
        "caritas",
    ]


def test_nothing_at_all_is_told() -> None:
    assert said(load({})) == [
        "plans/:1:1: немає жодної громади: потрібна тека громади з файлом community.yml, як-от plans/nizhyn/community.yml"
    ]


def test_an_executor_is_found_in_any_case_and_spacing() -> None:
    files = changed(
        "nizhyn/plan-2025/plan.yml", ("[УСЗН, Центр соціальних служб]", "[усзн, «центр  СОЦІАЛЬНИХ служб»]")
    )
    assert "невідомий виконавець" in said(load(files))[0]
    files = changed("nizhyn/plan-2025/plan.yml", ("[УСЗН, Центр соціальних служб]", "[усзн, центр  СОЦІАЛЬНИХ служб]"))
    assert said(load(files)) == []


def test_a_community_that_cannot_be_read_does_not_make_its_executors_unknown() -> None:
    loaded = load(changed("nizhyn/community.yml", ("name: Ніжинська", "name: [Ніжинська")))
    assert loaded.catalogue.communities == ()
    assert not any("невідомий виконавець" in line for line in said(loaded))


def test_shared_executors_that_cannot_be_read_are_not_unknown_either() -> None:
    loaded = load({**SOUND, "executors.yml": b"executors: ["})
    assert [problem.path for problem in loaded.problems] == ["plans/executors.yml"]


def test_an_empty_list_of_shared_executors_knows_nobody() -> None:
    assert "невідомий виконавець «Карітас»" in said(load({**SOUND, "executors.yml": b"executors: []\n"}))[0]


def test_a_text_that_cannot_be_read_is_told_once() -> None:
    loaded = load({**SOUND, "nizhyn/plan-2025/texts/01-act.md": b"\xff"})
    assert said(loaded) == [
        "plans/nizhyn/plan-2025/texts/01-act.md:1:1: nizhyn/text/act: файл не в кодуванні UTF-8; збережіть його як UTF-8: «Файл → Зберегти як → Кодування: UTF-8»"
    ]


def test_a_warning_of_the_yaml_reader_does_not_throw_the_file_away() -> None:
    loaded = load(changed("nizhyn/plan-2025/plan.yml", ("text: Опитати мешканців", "text: Опитати будинок #5")))
    assert [problem.severity.value for problem in loaded.problems] == ["warning"]
    assert len(loaded.catalogue.plans) == 1


def test_problems_come_in_the_order_of_files_and_lines_and_once_each() -> None:
    files = {**SOUND, "chernihiv/community.yml": COMMUNITY, "executors.yml": SOUND["executors.yml"] * 2}
    problems = load(files).problems
    assert problems == sorted(set(problems))


@pytest.mark.parametrize("name", RESERVED.split())
def test_no_community_can_take_an_address_of_the_site(name: str) -> None:
    (problem,) = load({**SOUND, f"{name}/community.yml": COMMUNITY}).problems
    assert problem.message == f"назва теки громади «{name}» зайнята адресою сайту; назвіть теку інакше"


@pytest.mark.parametrize("name", ["Nizhyn", "нова-одеса", "nova_odesa", "nova odesa", "-nizhyn", "nova--odesa"])
def test_a_folder_whose_name_is_no_address_is_told(name: str) -> None:
    (problem,) = load({**SOUND, f"{name}/community.yml": COMMUNITY}).problems
    assert "стає адресою сторінки" in problem.message


@pytest.mark.parametrize("word", ["text", "embed"])
def test_no_goal_can_take_an_address_of_its_plan(word: str) -> None:
    files = changed("nizhyn/plan-2025/plan.yml", ('- number: "1.1"\n', f'- number: "1.1"\n        id: {word}\n'))
    assert any(f"ідентифікатор «{word}» зайнятий адресою сайту" in line for line in said(load(files)))


@pytest.mark.parametrize(
    "path",
    ["nizhyn/.DS_Store", "nizhyn/plan-2025/~$plan.docx", "nizhyn/plan-2025/plan.yml~", "README.md", ".git/config.yml"],
)
def test_files_of_systems_and_editors_are_passed_over(path: str) -> None:
    assert said(load({**SOUND, path: b""})) == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nizhyn/plan-2025/plan.yaml", "можливо, «plan.yml»"),
        ("nizhyn/plan-2025/Progress.yml", "можливо, «progress.yml»"),
        ("nizhyn/comunity.yml", "можливо, «community.yml»"),
        ("executor.yml", "можливо, «executors.yml»"),
        ("community.yml", "має стояти в теці громади"),
        ("plan.yml", "має стояти в теці плану"),
        ("nizhyn/plan.yml", "має стояти в теці плану: nizhyn/"),
        ("nizhyn/plan-2025/vstup.md", "не читається"),
        ("nizhyn/plan-2025/text/01-vstup.md", "теку з текстами має бути названо «texts»"),
        ("nizhyn/plan-2025/texts/more/01-vstup.md", "не читається"),
        ("nizhyn/plan-2025/plan.docx", "не читається"),
    ],
)
def test_a_file_that_nothing_reads_is_never_passed_over(path: str, words: str) -> None:
    (problem,) = load({**SOUND, path: b"a: 1\n"}).problems
    assert problem.path == f"plans/{path}"
    assert words in problem.message


def test_the_root_stands_before_every_path() -> None:
    (problem,) = load({**SOUND, "executor.yml": b""}, "/srv/дані/").problems
    assert problem.path == "/srv/дані/executor.yml"


def test_reports_are_from_the_future_only_against_an_as_of_date() -> None:
    entry = b"entries:\n  - {measure: 1.1.1, date: 2025-07-31, status: in-progress}\n"
    files = {**SOUND, "nizhyn/plan-2025/progress.yml": entry}
    assert said(load(files)) == []
    assert said(load(files, as_of=date(2025, 7, 31))) == []
    assert "ще не настав" in said(load(files, as_of=date(2025, 7, 30)))[0]


def test_a_report_finds_its_measure_by_number_or_id() -> None:
    entries = "entries:\n" + "".join(
        f"  - {{measure: {name}, date: 2025-07-{day}, status: in-progress}}\n"
        for day, name in enumerate(("1.1.1", "1-1-1", "1.1.1."), 10)
    )
    loaded = load({**SOUND, "nizhyn/plan-2025/progress.yml": entries.encode()})
    (plan,) = loaded.catalogue.plans
    assert said(loaded) == []
    assert [len(measure.entries) for measure in plan.all_measures()] == [3, 0]
