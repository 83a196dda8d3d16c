"""Display settings: before the first paint, on the device only, said aloud, and useful without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser]
KEY = "hromada-plans:view"


def test_a_choice_takes_effect_is_said_and_lasts(open_page: OpenPage, site: str) -> None:
    page = open_page("settings/")
    page.get_by_label("великий, 150 %").check()
    assert page.inner_text("#view [role=status]") == "Розмір тексту: великий, 150 %. Збережено на цьому пристрої."
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    page.goto(site + "nizhyn/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    page.goto(site + "settings/")
    assert page.get_by_label("великий, 150 %").is_checked()


def test_settings_stand_before_anything_is_painted(open_page: OpenPage, site: str) -> None:
    """The attribute is there when the body begins to be parsed, so no frame shows the default first."""
    page = open_page("settings/", view='{"scheme":"dark"}')
    page.add_init_script(
        "new MutationObserver((_, me) => { if (document.body) { window.seen = document.documentElement.dataset.scheme; me.disconnect() } })"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.goto(site + "nizhyn/")
    assert page.evaluate("window.seen") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 20, 16)"


def test_reset_forgets_everything(open_page: OpenPage) -> None:
    page = open_page("settings/")
    for words in ("найвищий", "темні", "коротка", "більша"):
        page.get_by_label(words).first.check()
    assert page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))") == {
        "contrast": "more",
        "scheme": "dark",
        "width": "narrow",
        "spacing": "wide",
    }
    page.get_by_role("button", name="Повернути звичайний вигляд").click()
    assert page.inner_text("#view [role=status]") == "Повернуто звичайний вигляд."
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []


def test_closed_storage_harms_nothing_and_is_admitted(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('closed', 'SecurityError') }})"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(open_page("settings/").url)
    page.get_by_label("темні").check()
    assert "Переглядач не дозволив зберегти" in page.inner_text("#view [role=status]")
    assert page.get_attribute("html", "data-scheme") == "dark"
    assert errors == []


@pytest.mark.parametrize("spoilt", ["{", "null", "[]", '{"size": {"a": 1}, "scheme": "x onload=y"}', '"text"'])
def test_spoilt_storage_is_passed_over(open_page: OpenPage, spoilt: str) -> None:
    page = open_page("nizhyn/", view=spoilt)
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []


def test_without_script_the_browsers_own_settings_are_explained(open_page: OpenPage) -> None:
    page = open_page("settings/", script=False)
    assert not page.locator("#view").is_visible()
    assert "вимкнено JavaScript" in page.inner_text("main")
    assert page.get_by_role("heading", name="Те саме засобами переглядача").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_large_print_is_chosen_here_only_where_there_is_a_choice(open_page: OpenPage, script: bool) -> None:
    words = open_page("settings/", script=script).inner_text("main")
    assert ("виберіть тут більший розмір" in words) is script
    assert "у вікні друку" in words


def test_every_setting_works_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("settings/", width=320)
    page.get_by_label("звичайний").focus()
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("html", "data-size") == "larger"


def test_chosen_size_holds_on_paper(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/1-2/", view='{"size":"large"}')
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_dark_settings_print_black_on_white(open_page: OpenPage) -> None:
    page = open_page("nizhyn/plan/1-2/", view='{"scheme":"dark","contrast":"more"}', scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.status')).color") == "rgb(0, 0, 0)"
