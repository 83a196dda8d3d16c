"""Our site and a foreign one on two origins, and a browser that looks at both."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PUBLIC = "https://example.org/plans/"
"""The address the real site is built for (tests/conftest.py)."""
Look = Callable[..., "Page"]


@pytest.fixture(scope="session")
def ours(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of our home page, under a base path."""
    web = tmp_path_factory.mktemp("ours")
    (web / "plans").symlink_to(built_site)
    server, address = serve(web)
    yield f"{address}plans/"
    server.shutdown()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Publish a body on a foreign site; gives the address of its page."""
    server, address = serve(tmp_path)

    def published(body: str) -> str:
        page = f'<!DOCTYPE html><html lang="uk"><meta charset="utf-8"><title>Сайт міста</title><main><h1>Сайт міста</h1>{body}</main>'
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        return address

    yield published
    server.shutdown()


@pytest.fixture
def look(browser: Browser) -> Iterator[Look]:
    """Open an address: `look(address, width=320, script=False, scheme="dark")`."""
    contexts: list[BrowserContext] = []

    def opened(address: str, *, width: int = 1280, script: bool = True, scheme: str = "light", **more: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=script, color_scheme=scheme,
            reduced_motion="reduce", locale="uk-UA", **more)  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


def code_on(site: Path, address: str) -> str:
    """Return the code for another site as it stands on a page of ours."""
    page = (site / address / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<textarea id="embed-code"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found, address
    return html.unescape(found[1])
