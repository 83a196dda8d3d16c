"""What is cache from build to build never shows: after any change a build equals one from nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator.build.mkdocs import build
from generator.build.recipe import assemble
from generator.build.site_mark import MARK
from generator.cache import TEXT, Cache, Written, code_fingerprint, fingerprint
from generator.history.changes import Change as Told
from generator.history.changes import ChangeKind, DatedChange
from generator.history.history import History
from generator.model import outputs
from generator.model.settings import Settings
from generator.reading.country_files import with_country
from generator.source.disk import read_files
from project import ROOT

NIZHYN = "plans/nizhyn/social-services-2025"
FOLDERS = ("nizhyn", "chernihiv")
Change = Callable[[Path, pytest.MonkeyPatch], None]


def replaced(path: str, old: str, new: str) -> Change:
    def change(project: Path, _: pytest.MonkeyPatch) -> None:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def added(path: str, text: str) -> Change:
    def change(project: Path, _: pytest.MonkeyPatch) -> None:
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + text, encoding="utf-8")

    return change


def environment(name: str, value: str) -> Change:
    return lambda _, patch: patch.setenv(name, value)


def removed(path: str) -> Change:
    return lambda project, _: shutil.rmtree(project / path)


CHANGES: dict[str, Change] = {
    "everything": lambda _project, _patch: None,
    "a plan": replaced(f"{NIZHYN}/plan.yml", "Забезпечувати", "Постійно забезпечувати"),
    "a heading that another plan compares itself with": replaced(f"{NIZHYN}/plan.yml", "title: ", "title: Оновлене. "),
    "a text of a plan": added(f"{NIZHYN}/texts/01-act.md", "\nЩе один абзац.\n"),
    "a community": replaced("plans/nizhyn/community.yml", "short_name: ", "short_name: Місто "),
    "shared executors": replaced(
        "plans/executors.yml", "short_name: Карітас Чернігів", "short_name: Чернігівський Карітас"
    ),
    "topics of its own": added(
        "plans/topics.yml", "audiences: [{id: older-people, name: Оновлена, about: Оновлено.}]\n"
    ),
    "the glossary": replaced("plans/glossary.yml", "meaning: ", "meaning: Оновлено. "),
    "synonyms": replaced("plans/synonyms.yml", "groups:\n", "groups:\n  - [бузок, опитування]\n"),
    "the day": environment("AS_OF", "2027-02-01"),
    "the public address": environment("SITE_URL", "https://plans.example.org/all/"),
    "a template of the shell": added("theme_overrides/base.html", "<!-- changed -->"),
    "the settings of the site": replaced("mkdocs.yml", "site_name: ", "site_name: Оновлені "),
    "a page written by hand": added("content/settings/index.md", "\nЩе одне речення.\n"),
    "a community that is gone": removed("plans/chernihiv"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "plans").mkdir()
    for file in (ROOT / "plans").glob("*.yml"):
        if file.name != "redirects.yml":
            shutil.copy(file, folder / "plans")
    for name in FOLDERS:
        shutil.copytree(ROOT / "plans" / name, folder / "plans" / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    monkeypatch.setenv("AS_OF", "2026-11-22")
    monkeypatch.setenv("SITE_URL", "https://example.org/plans/")
    return folder


EDITIONS = re.compile(rb'<p class="editions">.*?</p>\s*')
TO_KEEP = re.compile(rb'<a href="plan\.(?:pdf|xlsx)"[^>]*>[^<]*</a>')
"""Links to files that only a build makes, not a preview; what a plan is kept by is its table there."""
POLICY = re.compile(rb"<meta[^>]*Content-Security-Policy[^>]*>\n?")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def from_nothing(project: Path, patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    cache, site = project.parent / "empty-cache", project.parent / "fresh"
    with patch.context() as only_here:
        only_here.setenv("PLANS_CACHE", str(cache))
        assert not build(project / "mkdocs.yml", site, None).failed
    shutil.rmtree(cache)
    return tree(site)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def served(project: Path, patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Build as `plans serve` does, in this process again and again."""
    site = project.parent / "served"
    with patch.context() as only_here:
        only_here.setenv("PLANS_CACHE", str(project.parent / "served-cache"))
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(config)
    return tree(site)


def as_served(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return a build as it looks while it is shown live: without the policy, which live reload would break, and our mark."""
    editions = tuple(output.file for output in outputs.EDITIONS)
    return {
        name: TO_KEEP.sub(b"", EDITIONS.sub(b"", POLICY.sub(b"", content)))
        for name, content in files.items()
        if name != MARK and not name.endswith(editions)
    }


@pytest.mark.slow
def test_a_build_equals_one_from_nothing_after_any_change(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three builds of each state: from nothing, with files cache, and with memory as well."""
    site = project.parent / "site"
    before: dict[str, bytes] = {}
    for name, change in CHANGES.items():
        change(project, monkeypatch)
        fresh = from_nothing(project, monkeypatch)
        assert differing(before, fresh), f"{name}: the change shows nowhere"
        assert not build(project / "mkdocs.yml", site, None).failed
        assert differing(tree(site), fresh) == [], name
        assert differing(as_served(served(project, monkeypatch)), as_served(fresh)) == [], name
        before = fresh
    assert list((project / ".cache/built").iterdir())


@pytest.mark.site
def test_what_changed_before_is_told_anew(tmp_path: Path) -> None:
    files = read_files(ROOT / "plans/nizhyn")
    files = {f"nizhyn/{path}": content for path, content in files.items()}
    files |= {"executors.yml": (ROOT / "plans/executors.yml").read_bytes()}
    since = datetime(2026, 3, 1, tzinfo=UTC)
    told = Told(ChangeKind.TEXT_CHANGED, "nizhyn", "nizhyn/social-services-2025", "План", "x", "nizhyn/", "Речення.")
    histories = [
        None,
        History((), since, complete=True),
        History((DatedChange(told, since, "a"),), since, complete=True),
    ]
    files, settings, cache = with_country(files), Settings(date(2026, 11, 22)), Cache(tmp_path)
    sites = [assemble(files, settings, history) for history in histories]
    assert [assemble(files, settings, history, cache=cache) for history in histories] == sites
    assert [assemble(files, settings, history, cache=cache) for history in histories] == sites


def test_what_is_spoilt_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.read("a", lambda: "перше", TEXT) == "перше"
    assert cache.read("a", lambda: "друге", TEXT) == "перше"
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for spoilt in (whole[:-1], b"", whole[:20], whole + b"x", whole[1:], b"\0" * len(whole), whole[20:]):
        file.write_bytes(spoilt)
        assert cache.read("a", lambda: "наново", TEXT) == "наново"
        file.write_bytes(whole)
        assert cache.read("a", lambda: "наново", TEXT) == "перше"


def test_a_body_that_belongs_elsewhere_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.read("a", lambda: "а", TEXT)
    cache.read("b", lambda: "б", TEXT)
    one, other = tmp_path.iterdir()
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    assert cache.read("a", lambda: "а", TEXT) == "а"
    assert cache.read("b", lambda: "б", TEXT) == "б"


def test_a_body_of_another_kind_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.read("a", lambda: "[]", TEXT)
    other: Written[str] = Written("other", str.encode, bytes.decode)
    assert cache.read("a", lambda: "інше", other) == "інше"


def test_something_else_in_the_place_of_a_file_is_passed_over(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.read("a", lambda: "а", TEXT)
    (file,) = tmp_path.iterdir()
    file.unlink()
    file.mkdir()
    assert cache.read("a", lambda: "а", TEXT) == "а"
    assert [path.name for path in tmp_path.iterdir()] == [file.name], "nothing half written is left"


def test_what_a_build_did_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path, again=True)
    cache.read("a", lambda: "а", TEXT)
    cache.get("a", list)
    cache.forget_unused()
    cache.forget_unused()
    assert list(tmp_path.iterdir()) == []
    assert cache.get("a", lambda: [1]) == [1]


def test_memory_is_not_filled_where_no_build_follows() -> None:
    cache = Cache()
    assert cache.get("a", lambda: 1) == 1
    assert cache.get("a", lambda: 2) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "built")
    assert cache.read("a", lambda: "а", TEXT) == "а"
    assert cache.read("a", lambda: "б", TEXT) == "б"


def test_inputs_are_told_apart() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("a") != fingerprint("a", "")


def test_any_file_of_the_package_counts(tmp_path: Path) -> None:
    (tmp_path / "template.html.j2").write_text("a")
    before = code_fingerprint(tmp_path)
    (tmp_path / "template.html.j2").write_text("b")
    assert code_fingerprint(tmp_path) != before
