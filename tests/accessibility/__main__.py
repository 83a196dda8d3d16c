"""`make statement`: look at every kind of page in every state and write down what the statement then shows.

`make statement ONLY="goal text"` looks at these kinds again, on the day on which all were looked at, after a mend.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

from accessibility.kinds import KINDS, Kind
from accessibility.markup import markup_problems, version_of
from accessibility.matrix import WIDTHS, examined
from accessibility.quick_walk import VIEWS, walked_in_all_settings
from accessibility.second_opinion import checked_by_others
from built.pages import pages_of
from generator.build import mkdocs as plugin
from generator.build.clock import as_of_date
from generator.build.site_address import site_address
from project import run_plans
from theme.checks import CHROMIUM_ARGS
from theme.conftest import serve

if TYPE_CHECKING:
    from theme.walk import Walked

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
RESULTS = Path(__file__).parents[2] / "content" / "accessibility" / "results.json"


def main() -> int:
    """Write the results; the status says whether problems were found."""
    with tempfile.TemporaryDirectory() as folder:
        only = os.environ.get("ONLY", "").split()
        results, problems = _renewed(Path(folder), only) if only else _results(Path(folder))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(*problems, f"Записано {RESULTS.relative_to(RESULTS.parents[2])}; порушень: {len(problems)}.", sep="\n")
    return min(len(problems), 1)


def _renewed(folder: Path, only: Sequence[str]) -> tuple[dict[str, object], list[str]]:
    """Look at some kinds again; SystemExit on another day than that of the rest."""
    day = as_of_date(None, os.environ).isoformat()
    _build(folder, day)
    server, address = serve(folder)
    kinds = [kind for kind in KINDS if kind.id in only]
    walked = walked_in_all_settings(CHROMIUM, f"{address}plans/", kinds)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        seen, problems = _looked_at(browser, f"{address}plans/", kinds, walked)
    server.shutdown()
    whole = json.loads(RESULTS.read_text(encoding="utf-8"))
    if whole["date"] != day:
        raise SystemExit(f"Решту видів перевірено {whole['date']}: виконайте make statement без ONLY.")
    known = {one["id"]: one for one in whole["kinds"]}
    added = [walked[kind.id] for kind in kinds if kind.id not in known]
    known |= {one["id"]: one for one in seen}
    whole["walks"] += len(VIEWS) * len(added)
    whole["stops"] += sum(one.stops for one in added)
    return {**whole, "kinds": [known[kind.id] for kind in KINDS if kind.id in known]}, problems


def _build(folder: Path, day: str) -> str:
    """Build the site; return the address that it was given, or nothing."""
    given = site_address(os.environ.get("SITE_URL", ""), "SITE_URL")
    built = run_plans(
        "build", "--site-dir", str(folder / "plans"), SITE_URL=given or "https://example.org/plans/", AS_OF=day
    )
    if built.returncode:
        raise SystemExit(built.stdout + built.stderr)
    return given


def _looked_at(
    browser: Browser, site: str, kinds: Sequence[Kind], walked: Mapping[str, Walked]
) -> tuple[list[dict[str, object]], list[str]]:
    """Go through the states of every address of each kind; return what is written of them, and the problems."""
    seen: list[dict[str, object]] = []
    problems: list[str] = []
    for kind in kinds:
        pages = [examined(browser, site, kind, page) for page in kind.addresses]
        found = [f"{kind.name}: {problem}" for page in (*pages, walked[kind.id]) for problem in page.problems]
        states = sum(page.states for page in pages)
        seen.append({"id": kind.id, "name": kind.name, "pages": len(pages), "states": states, "problems": len(found)})
        problems += found
        print(f"{kind.name}: {len(found)}", *found[:3], sep="\n  ", file=sys.stderr, flush=True)
    return seen, problems


def _results(folder: Path) -> tuple[dict[str, object], list[str]]:
    day = as_of_date(None, os.environ).isoformat()
    settings = plugin.sources(RESULTS.parents[2] / "mkdocs.yml", None).settings
    address_given = _build(folder, day)
    markup = markup_problems(folder / "plans")
    server, address = serve(folder)
    walked = walked_in_all_settings(CHROMIUM, f"{address}plans/", KINDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        version = browser.version
        kinds, found = _looked_at(browser, f"{address}plans/", KINDS, walked)
        problems = [*markup, *found]
        checkers, by_others = checked_by_others(browser, f"{address}plans/", folder / "plans")
    server.shutdown()
    return {
        "date": day,
        "program": settings.program,
        "repository": settings.repo_url,
        "site_url": address_given,
        "browser": f"Chromium {version.partition('.')[0]}",
        "axe": version_of("axe-core"),
        "html_validate": version_of("html-validate"),
        "widths": list(WIDTHS),
        "walks": len(VIEWS) * len(KINDS),
        "stops": sum(one.stops for one in walked.values()),
        "site_pages": len(pages_of(folder / "plans")),
        "markup_errors": len(markup),
        "kinds": kinds,
        "checkers": checkers,
    }, [*problems, *by_others]


sys.exit(main())
