"""`make workplace-pictures`: screens of «Робоче місце» for the guide, taken from the site that `make workplace` built."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image
from playwright.sync_api import sync_playwright

from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
GUIDE = ROOT / "content" / "guide"
DOCUMENT = ROOT / "tests/staff/importer/files/lines-in-a-cell.docx"
COMMUNITY: Final = {
    "Повна назва громади": "Зразкова міська територіальна громада",
    "Коротка назва": "Зразкове",
    "Область": "Чернігівська область",
    "Тека громади": "zrazkove",
}
NARROW: Final = 732
WIDE: Final = 1040
"""Pixels of a window: letters are read best in a narrow one, a document beside the plan needs a wide one."""
COLOURS: Final = 24


def view(page: Page, name: str) -> None:
    """Go to a view by the row of buttons."""
    page.get_by_role("navigation", name="Робоче місце").get_by_role("button", name=name, exact=True).click()
    page.get_by_role("heading", name=name, exact=True, level=2).wait_for()
    page.get_by_text("Зачекайте …").wait_for(state="detached")


def start(page: Page) -> None:
    """The page, started."""
    page.get_by_role("button", name="Почати").click()
    page.get_by_role("navigation", name="Робоче місце").wait_for()


def imported(page: Page) -> None:
    """A document on the left, the plan on the right."""
    view(page, "З документа")
    page.get_by_label("Документ (").set_input_files(DOCUMENT)
    for label, value in COMMUNITY.items():
        page.get_by_label(label, exact=True).fill(value)
    taken(page, "workplace-import", "#workplace", 620)
    page.get_by_role("button", name="Перенести в план").click()
    page.get_by_role("button", name="Перенести інший документ").wait_for()
    page.set_viewport_size({"width": WIDE, "height": 900})
    taken(page, "workplace-beside", ".wp-scroll", 560)
    page.set_viewport_size({"width": NARROW, "height": 900})


def table(page: Page) -> None:
    """A measure whose term is read."""
    view(page, "Таблиця")
    taken(page, "workplace-table", "tr.wp-measure", 560)


def handed(page: Page) -> None:
    """What changed, and the ways to hand it over."""
    view(page, "Передати")
    taken(page, "workplace-hand", "#workplace", 730)


SCREENS: tuple[Callable[[Page], None], ...] = (start, imported, table, handed)


def taken(page: Page, name: str, where: str, most: int = 500) -> None:
    """Write the beginning of a part of the page, not higher than `most` pixels."""
    box = page.locator(where).first
    box.scroll_into_view_if_needed()
    page.evaluate("document.activeElement.blur()")
    image = Image.open(io.BytesIO(box.screenshot()))
    image = image.crop((0, 0, image.width, min(image.height, most)))
    target = GUIDE / f"{name}.png"
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"Записано: {target.relative_to(ROOT)}, {image.width} × {image.height}, {target.stat().st_size} байтів.")


def main(site: Path) -> None:
    """Go through a first plan and take a picture of each screen."""
    server, address = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = browser.new_page(
            viewport={"width": NARROW, "height": 900}, locale="uk-UA", reduced_motion="reduce", color_scheme="light"
        )
        page.set_default_timeout(120_000)
        page.add_init_script("delete window.showDirectoryPicker")
        page.goto(f"{address}workplace/")
        for screen in SCREENS:
            screen(page)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    if not (SITE / "workplace" / "engine").is_dir():
        sys.exit("Спершу зберіть сайт із програмою: make workplace")
    main(SITE)
