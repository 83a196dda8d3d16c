"""Markdown to HTML, once for each different text: what did not change since the last build is not converted again."""

import re
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

_COMPONENT = re.compile(r"(?:^|(?<=\n\n))<(?:aside|dl|div|figure|form|nav|ol|p|section|ul)\b.*?(?=\n\n|\Z)", re.DOTALL)
"""A component's block: it begins with its tag after an empty line and holds no empty line (pages/markup.py)."""
_BEFORE_HTML_BLOCKS = 25
"""Between Python-Markdown's own normalisation of white space (30) and its parsing of HTML blocks (20)."""


class _ComponentBlocks(Preprocessor):
    """Puts components aside whole, so that Python-Markdown does not parse HTML that is finished."""

    def run(self, lines: list[str]) -> list[str]:
        store = self.md.htmlStash.store
        return _COMPONENT.sub(lambda match: store(match[0]), "\n".join(lines)).split("\n")


class Converter:
    """Converts with one Markdown object; keeps the HTML of the last build for texts that come again."""

    def __init__(self) -> None:
        self._markdown: Markdown | None = None
        self._last: dict[str, str] = {}
        self._current: dict[str, str] = {}

    def begin(self, extensions: list[str], configs: dict[str, Any]) -> None:
        """Begin a build: what the last one did not use is forgotten."""
        if self._markdown is None:
            self._markdown = Markdown(extensions=extensions, extension_configs=configs, output_format="html")
            self._markdown.preprocessors.register(_ComponentBlocks(self._markdown), "components", _BEFORE_HTML_BLOCKS)
        self._last, self._current = self._current or self._last, {}

    def convert(self, text: str) -> str:
        """Give the HTML of a page's Markdown; `begin` must have been called."""
        if self._markdown is None:
            raise RuntimeError("begin() comes before convert()")
        html = self._last.get(text)
        if html is None:
            html = self._markdown.reset().convert(text)
        self._current[text] = html
        return html
