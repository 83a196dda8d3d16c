"""The command at its edge: what stops it from outside is told in words, a defect of the program is not hidden."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from generator.commands import check as checking
from generator.commands.usage_errors import words_of_system
from project import AS_OF, ROOT
from staff.scaffold.running import run_plans

SOUND = ROOT / "tests/bad_input/sound/plans"
PLAN = "nizhyn/plan-2025"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small set of plans with the settings of this site, and a file where a folder may be wanted."""
    shutil.copytree(SOUND, tmp_path / "plans")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("AS_OF", AS_OF)
    monkeypatch.setenv("PLANS_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("schema", "--write", "file/x"),
        ("report", PLAN, "--out", "file/x"),
        ("render", "file/x"),
        ("build", "--site-dir", "file/x/y"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_place_that_cannot_be_written_is_named_with_the_reason(arguments: tuple[str, ...], project: Path) -> None:
    for name in ("content", "theme_overrides"):
        (project / name).symlink_to(ROOT / name)
    done = run_plans(*arguments, cwd=project)
    assert done.returncode == 2
    assert "«file/x" in done.stderr.replace(f"{project}/", "")
    assert done.stderr.endswith("»: на шляху стоїть файл, а потрібна тека.\n")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "a.yml"), "записати «a.yml»: на диску немає місця («/"),
        (OSError(errno.EADDRINUSE, "Address already in use"), "Не вдалося: ця адреса вже зайнята; дайте інший порт"),
        (OSError(errno.EIO, "Input/output error", "a.yml"), "«a.yml»: диск не відповідає; можливо, він пошкоджений."),
        (OSError(errno.EXDEV, "Invalid cross-device link", "a.yml"), "«a.yml»: Invalid cross-device link."),
        (OSError("lost"), "Не вдалося: lost."),
    ],
)
def test_reasons_of_the_system(error: OSError, words: str) -> None:
    assert words in words_of_system(error)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("render", "out", "--as-of", "0001-01-01"), "--as-of: «0001-01-01» – це 1 рік"),
        (("report", PLAN, "--as-of", "foo"), "--as-of: «foo» не є датою"),
        (("progress", "file", "--reported", "2025-13-01"), "--reported: «2025-13-01» не є датою"),
    ],
)
def test_a_day_that_is_none_is_told_by_its_option(arguments: tuple[str, ...], words: str, project: Path) -> None:
    done = run_plans(*arguments, cwd=project)
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr


def test_a_defect_of_the_program_is_not_told_as_wrong_use(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a defect")

    monkeypatch.setattr(checking, "check", broken)
    done = run_plans("check", cwd=project)
    assert (done.returncode, "Це вада програми" in done.stderr) == (3, True)


def test_pages_are_rendered_without_settings_too(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert run_plans("render", "pages", cwd=project).returncode == 0
    assert (project / "pages" / PLAN / "index.md").is_file()
    (project / "plans").rename(project / "others")
    lost = run_plans("render", "pages", cwd=project)
    assert lost.returncode == 2
    assert "теки планів «plans» немає" in lost.stderr
