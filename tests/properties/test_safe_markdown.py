"""A text that the loader accepts can't put a script, a handler or a foreign address on its page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.model.place import Place
from generator.model.plan import NarrativeText
from generator.narrative_body import body_problems
from generator.pages.narrative import narrative_markdown

CONFIG = (Path(__file__).parent.parent.parent / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
EXTENSIONS = [
    next(iter(each)) if isinstance(each, dict) else each for each in yaml.safe_load(CONFIG)["markdown_extensions"]
]
PIECES = [
    "слово", " ", "\n", "\n\n", "[", "]", "(", ")", "](", "]:", "<", ">", "javascript:alert(1)", "https://rada.gov.ua/",
    "img src=x onerror=alert(1)", "script", "/script", "a href=", "<br>", "|", "\n| а | б |\n| --- | --- |\n", "{", "}",
    '{: onclick="alert(1)" }', '"', "'", "`", "```", "!", "\\", "&#106;", "&colon;", "*", "_", "#", "> ", "Table: підпис\n",
    "> [!ours] ", "- ", "1. ", "    ", "=", "--", "data:text/html,", "[1]", "\n[1]: ",
]  # fmt: skip
TAGS = {
    "p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h2", "h3", "h4", "h5", "h6", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "caption", "div", "span", "figure", "figcaption", "img", "small",
    "details", "summary",
}  # fmt: skip


class Check(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in {"href", "src"}:
                address = "".join((value or "").split()).lower()
                assert address.startswith(("https://", "http://", "mailto:", "tel:", "#")) or ":" not in address, (
                    address
                )


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("[а](https://rada.gov.ua/) <https://rada.gov.ua/>")
@example("[1]: https://rada.gov.ua/\n\n[слово][1]")
def test_accepted_texts_are_harmless(body: str) -> None:
    assume(not list(body_problems(body)))
    text = NarrativeText("vstup", "Вступ", body, Place("01-vstup.md"))
    html = Markdown(extensions=EXTENSIONS).convert(str(narrative_markdown(text)))
    Check().feed(html)
