"""Residents who have no mouse, at 320 px: home, community, goal, search and settings, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS, Kind
from accessibility.matrix import opened
from theme import checks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser]
FOCUSED = """() => { const e = document.activeElement;
  return (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText || e.getAttribute('aria-label') || '').trim() }"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = opened(browser, 320)
    yield context.new_page()
    context.close()


def tab_to(page: Page, words: str, most: int = 150) -> None:
    """Press Tab until the focus is on what begins with these words, and see that it is on screen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(words):
            box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
            assert box["bottom"] > 0
            assert box["top"] < 800
            return
    pytest.fail(f"Tab не доходить до «{words}»")


def test_from_home_to_a_measure_and_its_link(page: Page, site: str) -> None:
    page.goto(site)
    tab_to(page, "Перейти до змісту")
    page.keyboard.press("Enter")
    tab_to(page, "Ніжин")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nizhyn/")
    tab_to(page, "Стратегічна ціль 1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1/")
    tab_to(page, "Операційна ціль 1.3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1-3/")
    tab_to(page, "Подробиці")
    page.keyboard.press("Enter")
    tab_to(page, "Посилання на цей захід")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1-3/#m-1-3-1")
    heading, bar = (page.locator(name).bounding_box() for name in ("#m-1-3-1", ".exit"))
    assert heading
    assert bar
    assert heading["y"] >= bar["y"] + bar["height"] - 1, "під кнопкою «Швидко вийти»"


def test_menu_leads_on_and_search_says_what_it_found(page: Page, site: str) -> None:
    page.goto(f"{site}nizhyn/")
    tab_to(page, "Меню")
    page.keyboard.press("Enter")
    tab_to(page, "Теми")
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/")
    tab_to(page, "Пошук")
    page.keyboard.press("Enter")
    tab_to(page, "Пошук у планах")
    page.keyboard.insert_text("гаряча лінія")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    said = page.locator("#search-status[role=status]")
    page.wait_for_function("document.getElementById('search-status').textContent.trim().length > 10")
    assert "найд" in said.inner_text()
    found = page.locator("#search-results a").first
    tab_to(page, found.inner_text()[:30])
    page.keyboard.press("Enter")
    page.wait_for_url("**#m-*")


def test_settings_are_chosen_said_kept_and_taken_back(page: Page, site: str) -> None:
    page.goto(site)
    tab_to(page, "Налаштування вигляду")
    page.keyboard.press("Enter")
    page.wait_for_url("**/settings/")
    tab_to(page, "звичайний")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "великий, 150 %. Збережено на цьому пристрої." in page.locator("#view [role=status]").inner_text()
    page.goto(f"{site}nizhyn/")
    assert page.get_attribute("html", "data-size") == "large"
    page.goto(f"{site}settings/")
    tab_to(page, "Повернути звичайний вигляд")
    page.keyboard.press("Enter")
    assert page.get_attribute("html", "data-size") is None


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_skip_link_leads_to_the_content_of_every_kind_of_page(
    browser: Browser, site: str, kind: Kind, script: bool
) -> None:
    context = opened(browser, 320, script=script)
    page = context.new_page()
    page.goto(site + kind.addresses[0])
    assert bool(page.locator(".skip").count()) == (not kind.in_frame)
    assert checks.skip_link_problems(page) == []
    context.close()


@pytest.mark.parametrize("asked", ["патронату", "послугами"])
def test_search_answers_in_ukrainian_and_knows_its_endings(page: Page, site: str, asked: str) -> None:
    page.goto(f"{site}search/?q={asked}")
    page.wait_for_selector("#search-results > li")
    assert [*checks.search_problems(page), *checks.search_language_problems(page, asked)] == []


def test_quick_exit_answers_to_keys(page: Page, site: str) -> None:
    page.route("https://www.google.com/**", lambda route: route.fulfill(body="<p>Погода</p>", content_type="text/html"))
    page.goto(f"{site}topics/violence-survivors/")
    tab_to(page, "Швидко вийти", 3)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("https://www.google.com/**")
