"""The demo site, built once and served under a base path as GitHub Pages does, and a browser to look at it."""

from __future__ import annotations

import functools
import http.server
import logging
import threading
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from theme.demo import BASE, CONFIG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from theme.demo import OpenPage


class _Pages(http.server.SimpleHTTPRequestHandler):
    """Static files; an unknown address gets the site's own 404 page, as on GitHub Pages."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory, BASE, "404.html")
        if code != HTTPStatus.NOT_FOUND or not lost.exists():
            return super().send_error(code, message, explain)
        body = lost.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def serve(folder: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Serve a folder on a free local port; the server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Pages, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / BASE
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(str(CONFIG), site_dir=str(folder), strict=True)
    build(config)
    return folder


@pytest.fixture(scope="session")
def site(site_dir: Path) -> Iterator[str]:
    """Address of the demo site's home page."""
    server, address = serve(site_dir.parent)
    yield f"{address}{BASE}/"
    server.shutdown()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """Open an address of the demo site: `open_page("nizhyn/", width=320, script=False, scheme="dark", forced=True)`."""
    contexts: list[BrowserContext] = []

    def opened(path: str, *, width: int = 1280, height: int = 800, script: bool = True, scheme: str = "light",
               forced: bool = False, view: str = "") -> Page:  # fmt: skip
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            color_scheme=scheme,  # type: ignore[arg-type]
            forced_colors="active" if forced else "none",
            reduced_motion="reduce",
            locale="uk-UA",
        )
        contexts.append(context)
        if view:
            context.add_init_script(f"localStorage.setItem('hromada-plans:view', {view!r})")
        page = context.new_page()
        page.goto(path if path.startswith("http") else site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
