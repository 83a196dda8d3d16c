"""Builds as they go wrong: killed at any moment, three at once, without permission, with a spoilt cache, plans saved meanwhile.

`FAULTS=40 make faults` tries each many times; every run of the tests a few.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build import site_mark
from project import AS_OF, ROOT, small_project

FAULTS = int(os.environ.get("FAULTS", "3"))
SEED = int(os.environ.get("SEED", "1"))
PLAN = "plans/nizhyn/plan-2025/plan.yml"
OLD, NEW = "Опитати мешканців", "Опитати всіх мешканців"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def start(project: Path, *before: str) -> subprocess.Popen[str]:
    given = {**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(project.parent / "cache")}
    return subprocess.Popen(
        [*before, sys.executable, "-m", "generator.cli", "build"],
        cwd=project, env=given, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def build(project: Path) -> None:
    process = start(project)
    out, errors = process.communicate()
    assert process.returncode == 0, out + errors


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def say(project: Path, words: str) -> None:
    plan = project / PLAN
    text = plan.read_text(encoding="utf-8")
    fresh = plan.with_suffix(".new")
    fresh.write_text(text.replace(NEW, OLD).replace(OLD, words), encoding="utf-8")
    fresh.replace(plan)


@pytest.fixture
def sites(project: Path) -> list[dict[str, bytes]]:
    """The two sites there may be: of the old words and of the new ones; the old one stands."""
    found = []
    for words in (NEW, OLD):
        say(project, words)
        build(project)
        found.append(tree(project / "site"))
    return found


@pytest.mark.slow
def test_a_build_killed_at_any_moment_loses_nothing(project: Path, sites: list[dict[str, bytes]]) -> None:
    chance = random.Random(SEED)
    started = time.monotonic()
    build(project)
    took = time.monotonic() - started
    killed = 0
    for number in range(FAULTS):
        say(project, (NEW, OLD)[number % 2])
        process = start(project)
        time.sleep(chance.uniform(0, took * 1.1))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode < 0
        assert tree(project / "site") in sites, "a site stands whole, the old one or the new one"
    build(project)
    assert tree(project / "site") == sites[(FAULTS - 1) % 2]
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".site")) == []
    print(f"killed {killed} of {FAULTS}")


@pytest.mark.slow
def test_three_builds_at_once_leave_one_whole_site(project: Path, sites: list[dict[str, bytes]]) -> None:
    for number in range(max(1, FAULTS // 3)):
        say(project, (NEW, OLD)[number % 2])
        processes = [start(project) for _ in range(3)]
        for process in processes:
            out, errors = process.communicate()
            assert process.returncode == 0, out + errors
        assert tree(project / "site") == sites[number % 2]
        assert not list(project.glob(".site*"))


@pytest.mark.slow
def test_plans_saved_during_a_build_make_the_old_or_the_new_site(project: Path, sites: list[dict[str, bytes]]) -> None:
    chance = random.Random(SEED)
    for number in range(FAULTS):
        process = start(project)
        time.sleep(chance.uniform(0, 2))
        say(project, (NEW, OLD)[number % 2])
        out, errors = process.communicate()
        assert process.returncode == 0, out + errors
        assert tree(project / "site") in sites


@pytest.mark.slow
def test_a_cache_broken_in_every_way_changes_nothing(project: Path, sites: list[dict[str, bytes]]) -> None:
    chance = random.Random(SEED)
    cache = project.parent / "cache"
    for _ in range(FAULTS):
        for file in sorted(path for path in cache.rglob("*") if path.is_file()):
            _break(file, chance)
        build(project)
        assert tree(project / "site") == sites[1]


def _break(file: Path, chance: random.Random) -> None:
    content = file.read_bytes()
    place = chance.randrange(len(content) + 1)
    match chance.randrange(8):
        case 0:
            file.unlink()
        case 1:
            file.write_bytes(content[:place])
        case 2:
            file.write_bytes(content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :])
        case 3:
            file.unlink()
            file.mkdir()
        case 4:
            file.write_bytes(chance.choice([path for path in file.parent.iterdir() if path.is_file()]).read_bytes())
        case 5:
            file.unlink()
            file.symlink_to("/dev/null")
        case 6:
            file.write_bytes(b"")
        case _:
            file.write_bytes(content + content)


AS_USER = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""What makes root obey permissions as everybody does."""


@pytest.mark.slow
@pytest.mark.skipif(bool(AS_USER) and not shutil.which("setpriv"), reason="root obeys no permissions here")
@pytest.mark.parametrize("place", ["site", "around", "plans", "cache"])
def test_without_permission_a_person_is_told_and_nothing_is_lost(
    place: str, sites: list[dict[str, bytes]], project: Path
) -> None:
    cache = project.parent / "cache"
    kept = {"site": project / "site", "around": project, "plans": project / PLAN, "cache": cache / "built"}[place]
    say(project, NEW)
    kept.chmod(0o000 if place == "plans" else 0o500)
    process = start(project, *AS_USER)
    out, errors = process.communicate()
    kept.chmod(0o700)
    assert "Traceback" not in out + errors
    if place == "plans":
        assert process.returncode == 2
        assert "plan.yml» не вдається прочитати; перевірте, чи є до нього доступ" in errors
        assert tree(project / "site") == sites[1]
    else:  # the folder of a site may be exchanged as a whole, or poured into; what can't be kept is made anew
        assert process.returncode == 0, out + errors
        assert tree(project / "site") == sites[0]


@pytest.mark.slow
@pytest.mark.skipif(bool(AS_USER) and not shutil.which("setpriv"), reason="root obeys no permissions here")
def test_where_nothing_may_be_written_the_old_site_stands(project: Path, sites: list[dict[str, bytes]]) -> None:
    say(project, NEW)
    for folder in (project, project / "site"):
        folder.chmod(0o500)
    process = start(project, *AS_USER)
    out, errors = process.communicate()
    for folder in (project, project / "site"):
        folder.chmod(0o700)
    assert process.returncode == 2
    assert "немає дозволу. Старий сайт лишився як був." in errors, out + errors
    assert tree(project / "site") == sites[1]


def test_the_whole_of_a_site_is_listed(project: Path) -> None:
    build(project)
    assert site_mark.strangers(project / "site") == []
    assert site_mark.is_marked(project / "site")
    shutil.rmtree(project / "site" / "nizhyn")
    build(project)
    assert (project / "site/nizhyn/index.html").is_file()
