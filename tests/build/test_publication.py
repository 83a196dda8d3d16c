"""A site is put in its place whole; whatever stops a build, the next one finds what is right and leaves nothing behind."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import publication, site_mark
from generator.build.publication import heal, publish, staging
from generator.build.site_place import refuse_to_replace
from generator.commands import build as building
from generator.source import exchange as exchanging
from generator.source.disk import write_files
from generator.source.usage_error import UsageError
from project import AS_OF, ROOT, run_plans, small_project


def make(target: Path, *files: str) -> None:
    """Do what a build does, to a site of the given files, each holding their number."""
    with staging(target) as fresh:
        write_files(fresh, [(name, str(len(files)).encode()) for name in files])
        site_mark.finish(fresh)
        publish(fresh, target, refuse_to_replace)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.name != site_mark.MARK)


def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "exchange", lambda _one, _other: False)


def a_mount(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "_is_mount", lambda folder: folder.name == "site")


def nothing(_monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the system as it is."""


def a_mount_without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    a_mount(monkeypatch)
    no_exchange(monkeypatch)


SYSTEMS = [nothing, no_exchange, a_mount, a_mount_without_exchange]


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_site_takes_the_place_of_the_old_one(
    system: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system(monkeypatch)
    target = tmp_path / "site"
    make(target, "a.html", "old/b.html")
    make(target, "a.html", "new/c.html", "d.html")
    assert names(target) == ["a.html", "d.html", "new", "new/c.html"]
    assert (target / "a.html").read_text() == "3"
    assert site_mark.strangers(target) == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("system", [a_mount, a_mount_without_exchange])
def test_a_folder_that_must_stay_is_the_same_folder(
    system: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system(monkeypatch)
    target = tmp_path / "site"
    target.mkdir()
    inode = target.stat().st_ino
    make(target, "a.html")
    make(target, "b.html")
    assert (names(target), target.stat().st_ino) == (["b.html"], inode)


class Killed(BaseException):
    """Stands for a signal that no code sees: nothing is tidied up after it."""


POINTS = range(1, 14)
"""More places than a build has at which something changes on the disk."""


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("point", POINTS)
def test_wherever_a_build_is_killed_the_next_one_mends_it(
    point: int, system: Callable[[pytest.MonkeyPatch], None], tmp_path: Path
) -> None:
    """In a process that ends at the given step without a word, as after kill -9."""
    target = tmp_path / "site"
    with pytest.MonkeyPatch.context() as patch:
        system(patch)
        make(target, "a.html", "old/b.html")
        context = multiprocessing.get_context("fork")
        process = context.Process(target=_make_and_die, args=(point, target))
        process.start()
        process.join()
        heal(target)
        found = names(target)
        if "old/b.html" not in found:
            assert "new/c.html" in found or _is_half(target)
        left = [path.name for path in tmp_path.iterdir()]
        assert left == ["site"]
        assert not list(target.glob(f"{site_mark.STAGING}*"))
        assert site_mark.strangers(target) == []
        make(target, "e.html")
        assert names(target) == ["e.html"]
    assert process.exitcode in {0, 9}


def _is_half(target: Path) -> bool:
    """Return whether a site that stays in its folder was stopped in the middle, and says so."""
    return b'"writing"' in site_mark.stamp(target)


def _make_and_die(point: int, target: Path) -> None:
    steps = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **named: object) -> object:
            nonlocal steps
            done = real(*arguments, **named)
            steps += 1
            if steps == point:
                os._exit(9)
            return done

        return step

    publication.exchange = counted(publication.exchange)  # type: ignore[assignment]
    for name in ("rename", "replace", "write_bytes", "chmod"):
        setattr(Path, name, counted(getattr(Path, name)))
    make(target, "a.html", "new/c.html", "d.html")
    os._exit(0)


def test_a_site_moved_aside_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "site"
    make(target, "a.html")
    target.rename(tmp_path / ".site.old-site")
    heal(target)
    assert names(target) == ["a.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_is_not_ours_is_not_healed_away(tmp_path: Path) -> None:
    kept = [".site.new-abc/index.html", ".site.old-site/index.html", ".site.backup/a", "other/b"]
    write_files(tmp_path, [(name, b"x") for name in kept])
    (tmp_path / ".site.new-link").symlink_to("other")
    before = sorted(tmp_path.rglob("*"))
    heal(tmp_path / "site")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_another_build_uses_is_left_to_it(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with staging(target) as fresh:
        context = multiprocessing.get_context("fork")
        process = context.Process(target=heal, args=(target,))
        process.start()
        process.join()
        assert fresh.is_dir()
        write_files(fresh, [("a.html", b"")])
        site_mark.finish(fresh)
        publish(fresh, target, refuse_to_replace)
    assert names(target) == ["a.html"]


def _many(target: Path, own: str) -> None:
    for _ in range(20):
        heal(target)
        make(target, "index.html", own)


@pytest.mark.parametrize("system", [nothing, no_exchange])
def test_builds_side_by_side_do_no_harm_to_each_other(
    system: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system(monkeypatch)
    target = tmp_path / "site"
    make(target, "index.html", "first")
    context = multiprocessing.get_context("fork")
    builds = [context.Process(target=_many, args=(target, f"of-{number}")) for number in range(3)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert [build.exitcode for build in builds] == [0, 0, 0]
    assert names(target) in [["index.html", f"of-{number}"] for number in range(3)]
    assert site_mark.strangers(target) == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_the_system_knows_no_exchange_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, [("one/a", b""), ("other/b", b"")])
    monkeypatch.setattr(exchanging, "_swap", lambda: None)
    assert not exchanging.exchange(tmp_path / "one", tmp_path / "other")
    assert names(tmp_path) == ["one", "one/a", "other", "other/b"]


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is a call of Linux")
def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    write_files(tmp_path, [("one/a", b""), ("other/b", b"")])
    assert exchanging.exchange(tmp_path / "one", tmp_path / "other")
    assert names(tmp_path) == ["one", "one/b", "other", "other/a"]
    with pytest.raises(FileNotFoundError):
        exchanging.exchange(tmp_path / "one", tmp_path / "nothing")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def built(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run_plans("build", *arguments, cwd=project, PLANS_CACHE=str(project.parent / "cache"), **environment)


KILL = """
import os, pathlib, signal
from generator.build import publication
publication.exchange = lambda one, other: False
real = pathlib.Path.rename
def rename(self, target):
    moved = real(self, target)
    if ".site.old" in str(target):
        os.kill(os.getpid(), signal.SIGKILL)
    return moved
pathlib.Path.rename = rename
from generator.cli import main
main()
"""


def test_killed_between_two_renames_the_site_is_back_before_the_sentence_that_it_stands(project: Path) -> None:
    assert built(project).returncode == 0
    given = {**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(project.parent / "cache")}
    killed = subprocess.run(
        [sys.executable, "-c", KILL, "build"], cwd=project, env=given, check=False, capture_output=True
    )
    assert killed.returncode < 0
    assert not (project / "site").exists()
    plan = project / "plans/nizhyn/plan-2025/plan.yml"
    plan.write_text(plan.read_text().replace("term:", "termm:", 1))
    failed = built(project)
    assert failed.returncode == 1
    assert "Старий сайт лишився як був." in failed.stdout
    assert (project / "site/nizhyn/index.html").is_file()
    assert not list(project.glob(".site*"))


def test_nobody_says_that_a_site_stands_where_there_is_none(project: Path) -> None:
    plan = project / "plans/nizhyn/plan-2025/plan.yml"
    plan.write_text(plan.read_text().replace("term:", "termm:", 1))
    failed = built(project)
    assert failed.returncode == 1
    assert "Сайт не збудовано: спершу виправте помилки." in failed.stdout
    assert "Старий сайт" not in failed.stdout
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_name: ", "site_name: [", 1))
    assert "Старий сайт" not in built(project).stdout


@pytest.mark.parametrize("stands", [True, False])
def test_a_full_disk_is_named_with_what_was_not_written(
    stands: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("PLANS_CACHE", str(project.parent / "cache"))
    if stands:
        make(project / "site", "index.html")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.build.mkdocs.build", full)
    with pytest.raises(UsageError) as told:
        building.build(Path("mkdocs.yml"), None, Path("site"), lambda _: None)
    disk = next(place for place in (project, *project.parents) if place.is_mount())
    old = " Старий сайт лишився як був." if stands else ""
    assert str(told.value) == (
        f"Сайт не збудовано. Не вдалося записати «{project}»: на диску немає місця («{disk}»); звільніть його й "
        f"повторіть.{old}"
    )
    assert not list(project.glob(".site.*"))


def _may_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(tried, check=False, capture_output=True).returncode == 0


needs_mounts = pytest.mark.skipif(not _may_mount(), reason="no mounts of one's own here")


def in_own_mounts(project: Path, script: str) -> subprocess.CompletedProcess[str]:
    plans = f"{sys.executable} -m generator.cli"
    given = {**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), "PLANS_CACHE": str(project.parent / "cache")}
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", script.replace("plans build", f"{plans} build")],
        cwd=project, env=given, check=False, capture_output=True, text=True,
    )  # fmt: skip


@needs_mounts
@pytest.mark.parametrize("mount", ["mount -t tmpfs none site", "mkdir other && mount --bind other site"])
def test_a_volume_of_a_container_is_built_into(mount: str, project: Path) -> None:
    (project / "site").mkdir()
    done = in_own_mounts(
        project,
        f"{mount} && plans build && plans build && test -f site/nizhyn/index.html && ls -A site | grep -c new- ; true",
    )
    assert (done.stdout.count("Сайт готовий"), done.stderr) == (2, "")
    assert done.stdout.endswith("\n0\n")


@needs_mounts
def test_a_disk_that_is_full_leaves_the_old_site(project: Path) -> None:
    (project / "out").mkdir()
    script = (
        "mount -t tmpfs -o size=9m none out && plans build --site-dir out/site && "
        "head -c 100m /dev/zero > out/ballast; plans build --site-dir out/site; echo status $?; "
        "ls -A out; test -f out/site/nizhyn/index.html && echo stands"
    )
    done = in_own_mounts(project, script)
    assert done.stdout.endswith("status 2\nballast\nsite\nstands\n"), done.stdout + done.stderr
    assert (
        f"на диску немає місця («{project}/out»); звільніть його й повторіть. Старий сайт лишився як був."
        in done.stderr
    )
