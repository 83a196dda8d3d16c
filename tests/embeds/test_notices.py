"""Sheets for a notice board: one page of A4 each, with a code and its address in letters."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.model.settings import Settings
from generator.pages.notices import notice_pages
from generator.pages.site_context import SiteContext
from project import real_catalogue
from theme.checks import axe_violations, layout_problems

ROOT = Path(__file__).parents[2]


def notices(site: Path) -> list[str]:
    return sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("notice/index.html"))


def heading(site: Path, address: str) -> str:
    page = (site / address / "index.html").read_text(encoding="utf-8")
    return re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]


def test_each_has_a_named_code_and_its_address_in_letters(built_site: Path) -> None:
    found = notices(built_site)
    assert len(found) > 100
    for address in found:
        page = (built_site / address / "index.html").read_text(encoding="utf-8")
        spoken = f"example.org/plans/{address.removesuffix('/notice/')}"
        assert f'<svg role="img" aria-label="QR-код з адресою {spoken}"' in page
        assert f'<span class="address">{spoken}</span>' in page
        assert "Працівникам" not in page


@pytest.mark.browser
def test_the_longest_heading_still_fits_one_sheet(look, ours, built_site: Path) -> None:
    longest = sorted(notices(built_site), key=lambda address: -len(heading(built_site, address)))[:4]
    for address in longest:
        pdf = look(f"{ours}{address}").pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1, address


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_on_a_screen_it_reads_as_well(look, ours, width: int) -> None:
    page = look(f"{ours}nizhyn/notice/", width=width)
    assert axe_violations(page) == []
    assert layout_problems(page) == []


@pytest.mark.parametrize(("site_url", "code"), [("", False), ("http://localhost:8000/", True)])
def test_staff_are_told_when_the_address_leads_nowhere(site_url: str, code: bool) -> None:
    catalogue = real_catalogue()
    site = SiteContext(Settings(date(2026, 11, 22), site_url=site_url), catalogue)
    page = next(notice_pages(site, catalogue.communities[0]))
    assert 'class="ours no-print">Працівникам: ' in page.markdown
    assert ("<svg" in page.markdown) is code
