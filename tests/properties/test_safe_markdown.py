"""No text can put a script, a handler or a foreign picture on its page, and the loader tells of every attempt."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import AutolinkInlineProcessor

from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.model.records.text import TextRecord
from generator.pages.narrative import narrative_markdown
from generator.reading.narrative_markdown import body_problems
from generator.source.markdown import converter
from project import plain, tries

if TYPE_CHECKING:
    from collections.abc import Callable

TITLED = TextRecord(title="Вступ")

CONFIG = (Path(__file__).parent.parent.parent / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
EXTENSIONS = [next(iter(each)) if isinstance(each, dict) else each for each in plain(CONFIG)["markdown_extensions"]]
PIECES = [
    "слово", " ", "\n", "\n\n", "[", "]", "(", ")", "](", "]:", "<", ">", "javascript:alert(1)", "https://rada.gov.ua/",
    "img src=x onerror=alert(1)", "script", "/script", "a href=", "<br>", "|", "\n| а | б |\n| --- | --- |\n", "{", "}",
    '{: onclick="alert(1)" }', '"', "'", "`", "```", "!", "\\", "&#106;", "&colon;", "*", "_", "#", "> ", "Table: підпис\n",
    "> [!ours] ", "- ", "1. ", "    ", "=", "--", "data:text/html,", "[1]", "\n[1]: ",
    "[а\\\\](", "[а](", "![а](", "![а [б]](", "![а][1]", "![", "\\](", "\\\\", "> [1]: ", "- п\n\n    [1]: ", "| [а\\\\](",
    "javascript:alert(1))", "//evil.example/x.png)", "https://evil.example/x.png)", "\\\\evil.example/x.png)", "karta.png)",
    "<https://rada.gov.ua/>", "<a@rada.gov.ua>", "<tel:+380441234567>", "<tel:+3/onclick=alert(1)>", "<p/onclick=alert(1)@x.ua>",
    "<javascript://%0aalert(1)>", "\n{: onclick=alert(1) }", "java", "script:", "&Tab;", "\t",
]  # fmt: skip
TAGS = {
    "p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h2", "h3", "h4", "h5", "h6", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "caption", "div", "span", "figure", "figcaption", "img", "small",
    "details", "summary",
}  # fmt: skip


class Check(HTMLParser):
    """Fails on a tag or an attribute that can do harm, a link by another scheme, a picture from elsewhere."""

    def __init__(self, tags: set[str]) -> None:
        super().__init__()
        self.tags = tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.tags, tag
        for name, value in attrs:
            address = "".join(sign for sign in value or "" if sign > " ").lower()
            assert not name.startswith("on"), name
            assert name not in {"srcset", "background", "action", "formaction"}, name
            if name == "href":
                scheme = re.match("[^/?#:]*:", address)
                assert scheme is None or scheme[0] in {"https:", "http:", "mailto:", "tel:"}, value
            elif name == "src":
                assert not re.match(r"[^/?#:]*:|[/\\]{2}", address), value


HARMFUL = [
    "[а\\\\](javascript:alert(1))",
    "Table: підпис\n\n| а |\n| --- |\n| [а\\\\](javascript:alert(1)) |",
    "> [x]: javascript:alert(2)\n\n[x]",
    "- п\n\n    [x]: javascript:alert(2)\n\n[x]",
    "[x]:\n  javascript:alert(2)\n\n[x]",
    "[а](\njavascript:alert(1))",
    "![а [б]](https://evil.example/x.png)",
    "![а\nб](https://evil.example/x.png)",
    "![а\\\\](//evil.example/x.png)",
    "![слова][ref]\n\n[ref]: https://evil.example/x.png",
    "![слова]\n\n[слова]: https://evil.example/x.png",
    "слово\n    ![а\nб](https://evil.example/x.png)",
    "<tel:+3/onmouseover=alert(1)>",
    "<p/onclick=alert(1)@x.ua>",
    "<javascript://%0aalert(1)>",
    "[а](https://rada.gov.ua/){: onclick=alert(1) }",
    "абзац\n{: style=background:url(https://evil.example/x.png) }",
]
FINE = [
    "[а](https://rada.gov.ua/) <https://rada.gov.ua/> <a@rada.gov.ua> <tel:+380441234567>",
    "[1]: https://rada.gov.ua/\n\n[слово][1]",
    "![Карта](karta.png)",
]


PAGE_TO_HTML = converter(EXTENSIONS, {})
BARE = Markdown(extensions=EXTENSIONS)
"""Takes nothing away."""
BARE.inlinePatterns.register(AutolinkInlineProcessor("<(tel:[^<>]*)>", BARE), "telephone", 121)


def page(body: str) -> str:
    return str(narrative_markdown(NarrativeText("vstup", body.strip("\n") + "\n", Place("01-vstup.md"), TITLED)))


@pytest.mark.parametrize("body", HARMFUL)
def test_harmful_texts_are_told_of(body: str) -> None:
    assert list(body_problems(body))


@pytest.mark.parametrize("body", FINE)
def test_fine_texts_are_not(body: str) -> None:
    assert not list(body_problems(body))


def bodies() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def examples(test: Callable[[str], None]) -> Callable[[str], None]:
    for body in [*HARMFUL, *FINE]:
        test = example(body)(test)
    return test


@settings(max_examples=tries(800), derandomize=True, suppress_health_check=list(HealthCheck))
@given(bodies())
@examples
def test_no_text_does_harm_whatever_the_loader_says(body: str) -> None:
    Check(TAGS | {"h1"}).feed(PAGE_TO_HTML(page(body)))


@settings(max_examples=tries(800), derandomize=True, suppress_health_check=list(HealthCheck))
@given(bodies())
@examples
def test_accepted_texts_would_do_none_under_any_converter(body: str) -> None:
    """The loader alone is enough: nothing has to be taken away from what it accepts."""
    assume(not list(body_problems(body)))
    Check(TAGS).feed(BARE.reset().convert(page(body)))
