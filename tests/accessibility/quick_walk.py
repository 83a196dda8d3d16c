"""The walk of theme/walk.py with many presses of Tab on their way at once: minutes where one by one takes an hour.

Of a stop one millisecond is looking; the rest is waiting for the browser's answer. Here the page itself looks, when
the key comes up: the focus has moved then, and the page has scrolled. `make statement` has a hundred thousand stops.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from playwright.async_api import async_playwright

from theme.checks import CHROMIUM_ARGS
from theme.walk import IN_PAGE, LARGEST, MOST_STOPS, SCREENS, SETTINGS, Walked, context_of, taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.async_api import Browser, CDPSession, Page

    from accessibility.kinds import Kind

VIEWS: Final = tuple((screen, view) for screen in SCREENS for view in (LARGEST, *SETTINGS))
"""Every window with every setting alone and the largest together: a walk each, for each kind of page."""
_AT_ONCE: Final = 50
_KEY: Final = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
_LISTEN: Final = f"""() => {{ window.__walk = {IN_PAGE}; __walk.start(); window.__stops = []; window.__done = false;
  window.__look = () => {{ const stop = __done || __walk.stop();
    if (!stop || stop.again) __done = true; else if (!__done && !stop.inside) __stops.push(stop) }};
  if (frames.length) return false;
  addEventListener('keyup', event => event.key === 'Tab' && __look(), true);
  return true }}"""
"""Returns whether the page can look itself: where there is a frame, the key may come up in it."""
_TAKE: Final = "() => [__done, __stops.splice(0)]"
_ANSWERED: Final = "document.getElementById('search-status').textContent.trim().length > 10"


def walked_in_all_settings(chromium: str | None, site: str, kinds: Sequence[Kind]) -> dict[str, Walked]:
    """Walk the first address of each kind by Tab in every view, and return what was found by kind."""
    return asyncio.run(_in_all_settings(chromium, site, kinds))


async def _in_all_settings(chromium: str | None, site: str, kinds: Sequence[Kind]) -> dict[str, Walked]:
    results = {kind.id: Walked() for kind in kinds}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        for screen, view in VIEWS:
            state = (
                f"{screen[0]} × {screen[1]}, {' '.join(f'{name} {value}' for name, value in view.items()) or 'usual'}"
            )
            async for kind, found in _in_one(browser, site, kinds, screen, view):
                results[kind.id].stops += found.stops
                results[kind.id].problems += [f"{state}: {problem}" for problem in found.problems]
            print(state, file=sys.stderr, flush=True)
        await browser.close()
    return results


async def _in_one(
    browser: Browser, site: str, kinds: Sequence[Kind], screen: tuple[int, int], view: dict[str, str]
) -> Any:
    options, script = context_of(screen, view)
    context = await browser.new_context(**options)
    await context.add_init_script(script)
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    for kind in kinds:
        await page.goto(urljoin(site, kind.addresses[0]))
        if kind.results:
            await page.wait_for_function(_ANSWERED)
        yield kind, await walked(page, session)
    await context.close()


async def walked(page: Page, session: CDPSession) -> Walked:
    """Walk an open page from its beginning until the stops begin anew."""
    looks = await page.evaluate(_LISTEN)
    result, before = Walked(), 0.0
    while result.stops < MOST_STOPS:
        presses = [
            session.send("Input.dispatchKeyEvent", {"type": way, **_KEY})
            for _ in range(_AT_ONCE if looks else 1)
            for way in ("rawKeyDown", "keyUp")
        ]
        await asyncio.gather(*presses)
        if not looks:
            await page.evaluate("__look()")
        done, stops = await page.evaluate(_TAKE)
        for stop in stops:
            before = taken(result, stop, before)
        if done:
            return result
    result.problems.append(f"більше ніж {MOST_STOPS} зупинок фокуса")
    return result
