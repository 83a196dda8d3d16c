"""The day a page last changed: by commits of its own files, by reports, by days of terms; nothing where nobody knows."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from generator.history.git_versions import last_changes
from generator.views.commitment import Commitments
from generator.views.last_changed import LastChanged
from history.test_history import PLAN, Repository
from outputs.sample import FILES
from project import run_plans, small_project

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.community import Catalogue

FOLDER = "zelenivka/plan-2025/"
TEXT = f"{FOLDER}texts/01-act.md"
WRITTEN = {PLAN: date(2025, 3, 1), "zelenivka/community.yml": date(2025, 3, 2), "executors.yml": date(2025, 3, 9)}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit(FILES)
    return made


def changed(catalogue: Catalogue, as_of: date, files: dict[str, date] | None = None) -> LastChanged:
    return LastChanged(Commitments(catalogue, as_of), WRITTEN if files is None else files)


def test_each_file_has_the_day_of_its_last_version(repository: Repository) -> None:
    repository.edit("Збудувати центр", "Збудувати новий центр")
    repository.commit({"zelenivka/нова тека.md": "слова\n"})
    days = {path: when.date() for path, when in last_changes(repository.plans).items()}
    assert days[PLAN] == date(2025, 3, 2)
    assert days["zelenivka/нова тека.md"] == date(2025, 3, 3)
    assert days["zelenivka/community.yml"] == date(2025, 3, 1)


def test_a_merged_branch_changes_files_on_the_day_of_the_merge(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "branch")
    repository.edit("Збудувати центр", "Збудувати новий центр")
    repository.git("checkout", "--quiet", "main")
    repository.day = 20
    repository.git("merge", "--quiet", "--no-ff", "--message", "злиття", "branch")
    assert last_changes(repository.plans)[PLAN] == datetime(2025, 3, 20, 10, tzinfo=UTC)


def test_without_versions_nothing_is_known(tmp_path: Path, catalogue: Catalogue) -> None:
    assert last_changes(tmp_path) == {}
    assert changed(catalogue, date(2025, 3, 20), {}).of(FOLDER) is None


def test_a_page_has_the_day_of_its_own_files(catalogue: Catalogue) -> None:
    days = changed(catalogue, date(2025, 3, 20), {**WRITTEN, "zelenivka/plan-2025/texts/01-act.md": date(2025, 3, 5)})
    assert days.of(f"{FOLDER}text/act/") == date(2025, 3, 5)
    other = {**WRITTEN, "zelenivka/plan-2030/plan.yml": date(2025, 3, 8)}
    assert changed(catalogue, date(2025, 3, 20), other).of(f"{FOLDER}text/act/") == date(2025, 3, 2)
    assert changed(catalogue, date(2025, 3, 20), other).of("zelenivka/") == date(2025, 3, 8)
    assert changed(catalogue, date(2025, 3, 20)).of("") == date(2025, 3, 9), "all communities share the file of bodies"


@pytest.mark.parametrize(
    ("as_of", "day", "why"),
    [
        ("2025-10-31", "2025-10-01", "a quarter is over, in which a measure was to be repeated"),
        ("2025-11-01", "2025-11-01", "30 days are left to 1 December"),
        ("2025-12-02", "2025-12-02", "the term is over"),
    ],
)
def test_days_of_terms_change_what_a_goal_says(catalogue: Catalogue, as_of: str, day: str, why: str) -> None:
    now = date.fromisoformat(as_of)
    assert changed(catalogue, now).of(FOLDER if "quarter" in why else f"{FOLDER}1-2/") == date.fromisoformat(day), why


def test_no_day_is_after_the_as_of_day(catalogue: Catalogue) -> None:
    assert changed(catalogue, date(2025, 2, 1)).of(FOLDER) == date(2025, 2, 1)


@pytest.mark.site
def test_the_sitemap_tells_the_days_and_not_that_of_the_build(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    made = Repository(project)
    made.day = 4
    for arguments in (("add", "--all"), ("commit", "--quiet", "--message", "усе")):
        made.git(*arguments)
    plan = next(project.glob("plans/*/*/plan.yml"))
    address = plan.parent.relative_to(project / "plans").as_posix()
    for _ in range(2):
        run = run_plans(
            "build", cwd=project, AS_OF="2025-03-09", PLANS_CACHE=str(tmp_path / "cache"), SITE_URL="https://a.example/"
        )
        assert run.returncode == 0, run.stderr
        sitemap = (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
        found = re.findall(r"<loc>https://a.example/([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", sitemap)
        assert dict(found)[f"{address}/"] == "2025-03-04"
        assert dict(found)["settings/"] == "2025-03-04"
