"""Nothing of a reader leaves the device, and no page keeps anything unless the reader asks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from project import ROOT

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


MAY_KEEP = {"settings.js", "settings-page.js"}
"""Display settings and the page that forgets them."""
KEEPING = re.compile(
    r"localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|caches\.|serviceWorker|sendBeacon|window\.name"
)


def test_no_other_script_of_ours_can_keep_or_send_anything() -> None:
    scripts = [file for folder in ("theme_overrides", "generator") for file in (ROOT / folder).rglob("*.*js")]
    pages = [file for folder in ("theme_overrides", "generator") for file in (ROOT / folder).rglob("*.html*")]
    assert len(scripts) > len(MAY_KEEP)
    keeping = {file.name for file in [*scripts, *pages] if KEEPING.search(file.read_text(encoding="utf-8"))}
    assert keeping == MAY_KEEP
    keys = {
        key
        for name in MAY_KEEP
        for key in re.findall(
            r'"(hromada-plans:[^"]*)"', next(file for file in scripts if file.name == name).read_text(encoding="utf-8")
        )
    }
    assert keys == {"hromada-plans:view"}


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
