"""Each kind of page in WebKit and in Firefox, where they are installed: roles, reflow, search, display settings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from accessibility.kinds import KINDS, MELITOPOL, NIZHYN, Kind
from engines import firefox, webkit
from engines.driver import patiently
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engines.driver import Driver

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROLES = {
    "h1": "heading", "h2": "heading", "h3": "heading", "ul": "list", "ol": "list", "li": "listitem",
    "table": "table", "dt": "term", "dd": "definition", "a": "link", "nav": "navigation",
}  # fmt: skip
SHOWN = f"""return [...document.querySelectorAll('main :is({", ".join(ROLES)})')].filter(
  one => one.offsetParent && !one.closest('[aria-hidden]') && one.innerText.trim() && (one.tagName !== 'A' || one.hasAttribute('href'))).filter(
  (one, at, all) => all.findIndex(other => other.tagName + other.className === one.tagName + one.className) === at)
  .map(one => [one.tagName.toLowerCase(), one.className, one])"""
"""The first of each look, because a style may take a role away."""
FRAMED = """const page = document.querySelector('iframe').contentDocument;
return page && page.readyState === 'complete' && page.querySelector('h1') ? page.documentElement.scrollWidth : null"""
HOST = '<!DOCTYPE html><html lang="uk"><title>320</title><iframe title="320" width="320" height="640" src="plans/{}"></iframe></html>'
ADDRESSES = [(kind, kind.addresses[0]) for kind in KINDS if kind.id != "not-found"]


@pytest.fixture(scope="module")
def web(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("engines")
    (folder / "plans").symlink_to(built_site)
    server, address = serve(folder)
    yield folder, address
    server.shutdown()


@pytest.fixture(scope="module", params=[webkit, firefox], ids=["webkit", "firefox"])
def engine(request: pytest.FixtureRequest) -> Iterator[Driver]:
    if not request.param.IS_HERE:
        pytest.skip("not installed: on Debian webkit2gtk-driver and xvfb, firefox-esr")
    driver: Driver = webkit.WebKit() if request.param is webkit else firefox.Firefox()
    yield driver
    driver.close()


@pytest.mark.parametrize(("kind", "address"), ADDRESSES, ids=lambda given: given.id if isinstance(given, Kind) else "")
def test_each_kind_has_its_roles_and_no_sideways_scroll(
    engine: Driver, web: tuple[Path, str], kind: Kind, address: str
) -> None:
    folder, site = web
    engine.open(urljoin(site, f"plans/{address}"))
    shown = engine.run(SHOWN)
    roles = [(tag, look, engine.role(element)) for tag, look, element in shown]
    assert [(tag, look, role) for tag, look, role in roles if role != ROLES[tag]] == []
    assert "h1" in {tag for tag, *_ in shown}
    (folder / f"{kind.id}.html").write_text(HOST.format(address), encoding="utf-8")
    engine.open(urljoin(site, f"{kind.id}.html"))
    assert patiently(lambda: engine.run(FRAMED), address) <= 320


def test_search_answers(engine: Driver, web: tuple[Path, str]) -> None:
    engine.open(urljoin(web[1], "plans/search/?q=патронат"))
    said = "return document.getElementById('search-status').textContent.trim() || null"
    assert patiently(lambda: engine.run(said), "search").startswith("Знайдено")
    assert engine.run("return document.querySelectorAll('#search-results > li').length") > 3


def test_display_settings_are_kept_from_page_to_page(engine: Driver, web: tuple[Path, str]) -> None:
    engine.open(urljoin(web[1], "plans/settings/"))
    engine.run("document.querySelector('input[name=size][value=largest]').click()")
    for address in (NIZHYN, MELITOPOL):
        engine.open(urljoin(web[1], f"plans/{address}"))
        assert engine.run("return document.documentElement.dataset.size") == "largest"
    engine.open(urljoin(web[1], "plans/settings/"))
    engine.run("document.getElementById('view-reset').click()")
    assert engine.run("return document.documentElement.dataset.size") is None
