"""`make picture`: how a page looks on a phone, for README; taken from the built site of this machine."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
PAGE = "nizhyn/social-services-2025/1-2/"
MEASURE = "#m-1-2-3"
PICTURE = ROOT / ".github" / "phone.png"
PHONE = {"width": 360, "height": 740}


def take(site: Path, target: Path) -> None:
    """Write the picture of a measure, as a link to it opens."""
    server, address = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = browser.new_page(viewport=PHONE, locale="uk-UA", reduced_motion="reduce")
        page.goto(address + PAGE + MEASURE)
        page.screenshot(path=target)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    if not (SITE / PAGE).is_dir():
        sys.exit("Спершу зберіть сайт: make site")
    take(SITE, PICTURE)
    print(f"Записано: {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size} байтів.")
