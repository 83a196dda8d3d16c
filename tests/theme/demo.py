"""What the tests of the shell share: the demo's addresses and the type of the page opener."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

OpenPage = Callable[..., Page]

HERE = Path(__file__).parent
CONFIG = HERE / "site" / "mkdocs.yml"
OVERRIDES = HERE.parents[1] / "theme_overrides"
BASE = "plans"
PAGES = (
    "",
    "nizhyn/",
    "nizhyn/plan/",
    "nizhyn/plan/1-2/",
    "nizhyn/embed/",
    "nizhyn/notice/",
    "settings/",
    "search/",
    "terms/",
    "no/such/page/",
)
WHOLE = tuple(p for p in PAGES if not p.endswith(("embed/", "notice/")))
