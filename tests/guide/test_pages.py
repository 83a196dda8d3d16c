"""Each page of the guide: short, linked, with stable anchors, in clean Ukrainian."""

from __future__ import annotations

import re
import struct
from itertools import pairwise

import pytest

from generator.model.reserved_names import IN_SITE
from guide.guide_pages import GUIDE, ROOT, GuidePage, pages

PAGES = list(pages().values())
REFERENCE = {"plan-fields.md", "other-fields.md"}
"""Lists that are looked things up in, not read."""
MOST_WORDS = 900
LARGEST_PICTURE = 60_000
CHANGES = {"changes", "embed", "glossary", "about", "settings", "accessibility", "data", "search", "terms", "topics"}
LATIN_IN_CYRILLIC = re.compile(r"[А-ЯҐЄІЇа-яґєії][A-Za-z]|[A-Za-z][А-ЯҐЄІЇа-яґєії]")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@every_page
def test_front_matter_names_the_page_and_the_way_to_it(page: GuidePage) -> None:
    assert page.meta["kind"] == "guide"
    assert page.meta["title"] == page.headings[0].text
    assert page.meta["description"]
    home = "../" if page.name == "index.md" else "../../"
    assert page.meta["crumbs"][0] == {"title": "Головна", "url": home}
    for crumb in page.meta["crumbs"][1:]:
        address = crumb["url"].removeprefix("../").rstrip("/")
        assert (GUIDE / f"{address or 'index'}.md").is_file()
    assert (GUIDE.parent / "assets" / page.meta["styles"][0]).resolve().is_file()


@every_page
def test_page_is_short(page: GuidePage) -> None:
    if page.name not in REFERENCE:
        assert len(page.prose.split()) <= MOST_WORDS


@every_page
def test_headings_do_not_skip_and_have_readable_anchors(page: GuidePage) -> None:
    levels = [heading.level for heading in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1]
    below = page.headings[1:]
    assert [heading.text for heading in below if not heading.id] == []
    assert len(page.ids) == len(below)
    assert [heading.text for heading in page.headings if not heading.body and heading.level > 2] == []


@every_page
def test_links_inside_the_guide_lead_somewhere(page: GuidePage) -> None:
    broken = []
    for link in page.links:
        target, _, anchor = link.partition("#")
        if target.startswith("https://"):
            continue
        if target.startswith("../../") or (page.name == "index.md" and target.startswith("../")):
            first = target.replace("../", "").split("/")[0]
            known = first in IN_SITE and (first in CHANGES or (GUIDE.parent / first / "index.md").is_file())
            broken += [] if known and target.endswith("/") else [link]
        elif (target or page.name) not in pages() or (anchor and anchor not in pages()[target or page.name].ids):
            broken.append(link)
    assert broken == []


def test_every_page_can_be_reached_from_the_first() -> None:
    met, new = set(), {"index.md"}
    while new:
        met |= new
        new = {link.split("#")[0] for name in new for link in pages()[name].links if ".md" in link} - met - {""}
    assert set(pages()) == met


@every_page
def test_pictures_are_small_and_described(page: GuidePage) -> None:
    for description, file, size in page.pictures:
        content = (GUIDE / file).read_bytes()
        assert len(description.split()) >= 5, file
        assert len(content) < LARGEST_PICTURE
        assert struct.unpack(">II", content[16:24]) == size
    assert page.without_examples.count("<img") == len(page.pictures)
    assert "![" not in page.without_examples


def test_every_picture_is_shown() -> None:
    shown = {file for page in PAGES for _, file, _ in page.pictures}
    assert {path.name for path in GUIDE.glob("*.png")} == shown


@every_page
def test_prose_has_ukrainian_quotes_and_no_letters_of_two_alphabets_in_a_word(page: GuidePage) -> None:
    assert re.findall(r".{0,20}[\"'“”„].{0,20}", page.prose) == []
    words = re.findall(r"\w+", page.prose)
    assert [word for word in words if LATIN_IN_CYRILLIC.search(word) and not re.fullmatch("[ІVX]+", word)] == []
    assert [word for word in words if re.search("[ыэёъ]", word)] == []


@every_page
def test_numbered_steps_are_not_broken_off(page: GuidePage) -> None:
    """A list that goes on after an example would count from one again."""
    parts = re.split(r"\n{2,}(?!\d+\. )", page.without_examples.replace("```", ""))
    starts = [int(found) for part in parts for found in re.findall(r"\A\s*(\d+)\. ", part)]
    assert set(starts) <= {1}
    after_example = re.findall(r"^```\n+(\d+)\. ", page.body, re.MULTILINE)
    assert set(after_example) <= {"1"}


@every_page
def test_lines_of_examples_fit_a_narrow_window(page: GuidePage) -> None:
    long = [
        line
        for example in page.examples
        if example.language in {"sh", "yaml"}
        for line in example.text.split("\n")
        if len(line) > 90
    ]
    assert long == []


def test_repository_is_the_one_of_the_settings() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = {
        re.sub(r"^git\+", "", address)
        for page in PAGES
        for address in re.findall(r"https://github\.com/[\w-]+/[\w-]+", page.body)
    }
    template = {address for address in named if address.endswith("/template")}
    assert len(template) == 1, "the guide leads to the repository that a site begins with"
    assert all(
        address in config for address in (*(named - template), *(one.removesuffix("/template") for one in template))
    )
