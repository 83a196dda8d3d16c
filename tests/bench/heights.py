"""How long pages are on a phone of 390 × 844 px, in screens, beside what we aim at."""

from __future__ import annotations

from contextlib import contextmanager
from statistics import mean
from typing import TYPE_CHECKING, Final

from playwright.sync_api import Page, sync_playwright

from accessibility.kinds import MELITOPOL, NIZHYN
from bench.page_bytes import weighed
from built.pages import pages_of
from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH, SCREEN = 390, 844
AIMS: Final = {
    f"{NIZHYN}1-2/": 4.0,
    f"{MELITOPOL}1-2/": 15.0,
    MELITOPOL: 35.0,
    **{f"{one}/": 6.0 for one in ("nizhyn", "chernihiv", "nova-odesa", "melitopol", "kakhovka")},
}
"""Screens that we aim at, by address."""
MEASURE: Final = 350
"""Pixels that a measure whose official text is of average length may take, from its title to its buttons."""
_NEAR: Final = 0.15
"""How far from the average a text of average length may be."""
_EACH = """[...document.querySelectorAll('main [id^=m-]')].map((title) => {
    const rest = title.nextElementSibling.nextElementSibling, text = rest.querySelector('.official') ?? title;
    return [rest.getBoundingClientRect().bottom - title.getBoundingClientRect().top, text.textContent.length];
})"""


def heights(site: Path) -> Iterator[str]:
    """Yield a line for every kind of page and every aim, then one for measures."""
    with _phone() as page, _served(site) as base:
        seen = {address: name for name, address in weighed()}
        for address, name in {**dict.fromkeys(AIMS, ""), **seen}.items():
            if (site / address / "index.html").exists():
                yield f"{name or f'/{address}'}: {_beside(screens(page, base + address), AIMS.get(address))}"
        yield from _measures(page, base, site)


def screens(page: Page, url: str) -> float:
    """Return how many screens a page takes."""
    page.goto(url)
    return float(page.evaluate("document.documentElement.scrollHeight")) / SCREEN


def _beside(found: float, aim: float | None) -> str:
    over = f" (понад {aim:.0f})" if aim and found > aim else f" (до {aim:.0f})" if aim else ""
    return f"{found:.1f} екрана{over}"


def _measures(page: Page, base: str, site: Path) -> Iterator[str]:
    found: list[tuple[float, int]] = []
    for file in pages_of(site):
        if file.name == "index.html" and ' id="m-' in file.read_text(encoding="utf-8"):
            page.goto(f"{base}{file.parent.relative_to(site).as_posix()}/")
            found += [(height, length) for height, length in page.evaluate(_EACH)]
    usual = mean(length for _, length in found)
    near = mean(height for height, length in found if abs(length - usual) <= _NEAR * usual)
    yield f"захід середньої довжини ({usual:.0f} знаків): {near:.0f} px (до {MEASURE})"
    yield f"усі {len(found)} заходів пересічно: {mean(height for height, _ in found):.0f} px"


@contextmanager
def _phone() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        yield browser.new_page(viewport={"width": WIDTH, "height": SCREEN})
        browser.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server, address = serve(site)
    yield address
    server.shutdown()
