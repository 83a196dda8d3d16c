"""The live preview: problems are named on the terminal, the last good site stays until they are mended."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from generator.build.mkdocs.telling import Told
from generator.source.problem import Problem, Severity
from project import AS_OF, ROOT, run_plans, small_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.site
PLAN = "plans/nizhyn/plan-2025/plan.yml"
SECONDS = 120
"""How long anything may take before it counts as hanging; it takes a second or two."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def edit(project: Path, old: str, new: str) -> None:
    text = (project / PLAN).read_text(encoding="utf-8")
    assert old in text
    (project / PLAN).write_text(text.replace(old, new, 1), encoding="utf-8")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def until(ready: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + SECONDS
    while not ready():
        assert time.monotonic() < end, what
        time.sleep(0.1)


class Preview:
    """A running `plans serve`."""

    def __init__(self, address: str, output: Path) -> None:
        self.address, self.output = address, output

    def page(self) -> str:
        """Read the page of the plan as a browser would; nothing while nobody answers."""
        try:
            with urlopen(f"http://{self.address}/nizhyn/plan-2025/", timeout=SECONDS) as answer:
                return str(answer.read().decode())
        except URLError:
            return ""

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")


@contextmanager
def served(project: Path) -> Iterator[Preview]:
    preview = Preview(f"127.0.0.1:{free_port()}", project.parent / "output.txt")
    given = {"AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(project.parent / "cache")}
    given["SITE_URL"] = f"http://{preview.address}/"
    with preview.output.open("w") as output:
        running = subprocess.Popen(
            [sys.executable, "-m", "generator.cli", "serve", "--address", preview.address],
            cwd=project, env={**os.environ, **given}, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        until(lambda: bool(preview.page()) or running.poll() is not None, "no page")
        yield preview
    finally:
        running.kill()
        running.wait()


def test_the_last_good_site_stays_until_a_problem_is_mended(project: Path) -> None:
    with served(project) as preview:
        assert preview.address in preview.said()
        edit(project, "УСЗН", "УСЗНН")
        until(lambda: "невідомий виконавець «УСЗНН»; можливо, «УСЗН»" in preview.said(), preview.said())
        assert "План" in preview.page()
        edit(project, "УСЗНН", "УСЗН")
        edit(project, "title: ", "title: Оновлений. ")
        until(lambda: "Оновлений." in preview.page(), preview.said())
        until(lambda: bool(re.search(r"^Оновлено о \d\d:\d\d:\d\d\.$", preview.said(), re.MULTILINE)), preview.said())
        about, words = project / "content/settings/index.md", (project / "content/settings/index.md").read_bytes()
        about.write_bytes("Про сайт".encode("cp1251"))
        until(lambda: "index.md не в UTF-8: збережіть її в цьому кодуванні" in preview.said(), preview.said())
        about.write_bytes(words)
        (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
        until(lambda: preview.said().count("mkdocs.yml") > 0, preview.said())
        assert "Оновлений." in preview.page()
        assert "Traceback" not in preview.said()


def test_warnings_that_were_said_are_not_said_again() -> None:
    told = Told()
    bad = Problem("plans/a.yml", 1, 1, "a", "помилка")
    one, two = (Problem("plans/a.yml", line, 1, "a", "так", Severity.WARNING) for line in (2, 3))
    assert told.warnings([bad, one]) == [f"рядок 2: {one}"]
    assert told.warnings([bad, one, two]) == [f"рядок {two.line}: {two}", "Як і раніше: 1 попередження."]
    assert told.warnings([one, two]) == ["Як і раніше: 2 попередження."]
    assert told.warnings([bad]) == []
    assert told.warnings([one]) == [f"рядок 2: {one}"], "it had gone in between"
    assert told.errors([bad, one]) == told.errors([bad]) == [str(bad)]


def test_problems_at_the_start_are_named_as_by_the_check(project: Path) -> None:
    edit(project, "УСЗН", "УСЗНН")
    problems = run_plans("check", cwd=project).stdout.splitlines()[:-1]
    done = run_plans("serve", "--address", f"127.0.0.1:{free_port()}", cwd=project, PLANS_CACHE=os.devnull)
    assert done.returncode == 1
    assert done.stdout.splitlines()[: len(problems)] == problems != []
    assert "Неправильна команда" not in done.stderr


def test_an_address_that_is_taken_or_none_is_told(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run_plans("serve", "--address", address, cwd=project, PLANS_CACHE=os.devnull)
    assert (done.returncode, done.stderr) == (
        2,
        "Не вдалося: ця адреса вже зайнята; дайте інший порт: --address 127.0.0.1:8001.\n",
    )
    assert "Сайт видно" not in done.stdout
    for wrong in ("8000", "127.0.0.1:99999"):
        done = run_plans("serve", "--address", wrong, cwd=project)
        assert (done.returncode, f"«{wrong}» не годиться" in done.stderr) == (2, True)
