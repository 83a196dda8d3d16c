"""A site is the same bytes however it came to be: from nothing, from yesterday's cache, by one process or by several."""

from __future__ import annotations

import multiprocessing
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build.mkdocs import build, hooks
from generator.build.workers import _can_copy as can_copy
from generator.cache import TEXT, Shelf
from project import run_plans, small_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PLAN = "plans/nizhyn/plan-2025/plan.yml"
OTHER = "plans/ochakiv/plan-2025/plan.yml"
HOME = "plans/nizhyn/community.yml"
REPORTS = "plans/nizhyn/plan-2025/progress.yml"
FIRST_DAY = date(2025, 9, 1)
FIELDS = (
    (PLAN, "title: План дій\n", "title: План спільних дій\n"),
    (PLAN, "name: План дій, 2025", "name: План, 2025"),
    (PLAN, "end: 2025-12-31", "end: 2026-06-30"),
    (PLAN, "kind: Розпорядження", "kind: Рішення"),
    (PLAN, 'number: "91"', 'number: "92"'),
    (PLAN, "date: 2025-05-16", "date: 2025-05-17"),
    (PLAN, "title: Про затвердження плану", "title: Про план"),
    (PLAN, "title: Більше послуг", "title: Більше послуг для всіх"),
    (PLAN, "title: Знати потреби", "title: Знати потреби мешканців"),
    (PLAN, "text: Опитати мешканців", "text: Опитати всіх мешканців"),
    (PLAN, "term: ІV квартал 2025 року", "term: до 1 жовтня 2025 року"),
    (PLAN, "executors: [УСЗН, Центр соціальних служб]", "executors: [УСЗН]"),
    (PLAN, "term: Постійно", "term: Щокварталу"),
    (PLAN, "executors: [Карітас]", "executors: [Карітас, УСЗН]"),
    (PLAN, '{2025: "10,0"}', '{2025: "4,0", 2026: "6,0"}'),
    (PLAN, '{label: "ВСЬОГО:"', '{label: "РАЗОМ:"'),
    (PLAN, "money_unit: тис. грн.", "money_unit: грн."),
    (PLAN, "            term: Щокварталу", "            indicators: [Звіт на сайті]\n            term: Щокварталу"),
    (PLAN, "            term: Щокварталу", "            summary: [Усе буде на сайті ради.]\n            term: Щокварталу"),
    (PLAN, "            term: Щокварталу", "            topics: [older-people]\n            term: Щокварталу"),
    (PLAN, "        title: Знати потреби мешканців\n",
     "        title: Знати потреби мешканців\n        summary: [Спитаємо, чого бракує.]\n"),
    (PLAN, "summary: [Спитаємо, чого бракує.]", "summary: [Спитаємо, «чого» бракує & чому <i>так</i>.]"),
    (PLAN, "text: Опитати всіх мешканців", "text: Опитати мешканців, **усіх**, * і _кожного_ \\ до 18 000 осіб"),
    (PLAN, "до 18 000 осіб", "до 18 000 осіб у ІІ півріччі"),
    (HOME, "short_name: Ніжин", "short_name: Ніжинка"),
    (HOME, "name: Ніжинська міська", "name: Ніжинська оновлена міська"),
    (HOME, "oblast: Чернігівська область", "oblast: Сумська область"),
    (HOME, "email: rada@example.gov.ua", "email: rada2@example.gov.ua"),
    (HOME, "contacts: {", 'contacts: {phone: "+380 4631 7-11-11", '),
    (HOME, "name: Центр соціальних служб", "name: Центр надання соціальних послуг"),
    (HOME, "executors:\n", "site: https://nizhyn.example.gov.ua/\nexecutors:\n"),
    (HOME, "executors:\n", "in_community: у Ніжинській громаді\nexecutors:\n"),
    (OTHER, "title: Знати потреби", "title: Знати потреби людей"),
    (OTHER, "text: Опитати мешканців", "text: Опитати людей"),
    (OTHER, "executors: [Карітас]", "executors: [УСЗН]"),
    (OTHER, "executors: [УСЗН]", "executors: [Карітас]"),
    ("plans/ochakiv/community.yml", "short_name: Очаків", "short_name: Очаківка"),
    ("plans/executors.yml", "short_name: Карітас", "spellings: [Карітас]\n    short_name: Карітас Північ"),
    ("plans/executors.yml", "name: БО «БФ «Карітас Чернігів»»", "name: БО «БФ «Карітас Північ»»"),
    ("mkdocs.yml", "site_name: Плани громад", "site_name: Плани всіх громад"),
    ("mkdocs.yml", "owner_name: команда", "owner_name: велика команда"),
    ("mkdocs.yml", "exit_url: https://www.google.com/search?q=погода", "exit_url: https://example.org/"),
    ("theme_overrides/main.html", "{#", "<!-- оновлено -->{#"),
    ("theme_overrides/base.html", "</body>", "<!-- оновлено --></body>"),
    ("theme_overrides/partials/as-of.html", "Станом на", "Дані станом на"),
)  # fmt: skip
"""What is edited: the file, what stands in it and what is to stand there."""
ENTRY = "  - {{measure: 1.1.{measure}, date: 2025-09-0{day}, status: {status}, comment: {comment}, source: {source}}}\n"
FILES = (
    (REPORTS, "entries:\n" + ENTRY.format(measure=1, day=1, status="in-progress", comment="Почато", source="УСЗН")),
    (REPORTS, ENTRY.format(measure=2, day=2, status="in-progress", comment="Іде", source="УСЗН")),
    (REPORTS, ENTRY.format(measure=1, day=3, status="suspended", comment="Чекаємо", source="УСЗН")),
    ("plans/nizhyn/plan-2025/texts/01-act.md", "\nЩе один абзац, ІІ сесія.\n"),
    ("plans/nizhyn/plan-2025/texts/02-pro-plan.md", "---\ntitle: Про план\n---\n\n- перше\n- друге\n\nTable: Про що {ours}\n\n| а | б |\n|---|---|\n| 1 | 2 |\n"),
    ("plans/synonyms.yml", "groups:\n  - [анкета, опитування]\n"),
    ("plans/glossary.yml", "entries:\n  - {kind: abbreviation, term: УСЗН, expansion: управління соціального захисту, meaning: Тут дають допомогу.}\n"),
    ("plans/topics.yml", "audiences: [{id: older-people, name: Старші люди, about: Для старших.}]\n"),
    ("plans/redirects.yml",
     "redirects:\n  - {old: nizhyn/plan-2024/, new: nizhyn/plan-2025/, how: renamed}\n"),
    ("plans/redirects.yml",
     "  - {old: 'nizhyn/plan-2025/1-1/#m-1-1-9', new: 'nizhyn/plan-2025/1-1/#m-1-1-1', how: merged}\n"),
    ("content/own/index.md", "# Власна сторінка\n\n[План](../nizhyn/plan-2025/index.md)\n"),
    ("content/nizhyn/executors/uszn/index.md", "# Сторінка, написана від руки\n"),
    ("content/nizhyn/calendar.ics", "BEGIN:VCALENDAR\n"),
)  # fmt: skip
"""What is added at the end of files that may not be there yet."""


def edited(path: str, old: str, new: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def change(project: Path, _: pytest.MonkeyPatch) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def extended(path: str, text: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def change(project: Path, _: pytest.MonkeyPatch) -> None:
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + text, encoding="utf-8")

    return change


def changes() -> Iterator[tuple[str, Callable[[Path, pytest.MonkeyPatch], None]]]:
    """Yield every kind of change by its name, each to be made after those before."""
    yield "nothing", lambda _project, _patch: None
    for path, old, new in FIELDS:
        yield f"{path}: {new}", edited(path, old, new)
    for path, text in FILES:
        yield f"{path}: {text}", extended(path, text)
    yield "the public address", lambda _, patch: patch.setenv("SITE_URL", "https://plans.example.org/all/")
    yield "no public address", lambda _, patch: patch.setenv("SITE_URL", "")
    yield "a repository", lambda _, patch: patch.setenv("REPO_URL", "https://github.com/x/y")
    yield "a third community", lambda project, _: copy(project, "nizhyn", "sumy", {})
    yield "a community renamed", lambda project, _: Path(project / "plans/sumy").rename(project / "plans/aaa") and None
    yield "a community gone", lambda project, _: shutil.rmtree(project / "plans/aaa")
    yield "an address of before", extended("plans/addresses.txt", "topics/seriously-ill/\n")


def copy(project: Path, source: str, target: str, words: Mapping[str, str]) -> None:
    """Make another community of one, with other words in its own file."""
    shutil.copytree(project / "plans" / source, project / "plans" / target)
    file = project / "plans" / target / "community.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in words.items():
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of two small communities without the guide, which no change here touches.

    Without editions too: after one was typeset a process has threads, and is not copied.
    """
    folder = small_project(tmp_path / "project")
    copy(folder, "nizhyn", "ochakiv", {"Ніжин": "Очаків", "Чернігівська": "Миколаївська"})
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("      owner: third", "      outputs: []\n      owner: third")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.rmtree(folder / "content")
    (folder / "content").mkdir()
    kept = ("accessibility/index.md", "settings/index.md", "licence/index.md")
    real = hooks.pages_of_every_site
    monkeypatch.setattr(hooks, "pages_of_every_site", lambda tested: (one for one in real(tested) if one[0] in kept))
    monkeypatch.setenv("SITE_URL", "https://example.org/plans/")
    return folder


def built(project: Path, name: str, patch: pytest.MonkeyPatch, *, workers: int = 1) -> dict[str, bytes]:
    """Build with a cache of some name; return every file."""
    site = project.parent / f"site-{name}"
    with patch.context() as only_here:
        only_here.setenv("PLANS_CACHE", str(project.parent / f"cache-{name}"))
        copies: list[int] = []
        real = multiprocessing.get_context("fork").Pool
        only_here.setattr(
            "multiprocessing.context.ForkContext.Pool", lambda _, count: copies.append(count) or real(count)
        )
        made = build(project / "mkdocs.yml", site, None, workers=workers)
    assert copies == ([2, 2] if workers > 1 and can_copy() else []), "the parts are made and written by copies"
    assert not made.failed, made.problems
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    shutil.rmtree(site)
    return files


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.slow
@pytest.mark.site
def test_sites_are_equal_however_they_are_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each state from nothing and from the cache of the day before, in turn one by two processes and one by one."""
    kinds = list(changes())
    assert len(kinds) > 60
    before: dict[str, bytes] = {}
    wrong: dict[str, list[str]] = {}
    for number, (name, change) in enumerate(kinds):
        change(project, monkeypatch)
        monkeypatch.setenv("AS_OF", (FIRST_DAY + timedelta(days=number // 2 * 3)).isoformat())
        workers = (1, 2) if number % 2 else (2, 1)
        fresh = built(project, "none", monkeypatch, workers=workers[0])
        shutil.rmtree(project.parent / "cache-none")
        kept = built(project, "kept", monkeypatch, workers=workers[1])
        wrong[name] = differing(kept, fresh) or ([] if differing(before, fresh) else ["the change shows nowhere"])
        before = fresh
    assert {name: files for name, files in wrong.items() if files} == {}


@pytest.mark.site
def test_the_command_gives_the_same_site_whatever_the_number_of_processes(project: Path, tmp_path: Path) -> None:
    """Editions too: each process typesets its own."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("      outputs: []\n", ""), encoding="utf-8")
    sites = []
    for workers in ("1", "2"):
        site, cache = tmp_path / f"site-{workers}", str(tmp_path / f"cache-{workers}")
        done = run_plans("build", "--workers", workers, "--site-dir", str(site), cwd=project, PLANS_CACHE=cache)
        assert done.returncode == 0, done.stdout + done.stderr
        (project / "plans/addresses.txt").unlink()
        sites.append(
            {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        )
    assert differing(*sites) == []
    assert "nizhyn/plan-2025/plan.pdf" in sites[0]


@pytest.mark.site
def test_what_stands_on_a_spoilt_shelf_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", FIRST_DAY.isoformat())
    fresh = built(project, "kept", monkeypatch)
    shelves = [path for path in (project.parent / "cache-kept").rglob("*") if path.is_file()]
    for file in shelves:
        content = file.read_bytes()
        file.write_bytes(content.replace("Опитати".encode(), "Зіпсуто".encode()) if len(content) % 2 else content[:-1])
    assert differing(built(project, "kept", monkeypatch), fresh) == []


@pytest.mark.site
def test_a_community_has_one_file_of_the_cache(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", FIRST_DAY.isoformat())
    built(project, "kept", monkeypatch)
    (folder,) = [path for path in (project.parent / "cache-kept").iterdir() if path.is_dir()]
    assert len(list(folder.iterdir())) == 3, "two communities and what speaks of both"


@pytest.mark.site
def test_nothing_is_made_again_when_only_the_day_of_the_page_is_another(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", "2025-09-01")
    built(project, "kept", monkeypatch)
    monkeypatch.setenv("AS_OF", "2025-09-02")
    made: list[str] = []
    real = hooks.Finisher.render
    monkeypatch.setattr(
        hooks.Finisher,
        "render",
        lambda self, page, context: made.append(page.ours.address) or real(self, page, context),
    )
    pages = [name for name in built(project, "kept", monkeypatch) if name.endswith("index.html")]
    assert len(made) < len(pages) / 3, made


def test_a_shelf_forgets_what_was_not_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "shelf"
    shelf = Shelf(file)
    assert [shelf.read(name, lambda: "перше", TEXT) for name in "ab"] == ["перше", "перше"]
    shelf.close()
    assert shelf.read("a", lambda: "друге", TEXT) == "перше"
    shelf.close()
    assert shelf.read("b", lambda: "друге", TEXT) == "друге"
    shelf.close(keep_all=True)
    assert [shelf.read(name, lambda: "третє", TEXT) for name in "ab"] == ["перше", "друге"]
