"""`make heard`: pages as a screen reader gets them, in build/heard/, and how far it is to the first measure."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from accessibility.kinds import KINDS
from accessibility.matrix import opened, settled
from heard.route import route_to_first_measure
from heard.tree import heard_lines
from project import run_plans
from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

READINGS = Path(__file__).parents[2] / "build" / "heard"


def main() -> int:
    """Write the reading of the first address of each kind, and print the stops."""
    shutil.rmtree(READINGS, ignore_errors=True)
    READINGS.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        built = run_plans("build", "--site-dir", f"{folder}/plans", SITE_URL="https://example.org/plans/")
        if built.returncode:
            raise SystemExit(built.stdout + built.stderr)
        server, address = serve(Path(folder))
        _listen(f"{address}plans/")
        server.shutdown()
    print(f"Записано {READINGS.relative_to(READINGS.parents[1])}/: що чує людина на сторінці кожного виду.")
    return 0


def _listen(site: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = opened(browser, 1280).new_page()
        for kind in KINDS:
            page.goto(urljoin(site, kind.addresses[0]))
            settled(page, kind)
            (READINGS / f"{kind.id}.txt").write_text("\n".join(heard_lines(page)) + "\n", encoding="utf-8")
            route = route_to_first_measure(page)
            told = (
                f"зупинок {route.stops} (без посилань «Перейти» {route.without}), заголовків {route.headings}"
                if route
                else "заходів не називає"
            )
            print(f"{kind.name}: {told}")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
