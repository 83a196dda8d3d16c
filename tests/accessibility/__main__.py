"""`make statement`: look at every kind of page in every state and write down what the statement then shows."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from accessibility.kinds import KINDS
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

RESULTS = Path(__file__).parents[2] / "content" / "accessibility" / "results.json"


def main() -> int:
    """Write the results; the status says whether problems were found."""
    with tempfile.TemporaryDirectory() as folder:
        results, problems = _results(Path(folder))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(*problems, f"Записано {RESULTS.relative_to(RESULTS.parents[2])}; порушень: {len(problems)}.", sep="\n")
    return min(len(problems), 1)


def _results(folder: Path) -> tuple[dict[str, object], list[str]]:
    day = as_of_date(None, os.environ).isoformat()
    settings = plugin.sources(RESULTS.parents[2] / "mkdocs.yml", None).settings
    address_given = site_address(os.environ.get("SITE_URL", ""), "SITE_URL")
    built = run_plans(
        "build", "--site-dir", str(folder / "plans"), SITE_URL=address_given or "https://example.org/plans/", AS_OF=day
    )
    if built.returncode:
        raise SystemExit(built.stdout + built.stderr)
    markup = markup_problems(folder / "plans")
    server, address = serve(folder)
    chromium = next(
        (path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None
    )
    problems, kinds = list(markup), []
    walked = walked_in_all_settings(chromium, f"{address}plans/", KINDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        version = browser.version
        for kind in KINDS:
            pages = [examined(browser, f"{address}plans/", kind, page) for page in kind.addresses]
            found = [f"{kind.name}: {problem}" for page in (*pages, walked[kind.id]) for problem in page.problems]
            kinds.append(
                {
                    "id": kind.id,
                    "name": kind.name,
                    "pages": len(pages),
                    "states": sum(page.states for page in pages),
                    "problems": len(found),
                }
            )
            problems += found
            print(f"{kind.name}: {len(found)}", file=sys.stderr)
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
