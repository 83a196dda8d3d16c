"""A page inside another site: it says how tall it is, obeys theme and accent, holds no form, leads to the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theme import checks
from theme.conftest import serve

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from theme.demo import OpenPage

pytestmark = [pytest.mark.browser]
HOST = """<!DOCTYPE html><html lang="uk"><title>Сайт міста</title><main><h1>Сайт міста</h1>
<iframe title="План громади" src="{embed}" width="100%" height="480" loading="lazy"></iframe></main>
<script>window.heard = []; addEventListener("message", (e) => heard.push({{data: e.data, origin: e.origin}}))</script>"""


def settled_height(page: Page) -> int:
    """Return the height the host heard last, once it is that of the page in the frame: both change while it loads."""
    for _ in range(200):
        heard: int = page.evaluate("heard[heard.length - 1].data.height")
        if heard == page.frames[1].evaluate("Math.ceil(document.body.getBoundingClientRect().height)"):
            return heard
        page.wait_for_timeout(50)
    pytest.fail("the host never heard how tall the page is")


def test_the_host_hears_the_height_and_nothing_else(open_page: OpenPage, site: str, tmp_path: Path) -> None:
    (tmp_path / "host.html").write_text(HOST.format(embed=site + "nizhyn/embed/"), encoding="utf-8")
    server, address = serve(tmp_path)
    page = open_page(address + "host.html", width=600)
    page.wait_for_function("heard.length > 0")
    tall = settled_height(page)
    heard = page.evaluate("heard[heard.length - 1]")
    assert heard["origin"] == site.removesuffix("/plans/")
    assert set(heard["data"]) == {"type", "version", "height"}
    assert heard["data"]["type"] == "hromada-plans:height"
    assert heard["data"]["version"] == 1
    page.set_viewport_size({"width": 330, "height": 800})
    page.wait_for_function(f"heard[heard.length - 1].data.height > {tall}")
    assert checks.axe_violations(page) == []
    server.shutdown()


def test_alone_it_says_nothing_and_works_without_script(open_page: OpenPage) -> None:
    page = open_page("nizhyn/embed/", width=320, script=False)
    assert page.locator("h1").is_visible()
    link = page.get_by_role("link", name="Уся сторінка на сайті «Плани громад» (нова вкладка)")
    assert link.get_attribute("target") == "_blank"
    assert page.locator("form, button, header").count() == 0
    assert page.get_attribute("link[rel=canonical]", "href") == "../"
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"


@pytest.mark.parametrize(
    ("asked", "scheme"),
    [("theme=dark", "dark"), ("theme=light", "light"), ("theme=%22onload=x", None), ("accent=red", None), ("", None)],
)
def test_only_known_wishes_are_obeyed(open_page: OpenPage, asked: str, scheme: str | None) -> None:
    page = open_page(f"nizhyn/embed/?{asked}")
    assert page.get_attribute("html", "data-scheme") == scheme
    assert page.get_attribute("html", "data-accent") is None


def test_a_theme_asked_for_outdoes_the_devices(open_page: OpenPage) -> None:
    page = open_page("nizhyn/embed/?theme=light", scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 241)"
