"""Quick exit: a link for everyone, no trace in the history with script, Esc three times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser]
GOAL = "nizhyn/plan/1-2/"


def elsewhere(page: Page) -> None:
    """Answer for the neutral site, so that the test stays on this machine."""
    page.context.route(
        "https://www.google.com/**",
        lambda route: route.fulfill(body="<title>Погода</title>", content_type="text/html; charset=utf-8"),
    )


def test_only_pages_that_ask_for_it_have_it(open_page: OpenPage) -> None:
    assert open_page(GOAL).locator(".exit").count() == 1
    assert open_page("nizhyn/").locator(".exit").count() == 0


def test_the_link_works_without_script(open_page: OpenPage) -> None:
    page = open_page(GOAL, script=False)
    elsewhere(page)
    page.get_by_role("link", name="Швидко вийти").click()
    page.wait_for_url("https://www.google.com/**")


def test_with_script_the_page_leaves_no_entry_in_the_history(open_page: OpenPage, site: str) -> None:
    page = open_page("nizhyn/")
    elsewhere(page)
    page.goto(site + GOAL)
    page.get_by_role("link", name="Швидко вийти").press("Enter")
    page.wait_for_url("https://www.google.com/**")
    page.go_back()
    assert page.url == site + "nizhyn/"


@pytest.mark.parametrize("words", ["Перейти до змісту", "Посилання на захід 1.2.1"])
def test_a_place_on_the_page_leaves_no_entry_either_and_takes_the_focus(
    open_page: OpenPage, site: str, words: str
) -> None:
    page = open_page("nizhyn/")
    elsewhere(page)
    page.goto(site + GOAL)
    link = page.get_by_role("link", name=words)
    place = link.get_attribute("href")
    link.press("Enter")
    assert page.url == f"{site}{GOAL}{place}"
    page.keyboard.press("Tab")
    assert page.evaluate(
        "place => !!(document.querySelector(place).compareDocumentPosition(document.activeElement) & 20)", place
    )
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("https://www.google.com/**")
    page.go_back()
    assert page.url == site + "nizhyn/"


@pytest.mark.parametrize("script", [True, False])
def test_where_one_goes_is_not_told_where_one_was(open_page: OpenPage, script: bool) -> None:
    page = open_page(GOAL, script=script)
    elsewhere(page)
    with page.expect_request("https://www.google.com/**") as asked:
        page.get_by_role("link", name="Швидко вийти").click()
    assert "referer" not in asked.value.all_headers()


def test_esc_three_times_leaves_and_says_how_many_are_left(open_page: OpenPage) -> None:
    page = open_page(GOAL)
    elsewhere(page)
    page.keyboard.press("Escape")
    assert page.inner_text(".exit [role=status]") == "Щоб вийти, натисніть Esc ще двічі."
    page.keyboard.press("Escape")
    assert page.inner_text(".exit [role=status]") == "Щоб вийти, натисніть Esc ще раз."
    page.keyboard.press("Escape")
    page.wait_for_url("https://www.google.com/**")


def test_another_key_between_starts_the_count_again(open_page: OpenPage) -> None:
    page = open_page(GOAL)
    for key in ("Escape", "Escape", "Tab", "Escape", "Escape"):
        page.keyboard.press(key)
    assert page.inner_text(".exit [role=status]") == "Щоб вийти, натисніть Esc ще раз."


def test_it_stays_in_sight_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(GOAL, width=320, height=568)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    box = page.locator(".exit__link").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 100
    assert box["height"] >= 44


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_it_stands_in_the_headers_own_row(open_page: OpenPage, width: int) -> None:
    page = open_page(GOAL, width=width)
    edges = page.evaluate(
        "[...document.querySelectorAll('.exit__link, .top__name, .top summary')].map(e => e.getBoundingClientRect().top)"
    )
    assert len(edges) == 4
    assert max(edges) - min(edges) < 8
    assert page.evaluate("document.querySelector('.top').getBoundingClientRect().top") == 0


@pytest.mark.parametrize("size", ["", "largest"])
@pytest.mark.parametrize("width", [320, 360, 390, 600, 703, 704, 1280])
def test_it_covers_nothing_of_the_header(open_page: OpenPage, width: int, size: str) -> None:
    page = open_page(GOAL, width=width)
    page.evaluate("size => { if (size) document.documentElement.dataset.size = size; }", size)
    covered = page.evaluate("""() => {
      const exit = document.querySelector('.exit__link').getBoundingClientRect();
      return [...document.querySelectorAll('.top :is(a, summary, input, button), .crumbs a')].filter(e => {
        const { left, right, top, bottom, width } = e.getBoundingClientRect();
        return width && left < exit.right && right > exit.left && top < exit.bottom && bottom > exit.top;
      }).map(e => e.innerText);
    }""")
    assert covered == []
