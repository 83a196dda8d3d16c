"""Checkers that are not axe: IBM's engine and HTML_CodeSniffer in the page, the Nu HTML checker on its file.

A finding is what a checker is sure of. What it only asks a person to look at («potential», «manual», «warning») is
none: such questions are the same on every page, and the walks, the matrix and the guide's list for people answer them.
What is found and stays has its reason here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from accessibility.kinds import KINDS
from accessibility.markup import TESTS, version_of
from accessibility.matrix import settled
from built.pages import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MODULES: Final = TESTS / "node_modules"
ENGINE: Final = MODULES / "accessibility-checker-engine" / "ace.js"
SNIFFER: Final = MODULES / "html_codesniffer" / "build" / "HTMLCS.js"
NU: Final = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA: Final = shutil.which("java")
FRAMED: Final = "in a frame"
"""In place of a selector: what stands in a page within the page."""
MONEY: Final = "table.plan-table:has(> thead > tr:nth-child(3)), table.plan-table:has(> thead > tr:nth-child(3)) *"
REASONS: Final = (
    (
        "aria_content_in_landmark",
        "a.skip",
        "посилання «Перейти» стоять перед усіма частинами сторінки, бо вони перша зупинка",
    ),
    ("aria_complementary_label_visible", "aside.notice", "позначку «Важливо знати» видно з рамки; ім’я каже її вголос"),
    (
        "aria_complementary_label_visible",
        "aside.exit, aside.urgent",
        "посилання в рамці видно; ім’я каже, що вони разом",
    ),
    ("aria_main_label_visible", FRAMED, "рамка попереднього перегляду має власну основну частину: це інша сторінка"),
    (
        "aria_main_label_visible",
        "body:has(iframe), body:has(iframe) *",
        "те саме, коли знайдено саму сторінку з рамкою",
    ),
    ("aria_complementary_label_visible", FRAMED, "те саме в рамці попереднього перегляду"),
    (
        "H43.HeadersRequired",
        ".plan-table",
        "рядки цілей стоять у самій таблиці; scope каже заголовки так, як велить HTML",
    ),
    (
        "aria_accessiblename_exists",
        "th:has([aria-hidden] + .visually-hidden)",
        "ім’я є: для вуха стоїть прочитання; дерево Chromium його каже (make heard)",
    ),
    (
        "table_headers_related",
        MONEY,
        "гроші Мелітополя стоять під трьома рядами назв; scope каже їх так, як велить HTML",
    ),
    ("H43.HeadersRequired", MONEY, "те саме"),
)
"""The rule of IBM, or the end of the code of HTML_CodeSniffer; which elements it is true of, as CSS selects them; why it stays."""
_SELECTED: Final = f"""(element) => {json.dumps([one[1] for one in REASONS])}.map(one => one === '{FRAMED}'
  ? !element || element.ownerDocument !== document : !!element && element.matches(one))"""
_ASK_ENGINE: Final = f"""async () => {{ const checker = new ace.Checker(), report = await checker.check(document, ['WCAG_2_2']),
    selected = {_SELECTED}, at = path => document.evaluate(path, document, null, 9).singleNodeValue;
  return report.results.filter(one => one.value[1] === 'FAIL')
    .map(one => [one.ruleId, one.message, one.snippet, selected(at(one.path.dom))]) }}"""
_ASK_SNIFFER: Final = f"""() => new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages()
  .filter(one => one.type === HTMLCS.ERROR).map(one => [one.code, one.msg, one.element.outerHTML || '', ({_SELECTED})(one.element)]))))"""
_OPEN: Final = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
"""What is folded has no names for a checker that looks at what is drawn."""
_OF_POLICY: Final = "Content Security Policy"
"""Of files the Nu checker can't know what «self» is; tests/built/test_security_policy.py looks at the policy."""


def engine_findings(page: Page) -> list[str]:
    """Return what IBM's engine fails on the page, with everything opened, without what has a reason."""
    page.evaluate(_OPEN)
    page.evaluate(f"() => {{ {ENGINE.read_text(encoding='utf-8')}\n; globalThis.ace = ace }}")
    return _without_reason(page.evaluate(_ASK_ENGINE))


def sniffer_findings(page: Page) -> list[str]:
    """Return the errors of HTML_CodeSniffer on the page, without what has a reason."""
    page.evaluate(f"{SNIFFER.read_text(encoding='utf-8')};0")
    return _without_reason(page.evaluate(_ASK_SNIFFER))


def nu_findings(site: Path, pages: Iterable[Path]) -> list[str]:
    """Return errors and warnings of the Nu HTML checker, which needs Java, with page and line."""
    if JAVA is None:
        raise FileNotFoundError("java")
    files = sorted(str(page) for page in pages)
    asked = [JAVA, "-Xss1024k", "-jar", str(NU), "--format", "json", "--exit-zero-always", "--stdout", *files]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)
    return [
        f"{one['url'].removeprefix(site.as_uri())}:{one.get('lastLine', 0)}: {one['message']}"
        for one in json.loads(said.stdout)["messages"]
        if _OF_POLICY not in one["message"]
    ]


def checked_by_others(browser: Browser, site: str, folder: Path) -> tuple[list[dict[str, object]], list[str]]:
    """Return what `make statement` writes of these checkers, and their findings; Nu sees every page, the others each kind."""
    page = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800}).new_page()
    by_engine, by_sniffer, pages = [], [], 0
    for kind in KINDS:
        for address in kind.addresses:
            page.goto(urljoin(site, address))
            settled(page, kind)
            by_engine += [f"{address}: {found}" for found in engine_findings(page)]
            by_sniffer += [f"{address}: {found}" for found in sniffer_findings(page)]
            pages += 1
    told = [
        _told("IBM Equal Access", "accessibility-checker-engine", pages, by_engine),
        _told("HTML_CodeSniffer", "html_codesniffer", pages, by_sniffer),
    ]
    by_nu: list[str] = []
    if JAVA:
        files = pages_of(folder)
        by_nu = nu_findings(folder, files)
        told.append(_told("Nu Html Checker", "vnu-jar", len(files), by_nu))
    return told, [*by_engine, *by_sniffer, *by_nu]


def _told(name: str, package: str, pages: int, found: list[str]) -> dict[str, object]:
    return {"name": name, "version": version_of(package), "pages": pages, "findings": len(found)}


def _without_reason(found: Iterable[tuple[str, str, str, list[bool]]]) -> list[str]:
    return [f"{rule}: {said} {where[:160]}" for rule, said, where, selected in found if not _has_reason(rule, selected)]


def _has_reason(rule: str, selected: list[bool]) -> bool:
    return any(rule.endswith(end) and is_it for (end, _, _), is_it in zip(REASONS, selected, strict=True))
