"""The real site, built once for the whole run and shared by all workers."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from theme.checks import AXE_FILE, CHROMIUM_ARGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-22"


def run_plans(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the `plans` command as a person would."""
    return subprocess.run(  # noqa: PLW1510 - callers look at the status
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), **environment},
    )


def copy_project(target: Path) -> None:
    """Copy all that a site is built from, history included, so that saving or committing meanwhile changes nothing."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    if shutil.which("git"):  # without git, or where it refuses, a site tells no changes
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", ROOT, target], env=own, check=False)
    for name in ("plans", "content", "theme_overrides", "generator"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)


def build_site(project: Path, site: Path, cache: Path, **environment: str) -> None:
    """Build the site of a copy of the project, by the code of that copy."""
    given = {"SITE_URL": "https://example.org/plans/", "PLANS_CACHE": str(cache), "PYTHONPATH": str(project)}
    done = run_plans("build", "--site-dir", str(site), cwd=project, **given, **environment)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the five plans as of 22 November 2026; do not change it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "real-site"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = folder / "site"
        if not site.exists():
            project = folder / "project"
            shutil.rmtree(project, ignore_errors=True)
            copy_project(project)
            build_site(project, site, folder / "cache")
    return site


@pytest.fixture(scope="session")
def built_project(built_site: Path) -> Path:
    """The copy of the project that `built_site` was built from; do not change it."""
    return built_site.parent / "project"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a worker: Playwright can't be started a second time in a process."""
    if not AXE_FILE.exists():
        pytest.fail("axe-core is missing: run `npm ci` in tests/")
    found = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found, args=[*CHROMIUM_ARGS, "--allow-file-access-from-files"]
        )
        yield chromium
        chromium.close()
