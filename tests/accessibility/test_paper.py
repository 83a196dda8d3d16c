"""Paper: letters of 12 points and more, nothing wider than the sheet, no label alone at the end of a page."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from accessibility.kinds import KINDS, MELITOPOL, NIZHYN
from theme.walk import walker

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SHEET = (672, 980)
"""An A4 sheet without its margins, in CSS pixels."""
LEAST_POINTS = 12
PRINTED = [address for kind in KINDS for address in kind.addresses if not kind.in_frame]
SMALL_LETTERS = """least => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
    && !e.closest('.visually-hidden, .skip, svg')).flatMap(e => [
  [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && getComputedStyle(e),
  ...['::before', '::after'].map(part => getComputedStyle(e, part)).filter(s => /\\w/.test(s.content) && s.content !== 'none' && s.content !== 'normal'),
]).filter(style => style && parseFloat(style.fontSize) * .75 < least - .01).length"""
TOO_WIDE = """[...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && !e.closest('.visually-hidden, svg')
  && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"""
LABELS = """[...document.querySelectorAll('.facts:not(.glossary *) dt, summary, h1, h2, h3, h4, caption, [role=heading]')].map(e => e.innerText)
  .concat([...document.querySelectorAll('td[data-column]')].map(e => e.dataset.column))"""
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="install Debian’s poppler-utils")


def printed(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    page.goto(address)


@pytest.mark.slow
@pytest.mark.parametrize("view", [{}, {"size": "largest"}], ids=["usual", "largest"])
def test_letters_are_of_12_points_and_nothing_is_wider_than_the_sheet(
    browser: Browser, site: str, view: dict[str, str]
) -> None:
    with walker(browser, SHEET, view) as page:
        for address in PRINTED:
            printed(page, urljoin(site, address))
            assert page.evaluate(SMALL_LETTERS, LEAST_POINTS) == 0, address
            assert page.evaluate(TOO_WIDE) == [], address


def test_a_table_with_money_by_year_stands_as_cards(browser: Browser, site: str) -> None:
    with walker(browser, SHEET, {}) as page:
        printed(page, f"{site}{MELITOPOL}")
        assert not page.locator(".plan-table thead").first.is_visible()
        cell = page.locator(".plan-table td[data-column='2026, тис. грн.']").first
        assert "2026, тис. грн." in cell.evaluate("e => getComputedStyle(e, '::before').content")
        printed(page, f"{site}{NIZHYN}")
        assert page.locator(".plan-table thead").first.is_visible()


def lines_of_pages(page: Page, folder: Path) -> list[list[str]]:
    """Print a page as a file; return the lines of each of its sheets, the number of the sheet left out."""
    file = folder / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    sheets = [[" ".join(line.split()) for line in sheet.splitlines() if line.strip()] for sheet in text.split("\f")]
    return [[line for line in sheet if not re.fullmatch(r"\d+ ?/ ?\d+", line)] for sheet in sheets[:-1]]


def height_of_number(folder: Path) -> float:
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-f", "2", "-l", "2", folder / "page.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    low, high = re.findall(r'yMin="([\d.]+)".*?yMax="([\d.]+)">[\d/]+</word>', boxes)[-1]
    return float(high) - float(low)


@needs_poppler
@pytest.mark.parametrize(
    "audience",
    [
        "nizhyn/for/residents/",
        "chernihiv/for/families-with-children/",
        "nova-odesa/for/service-workers/",
        "melitopol/for/residents/",
        "melitopol/for/difficult-circumstances/",
        "kakhovka/for/foster-families/",
    ],
)
def test_what_is_promised_to_an_audience_prints_on_one_sheet(
    browser: Browser, site: str, tmp_path: Path, audience: str
) -> None:
    """What has no room on it is told on paper and stands on screen."""
    with walker(browser, SHEET, {}) as page:
        page.goto(f"{site}{audience}")
        listed, left = page.locator(".promises > li").count(), page.locator(".promises > li.no-print").count()
        assert page.locator(".promises > li:visible").count() == listed
        sheets = lines_of_pages(page, tmp_path)
        assert len(sheets) == 1
        assert any(re.match(r"Ще \d+ (завдан|зах).* – на сайті\.", line) for line in sheets[0]) is bool(left)
        assert "Кого запитати" in " ".join(sheets[0])


@needs_poppler
@pytest.mark.slow
def test_no_label_is_alone_at_the_end_of_a_page_and_its_number_grows(
    browser: Browser, site: str, tmp_path: Path
) -> None:
    heights: dict[str, float] = {}
    for size in ("usual", "largest"):
        for address in (MELITOPOL, NIZHYN, f"{NIZHYN}1-2/", "nizhyn/"):
            with walker(browser, SHEET, {} if size == "usual" else {"size": size}) as page:
                printed(page, f"{site}{address}")
                found: Any = page.evaluate(LABELS)
                labels = {" ".join(label.split()) for label in found if label.strip()}
                sheets = lines_of_pages(page, tmp_path)
                assert len(sheets) > 1
                assert [sheet[-1] for sheet in sheets if sheet[-1] in labels and sheet is not sheets[-1]] == [], address
                heights[size] = height_of_number(tmp_path)
    assert heights["largest"] > 1.7 * heights["usual"]
