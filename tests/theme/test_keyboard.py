"""By keyboard alone, at any width, with or without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theme import checks
from theme.demo import PAGES

if TYPE_CHECKING:
    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_every_stop_is_on_screen_uncovered_ringed_and_named(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, height=568 if width == 320 else 800)
    if page.locator(".menu > summary").is_visible():
        page.locator(".menu > summary").click()
    assert checks.focus_problems(page) == []
    page.emulate_media(color_scheme="dark")
    assert checks.focus_problems(page) == []
    page.emulate_media(forced_colors="active")
    assert checks.focus_problems(page) == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_hides_from_the_keyboard_or_answers_to_a_letter(open_page: OpenPage, path: str, script: bool) -> None:
    page = open_page(path, width=320, script=script)
    assert [*checks.unreachable_controls(page), *checks.single_key_problems(page), *checks.target_problems(page)] == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", PAGES)
def test_skip_link_leads_past_the_header(open_page: OpenPage, path: str, script: bool) -> None:
    page = open_page(path, width=320, script=script)
    assert page.locator(".skip").count() == (not path.endswith("embed/"))
    assert checks.skip_link_problems(page) == []


def test_controls_of_the_shell_are_44_px_high(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/1-2/", width=320)
    page.locator(".menu > summary").click()
    heights = page.eval_on_selector_all(
        ".top a, .top button, .top summary, .top input:not([type=hidden]), .exit a, main summary",
        "all => all.filter(e => e.checkVisibility()).map(e => [e.outerHTML, e.getBoundingClientRect().height])",
    )
    assert len(heights) > 8
    assert [control for control, height in heights if height < 44] == []


def test_a_resident_walks_from_home_to_a_goal_and_searches_without_a_mouse(open_page: OpenPage) -> None:
    page = open_page("", width=320, script=False)

    def tab_to(words: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if (
                page.evaluate("document.activeElement.innerText || document.activeElement.name || ''")
                .strip()
                .startswith(words)
            ):
                return
        pytest.fail(f"«{words}» cannot be reached by Tab")

    tab_to("Меню")
    page.keyboard.press("Enter")
    tab_to("Громади")
    page.keyboard.press("Enter")
    page.wait_for_url("**/communities/")
    page.go_back()
    tab_to("Ніжин")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nizhyn/")
    tab_to("1.2.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1-2/")
    tab_to("Пошук")
    page.keyboard.press("Enter")
    tab_to("q")
    page.keyboard.insert_text("патронат")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plans/search/?q=*&c=nizhyn")
    tab_to("1.2.1.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1-2/#m-1-2-1")
    assert page.locator("#m-1-2-1").is_visible()


def test_a_measure_that_an_address_points_to_is_not_under_the_quick_exit(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/1-2/#m-1-2-2", width=320, height=568)
    page.wait_for_timeout(100)
    assert page.evaluate(
        "document.querySelector('#m-1-2-2').getBoundingClientRect().top >= document.querySelector('.exit').getBoundingClientRect().bottom"
    )
