"""«Робоче місце» in Chromium, with the engine that `make workplace` fetched; without it these tests are skipped.

The page is started once for each module and shared by its tests: each opens files of its own.
"""

from __future__ import annotations

import base64
import importlib
import io
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.build.workplace import ENGINE_FOLDER
from project import ROOT, build_site, small_project
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

sys.path.insert(0, str(ROOT / ".ci"))
fetching = importlib.import_module("browser_engine")
sys.path.remove(str(ROOT / ".ci"))

SOUND = ROOT / "tests/bad_input/sound/plans"
LONG = 40_000
"""Milliseconds: the engine starts in seconds, on a machine that is doing other things in a minute."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say once why the tests that need the engine can't run."""
    if fetching.is_made(ROOT / ENGINE_FOLDER):
        return
    reason = "у build/workplace/ немає програми, зібраної з цього коду; її збирає make workplace"
    for item in items:
        if (
            Path(__file__).parent in item.path.parents
            and isinstance(item, pytest.Function)
            and "workplace_site" in item.fixturenames
        ):
            item.add_marker(pytest.mark.skip(reason=reason))
            item.add_marker(pytest.mark.site)


@pytest.fixture(scope="session")
def workplace_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site with the engine."""
    folder = tmp_path_factory.mktemp("workplace")
    project = small_project(folder / "project")
    (project / "build").mkdir()
    (project / ENGINE_FOLDER).symlink_to(ROOT / ENGINE_FOLDER, target_is_directory=True)
    for name in ("generator",):
        (project / name).symlink_to(ROOT / name, target_is_directory=True)
    build_site(project, folder / "site", folder / "cache")
    server, address = serve(folder / "site")
    yield address
    server.shutdown()


def started(context: BrowserContext, site: str) -> Page:
    """Open the page and press «Почати»."""
    context.set_default_timeout(LONG)
    page = context.new_page()
    page.add_init_script("delete window.showDirectoryPicker")  # a test has no hand to choose a folder by it
    page.faults = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.faults.append(str(error)))  # type: ignore[attr-defined]
    page.goto(f"{site}workplace/")
    page.get_by_role("button", name="Почати").click()
    page.get_by_role("navigation", name="Робоче місце").wait_for(timeout=LONG)
    return page


@pytest.fixture(scope="module")
def bench(browser: Browser, workplace_site: str) -> Iterator[Page]:
    """The page, started."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="uk-UA", accept_downloads=True)
    yield started(context, workplace_site)
    context.close()


def view(page: Page, name: str) -> None:
    """Go to a view by the row of buttons."""
    page.get_by_role("navigation", name="Робоче місце").get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_visible()
    expect(page.get_by_text("Зачекайте …")).to_have_count(0, timeout=LONG)


def open_folder(page: Page, folder: Path = SOUND) -> None:
    """Open the plans of a folder and wait for the table of the only one."""
    view(page, "Відкрити")
    page.get_by_label("Тека з планами").set_input_files(folder)
    sure = page.get_by_role("button", name="Так")
    table = page.locator(".wp-table")
    expect(sure.or_(table).first).to_be_visible(timeout=LONG)
    if sure.is_visible():
        sure.click()
    page.locator(".wp-table").wait_for(timeout=LONG)


def handed(page: Page) -> dict[str, str]:
    """Hand the changed files over as a ZIP; return them."""
    view(page, "Передати")
    with page.expect_download(timeout=LONG) as download:
        page.get_by_role("button", name="Завантажити змінені файли (ZIP)").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


DROP = """([selector, files]) => {
  const data = new DataTransfer();
  for (const [name, content] of files) data.items.add(new File([Uint8Array.from(atob(content), sign => sign.charCodeAt())], name));
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def dropped(page: Page, selector: str, *files: Path) -> None:
    """Drop files from the desktop on a part of the page."""
    given = [[file.name, base64.b64encode(file.read_bytes()).decode()] for file in files]
    page.evaluate(DROP, [selector, given])
