"""The window around the content: header, titles, targets, contrast, and that nothing seen moves while a page comes."""

from __future__ import annotations

import html
import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from accessibility.kinds import KINDS, Kind
from accessibility.matrix import settled
from built.pages import pages_of
from theme import checks
from theme.walk import LARGEST, walker

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Route

MOST_TITLE = 100
MOST_SHIFT = 0.05
WATCH = """window.__shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => {
  if (!e.hadRecentInput) window.__shift += e.value })).observe({type: 'layout-shift', buffered: true})"""
PHONE = (390, 844)
FIRST_LINE = """(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('h1'));
  return [...range.getClientRects()].find(box => box.width > 1 && box.height > 1).bottom + scrollY })()"""
WITH_HEADER = [kind for kind in KINDS if not kind.in_frame and kind.id != "notice"]


def titles(site: Path) -> dict[str, str]:
    found = {}
    for page in pages_of(site):
        [title] = re.findall("<title>(.*?)</title>", page.read_text(encoding="utf-8"), re.DOTALL)
        found[page.parent.relative_to(site).as_posix()] = html.unescape(title)
    return found


def test_titles_are_short_and_tell_pages_apart(built_site: Path) -> None:
    found = titles(built_site)
    assert len(found) > 400
    assert [title for title in found.values() if len(title) > MOST_TITLE] == []
    own = [title for page, title in found.items() if not page.endswith(("/embed", "/notice"))]
    assert sorted(own) == sorted(set(own))
    assert found["chernihiv/social-services-2025/1-4"] == (
        "Операційна ціль 1.4. Забезпечення надання визначеного мінімального… · Чернігів · Плани громад"
    )


@pytest.mark.browser
@pytest.mark.parametrize("screen", [(320, 256), (320, 640)], ids=["320×256", "320×640"])
@pytest.mark.parametrize("view", [{"size": "largest"}, LARGEST], ids=["largest", "largest and spaced"])
def test_header_takes_at_most_half_of_a_small_window(
    browser: Browser, site: str, screen: tuple[int, int], view: dict[str, str]
) -> None:
    with walker(browser, screen, view) as page:
        for kind in WITH_HEADER:
            page.goto(urljoin(site, kind.addresses[0]))
            height = page.evaluate("document.querySelector('.top').getBoundingClientRect().height")
            assert height <= screen[1] / 2, kind.id


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("view", [{}, LARGEST], ids=["usual", "largest"])
def test_search_of_the_header_is_called_by_the_label_beside_it(
    browser: Browser, site: str, width: int, view: dict[str, str]
) -> None:
    with walker(browser, (width, 800), view) as page:
        page.goto(f"{site}nizhyn/")
        button = page.locator(".seek summary")
        if button.is_visible():
            button.click()
        label = page.locator("label[for=find]")
        assert label.inner_text() == "Пошук у громаді"
        assert label.evaluate(
            "e => e.scrollWidth <= e.clientWidth + 1 && e.getBoundingClientRect().right <= innerWidth"
        )
        field = page.get_by_role("searchbox", name="Пошук у громаді", exact=True)
        assert field.get_attribute("placeholder") is None
        assert field.bounding_box()["width"] >= 90  # type: ignore[index]


@pytest.mark.browser
def test_on_a_phone_at_400_percent_two_buttons_open_what_does_not_fit(browser: Browser, site: str) -> None:
    with walker(browser, (320, 256), {}) as page:
        page.goto(f"{site}nizhyn/")
        page.get_by_text("Пошук", exact=True).click()
        page.get_by_role("searchbox", name="Пошук у громаді").fill("патронат")
        page.get_by_role("button", name="Знайти", exact=True).click()
        page.wait_for_url("**/search/?q=*&c=nizhyn")
        page.locator(".menu summary").click()
        page.locator(".menu").get_by_role("link", name="Налаштування вигляду").click()
        page.wait_for_url("**/settings/")


@pytest.mark.browser
def test_first_heading_begins_in_the_upper_third_of_a_phone(browser: Browser, site: str) -> None:
    """Quick exit, masthead and whom to call included: every kind of page says what it is at once."""
    late = {}
    with walker(browser, PHONE, {}) as page:
        for address in [address for kind in KINDS for address in kind.addresses]:
            page.goto(urljoin(site, address))
            bottom = page.evaluate(FIRST_LINE)
            if bottom > PHONE[1] / 3:
                late[address] = bottom
    assert late == {}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_targets_and_contrast_of_every_kind(browser: Browser, site: str, kind: Kind) -> None:
    """24 px for all that is pressed outside running text, 44 px high what stands on its own; 7:1 for all text in the usual colours and in the dark."""
    with walker(browser, (320, 800), {}) as page:
        page.goto(urljoin(site, kind.addresses[0]))
        settled(page, kind)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert checks.target_problems(page) == []
            assert checks.low_target_problems(page) == []
        assert checks.axe_violations(page, ("color-contrast-enhanced",)) == []
        page.emulate_media(color_scheme="dark")
        assert checks.axe_violations(page, ("color-contrast-enhanced",)) == []


@pytest.mark.browser
@pytest.mark.parametrize("size", [(320, 640), (390, 844), (1280, 900)], ids=["320", "390", "1280"])
@pytest.mark.parametrize(
    "address",
    [
        "settings/",
        "search/",
        "search/?q=патронат",
        "search/?q=патронат&c=nizhyn",
        "search/?q=криптовалюта",
        "embed/",
        "ask/",
        "ask/?m=nizhyn/social-services-2025/1-3-1",
        "ask/?m=kakhovka/children-families-2021-2026",
    ],
)
def test_nothing_seen_moves_while_scripts_are_slow(
    browser: Browser, site: str, address: str, size: tuple[int, int]
) -> None:
    def slow(route: Route) -> None:
        time.sleep(0.2)
        route.continue_()

    with walker(browser, size, {}) as page:
        page.add_init_script(WATCH)
        page.route("**/*.js", slow)
        page.route("**/ask/*.json", slow)
        page.goto(site + address)
        page.wait_for_selector(
            "#search-region[aria-busy=false], #view:not([hidden]), #chooser:not([hidden]), #ask.ready", state="attached"
        )
        page.wait_for_timeout(300)
        moved: Any = page.evaluate("window.__shift")
        assert moved < MOST_SHIFT
