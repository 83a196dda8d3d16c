"""How far a listener goes to the first measure of a page: by Tab with the skip links, and by headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIRST: Final = """(() => { const main = document.querySelector('main');
  return main.querySelector('[id^="m-"], a[href*="/#m-"]') })()"""
"""A measure that stands on the page, or the link to one that stands on another."""
AT_FIRST: Final = f"""() => {{ const first = {FIRST}, at = document.activeElement;
  return first === at || first.contains(at) || !!(first.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) }}"""
HEADINGS: Final = f"""() => {{ const first = {FIRST};
  return [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].filter(
    one => one === first || one.contains(first) || one.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).length }}"""
NEVER: Final = 400
"""Stops after which nobody goes on."""


@dataclass(frozen=True, slots=True)
class Route:
    """Stops of Tab and headings passed until the first measure; `without` is the way on which nothing is skipped."""

    stops: int
    without: int
    headings: int


def route_to_first_measure(page: Page) -> Route | None:
    """Return the shortest way from the top of the page; None when it names no measure."""
    if not page.evaluate(f"!!{FIRST}"):
        return None
    skips = page.locator("a.skip").count()
    ways = [_stops(page, skip) for skip in range(skips + 1)]
    return Route(min(ways), ways[0], page.evaluate(HEADINGS))


def _stops(page: Page, skip: int) -> int:
    """Count the stops when the link `skip`, from one, is followed; none is followed for zero."""
    page.goto(page.url.partition("#")[0])
    for stop in range(1, NEVER):
        page.keyboard.press("Tab")
        if stop == skip:
            page.keyboard.press("Enter")
        elif page.evaluate(AT_FIRST):
            return stop
    return NEVER
