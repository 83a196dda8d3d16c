"""Nothing of a reader leaves the device, and no page keeps anything unless the reader asks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

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


MAY_KEEP = {"settings.js"}
"""What a reader chose: other scripts keep and forget it by this one."""
KEEPING = re.compile(
    r"localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|caches\.|serviceWorker|sendBeacon|window\.name"
)


def test_no_other_script_of_ours_can_keep_or_send_anything() -> None:
    """Staff's own page keeps drafts on their device and says so: tests/workplace."""
    ours = [file for folder in ("theme_overrides", "generator") for file in (ROOT / folder).rglob("*.*js")]
    scripts = [file for file in ours if file.parent != ROOT / "theme_overrides" / "workplace"]
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


REMEMBER = "Запам’ятати мою громаду"


def chosen(page: Page) -> dict[str, str]:
    return dict(page.evaluate("keptHere.read()"))


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="uk-UA")
    context.route("https://www.google.com/**", lambda route: route.fulfill(body="<title>Погода</title>"))
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_a_community_is_remembered_when_asked_and_forgotten_with_all_else(reader: Page, site: str) -> None:
    reader.goto(f"{site}nizhyn/")
    assert stored(reader) == NOTHING
    reader.get_by_role("button", name=REMEMBER).press("Enter")
    assert reader.inner_text("#remember [role=status]") == "Готово."
    assert stored(reader) == {**NOTHING, "local": ["hromada-plans:view"]}
    reader.get_by_role("link", name="Налаштування вигляду").first.click()
    reader.get_by_label("великий, 150 %").check()
    assert chosen(reader) == {"community": "nizhyn", "name": "Ніжин", "size": "large"}
    assert reader.locator("#view-mine").inner_text() == "Моя громада: Ніжин"
    reader.get_by_role("button", name="Повернути звичайний вигляд").click()
    assert chosen(reader) == {"community": "nizhyn", "name": "Ніжин"}
    reader.get_by_role("button", name="Забути все").click()
    assert reader.inner_text("#view [role=status]") == "Забуто все: на цьому пристрої сайт нічого не зберігає."
    assert not reader.locator("#view-mine").is_visible()
    assert stored(reader) == NOTHING


@pytest.mark.browser
def test_the_button_forgets_too(reader: Page, site: str) -> None:
    reader.goto(f"{site}nizhyn/")
    reader.get_by_role("button", name=REMEMBER).click()
    reader.reload()
    reader.get_by_role("button", name="Забути мою громаду").click()
    assert stored(reader) == NOTHING
    assert reader.get_by_role("button", name=REMEMBER).is_visible()


@pytest.mark.browser
def test_quick_exit_clears_what_was_chosen_only_where_the_reader_wants_that(reader: Page, site: str) -> None:
    for forgets in (False, True):
        reader.goto(f"{site}nizhyn/")
        if not forgets:
            reader.get_by_role("button", name=REMEMBER).click()
        reader.goto(f"{site}settings/")
        reader.get_by_label("темні").check()
        if forgets:
            reader.get_by_label("стирає з пристрою все").check()
        reader.goto(f"{site}topics/violence-survivors/")
        reader.get_by_role("link", name="Швидко вийти").click()
        reader.wait_for_url("https://www.google.com/**")
        reader.goto(f"{site}settings/")
        assert (stored(reader) == NOTHING) is forgets


@pytest.mark.browser
def test_the_remembered_community_comes_first(reader: Page, site: str) -> None:
    reader.goto(f"{site}topics/families-with-children/")
    assert not reader.locator("#mine").is_visible()
    first = reader.locator("main > h2[id]").first
    assert first.get_attribute("id") != "nizhyn"
    reader.goto(f"{site}nizhyn/")
    reader.get_by_role("button", name=REMEMBER).click()
    reader.goto(f"{site}topics/families-with-children/")
    assert reader.locator("main > h2[id]").first.get_attribute("id") == "nizhyn"
    assert "Що обіцяє Ніжин" in reader.locator("main > h2").first.inner_text()
    assert "цього немає" not in reader.locator("#mine").inner_text()
    reader.goto(f"{site}topics/older-people/")
    assert "У її планах цього немає." in reader.locator("#mine").inner_text()
    reader.goto(site)
    assert reader.locator("#mine h2").inner_text() == "Ваша громада: Ніжин"
    reader.locator("#mine").get_by_role("link", name="Запитати раду").click()
    assert reader.url == f"{site}ask/?m=nizhyn"


@pytest.mark.browser
def test_where_terms_are_suspended_nothing_is_remembered(reader: Page, site: str) -> None:
    reader.goto(f"{site}melitopol/")
    assert reader.locator("#remember").count() == 0
    reader.evaluate("keptHere.write({ community: 'melitopol', name: 'Мелітополь', size: 'large' })")
    reader.goto(site)
    assert not reader.locator("#mine").is_visible()
    assert chosen(reader) == {"size": "large"}


@pytest.mark.browser
def test_without_script_nothing_is_offered(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in ("", "nizhyn/", "topics/", "topics/older-people/"):
        page.goto(f"{site}{address}")
        assert not page.get_by_text("Запам’ятати мою громаду").is_visible()
        assert not page.get_by_text("Ваша громада:").is_visible()
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
