"""The walk by Tab through every focus stop of a page, for the shell's own demo and for the whole site.

At each stop: it is seen, nothing covers it, a press on it reaches it, nothing that sticks to the window takes more than
a fifth of its height, and the page has not jumped. A jump is a move of more than one screen that goes back, or that
lands in the middle of a box or a field: text between two stops is read, not jumped over.
Needs JavaScript.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MOST_STOPS: Final = 2_000
SMALL_SCREENS: Final = ((320, 256), (320, 640))
"""A phone at 400 % zoom and an old phone, in CSS pixels."""
SCREENS: Final = (*SMALL_SCREENS, (375, 667), (1280, 900))
LARGEST: Final = {"size": "largest", "spacing": "widest"}
"""The settings that need most room, together."""
SETTINGS: Final[tuple[dict[str, str], ...]] = (
    {},
    {"size": "larger"},
    {"size": "large"},
    {"size": "largest"},
    {"spacing": "wide"},
    {"spacing": "widest"},
    {"width": "narrow"},
    {"width": "full"},
    {"contrast": "more"},
    {"scheme": "light"},
    {"scheme": "dark"},
)
"""Each choice of «Налаштування вигляду» alone."""
IN_PAGE: Final = (Path(__file__).parent / "walk.js").read_text(encoding="utf-8")


@dataclass
class Walked:
    """Stops gone through and what was wrong at each, in words."""

    stops: int = 0
    problems: list[str] = field(default_factory=list)


@contextmanager
def walker(browser: Browser, screen: tuple[int, int], view: dict[str, str]) -> Iterator[Page]:
    """Give a page of a reader with this window who chose this in the settings."""
    options, script = context_of(screen, view)
    context = browser.new_context(**options)
    context.add_init_script(script)
    yield context.new_page()
    context.close()


def context_of(screen: tuple[int, int], view: dict[str, str]) -> tuple[dict[str, Any], str]:
    """Return what a browser is given for such a reader, and the script that keeps the reader's choice."""
    size = {"width": screen[0], "height": screen[1]}
    script = f"localStorage.setItem('hromada-plans:view', {json.dumps(json.dumps(view))})"
    return {"viewport": size, "reduced_motion": "reduce", "locale": "uk-UA"}, script


def walked(page: Page) -> Walked:
    """Walk an open page from its beginning until the stops begin anew."""
    page.evaluate(f"window.__walk = {IN_PAGE}; __walk.start()")
    result, before = Walked(), 0.0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("__walk.stop()")
        if stop and stop["inside"]:
            continue
        if stop is None or stop["again"]:
            return result
        before = taken(result, stop, before)
    result.problems.append(f"більше ніж {MOST_STOPS} зупинок фокуса")
    return result


def taken(result: Walked, stop: dict[str, Any], before: float) -> float:
    """Enter a stop in the result; `before` is where the page was scrolled to. Return where it is now."""
    result.stops += 1
    result.problems += [*stop["problems"], *_jumps(before, stop)]
    return float(stop["scroll"])


def _jumps(before: float, stop: dict[str, Any]) -> list[str]:
    moved, screen = stop["scroll"] - before, stop["height"]
    if moved < -screen or (moved > screen and stop["missed"] > screen):
        return [f"сторінка стрибає з {before:.0f} на {stop['scroll']:.0f}: {stop['what']}"]
    return []
