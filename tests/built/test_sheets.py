"""A page loads the style sheets that hold the rules of what stands on it; the declaration of its kind says which those are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from built.pages import pages_of

ASSETS = Path(__file__).parents[2] / "theme_overrides" / "assets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
ELEMENTS = {"table": "tables.css", "mark": "front.css"}
"""Of tables but for bars and the ribbon, which bring all their looks with them."""
RESTYLING = {"audience.css", "embed.css", "notice.css"}
"""Sheets that change the looks of what others hold."""


def sheets() -> dict[str, str]:
    """Return the sheet that says most of each class, and of elements whose looks are in one sheet."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for sheet in sorted(ASSETS.glob("*.css"), key=lambda sheet: sheet.name != "site.css"):
        if sheet.name in RESTYLING:
            continue
        rules = STRING.sub("", COMMENT.sub("", sheet.read_text(encoding="utf-8")))
        for selector in re.findall(r"[^{};]*(?=\{)", rules):
            for name in set(re.findall(r"\.([a-zA-Z][\w-]*)", selector)):
                said[name][sheet.name] += 1
    return {name: counted.most_common(1)[0][0] for name, counted in said.items()} | ELEMENTS


def on(html: str) -> set[str]:
    classes = {name for value in re.findall(r' class="([^"]*)"', html) for name in value.split()}
    return classes | {name for name in ELEMENTS if re.search(rf"<{name}(?! class=\"(?:bars|ribbon)\")", html)}


def test_nothing_stands_on_a_page_without_the_sheet_that_holds_its_looks(built_site: Path) -> None:
    homes = sheets()
    assert homes["commitments"] == "measures.css"
    assert homes["search-form"] == "front.css"
    missing = set()
    for page in pages_of(built_site):
        html = page.read_text(encoding="utf-8")
        loaded = set(re.findall(r"assets/([\w-]+\.css)", html))
        address = page.relative_to(built_site).as_posix()
        missing |= {(homes[name], name, address) for name in on(html) & homes.keys() if homes[name] not in loaded}
    assert missing == set()
