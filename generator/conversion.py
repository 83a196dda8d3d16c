"""Markdown to HTML as every page of ours needs it."""

import re
from collections.abc import Callable
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


def converter(extensions: list[str], configs: dict[str, Any]) -> Callable[[str], str]:
    """Give the function from Markdown to HTML; all pages of a build share its one Markdown object."""
    markdown = Markdown(extensions=extensions, extension_configs=configs, output_format="html")
    markdown.preprocessors.register(_ComponentBlocks(markdown), "components", _BEFORE_HTML_BLOCKS)
    return lambda text: markdown.reset().convert(text)
