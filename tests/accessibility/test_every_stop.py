"""Every focus stop of every kind of page, with the largest letters on small screens and under each setting alone.

All kinds × all settings × all screens are walked by `make statement`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from accessibility.kinds import KINDS, Kind
from accessibility.matrix import settled
from theme.walk import LARGEST, SETTINGS, SMALL_SCREENS, walked, walker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCREENS = pytest.mark.parametrize("screen", SMALL_SCREENS, ids=lambda size: "×".join(map(str, size)))
GOAL = next(kind for kind in KINDS if kind.id == "goal")
SETTINGS_KIND = next(kind for kind in KINDS if kind.id == "settings")
SEEN = """control => { const box = control.getBoundingClientRect(), top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const whole = box.top >= 0 && box.bottom <= innerHeight, tall = box.height > innerHeight * 0.75;
  return (whole || tall) && (control === top || control.contains(top)) }"""


@pytest.fixture(params=SMALL_SCREENS, ids=lambda size: "×".join(map(str, size)), scope="module")
def large(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of a reader with the largest letters, shared by the pages of a module."""
    with walker(browser, request.param, LARGEST) as page:
        yield page


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_with_the_largest_letters_every_stop_is_seen_free_and_near(large: Page, site: str, kind: Kind) -> None:
    for address in kind.addresses:
        large.goto(urljoin(site, address))
        settled(large, kind)
        found = walked(large)
        assert found.problems == []
        assert found.stops > 2


@SCREENS
@pytest.mark.parametrize("view", SETTINGS, ids=lambda view: "-".join(*view.items()) if view else "usual")
def test_under_each_setting_every_stop_of_a_goal_is_seen_free_and_near(
    browser: Browser, site: str, screen: tuple[int, int], view: dict[str, str]
) -> None:
    with walker(browser, screen, view) as page:
        page.goto(urljoin(site, GOAL.addresses[0]))
        assert walked(page).problems == []


@SCREENS
def test_what_is_chosen_in_the_settings_stays_in_view(browser: Browser, site: str, screen: tuple[int, int]) -> None:
    """By keys through all choices, each larger than the last; then every label by the mouse, where it then stands."""
    with walker(browser, screen, {}) as page:
        page.goto(urljoin(site, SETTINGS_KIND.addresses[0]))
        page.locator("#view input").first.focus()
        for group in ("size", "spacing", "width", "contrast", "scheme", "exit"):
            choices = page.locator(f"[name={group}]")
            for _ in range(choices.count() - 1):
                page.keyboard.press("ArrowDown")
                assert page.evaluate(f"({SEEN})(document.activeElement)"), _words(page)
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "view-reset"
        assert page.evaluate(f"({SEEN})(document.activeElement)")
        for choice in page.locator("#view input").all():
            choice.scroll_into_view_if_needed()
            box: Any = choice.bounding_box()
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            assert choice.is_checked()
            assert choice.evaluate(SEEN), choice.evaluate("e => e.outerHTML")


def _words(page: Page) -> str:
    return str(page.evaluate("document.activeElement.parentElement.innerText"))


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [320, 1280])
def test_tab_does_not_jump_into_a_table_that_does_not_scroll(
    browser: Browser, site: str, width: int, script: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640}, java_script_enabled=script)
    page = context.new_page()
    for address in ("melitopol/strategy-2027/", "nizhyn/social-services-2025/"):
        page.goto(urljoin(site, address))
        found = walked(page)
        assert found.problems == []
        assert found.stops > 50
    context.close()


@pytest.mark.parametrize("view", [{}, {"width": "full"}], ids=["usual", "full"])
@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.id in {"goal", "text", "plan"}], ids=lambda kind: kind.id
)
def test_what_stands_beside_the_text_on_a_wide_screen_is_no_jump_back(
    browser: Browser, site: str, kind: Kind, view: dict[str, str]
) -> None:
    with walker(browser, (1280, 900), view) as page:
        page.goto(urljoin(site, kind.addresses[0]))
        assert walked(page).problems == []
