"""«Вставити на свій сайт»: choose, see it live, copy; without JavaScript ready code stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from embeds.conftest import PUBLIC, code_on
from theme.checks import axe_violations, focus_problems, layout_problems, script_free_problems, target_problems

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
GOAL = "nizhyn/social-services-2025/1-2/"


def ready(page: Page) -> Page:
    page.locator("#chooser").wait_for()
    return page


def test_what_is_chosen_makes_code_view_and_announcement(look, ours, built_site) -> None:
    page = ready(look(f"{ours}embed/"))
    page.get_by_label("Громада").select_option("nizhyn")
    expect(page.get_by_role("status")).to_contain_text("Показано: Ніжинська міська територіальна громада")
    assert page.locator("#chooser-code").input_value() == code_on(built_site, "nizhyn/")
    page.get_by_label("Сторінка").select_option(GOAL)
    page.get_by_role("radio", name="темні").check()
    page.get_by_role("radio", name="зелений").check()
    code = page.locator("#chooser-code").input_value()
    assert f'src="{PUBLIC}{GOAL}embed/?theme=dark&amp;accent=teal"' in code
    frame = page.frame_locator("#chooser-frame")
    expect(frame.locator("html")).to_have_attribute("data-accent", "teal")
    expect(frame.locator("h1")).to_contain_text("1.2")
    page.wait_for_function("document.getElementById('chooser-frame').offsetHeight !== 480")
    page.get_by_role("radio", name="стала").check()
    assert "<script" not in page.locator("#chooser-code").input_value()


def test_copying_is_said_aloud_and_selects_where_it_is_forbidden(look, ours) -> None:
    page = ready(look(f"{ours}embed/", permissions=["clipboard-read", "clipboard-write"]))
    page.get_by_role("button", name="Скопіювати код").click()
    expect(page.get_by_role("status")).to_contain_text("Код скопійовано")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#chooser-code").input_value()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.get_by_role("button", name="Скопіювати код").click()
    expect(page.get_by_role("status")).to_contain_text("натисніть Ctrl і C")
    assert page.evaluate("document.activeElement.selectionEnd === document.activeElement.value.length")


def test_a_page_leads_to_itself_chosen(look, ours) -> None:
    page = look(f"{ours}executors/caritas-chernihiv/")
    page.get_by_text("Для сайтів і працівників").click()
    page.locator("#embed summary").click()
    page.get_by_role("link", name="Вибрати кольори").click()
    ready(page)
    assert page.get_by_label("Сторінка").input_value() == "executors/caritas-chernihiv/"


def test_back_leaves_the_page_and_not_the_view(look, ours) -> None:
    page = look(ours)
    page.goto(f"{ours}embed/")
    ready(page).get_by_label("Громада").select_option("kakhovka")
    expect(page.get_by_role("status")).to_contain_text("Каховська")
    page.go_back()
    assert page.url == ours


def test_a_list_that_does_not_come_is_said(look, ours) -> None:
    page = ready(look(f"{ours}embed/"))
    page.route(re.compile(r"kakhovka\.json$"), lambda route: route.abort())
    page.get_by_label("Громада").select_option("kakhovka")
    expect(page.get_by_role("status")).to_contain_text("Не вдалося завантажити")


def test_a_late_answer_does_not_win_over_what_is_chosen(look, ours) -> None:
    page, held = ready(look(f"{ours}embed/")), []
    page.route(re.compile(r"nizhyn\.json$"), lambda route: held.append(route))  # noqa: PLW0108 - a built-in won’t do
    page.get_by_label("Громада").select_option("nizhyn")
    page.get_by_label("Громада").select_option("kakhovka")
    expect(page.get_by_role("status")).to_contain_text("Каховська")
    with page.expect_response(re.compile(r"nizhyn\.json$")) as answer:
        held[0].continue_()
    answer.value.finished()
    page.evaluate("new Promise((done) => setTimeout(done, 200))")
    assert page.get_by_label("Сторінка").input_value().startswith("kakhovka/")
    expect(page.get_by_role("status")).to_contain_text("Каховська")


@pytest.mark.parametrize("width", [320, 1280])
def test_everyone_can_use_it(look, ours, width: int) -> None:
    page = ready(look(f"{ours}embed/", width=width))
    assert axe_violations(page) == []
    assert layout_problems(page) == []
    assert target_problems(page) == []
    page.evaluate("document.getElementById('chooser-frame').remove()")  # its own stops are not of this page
    assert focus_problems(page) == []


def test_without_javascript_ready_code_stands_there(look, ours, built_site) -> None:
    page = look(f"{ours}embed/", width=320, script=False)
    assert page.locator("#chooser").is_hidden()
    assert script_free_problems(page) == []
    assert axe_violations(page) == []
    page.locator("summary", has_text="Ніжинська").click()
    assert page.locator("#ready-nizhyn").input_value() == code_on(built_site, "nizhyn/")
