"""What needs no parsing gives the HTML that Python-Markdown gives: on every page of the site, and on what nobody wrote yet."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.build.parts import community_part, country_part
from generator.language.romanisation import heading_anchor
from generator.model.drafts import published
from generator.model.settings import Settings
from generator.pages.site_context import SiteContext
from generator.source.markdown import converter, parser
from generator.source.plain_markdown import plain_html
from project import real_catalogue, tries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.outputs.site_files import Page

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
CONFIGS = {"toc": {"permalink": False, "slugify": heading_anchor}}
PIECES = (
    "слово", "Слово", "1. ", "1) ", "12", "- ", "* ", "+ ", "# ", "## ", "#", " {#m-1}", " {: .long }", "\n{: .no-print }", "\n", "\n\n",
    "\n\n\n", " ", "  ", "    ", "[а](../b/)", "[а](#b)", "[а](https://example.org/)", "[а](javascript:x)", "[а]", "(б)", "!", "|", "> ",
    "<p>а</p>", "<div>\nа\n</div>", "<details><summary>а</summary>б</details>", '<abbr title="а">б</abbr>', '<span class="level">а</span>',
    "<br>", "&amp;", "&#58;", "&", "<", "*а*", "_а_", "**", "`", "\\", "---", "===", "«", "»", "–", "…", "’", '"', "'", ": ", "\t", "\u00a0",
    "[TOC]", "{", "}", "http://example.org", "а@b.ua", "[^1]", "[x]: y", "+380", "2025", "№ 5", "м. ", "\u2028", "\x02",
)  # fmt: skip
"""What lines are put together from: what our pages hold, and what a text of a plan may hold."""


@pytest.fixture(scope="module")
def parse():
    return parser(EXTENSIONS, CONFIGS)


def pages() -> Iterator[Page]:
    settings = Settings(date(2026, 11, 22), site_url="https://example.org/", repo_url="https://github.com/x/y")
    site = SiteContext(settings, published(real_catalogue()))
    yield from country_part(site).pages
    for community in site.catalogue.communities:
        yield from community_part(site.of(community), community).pages


@pytest.mark.slow
def test_every_page_is_what_python_markdown_makes_of_it(parse) -> None:
    told: Counter[bool] = Counter()
    for page in pages():
        made = plain_html(page.markdown, heading_anchor)
        told[made is not None] += 1
        assert made in (None, parse(page.markdown)), page.address
    assert told[True] > 2 * told[False], "most pages need no parsing"


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_written_is_what_python_markdown_makes_of_it(parse, seed: int) -> None:
    chance, told = random.Random(seed), 0
    for _ in range(tries(500)):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 7)))
        made = plain_html(text, heading_anchor)
        told += made is not None
        assert made in (None, parse(text)), repr(text)
    assert told


@pytest.mark.parametrize(
    "text",
    [
        "# Назва {#nazva}\n\nСлова.\n\n<p>Готове</p>",
        "## [План](../a/) {: .long }",
        "- [а](b/) – 1 захід\n- б",
        "Перше\nдруге. \n\n5 заходів",
    ],
)
def test_plain_text_is_not_parsed(parse, text: str) -> None:
    assert plain_html(text, heading_anchor) == parse(text)


@pytest.mark.parametrize(
    "text", ["**а**", "1. а", "| а |\n|---|", "а  \nб", "# а\n\n# а", "[а](javascript:b)", "<br>", "    а", ""]
)
def test_what_needs_parsing_is_parsed(parse, text: str) -> None:
    assert plain_html(text, heading_anchor) is None
    assert converter(EXTENSIONS, CONFIGS)(text) == parse(text)


def test_with_other_extensions_everything_is_parsed() -> None:
    assert converter([*EXTENSIONS, "smarty"], CONFIGS)("а -- б") == "<p>а &ndash; б</p>"
    assert converter(EXTENSIONS, {"toc": {**CONFIGS["toc"], "permalink": True}})("# а").count("headerlink") == 1
