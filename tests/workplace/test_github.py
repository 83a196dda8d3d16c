"""Handing over to GitHub, whose API the test plays: a branch and a pull request, a conflict, a wrong token, no network."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from workplace.conftest import LONG, SOUND, open_folder, view
from workplace.test_table import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

API = "https://api.github.com/"
PLAN = "plans/nizhyn/plan-2025/plan.yml"
TOKEN = "github_pat_of_a_test"  # noqa: S105 - a word that opens nothing


def blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class Hub:
    """A repository with the plans as they were opened; keeps what it was sent."""

    def __init__(self) -> None:
        self.files = {
            f"plans/{path.relative_to(SOUND).as_posix()}": path.read_bytes()
            for path in SOUND.rglob("*")
            if path.is_file()
        }
        self.asked: list[tuple[str, str, Any, str | None]] = []
        self.refuse = 0

    def answer(self, route: Route) -> None:
        request = route.request
        path = request.url.removeprefix(API)
        given = json.loads(request.post_data) if request.post_data else None
        self.asked.append((request.method, path, given, request.headers.get("authorization")))
        headers = {
            "access-control-allow-origin": "*",
            "access-control-allow-headers": "*",
            "access-control-allow-methods": "*",
        }
        if request.method == "OPTIONS":
            return route.fulfill(status=204, headers=headers)
        if self.refuse:
            return route.fulfill(status=self.refuse, headers=headers, json={"message": "Bad credentials"})
        return route.fulfill(headers=headers, json=self.said(request.method, path.removeprefix("repos/hromada/plany")))

    def said(self, method: str, path: str) -> dict[str, Any]:
        if method == "POST":
            return {"sha": "f" * 40, "html_url": "https://github.com/hromada/plany/pull/7", "ref": "", "object": {}}
        if path == "":
            return {"default_branch": "main"}
        if path == "/git/ref/heads/main":
            return {"object": {"sha": "a" * 40}}
        if path.startswith("/git/commits/"):
            return {"tree": {"sha": "b" * 40}}
        if path.startswith("/git/trees/"):
            return {
                "tree": [{"type": "blob", "path": name, "sha": blob(content)} for name, content in self.files.items()]
            }
        content = next(content for content in self.files.values() if path == f"/git/blobs/{blob(content)}")
        return {"content": base64.encodebytes(content).decode()}


@pytest.fixture
def hub(bench: Page) -> Iterator[Hub]:
    made = Hub()
    bench.route(f"{API}**", made.answer)
    yield made
    bench.unroute(f"{API}**")


def change_a_term(page: Page) -> None:
    term = page.get_by_label("Строк, захід 1.1.1", exact=True)
    term.fill("до 1 грудня 2025 року")
    term.press("Tab")
    expect(page.get_by_role("button", name="Скасувати")).to_be_enabled(timeout=LONG)


def propose(page: Page) -> None:
    open_folder(page)
    change_a_term(page)
    view(page, "Передати")
    page.get_by_label("Сховище (власник/сховище)").fill("hromada/plany")
    page.get_by_label("Токен", exact=True).fill(TOKEN)
    page.get_by_role("button", name="Відкрити зміну на GitHub").click()


def test_a_change_becomes_a_branch_and_a_pull_request(bench: Page, hub: Hub) -> None:
    propose(bench)
    expect(bench.get_by_role("link", name="https://github.com/hromada/plany/pull/7")).to_be_visible(timeout=LONG)
    sent = {
        path.removeprefix("repos/hromada/plany/"): given for method, path, given, _ in hub.asked if method == "POST"
    }
    assert list(sent) == ["git/trees", "git/commits", "git/refs", "pulls"]
    [entry] = sent["git/trees"]["tree"]
    assert entry["path"] == PLAN
    assert "term: до 1 грудня 2025 року" in entry["content"]
    assert sent["git/trees"]["base_tree"] == "b" * 40
    assert sent["git/commits"]["parents"] == ["a" * 40]
    assert sent["git/refs"]["ref"] == f"refs/heads/{sent['pulls']['head']}"
    assert sent["pulls"]["base"] == "main"
    assert "Змінено строк заходу 1.1.1" in sent["pulls"]["body"]
    assert {token for *_, token in hub.asked} - {None} == {f"Bearer {TOKEN}"}


def test_what_another_changed_meanwhile_is_named_and_nothing_is_sent(bench: Page, hub: Hub) -> None:
    hub.files[PLAN] += b"# another\n"
    propose(bench)
    expect(bench.get_by_role("alert")).to_contain_text(f"Тим часом хтось інший змінив на GitHub: {PLAN}.", timeout=LONG)
    assert [path for method, path, *_ in hub.asked if method == "POST"] == []
    view(bench, "Таблиця")
    expect(bench.get_by_label("Строк, захід 1.1.1", exact=True)).to_have_value("до 1 грудня 2025 року")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "GitHub не прийняв токен: він неправильний або його строк минув."),
        (404, "Такого сховища на GitHub немає, або токену не дано доступу до нього."),
        (403, "Цьому токену не дозволено змінювати це сховище."),
        (500, "GitHub відповів помилкою 500."),
    ],
)
def test_a_refusal_of_github_is_told_in_words(bench: Page, hub: Hub, status: int, said: str) -> None:
    hub.refuse = status
    propose(bench)
    expect(bench.get_by_role("alert")).to_contain_text(said, timeout=LONG)


def test_without_a_network_the_change_stays_here(bench: Page) -> None:
    bench.route(f"{API}**", lambda route: route.abort())
    propose(bench)
    expect(bench.get_by_role("alert")).to_contain_text("GitHub не відповідає: перевірте, чи є інтернет", timeout=LONG)
    bench.unroute(f"{API}**")


def test_the_token_is_kept_nowhere(bench: Page, hub: Hub) -> None:
    propose(bench)
    expect(bench.get_by_role("link", name="https://github.com/hromada/plany/pull/7")).to_be_visible(timeout=LONG)
    stored = bench.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert TOKEN not in stored
    assert not kept(bench, TOKEN)


def test_a_community_is_opened_from_the_repository(bench: Page, hub: Hub) -> None:
    view(bench, "Відкрити")
    bench.get_by_text("Зі сховища на GitHub").click()
    bench.get_by_label("Сховище (власник/сховище)").fill("hromada/plany")
    bench.get_by_role("button", name="Показати громади").click()
    bench.get_by_role("button", name="nizhyn", exact=True).click(timeout=LONG)
    sure = bench.get_by_role("button", name="Так")
    expect(sure.or_(bench.locator(".wp-table")).first).to_be_visible(timeout=LONG)
    if sure.is_visible():
        sure.click()
    expect(bench.get_by_label("Строк, захід 1.1.1", exact=True)).to_have_value("ІV квартал 2025 року", timeout=LONG)
