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
            done = run_plans("build", "--site-dir", str(site), SITE_URL="https://example.org/plans/")
            assert done.returncode == 0, done.stdout + done.stderr
    return site


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
