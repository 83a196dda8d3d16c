"""A problem as people read it: its line first, then the line and a caret under the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.source.excerpt import pointed, with_lines
from generator.source.problem import Problem, Severity
from staff.scaffold.running import run_plans

if TYPE_CHECKING:
    from pathlib import Path

LINES = ["title: План", "        term: ІІ квартал", ""]


def told(line: int, column: int) -> list[str]:
    return list(with_lines([Problem("plan.yml", line, column, "nizhyn", "не так")], {"plan.yml": LINES}.__getitem__))


def test_the_line_is_named_first_and_shown_with_a_caret() -> None:
    assert told(2, 15) == [
        "рядок 2: plan.yml:2:15: nizhyn: не так",
        "   2 |         term: ІІ квартал",
        "     |               ^",
    ]


def test_a_problem_of_a_whole_file_points_at_no_line() -> None:
    assert told(1, 1) == ["plan.yml:1:1: nizhyn: не так"]


@pytest.mark.parametrize("line", [3, 4])
def test_where_there_is_nothing_to_show_the_place_is_told_alone(line: int) -> None:
    assert told(line, 1) == [f"рядок {line}: plan.yml:{line}:1: nizhyn: не так"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "а" * 150 + "Ж" + "а" * 150
    shown, caret = pointed(line, 12, 151)
    assert shown == f"  12 | …{'а' * 40}Ж{'а' * 59}…"
    assert shown.index("Ж") == caret.index("^")


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [
        ("\ta: b", 2, " "),
        ("термін\u0301: b", 9, " " * 7),
        ("漢: b", 3, "   "),
        ("a\x07b", 3, "  "),
        ("a:\u00a0b", 3, "  "),
    ],
)
def test_the_caret_stands_under_the_sign_on_a_console(line: str, column: int, before: str) -> None:
    shown, caret = pointed(line, 1, column)
    assert caret == f"     | {before}^"
    assert shown.removeprefix("   1 | ").isprintable()


def test_the_command_shows_the_line_as_it_is_typed(tmp_path: Path) -> None:
    folder = tmp_path / "plans" / "nizhyn"
    folder.mkdir(parents=True)
    (folder / "community.yml").write_text("name: Ніжин\nterm:\u00a0так\n", encoding="utf-8")
    said = run_plans("check", cwd=tmp_path).stdout.splitlines()
    assert said[0].startswith("рядок 2: plans/nizhyn/community.yml:2:6: ")
    assert said[0].endswith("після двокрапки стоїть нерозривний пробіл; поставте звичайний")
    assert said[1:3] == ["   2 | term: так", "     |      ^"]


def test_a_file_that_is_no_text_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_bytes(b"\xff\xfe\x00")
    path = (tmp_path / "plan.yml").as_posix()
    assert list(with_lines([Problem(path, 2, 1, "", "не так")])) == [f"рядок 2: {path}:2:1: не так"]


def warned(*places: int, severity: Severity = Severity.WARNING) -> list[Problem]:
    return [Problem(f"{number}.yml", number, 1, f"r{number}", "нікуди писати", severity) for number in places]


def test_a_warning_that_stands_in_three_places_is_told_once() -> None:
    other = Problem("2.yml", 1, 1, "r2", "інше", Severity.WARNING)
    assert list(with_lines([*warned(1), other, *warned(2, 3)], lambda _: [])) == [
        "1.yml:1:1: r1: попередження: нікуди писати",
        "  те саме ще тут (2): 2.yml:2:1, 3.yml:3:1",
        "2.yml:1:1: r2: попередження: інше",
    ]


@pytest.mark.parametrize("problems", [warned(2, 3), warned(2, 3, 4, severity=Severity.ERROR)])
def test_two_warnings_and_any_error_are_told_each_in_its_place(problems: list[Problem]) -> None:
    assert [line.partition(": ")[2].partition(":")[0] for line in with_lines(problems, lambda _: [])] == [
        problem.path for problem in problems
    ]
