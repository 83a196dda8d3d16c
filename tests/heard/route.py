"""How far a listener goes to what a page is for, usually its first measure: by Tab with the skip links, and by headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

MEASURE: Final = '[id^="m-"], a[href*="/#m-"]'
"""A measure that stands on the page, or the link to one that stands on another."""
RESULT: Final = "#search-results a"
CHANGE: Final = ".commitments a"
AT_FIRST: Final = """what => { const first = document.querySelector(`main :is(${what})`), at = document.activeElement;
  return first === at || first.contains(at) || !!(first.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) }"""
HEADINGS: Final = """what => { const first = document.querySelector(`main :is(${what})`);
  return [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].filter(
    one => one === first || one.contains(first) || one.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).length }"""
NEVER: Final = 400
"""Stops after which nobody goes on."""


@dataclass(frozen=True, slots=True)
class Route:
    """Stops of Tab and headings passed until what is looked for; `without` is the way on which nothing is skipped."""

    stops: int
    without: int
    headings: int


def route_to_first(page: Page, what: str = MEASURE) -> Route | None:
    """Return the shortest way from the top of an open page to the first of what a selector finds; None without any."""
    if page.locator(f"main :is({what})").count() == 0:
        return None
    skips = page.locator("a.skip").count()
    ways = [_stops(page, skip, what) for skip in range(skips + 1)]
    return Route(min(ways), ways[0], page.evaluate(HEADINGS, what))


def _stops(page: Page, skip: int, what: str) -> int:
    """Count the stops when the link `skip`, from one, is followed; none is followed for zero."""
    page.goto(page.url.partition("#")[0])
    page.wait_for_selector(f"main :is({what})", state="attached")
    for stop in range(1, NEVER):
        page.keyboard.press("Tab")
        if stop == skip:
            page.keyboard.press("Enter")
        elif page.evaluate(AT_FIRST, what):
            return stop
    return NEVER
