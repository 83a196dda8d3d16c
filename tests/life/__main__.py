"""Pictures of the made-up community at its eight dates, to be looked at: `cd tests && python -m life FOLDER [DATE …]`.

On a phone and on a desk: the community, its plan, a goal, an executor, the report. For each date there is a sheet of
all of them, `<date>.png`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from life.life import DAYS, NAME, SUCCEEDED, files_on
from project import ADDRESS, run_plans, small_project

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from playwright.sync_api import Browser

SHOWN = ("", "plan-2025/", "plan-2025/1/", "executors/ambulatoriia/", "plan-2025/report/")
SHOWN_LATER = ("plan-2028/",)
SCREENS = {"phone": (390, 844, 3000), "desk": (1280, 900, 2400)}
"""Width and height of a window, and how much of a page is shown, in CSS pixels."""
_STYLE = "body{margin:0;display:flex;gap:12px;align-items:start;background:#888}img{width:390px}"


def build(day: date, project: Path) -> Path:
    """Build the site of a day in a folder, and return where it is."""
    small_project(project)
    shutil.rmtree(project / "plans")
    for name, content in files_on(day).items():
        file = project / "plans" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    done = run_plans("build", cwd=project, SITE_URL=ADDRESS, AS_OF=day.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def take(browser: Browser, site: Path, addresses: Iterable[str], folder: Path) -> list[Path]:
    """Take the pictures of a site; JavaScript stays off, since files have no server."""
    taken = []
    for screen, (width, height, shown) in SCREENS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
        page = context.new_page()
        for number, address in enumerate(addresses):
            page.goto((site / NAME / address / "index.html").as_uri())
            clip = {"x": 0, "y": 0, "width": width, "height": shown}
            picture = folder / f"{screen}-{number}.png"
            page.screenshot(path=picture, full_page=True, clip=clip)
            taken.append(picture)
        context.close()
    return taken


def sheet(browser: Browser, pictures: Iterable[Path], target: Path) -> None:
    """Put pictures side by side in one."""
    shown = list(pictures)
    html = target.with_suffix(".html")
    html.write_text(f"<style>{_STYLE}</style>{''.join(f'<img src={one.as_uri()}>' for one in shown)}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 402 * len(shown), "height": 800})
    page.goto(html.as_uri())
    page.screenshot(path=target, full_page=True)
    page.close()


def main(folder: Path, names: Iterable[str]) -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in names:
            day, own = DAYS[name], folder / name
            own.mkdir(parents=True, exist_ok=True)
            site = build(day, Path(temporary) / name)
            addresses = (*SHOWN, *(SHOWN_LATER if day >= SUCCEEDED else ()))
            taken = take(browser, site, addresses, own)
            for screen in SCREENS:
                pictures = [one for one in taken if one.name.startswith(screen)]
                sheet(browser, pictures, folder / f"{name}-{screen}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:] or list(DAYS))
