"""Nothing of a reader leaves the device, and no page keeps anything unless the reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORED = """async () => {
  const databases = indexedDB.databases ? await indexedDB.databases() : [];
  const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
  return {
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
    databases: databases.map(({name}) => name), caches: self.caches ? await caches.keys() : [],
    workers: workers.map(({scope}) => scope), name: window.name,
  };
}"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": [], "workers": [], "name": ""}
ADDRESSES = [address for kind in KINDS for address in kind.addresses]


def stored(page: Page) -> dict[str, object]:
    return dict(page.evaluate(STORED))


@pytest.mark.browser
def test_no_page_keeps_anything_or_asks_anybody_else(browser: Browser, site: str) -> None:
    """One visit of every kind of page by one reader, who scrolls, opens what is folded, and moves through it by keys."""
    context = browser.new_context(locale="uk-UA")
    elsewhere: list[str] = []
    sent: list[str] = []
    context.on(
        "request", lambda request: request.url.startswith(site.removesuffix("plans/")) or elsewhere.append(request.url)
    )
    context.on(
        "request", lambda request: sent.append(request.url) if request.method != "GET" or request.post_data else None
    )
    page = context.new_page()
    for address in ADDRESSES:
        page.goto(f"{site}{address}")
        page.evaluate(
            "() => { for (const one of document.querySelectorAll('details')) one.open = true; scrollTo(0, 1e6); }"
        )
        page.keyboard.press("Tab")
        page.evaluate("() => dispatchEvent(new Event('pagehide'))")
        assert stored(page) == NOTHING, address
    page.goto(f"{site}search/")
    page.fill("input[type=search]", "дитина з інвалідністю")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li")
    assert stored(page) == NOTHING
    assert context.cookies() == []
    assert elsewhere == []
    assert sent == []
    context.close()


@pytest.mark.browser
def test_what_a_reader_chose_is_kept_and_forgotten_in_one_place(browser: Browser, site: str) -> None:
    context = browser.new_context(locale="uk-UA")
    page = context.new_page()
    page.goto(f"{site}settings/")
    page.get_by_label("великий, 150 %").check()
    kept = stored(page)
    assert kept == {**NOTHING, "local": ["hromada-plans:view"]}
    page.get_by_role("button", name="Повернути звичайний вигляд").click()
    assert stored(page) == NOTHING
    context.close()
