"""Where a site may be put: never over what was written by hand, nor over anything that is no site."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator.build.sources import Sources
from generator.commands.site_folder import refuse_to_lose, refuse_to_replace
from generator.model.settings import Settings
from generator.source.disk import write_files
from generator.source.usage_error import UsageError
from project import AS_OF, ROOT, run_plans, small_project

SITE = [("index.html", b"")]


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sources:
    """A project whose plans stand where those of a site may stand, each folder with something in it."""
    places = ("plans/nizhyn/community.yml", "content/index.md", "theme/main.html", "mkdocs.yml", ".git/HEAD")
    write_files(tmp_path / "project", [(place, b"x") for place in places])
    write_files(tmp_path / "documents", [("документ.txt", b"x")])
    project = tmp_path / "project"
    monkeypatch.chdir(project)
    settings = Settings(date.fromisoformat(AS_OF))
    return Sources(settings, Path("mkdocs.yml"), Path("plans"), project / "content", (project / "theme",))


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("plans", "це місце займає тека планів"),
        ("plans/nizhyn", "тека планів"),
        ("plans/new", "тека планів"),
        ("content", "тека сторінок, написаних вручну"),
        ("theme/assets", "тека оформлення"),
        (".", "тека планів"),
        ("..", "тека планів"),
        ("plans/..", "тека планів"),
        ("/", "тека планів"),
        (".git/site", "історія змін"),
        (str(ROOT / "generator"), "сама програма"),
    ],
)
def test_what_must_not_be_lost_is_kept(folder: str, words: str, sources: Sources) -> None:
    with pytest.raises(UsageError) as told:
        refuse_to_lose(Path(folder), sources)
    assert words in str(told.value)
    assert "--site-dir site" in str(told.value)


@pytest.mark.parametrize("holding", ["plans", "theme", "content"])
def test_a_site_may_not_stand_above_any_source(holding: str, sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "apart").mkdir()
    (tmp_path / "project" / holding).rename(tmp_path / "apart" / holding)
    (tmp_path / "project" / holding).symlink_to(tmp_path / "apart" / holding)
    write_files(tmp_path / "apart", SITE)
    with pytest.raises(UsageError, match="це місце займає"):
        refuse_to_lose(tmp_path / "apart", sources)


def test_settings_may_not_stand_in_the_site(sources: Sources, tmp_path: Path) -> None:
    write_files(tmp_path / "settings", [("mkdocs.yml", b""), *SITE])
    there = tmp_path / "settings" / "mkdocs.yml"
    with pytest.raises(UsageError, match="файл налаштувань"):
        refuse_to_lose(tmp_path / "settings", Sources(sources.settings, there, sources.plans, sources.content, ()))


def test_a_site_that_is_a_repository_of_its_own_keeps_its_history(sources: Sources, tmp_path: Path) -> None:
    write_files(tmp_path / "pages", [(".git", b"gitdir: elsewhere"), *SITE])
    with pytest.raises(UsageError, match="історія змін"):
        refuse_to_lose(tmp_path / "pages", sources)


def test_a_new_an_empty_folder_and_an_older_site_will_do(sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_files(tmp_path / "project" / "site", SITE)
    for folder in ("site", "new", "../empty", "../new/site", "plans-site"):
        refuse_to_lose(Path(folder), sources)
        refuse_to_replace(Path(folder))


def test_a_folder_of_other_things_is_kept(sources: Sources) -> None:
    folder = Path("../documents")
    refuse_to_lose(folder, sources)
    with pytest.raises(UsageError, match="тека не порожня, а сайту в ній немає"):
        refuse_to_replace(folder)


@pytest.mark.site
def test_the_command_keeps_a_folder_of_other_things(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    write_files(tmp_path / "documents", [("документ.txt", b"x")])
    done = run_plans("build", "--site-dir", "../documents", cwd=project, PLANS_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 2
    assert "тека не порожня, а сайту в ній немає" in done.stderr
    assert [path.name for path in (tmp_path / "documents").iterdir()] == ["документ.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "documents", "project"]


def test_the_command_refuses_before_it_builds(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    before = sorted(project.rglob("*"))
    done = run_plans("build", "--site-dir", "plans", cwd=project, PLANS_CACHE=os.devnull)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Сайт не можна покласти в «plans»: це місце займає тека планів" in done.stderr
    assert sorted(project.rglob("*")) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


@pytest.mark.site
def test_a_site_is_built_anew_over_itself(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    for _ in range(2):
        done = run_plans("build", cwd=project, PLANS_CACHE=str(tmp_path / "cache"))
        assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "site/nizhyn/index.html").is_file()
