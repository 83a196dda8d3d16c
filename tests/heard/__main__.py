"""`make heard`: pages as a screen reader gets them and twenty terms, in build/heard/, and how far it is to the first measure."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from accessibility.kinds import KINDS
from accessibility.matrix import opened, settled
from heard.route import CHANGE, MEASURE, RESULT, route_to_first
from heard.terms import told_terms
from heard.tree import heard_lines
from project import real_catalogue, run_plans
from setup_tools import find_chromium
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

FIRST = {"search-results": RESULT, "changes": CHANGE}
"""What a page is for where it is no measure."""
READINGS = Path(__file__).parents[2] / "build" / "heard"


def main() -> int:
    """Write the reading of the first address of each kind, and print the stops."""
    shutil.rmtree(READINGS, ignore_errors=True)
    READINGS.mkdir(parents=True)
    (READINGS / "terms.txt").write_text("\n".join(told_terms(_written())), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        built = run_plans("build", "--site-dir", f"{folder}/plans", SITE_URL="https://example.org/plans/")
        if built.returncode:
            raise SystemExit(built.stdout + built.stderr)
        server, address = serve(Path(folder))
        _listen(f"{address}plans/")
        server.shutdown()
    print(f"Записано {READINGS.relative_to(READINGS.parents[1])}/: що чує людина на сторінці кожного виду.")
    return 0


def _written() -> Iterator[str]:
    """Yield the terms and the sums of the plans."""
    for plan in real_catalogue().plans:
        for measure in plan.all_measures():
            if measure.term:
                yield measure.term.text
            funding = measure.record.funding
            yield from (
                f"{one} {plan.record.money_unit or ''}".strip() for one in (funding.by_year.values() if funding else ())
            )


def _listen(site: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGS)
        page = opened(browser, 1280).new_page()
        for kind in KINDS:
            page.goto(urljoin(site, kind.addresses[0]))
            settled(page, kind)
            (READINGS / f"{kind.id}.txt").write_text("\n".join(heard_lines(page)) + "\n", encoding="utf-8")
            route = route_to_first(page, FIRST.get(kind.id, MEASURE))
            told = (
                f"зупинок {route.stops} (без посилань «Перейти» {route.without}), заголовків {route.headings}"
                if route
                else "нічого з цього не називає"
            )
            print(f"{kind.name}: {told}")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
