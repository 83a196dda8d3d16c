"""The engine: what is fetched and when, without a network afterwards, a worker that is ended while the page lives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from workplace.conftest import LONG, open_folder, started

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_nothing_of_the_program_is_fetched_before_it_is_asked_for(browser: Browser, workplace_site: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(workplace_site)))
    page.goto(f"{workplace_site}workplace/", wait_until="networkidle")
    expect(page.get_by_text(re.compile(r"завантажиться програма, до \d+ МБ"))).to_be_visible()
    assert [one for one in asked if one.startswith("workplace/")] == ["workplace/", "workplace/start.js"]
    page.goto(workplace_site, wait_until="networkidle")
    assert [one for one in asked if "engine" in one] == []
    page.close()


def test_it_works_without_a_network_afterwards_and_asks_nobody_else(browser: Browser, workplace_site: str) -> None:
    context = browser.new_context(locale="uk-UA")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = started(context, workplace_site)
    assert [one for one in asked if not one.startswith((workplace_site, "blob:"))] == []
    kept = page.evaluate("async () => (await (await caches.open('workplace')).keys()).map(one => one.url)")
    assert sum("/engine/" in one for one in kept) >= 5
    context.set_offline(True)
    page.reload()
    page.get_by_role("button", name="Почати").click()
    page.get_by_role("navigation", name="Робоче місце").wait_for(timeout=LONG)
    open_folder(page)
    assert page.faults == []
    context.close()


def test_the_worker_fetches_listed_files_alone(bench: Page) -> None:
    workers = bench.workers
    [worker] = [one for one in workers if one.url.endswith("worker.js")]
    said = worker.evaluate(
        "async () => [await fetch('../../assets/site.css').catch(error => error.message), typeof XMLHttpRequest, typeof WebSocket]"
    )
    assert "is no file of the engine" in said[0]
    assert said[1:] == ["undefined", "undefined"]


def test_the_service_worker_reaches_this_page_alone(bench: Page, workplace_site: str) -> None:
    scopes = bench.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).map(one => one.scope)")
    assert scopes == [f"{workplace_site}workplace/"]
    kept = bench.evaluate(
        "async () => { await fetch('../about/'); return (await (await caches.open('workplace')).keys()).map(one => one.url); }"
    )
    assert f"{workplace_site}about/" not in kept


def test_a_worker_that_dies_is_replaced_and_nothing_is_lost(bench: Page) -> None:
    open_folder(bench)
    title = bench.get_by_label("Коротка назва від нас, захід 1.1.1", exact=True)
    title.fill("Перед падінням")
    title.press("Tab")
    expect(bench.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)
    bench.wait_for_timeout(2_000)
    [worker] = [one for one in bench.workers if one.url.endswith("worker.js")]
    with pytest.raises(Exception, match=r"."):  # noqa: PT012 - the worker goes away under the question
        worker.evaluate(
            "() => { self.postMessage({ id: -1 }); setTimeout(() => { throw new Error('memory'); }); return new Promise(() => {}); }"
        )
        pytest.fail("the worker lives")
    expect(bench.get_by_label("Коротка назва від нас, захід 1.1.1", exact=True)).to_have_value(
        "Перед падінням", timeout=LONG
    )
