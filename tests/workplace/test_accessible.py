"""«Робоче місце» by keyboard, on a phone, in forced colours: every view is looked at as every page of the site is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from theme.checks import axe_violations, focus_problems, forced_colour_problems, layout_problems, target_problems
from workplace.conftest import LONG, open_folder, started, view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VIEWS = ("Відкрити", "З документа", "Таблиця", "Перегляд", "Звіт", "Передати")


@pytest.fixture(scope="module")
def changed(bench: Page) -> Page:
    """The page with a plan in which something is wrong."""
    open_folder(bench)
    term = bench.get_by_label("Строк, захід 1.1.1", exact=True)
    term.fill("колись")
    term.press("Tab")
    expect(bench.locator(".wp-table .wp-said").first).to_be_visible(timeout=LONG)
    return bench


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing(changed: Page, name: str, scheme: str) -> None:
    changed.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    view(changed, name)
    assert axe_violations(changed) == []
    changed.emulate_media(color_scheme="light")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_cut_or_too_small(changed: Page, name: str, width: int) -> None:
    changed.set_viewport_size({"width": width, "height": 800})
    view(changed, name)
    assert layout_problems(changed) == []
    assert target_problems(changed) == []
    changed.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("name", ["Відкрити", "Таблиця", "Звіт"])
def test_focus_is_seen_wherever_it_stops(changed: Page, name: str) -> None:
    view(changed, name)
    assert focus_problems(changed) == []


def test_forced_colours_hide_nothing(browser: Browser, workplace_site: str) -> None:
    context = browser.new_context(forced_colors="active", locale="uk-UA")
    page = started(context, workplace_site)
    open_folder(page)
    assert forced_colour_problems(page) == []
    context.close()


def test_a_field_is_named_by_its_column_and_its_row(changed: Page) -> None:
    view(changed, "Таблиця")
    snapshot = changed.locator(".wp-table").aria_snapshot()
    assert 'textbox "Строк, захід 1.1.1"' in snapshot
    assert 'rowheader "захід 1.1.1' in snapshot
    assert 'columnheader "Строк"' in snapshot


def test_a_dialog_keeps_focus_and_gives_it_back(changed: Page) -> None:
    view(changed, "Таблиця")
    more = changed.get_by_role("button", name="Ще: захід 1.1.2")
    more.press("Enter")
    expect(changed.get_by_role("dialog", name="Захід 1.1.2")).to_be_visible()
    for _ in range(6):
        changed.keyboard.press("Tab")
    assert changed.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    changed.keyboard.press("Escape")
    expect(changed.get_by_role("dialog")).to_have_count(0)
    expect(more).to_be_focused()
