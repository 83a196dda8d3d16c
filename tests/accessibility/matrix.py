"""One page in every state: width × colours × JavaScript × default, menu open, results shown, print.

`examined` opens an address once with JavaScript and once without and goes through the states by changing the window
and what it emulates. It counts the states and says what was wrong in each; nothing wrong is an empty list.
"""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from theme import checks
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Frame, Page

    from accessibility.kinds import Kind

WIDTHS: Final = (320, 900, 1280)
COLOURS: Final = {"light": ("light", "none"), "dark": ("dark", "none"), "forced": ("light", "active")}
PAPER_TAGS: Final = tuple(tag for tag in checks.AXE_TAGS if tag != "wcag22aa")
"""Of 2.2 axe knows the size of targets alone, and nothing is pressed on paper."""
COLOUR_RULES: Final = ("color-contrast", "link-in-text-block")
"""What a change of colours alone can break, where the structure was looked at in the light."""
HOST: Final = """<!DOCTYPE html><html lang="uk"><meta charset="utf-8"><title>Сайт міста</title>
<meta name="viewport" content="width=device-width"><main><h1>Сайт міста</h1>
<iframe title="План громади" src="{}" width="100%" height="480" loading="lazy"></iframe></main></html>"""
_EDGES: Final = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')]
  .filter(el => el.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && el.type !== 'hidden')
  .flatMap(el => { el.focus();
    const box = [...el.getClientRects()].find(r => r.width > 1 && r.height > 1);
    const seen = box && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    return seen ? [] : ['фокус поза екраном: ' + el.outerHTML.slice(0, 160)] })"""


@dataclass
class Examined:
    """States gone through and problems found, each with the state it was found in."""

    states: int = 0
    problems: list[str] = field(default_factory=list)

    def add(self, state: str, problems: list[str]) -> None:
        self.states += 1
        self.problems += [f"{state}: {problem}" for problem in problems]


def opened(browser: Browser, width: int = 320, *, script: bool = True) -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=script,
        reduced_motion="reduce",
        locale="uk-UA",
    )


def examined(browser: Browser, site: str, kind: Kind, address: str) -> Examined:
    """Go through all states of one address of the site."""
    result = Examined()
    context = opened(browser)
    page = context.new_page()
    wire = checks.Wire(page)
    page.goto(urljoin(site, address))
    settled(page, kind)
    _screens(page, kind, result)
    _paper(page, result)
    _hands(page, kind, result)
    result.problems += [f"чужий запит: {url}" for url in wire.foreign(site)]
    result.problems += [f"cookie: {cookie}" for cookie in context.cookies()]
    context.close()
    _without_script(browser, urljoin(site, address), result)
    if kind.in_frame:
        with _city(urljoin(site, address)) as foreign:
            _in_frame(browser, foreign, result)
    return result


def settled(page: Page, kind: Kind) -> None:
    """Wait until a page shows all that it will show."""
    if kind.results:
        page.wait_for_function("document.getElementById('search-status').textContent.trim().length > 10")


def _screens(page: Page, kind: Kind, result: Examined) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for colours, (scheme, forced) in COLOURS.items():
            page.emulate_media(color_scheme=scheme, forced_colors=forced, media="screen")  # type: ignore[arg-type]
            again = colours != "light" and (kind.is_long or width != WIDTHS[0])
            tags = COLOUR_RULES if again else checks.AXE_TAGS
            found = [*checks.axe_violations(page, tags), *checks.layout_problems(page)]
            if colours == "light":
                found += checks.structure_problems(page)
            if colours == "forced":
                found += checks.forced_colour_problems(page)
            result.add(f"{width} {colours}", found)
            for _ in _menu_open(page):
                result.add(f"{width} {colours}, меню", [*_of_shell(page), *checks.layout_problems(page)])
    page.emulate_media(color_scheme="light", forced_colors="none")


def _menu_open(page: Page) -> Iterator[None]:
    """Yield once with the menu open where it is folded; then fold it again."""
    button = page.locator(".menu > summary")
    if button.is_visible():
        button.click()
        yield
        button.click()


def _of_shell(page: Page) -> list[str]:
    """Look at the header alone, which is all that an open menu changes."""
    return checks.axe_violations(page, checks.AXE_TAGS, within=".top")


def _paper(page: Page, result: Examined) -> None:
    page.emulate_media(media="print")
    on_its_side = page.evaluate("getComputedStyle(document.body).page") == "wide"
    page.set_viewport_size({"width": 1001 if on_its_side else 673, "height": 900})  # A4 without margins, in CSS pixels
    result.add("друк", [*checks.axe_violations(page, PAPER_TAGS), *checks.layout_problems(page)])
    page.set_viewport_size({"width": 673, "height": 900})
    for size in ("larger", "largest"):
        with _chosen(page, size=size):
            result.add(f"друк, літери {size}", checks.layout_problems(page))
    page.emulate_media(media="screen")


def _hands(page: Page, kind: Kind, result: Examined) -> None:
    """Look at a phone for focus, size of targets, keys, links, zoom and spacing; the last style stays on the page."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.evaluate(
        "document.querySelectorAll('iframe').forEach(frame => frame.remove())"
    )  # looked at as a page of its own
    if kind.is_long:
        page.keyboard.press("Tab")
        result.add("320, фокус", page.evaluate(_EDGES))
    else:
        result.add("320, фокус", checks.focus_problems(page))
    of_controls = [
        *checks.unreachable_controls(page),
        *checks.target_problems(page),
        *checks.low_target_problems(page),
        *checks.link_problems(page),
        *checks.single_key_problems(page),
        *checks.search_problems(page),
        *checks.plural_problems(page),
    ]
    result.add("320, керування", of_controls)
    result.add("320 × 256", checks.reflow_problems(page))
    with _chosen(page, size="largest", spacing="widest"):
        result.add("320, найбільші літери", checks.reflow_problems(page))
        for width in (768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            result.add(f"{width}, найбільші літери", [*checks.layout_problems(page), *checks.cover_problems(page)])
    page.set_viewport_size({"width": 320, "height": 568})
    result.add("320, відстані", [*checks.spacing_problems(page), *checks.reflow_problems(page)])


@contextmanager
def _chosen(page: Page, **view: str) -> Iterator[None]:
    """Show the page as a reader has it who chose this in the settings."""
    page.evaluate("view => Object.assign(document.documentElement.dataset, view)", view)
    yield
    page.evaluate("names => names.forEach(name => delete document.documentElement.dataset[name])", list(view))


def _without_script(browser: Browser, address: str, result: Examined) -> None:
    context = opened(browser, script=False)
    page = context.new_page()
    page.goto(address)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found = [*checks.axe_violations(page), *checks.layout_problems(page), *checks.script_free_problems(page)]
        result.add(f"{width} без JavaScript", found)
        for _ in _menu_open(page):
            shown = page.locator(".menu a").first.is_visible()
            result.add(f"{width} без JavaScript, меню", [] if shown else ["меню не відкрилося"])
    result.add("без стилів", _without_styles(page))
    context.close()


def _without_styles(page: Page) -> list[str]:
    """Say which words of the page can't be read when its style sheets are lost."""
    page.set_viewport_size({"width": 320, "height": 800})  # where the menu is folded with styles too
    styled = _words(page)
    page.evaluate("document.querySelectorAll('link[rel=stylesheet], style').forEach(sheet => sheet.remove())")
    bare = _words(page)
    lost = sorted(set(styled) - set(bare))
    return [f"без стилів не видно: {' '.join(lost[:10])}"] if lost else []


@contextmanager
def _city(address: str) -> Iterator[str]:
    """Publish a page of a city, on an origin of its own, with a frame in it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "index.html").write_text(HOST.format(address), encoding="utf-8")
        server, foreign = serve(Path(folder))
        yield foreign
        server.shutdown()


def _in_frame(browser: Browser, foreign: str, result: Examined) -> None:
    """Look at a page inside one of another origin, where it is meant to be read."""
    context = opened(browser)
    page = context.new_page()
    page.goto(foreign)
    frame = page.frames[1]
    frame.wait_for_selector("h1")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = [*checks.axe_violations(page), *checks.axe_violations(frame), *checks.layout_problems(page)]
            result.add(f"{width} {scheme}, на чужому сайті", found)
    context.close()


def _words(page: Page | Frame) -> list[str]:
    return re.findall(r"\w+", str(page.evaluate("document.body.innerText")).casefold())
