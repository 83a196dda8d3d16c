"""Whatever the console and whatever the defect, a person reads words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli
from generator.commands import running
from generator.commands.outcome import Outcome
from project import ROOT, run_plans, small_project


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "невідоме поле «termm»; можливо, «term»"),
        ("cp1251", "невідоме поле «termm»; можливо, «term»"),
        ("cp866", 'невiдоме поле "termm"; можливо, "term"'),
        ("cp1252", "nevidome pole «termm»; mozhlyvo, «term»"),
        ("cp437", "nevidome pole «termm»; mozhlyvo, «term»"),
    ],
)
def test_a_console_of_any_code_page_shows_words(encoding: str, words: str, tmp_path: Path) -> None:
    project = small_project(tmp_path / "Олена Ґудзь" / "Мої плани")
    plan = project / "plans/nizhyn/plan-2025/plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("term:", "termm:", 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check"],
        cwd=project, capture_output=True, check=False, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "AS_OF": "2026-01-01"},
    )  # fmt: skip
    assert done.returncode == 1
    assert words in done.stdout.decode(encoding)
    assert done.stderr == b""


@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        pytest.param(["build", "--help"], marks=pytest.mark.slow),
        [""],
        ["term", "ІV квартал 2025 року’№…🙂"],
        ["import", str(ROOT / "tests/staff/importer/files/number-as-date.xlsx")],
    ],
)
@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp866"])
def test_no_command_ends_in_a_traceback_for_a_sign(command: list[str], encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", *command],
        cwd=ROOT, capture_output=True, check=False, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert done.stdout + done.stderr


def test_a_command_without_a_name_is_told() -> None:
    done = run_plans("")
    assert done.returncode == 2
    assert done.stderr.startswith("Неправильна команда: назву команди не вказано\nДовідка: ")


def test_a_reader_who_leaves_is_not_told_of_it(tmp_path: Path) -> None:
    script = f"{sys.executable} -m generator.cli schema plan | head -c 1"
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")


def test_a_defect_of_ours_is_a_file_to_send(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise ZeroDivisionError("нуль")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "plans", fail)
    monkeypatch.setattr(sys, "argv", ["plans", "check", "--format", "json"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == Outcome.DEFECT == 3
    told = capsys.readouterr().err
    assert told.startswith(
        "У програмі стався збій, якого не мало бути (ZeroDivisionError). Це вада програми, а не ваших"
    )
    assert "записано у файл plans-defect.txt. Надішліть його розробникам: https://" in told
    assert "Traceback" not in told
    report = (tmp_path / "plans-defect.txt").read_text(encoding="utf-8")
    assert "plans check --format json\n" in report
    assert report.rstrip().endswith("ZeroDivisionError: нуль")


def test_a_defect_where_nothing_can_be_written_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    def fail(**_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(running, "plans", fail)
    with pytest.raises(SystemExit):
        cli.main()
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "command", [["new", "pryluky", "--short-name"], ["search"], ["import"]], ids=["new", "search", "import"]
)
def test_bytes_that_are_no_letters_are_told_and_leave_nothing_half_written(command: list[str], tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", *command, b"\xef\xf0\xe8"],
        cwd=project, capture_output=True, check=False, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == Outcome.USAGE_ERROR
    assert "Traceback" not in done.stderr.decode()
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
