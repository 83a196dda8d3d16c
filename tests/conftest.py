"""The real site, built once for the whole run and shared by all workers."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-22"


def run_plans(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the `plans` command as a person would."""
    return subprocess.run(  # noqa: PLW1510 - callers look at the status
        [sys.executable, "-m", "generator.cli", *arguments], cwd=cwd, capture_output=True, text=True,
        env={**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the five plans as of 22 November 2026; do not change it."""
    folder = tmp_path_factory.getbasetemp().parent / "real-site"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = folder / "site"
        if not site.exists():
            done = run_plans("build", "--site-dir", str(site), SITE_URL="https://example.org/plans/")
            assert done.returncode == 0, done.stdout + done.stderr
    return site
