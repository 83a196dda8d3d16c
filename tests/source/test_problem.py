"""How a problem reads, and which names it offers."""

from __future__ import annotations

import pytest

from generator.source.problem import Problem, Severity, below, has_errors, maybe, nearest, shown


def test_a_problem_reads_as_the_design_says() -> None:
    path = "plans/nizhyn/social-services-2025/plan.yml"
    message = "невідомий виконавець «УСЗНН»" + maybe("УСЗНН", ["Центр соціальних служб", "УСЗН", "ЦНАП"])
    assert str(Problem(path, 41, 18, "nizhyn/1.2.3", message)) == (
        f"{path}:41:18: nizhyn/1.2.3: невідомий виконавець «УСЗНН»; можливо, «УСЗН»"
    )


def test_a_warning_says_so_and_a_file_needs_no_record() -> None:
    assert str(Problem("f.yml", 1, 2, "", "щось", Severity.WARNING)) == "f.yml:1:2: попередження: щось"


def test_only_errors_stop_a_build() -> None:
    warning = Problem("f.yml", 1, 1, "", "щось", Severity.WARNING)
    assert not has_errors([warning])
    assert has_errors([warning, Problem("f.yml", 1, 1, "", "щось")])


def test_problems_sort_by_file_then_line_then_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10)]
    ordered = sorted(Problem(*place, "", "") for place in places)
    assert [(found.path, found.line, found.column) for found in ordered] == sorted(places)


@pytest.mark.parametrize(
    ("word", "known", "offered"),
    [
        ("усзнн", ["УСЗН"], ["УСЗН"]),
        ("txet", ["text", "title", "term"], ["text"]),
        ("Центр  соціальних служб", ["Центр соціальних служб"], ["Центр соціальних служб"]),
        ("Пожежна частина", ["УСЗН", "ЦНАП"], []),
        ("", ["УСЗН"], []),
    ],
)
def test_only_names_that_look_alike_are_offered(word: str, known: list[str], offered: list[str]) -> None:
    assert nearest(word, known) == offered


def test_comparing_a_huge_word_takes_no_time() -> None:
    assert nearest("х" * 1_000_000, ["УСЗН", "х" * 190]) != ["УСЗН"]


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("два\nрядки\tй  пробіли", "два рядки й пробіли"),
        ("\x1b[31mчервоне", "\ufffd[31mчервоне"),
        ("о" * 100, "о" * 79 + "…"),
        ({"a": 1}, "група полів"),
        ([1, 2], "список"),
        (1.1, "1.1"),
    ],
)
def test_what_was_typed_is_quoted_on_one_line(value: object, quoted: str) -> None:
    assert shown(value) == quoted


def test_a_problem_lies_below_its_own_folder_alone() -> None:
    own, other = (Problem(f"home/nizhyn/plans/{path}/plan.yml", 1, 1, "", "") for path in ("nizhyn/a", "city/nizhyn"))
    assert below([own, other], "home/nizhyn/plans/nizhyn/") == [own]
