"""Promises about what runs on GitHub: pinned, with least permissions, and nothing that can't run here."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.model.vocabulary import Status
from project import plain

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):(?!=)", MAKEFILE, re.MULTILINE))


def read(path: Path) -> Any:
    return plain(path.read_text(encoding="utf-8"))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
class TestEveryWorkflow:
    def test_pins_actions_by_commit_and_says_which_version_it_is(self, path: Path) -> None:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line

    def test_grants_nothing_by_default_and_a_time_limit_to_each_job(self, path: Path) -> None:
        workflow = read(path)
        assert workflow["permissions"] == {}
        for job in workflow["jobs"].values():
            assert job["permissions"]
            assert job["timeout-minutes"] <= 60

    def test_runs_only_targets_of_the_makefile(self, path: Path) -> None:
        for command in (step["run"] for step in steps(path) if "run" in step):
            words = [word for word in command.split() if "=" not in word and not word.startswith("-")]
            assert words[0] == "make"
            assert set(words[1:]) <= TARGETS

    def test_explains_a_failure_in_ukrainian(self, path: Path) -> None:
        notes = re.findall(r"make failure-note NOTE=(\w+)", path.read_text(encoding="utf-8"))
        assert notes
        for note in notes:
            assert re.search("[а-яіїєґ]", (ROOT / ".github" / "failure" / f"{note}.md").read_text(encoding="utf-8"))


def test_every_phony_target_exists_and_the_other_way_round() -> None:
    phony = re.search(r"^\.PHONY: ((?:.+\\\n)*.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].replace("\\", "").split()) == TARGETS


def test_report_form_offers_the_statuses_of_the_plans() -> None:
    form = read(ROOT / ".github" / "ISSUE_TEMPLATE" / "measure-report.yml")
    (options,) = [field["attributes"]["options"] for field in form["body"] if field.get("id") == "status"]
    assert options == [status.words for status in Status]


def test_locks_name_no_place_to_download_from() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8")
        assert "--index" not in lock.read_text(encoding="utf-8")
    packages = json.loads((ROOT / "tests" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if name and "integrity" not in package]
