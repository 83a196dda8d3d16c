"""Words and years in every table of every page: whole on phones, broken by larger letters only where one fills a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from built.pages import pages_of
from theme import checks
from theme.walk import LARGEST, walker

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONES = (320, 360, 390)


def with_tables(site: Path) -> list[str]:
    return [
        f"{page.parent.relative_to(site)}/"
        for page in pages_of(site)
        if page.name == "index.html" and re.search(r"<t[dh]\b", page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("view", [{}, {"size": "large"}, LARGEST], ids=["usual", "large", "largest"])
def test_no_word_in_a_cell_has_two_line_boxes(
    browser: Browser, built_site: Path, site: str, view: dict[str, str]
) -> None:
    found, addresses = {}, with_tables(built_site)
    assert len(addresses) > 20
    with walker(browser, (PHONES[0], 640), view) as page:
        for address in addresses:
            page.goto(site + address)
            for width in PHONES:
                page.set_viewport_size({"width": width, "height": 640})
                problems = checks.broken_word_problems(page, wide_may=bool(view))
                if problems:
                    found[f"{address} {width}"] = problems[:3]
    assert found == {}
