"""What a built page holds: its visible words, links, ids, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

_BLOCKS = {"p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "dt", "dd", "caption", "title"}
_FOR_THE_EAR = re.compile(r'<span class="visually-hidden">[^<]*</span>')
_WORD = re.compile(r"[^\W_]+")


@dataclass
class Document(HTMLParser):
    words_html: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    _hidden: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attrs)
        self._hidden += tag in {"script", "style"}
        if tag in _BLOCKS:
            self.words_html.append("\n")
        if "id" in given:
            self.ids.append(given["id"])
        if tag in {"a", "form"}:
            self.links.append(given.get("href") or given.get("action") or "")
        if tag in {"link", "script", "img", "iframe", "source"}:
            self.loaded.append(given.get("href") or given.get("src") or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}
        if tag in _BLOCKS:
            self.words_html.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words_html.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words_html)


def read(page: Path) -> Document:
    document = Document()
    document.feed(page.read_text(encoding="utf-8"))
    return document


def seen(page: Path) -> str:
    """Return the words of a page as they are seen: without readings for the ear."""
    document = Document()
    document.feed(_FOR_THE_EAR.sub("", page.read_text(encoding="utf-8")))
    return document.text


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def runs(text: str, length: int = 4) -> list[tuple[str, ...]]:
    found = words(text)
    return [tuple(found[start : start + length]) for start in range(len(found) - length + 1)]
