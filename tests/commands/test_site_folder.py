"""Where a site may be put: never over what was written by hand, nor over anything that is no site."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import site_mark
from generator.build.site_place import refuse_no_folder, refuse_place, refuse_to_lose, refuse_to_replace
from generator.build.sources import Sources
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
    site_mark.finish(tmp_path / "project" / "site")
    for folder in ("site", "new", "../empty", "../new/site", "plans-site"):
        refuse_place(Path(folder), sources)


@pytest.mark.parametrize(
    "files",
    [
        ["документ.txt"],
        ["index.html", "statut.txt"],
        ["index.html"],
        [".htaccess"],
        ["embed.js", "404.html"],
    ],
)
def test_a_folder_of_other_things_is_kept_whatever_they_are_called(files: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "w"
    write_files(folder, [(name, b"x") for name in files])
    with pytest.raises(UsageError) as told:
        refuse_to_replace(folder)
    assert str(told.value) == (
        f"Сайт не можна покласти в «{folder}»: там стоїть не наше: {', '.join(sorted(files))}. Теку сайту програма "
        "щоразу замінює повністю, і це зникло б; дайте порожню або нову теку, наприклад: --site-dir site."
    )


def test_a_site_of_an_older_version_is_told_as_what_it_seems(tmp_path: Path) -> None:
    write_files(tmp_path / "w", [(name, b"x") for name in ("index.html", "404.html", "embed.js", "data/index.json")])
    with pytest.raises(UsageError, match=r"там стоїть сайт без позначки програми \(.hromada-plans\).*видаліть теку"):
        refuse_to_replace(tmp_path / "w")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    write_files(folder, [("index.html", b"x"), ("nizhyn/index.html", b"y")])
    site_mark.finish(folder)
    return folder


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda folder: write_files(folder, [("statut.txt", b"")]), "statut.txt"),
        (lambda folder: write_files(folder, [("nizhyn/foto/1.jpg", b"")]), "nizhyn/foto/1.jpg"),
        (lambda folder: write_files(folder, [("index.html", b"our own page")]), "index.html"),
        (lambda folder: (folder / "docs").symlink_to(folder.parent), "docs"),
        (lambda folder: (folder / "statut.txt").symlink_to(folder / "index.html"), "statut.txt"),
        (lambda folder: os.mkfifo(folder / "pipe"), "pipe"),
        (
            lambda folder: write_files(folder, [(f"{number}.txt", b"") for number in range(5)]),
            "0.txt, 1.txt, 2.txt та ще 2",
        ),
    ],
)
def test_a_site_of_ours_that_holds_more_is_kept(change: Callable[[Path], object], named: str, site: Path) -> None:
    refuse_to_replace(site)
    change(site)
    with pytest.raises(UsageError) as told:
        refuse_to_replace(site)
    assert f"крім сайту, там є те, що поклали або змінили після програми: {named}. Теку" in str(told.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "index.html").unlink(),
        lambda folder: (folder / "nizhyn/index.html").unlink(),
        lambda folder: write_files(folder, [(".DS_Store", b"x"), ("nizhyn/Thumbs.db", b"x")]),
        lambda folder: (folder / "empty").mkdir(),
    ],
)
def test_what_is_gone_or_means_nothing_is_no_obstacle(change: Callable[[Path], object], site: Path) -> None:
    change(site)
    refuse_to_replace(site)


@pytest.mark.parametrize(
    "change",
    [
        lambda mark: mark.write_bytes(mark.read_bytes()[:-20]),
        lambda mark: mark.write_bytes(mark.read_bytes().replace(b"index", b"other")),
        lambda mark: mark.write_bytes(b""),
        lambda mark: mark.write_bytes(b"\xff\x00"),
        lambda mark: mark.write_text("[]"),
        lambda mark: mark.write_text('{"writing": [1, 2]}'),
        lambda mark: mark.write_text('{"files": {"index.html": 1}}'),
        lambda mark: mark.unlink(),
    ],
)
def test_a_spoilt_mark_is_no_mark(change: Callable[[Path], object], site: Path) -> None:
    change(site / site_mark.MARK)
    with pytest.raises(UsageError, match="там стоїть не наше"):
        refuse_to_replace(site)


def test_a_copy_of_our_site_among_other_files_makes_them_not_ours(site: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "public_html", [("index.html", "Сайт ради".encode()), ("statut.txt", b"x")])
    shutil.copytree(site, tmp_path / "public_html", dirs_exist_ok=True)
    with pytest.raises(UsageError, match=r"statut\.txt"):
        refuse_to_replace(tmp_path / "public_html")


def test_a_copy_of_a_folder_that_is_being_written_is_not_ours(site: Path, tmp_path: Path) -> None:
    site_mark.begin(site)
    refuse_to_replace(site)
    shutil.copytree(site, tmp_path / "copy")
    with pytest.raises(UsageError, match="там стоїть не наше"):
        refuse_to_replace(tmp_path / "copy")
    site.rename(tmp_path / "moved")
    refuse_to_replace(tmp_path / "moved")


def test_only_what_is_ours_is_removed(site: Path) -> None:
    write_files(site, [("nizhyn/statut.txt", b"x"), (".DS_Store", b"x")])
    site_mark.remove(site)
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*")) == [
        site_mark.MARK,
        "nizhyn",
        "nizhyn/statut.txt",
    ]
    (site / "nizhyn/statut.txt").unlink()
    site_mark.remove(site)
    assert not site.exists()


def test_a_removal_that_was_stopped_is_taken_up(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink
    left = [1]

    def stop(path: Path, *, missing_ok: bool = False) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stop)
        with pytest.raises(KeyboardInterrupt):
            site_mark.remove(site)
    assert site_mark.strangers(site) == []
    site_mark.remove(site)
    assert not site.exists()


def a_socket(place: Path) -> None:
    short = Path(tempfile.mkdtemp()) / "s"  # the system allows no long names of sockets
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(short))
    short.rename(place)
    short.parent.rmdir()


def links_to_each_other(place: Path) -> None:
    place.symlink_to(place.with_name("other"))
    place.with_name("other").symlink_to(place)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (os.mkfifo, "на цьому місці стоїть канал (FIFO), а потрібна тека"),
        (a_socket, "на цьому місці стоїть сокет, а потрібна тека"),
        (Path.touch, "на цьому місці стоїть файл, а потрібна тека"),
        (lambda place: place.symlink_to("nowhere"), "це посилання на те, чого немає; приберіть посилання"),
        (links_to_each_other, "шлях нікуди не веде; перевірте посилання"),
    ],
)
def test_what_is_no_folder_is_told_as_what_it_is(make: Callable[[Path], object], words: str, tmp_path: Path) -> None:
    make(tmp_path / "site")
    with pytest.raises(UsageError) as told:
        refuse_no_folder(tmp_path / "site")
    assert words in str(told.value)


@pytest.mark.parametrize("kind", [stat.S_IFBLK, stat.S_IFCHR])
def test_a_device_is_refused(kind: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in: a folder of which the system says that it is a device."""
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(Path, "lstat", lambda _: os.stat_result((kind | 0o600, *[0] * 9)))
    with pytest.raises(UsageError, match="на цьому місці стоїть пристрій, а потрібна тека"):
        refuse_no_folder(tmp_path / "site")


def test_a_file_on_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="на шляху стоїть файл, а потрібна тека"):
        refuse_no_folder(tmp_path / "file" / "site")


def test_a_link_to_a_folder_is_that_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    refuse_no_folder(tmp_path / "link")
    refuse_to_replace(tmp_path / "link")
    write_files(site, [("statut.txt", b"")])
    with pytest.raises(UsageError, match=r"statut\.txt"):
        refuse_to_replace(tmp_path / "link")


@pytest.mark.parametrize("kind", ["foreign", "fifo", "link to nothing"])
def test_the_command_touches_nothing_that_is_not_ours(kind: str, tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    place = tmp_path / "w"
    if kind == "fifo":
        os.mkfifo(place)
    elif kind == "foreign":
        write_files(place, [("index.html", "<p>Сайт ради</p>".encode()), ("statut.txt", b"x")])
    else:
        place.symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    done = run_plans("build", "--site-dir", "../w", cwd=project, PLANS_CACHE=os.devnull)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Сайт не можна покласти в «../w»: ")
    assert sorted(tmp_path.rglob("*")) == before


def test_mkdocs_itself_does_not_empty_what_is_not_ours(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    write_files(project / "site", [("index.html", "<p>Сайт ради</p>".encode()), ("statut.txt", b"x")])
    words = "там стоїть не наше: index.html, statut.txt"
    refused = run_mkdocs(project, tmp_path)
    assert refused.returncode != 0
    assert words in refused.stdout + refused.stderr
    assert sorted(path.name for path in (project / "site").iterdir()) == ["index.html", "statut.txt"]
    shutil.rmtree(project / "site")
    assert run_mkdocs(project, tmp_path).returncode == 0
    refuse_to_replace(project / "site")
    assert run_mkdocs(project, tmp_path).returncode == 0


def run_mkdocs(project: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(tmp_path / "cache")},
    )


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
