"""The real site, built once for the whole run and shared by all workers."""

from __future__ import annotations

import fcntl
import gc
import inspect
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

import generator  # noqa: F401 - before any test imports openpyxl: it chooses how that writes
from project import build_site, copy_project, tries
from theme.checks import AXE_FILE, CHROMIUM_ARGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser


# how fast a machine is, no test judges
hypothesis.settings.register_profile("project", deadline=None, max_examples=tries(100))
hypothesis.settings.load_profile("project")

NEEDED = {"browser": "browser", "built_site": "site", "built_project": "site", "changed_site": "site"}
"""What a test gets for one of these fixtures, however far away: a marker nobody can forget to write."""
BUILDS = {"small_project", "copy_project"}
"""Who makes a project starts builds of it, each a process of a second: `slow`."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they need, before `-m` chooses among them."""
    for item in items:
        for fixture, marker in NEEDED.items():
            if isinstance(item, pytest.Function) and fixture in item.fixturenames:
                item.add_marker(marker)
        if isinstance(item, pytest.Function) and any(_names(function) & BUILDS for function in _run_for(item)):
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """Let the collector pass over what was imported and collected: nothing of it is garbage before the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish() -> None:
    """Spare the last collections, five in a row, everything that the tests have kept: nothing follows them."""
    gc.freeze()


def _run_for(item: pytest.Function) -> Iterator[Callable[..., object]]:
    """Yield the test and the functions of its fixtures."""
    yield item.function
    for fixtures in item._fixtureinfo.name2fixturedefs.values():
        yield from (fixture.func for fixture in fixtures)


def _names(function: Callable[..., object]) -> set[str]:
    """Return the names that a function uses."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return set(code.co_names) if code else set()


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
