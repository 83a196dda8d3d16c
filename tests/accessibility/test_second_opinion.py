"""What other checkers than axe find on every kind of page: nothing, or what has a written reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from accessibility.kinds import KINDS, MELITOPOL, Kind
from accessibility.matrix import settled
from accessibility.second_opinion import JAVA, engine_findings, nu_findings, sniffer_findings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow]
PAGES = [(kind, address) for kind in KINDS for address in (kind.addresses[0], MELITOPOL) if address in kind.addresses]
WRONG = """<!DOCTYPE html><html lang="uk"><title>Пошук</title><main><h1>Пошук</h1>
<p>Слово <input type="text"> <img src="data:,"></p></main></html>"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("kind", "address"), PAGES, ids=lambda given: given if isinstance(given, str) else given.id)
def test_two_more_engines_find_nothing_without_a_reason(window: Page, site: str, kind: Kind, address: str) -> None:
    window.goto(urljoin(site, address))
    settled(window, kind)
    assert [*engine_findings(window), *sniffer_findings(window)] == []


def test_both_engines_find_a_field_without_a_label(window: Page) -> None:
    window.set_content(WRONG)
    assert any("input_label_exists" in found for found in engine_findings(window))
    assert any("F68" in found for found in sniffer_findings(window))


def test_a_reason_is_good_for_its_own_elements_alone(window: Page, site: str) -> None:
    """A cell of the money of Melitopol has one; the same table without its class has none."""
    window.goto(urljoin(site, MELITOPOL))
    assert [found for found in sniffer_findings(window) if "H43" in found] == []
    window.evaluate("document.querySelector('.plan-table:has(thead tr:nth-child(3))').classList.remove('plan-table')")
    assert [found for found in sniffer_findings(window) if "H43" in found]
    assert any("table_headers_related" in found for found in engine_findings(window))


@pytest.mark.skipif(JAVA is None, reason="the Nu HTML checker needs Java: install Debian’s default-jre-headless")
def test_nu_checker_finds_nothing_on_a_page_of_every_kind(built_site: Path, tmp_path: Path) -> None:
    shown = {address.partition("?")[0] for _, address in PAGES if "no/such" not in address}
    assert nu_findings(built_site, [built_site / address / "index.html" for address in shown]) == []
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    assert any("alt" in found for found in nu_findings(tmp_path, [wrong]))
