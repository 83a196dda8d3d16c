"""Markdown to HTML, once for each different text: what did not change since the last build is not converted again."""

from typing import Any

from markdown import Markdown


class Converter:
    """Converts with one Markdown object; keeps the HTML of the last build for texts that come again."""

    def __init__(self) -> None:
        self._markdown: Markdown | None = None
        self._last: dict[str, str] = {}
        self._current: dict[str, str] = {}

    def begin(self, extensions: list[str], configs: dict[str, Any]) -> None:
        """Begin a build: what the last one did not use is forgotten."""
        self._markdown = self._markdown or Markdown(extensions=extensions, extension_configs=configs)
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
