"""Every case of bad input and its exact messages; through the real command: no traceback, the old site stays.

A case is a folder: `plans/` holds the files that are wrong, laid over the sound ones in `sound/`, and `expected.txt`
what the loader says, word for word. To add one, write the files, run this test and copy what it shows.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import site_mark
from generator.rules.load import load
from generator.source.disk import read_files, write_files
from generator.source.problem import has_errors
from project import AS_OF, run_plans
from staff.scaffold.running import run_plans as run_here

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())
TODAY = date(2026, 1, 1)
SOUND = read_files(HERE / "sound" / "plans")


def name_of(case: Path) -> str:
    return case.name


def tree(case: Path, target: Path) -> Path:
    """Lay a case over the sound files in a folder of its own."""
    shutil.copytree(HERE / "sound" / "plans", target)
    shutil.copytree(case / "plans", target, dirs_exist_ok=True)
    return target


def test_the_files_under_the_cases_are_sound() -> None:
    assert load(SOUND).problems == []


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_bad_input_is_told_word_for_word(case: Path) -> None:
    found = load({**SOUND, **read_files(case / "plans")}, "plans/", TODAY).problems
    assert "".join(f"{problem}\n" for problem in found) == (case / "expected.txt").read_text(encoding="utf-8")


def test_messages_are_one_line_and_in_ukrainian() -> None:
    for line in (line for case in CASES for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines()):
        path, number, column, words = line.split(":", 3)
        assert path.startswith("plans/")
        assert int(number) >= 1
        assert int(column) >= 1
        assert any("а" <= letter <= "я" for letter in words)
        assert "Input should" not in line


def test_the_command_says_it_all_and_ends_with_one(tmp_path: Path) -> None:
    case = HERE / "cases" / "several-files-at-once"
    tree(case, tmp_path / "plans")
    done = run_here("check", cwd=tmp_path, AS_OF=AS_OF)
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    told = [line for line in done.stdout.splitlines(keepends=True) if not re.match(" *[0-9]* [|] ", line)]
    unnumbered = [re.sub(r"^рядок (\d+): (.*?:\1:)", r"\2", line) for line in told]
    assert "".join(unnumbered) == expected + f"Разом: {len(expected.splitlines())} помилок.\n"


def test_a_warning_alone_ends_with_nought(tmp_path: Path) -> None:
    tree(HERE / "cases" / "term-not-understood", tmp_path / "plans")
    done = run_here("check", cwd=tmp_path, AS_OF=AS_OF)
    assert done.returncode == 0
    assert done.stdout.endswith("Разом: помилок немає, 1 попередження.\n")


@pytest.mark.parametrize(("day", "warnings"), [("2026-01-01", 1), ("2052-07-31", 0)])
def test_the_command_tells_of_reports_from_the_future(day: str, warnings: int, tmp_path: Path) -> None:
    tree(HERE / "cases" / "report-dates-from-the-future", tmp_path / "plans")
    done = run_here("check", cwd=tmp_path, AS_OF=day)
    assert done.stdout.count("а цей день ще не настав; перевірте рік") == warnings


def test_tools_read_the_problems_as_json(tmp_path: Path) -> None:
    tree(HERE / "cases" / "executor-unknown-near", tmp_path / "plans")
    done = run_here("check", "--format", "json", cwd=tmp_path, AS_OF=AS_OF)
    assert done.returncode == 1
    assert json.loads(done.stdout) == [
        {
            "file": "plans/nizhyn/plan-2025/plan.yml",
            "line": 23,
            "column": 25,
            "record": "nizhyn/1.1.1",
            "severity": "error",
            "message": "невідомий виконавець «УСЗНН»; можливо, «УСЗН»",
        }
    ]


@pytest.mark.site
@pytest.mark.parametrize("name", ["yaml-unclosed-quote", "executor-unknown-near", "text-raw-html"])
def test_a_failed_build_leaves_the_old_site_as_it_was(name: str, tmp_path: Path) -> None:
    assert has_errors(load({**SOUND, **read_files(HERE / "cases" / name / "plans")}).problems)
    plans, site = tree(HERE / "cases" / name, tmp_path / "plans"), tmp_path / "site"
    write_files(site, [("index.html", "старий сайт".encode())])
    site_mark.finish(site)
    before = (site / "index.html").stat()
    done = run_plans("build", "--plans-dir", str(plans), "--site-dir", str(site))
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "Старий сайт лишився як був" in done.stdout
    assert done.stderr == "", "a problem is said once"
    assert sorted(path.name for path in site.iterdir()) == [site_mark.MARK, "index.html"]
    assert (site / "index.html").stat().st_mtime_ns == before.st_mtime_ns
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "site"]
