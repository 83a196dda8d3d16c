"""Seconds until «Робоче місце» is ready, at first and from the device; what a key press costs; bytes."""

from __future__ import annotations

import json
import time
from statistics import median
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from accessibility.kinds import MELITOPOL
from bench.rebuild import ROOT
from generator.build.workplace import ENGINE_FOLDER, LIST_NAME
from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

PRESSES: Final = 9
AIM_READY, AIM_PRESS = 6, 100
"""Seconds and milliseconds, on two idle cores."""
_LONGEST: Final = 120_000
_PRESS: Final = """async ([field, number]) => {
  const nav = document.querySelector(".wp-nav"), start = performance.now();
  const answered = new Promise(done => new MutationObserver((_, seen) => { seen.disconnect(); done(); }).observe(nav, { childList: true }));
  field.value = `Назва ${number}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const felt = performance.now() - start;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await answered;
  return [felt, performance.now() - start];
}"""
"""How long the page stands still at a press, and how long until every check has spoken, once what is typed is taken."""


def workplace(site: Path) -> Iterator[str]:
    """Yield bytes and times, Melitopol's plan chosen; one line where no engine was built."""
    listed = ROOT / ENGINE_FOLDER / LIST_NAME
    if not listed.is_file():
        yield "програми немає: make engine"
        return
    files = json.loads(listed.read_text(encoding="utf-8"))["files"]
    yield f"програма: {sum(file['bytes'] for file in files.values()) / 1_000_000:.1f} МБ, {len(files)} файлів"
    server, base = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = browser.new_page(locale="uk-UA")
        page.set_default_timeout(_LONGEST)
        page.add_init_script("delete window.showDirectoryPicker")
        for when in ("уперше", "з пристрою"):
            yield f"готове {when}: {_started(page, base):.1f} с (до {AIM_READY})"
        yield f"таблиця плану Мелітополя: {_chosen(page):.1f} с"
        felt, answered = _pressed(page)
        yield f"натиск клавіші: сторінка стоїть {felt:.0f} мс, усі перевірки за {answered:.0f} мс (до {AIM_PRESS})"
        browser.close()
    server.shutdown()


def _started(page: Page, base: str) -> float:
    page.goto(f"{base}workplace/")
    began = time.perf_counter()
    page.get_by_role("button", name="Почати").click()
    page.get_by_role("navigation", name="Робоче місце").wait_for()
    return time.perf_counter() - began


def _chosen(page: Page) -> float:
    page.get_by_label("Тека з планами").set_input_files(ROOT / "plans")
    plan = page.locator(".wp-plans li", has_text=MELITOPOL.split("/")[0]).get_by_role("button")
    plan.first.wait_for()
    began = time.perf_counter()
    plan.first.click()
    page.locator(".wp-table").wait_for()
    return time.perf_counter() - began


def _pressed(page: Page) -> tuple[float, float]:
    """Return milliseconds, the middle of several presses; the first, which loads what changes need, is left out."""
    field = page.locator("[aria-label^='Коротка назва від нас, захід']").first.element_handle()
    found = [page.evaluate(_PRESS, [field, number]) for number in range(PRESSES + 1)][1:]
    felt, answered = zip(*found, strict=True)
    return median(felt), median(answered)
