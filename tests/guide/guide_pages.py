"""The guide in content/guide/ taken apart: front matter, headings, prose, examples, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from project import plain

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "content" / "guide"
_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(?P<hashes>#{1,6}) (?P<text>.+?)(?: \{#(?P<id>[a-z0-9-]+)\})?$", re.MULTILINE)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)")
_PICTURE = re.compile(
    r'<p><img src="\.\./(?P<file>[^"]+)" width="(?P<width>\d+)" height="(?P<height>\d+)" alt="(?P<alt>[^"]*)"></p>'
)
"""Pictures are HTML, because they need their size; what Markdown makes of its own has a closing stroke."""


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    id: str | None
    body: str
    """All between this heading and the next one of any level."""


@dataclass(frozen=True)
class Example:
    language: str
    text: str


@dataclass(frozen=True)
class GuidePage:
    name: str
    meta: dict[str, Any]
    body: str

    @property
    def examples(self) -> list[Example]:
        return [Example(found["language"], found["text"]) for found in _FENCE.finditer(self.body)]

    @property
    def without_examples(self) -> str:
        return _FENCE.sub("", self.body)

    @property
    def prose(self) -> str:
        """What is read as sentences: no examples, no code, no targets of links, no anchors."""
        text = _PICTURE.sub(lambda picture: picture["alt"], self.without_examples)
        text = _LINK.sub(lambda link: link["text"], text)
        return re.sub(r"\{#[a-z0-9-]+\}", "", _CODE.sub("", text))

    @property
    def headings(self) -> list[Heading]:
        text = self.without_examples
        found = list(_HEADING.finditer(text))
        ends = [*(later.start() for later in found[1:]), len(text)]
        return [
            Heading(len(one["hashes"]), one["text"], one["id"], text[one.end() : end].strip())
            for one, end in zip(found, ends, strict=True)
        ]

    @property
    def ids(self) -> set[str]:
        return {heading.id for heading in self.headings if heading.id}

    @property
    def code(self) -> list[str]:
        """Words in backticks."""
        return _CODE.findall(self.without_examples)

    @property
    def links(self) -> list[str]:
        return [link["target"] for link in _LINK.finditer(self.without_examples)]

    @property
    def pictures(self) -> list[tuple[str, str, tuple[int, int]]]:
        """Alternative text, file, and width and height of each picture."""
        return [
            (found["alt"], found["file"], (int(found["width"]), int(found["height"])))
            for found in _PICTURE.finditer(self.without_examples)
        ]


@cache
def pages() -> dict[str, GuidePage]:
    """Every page of the guide by its file name."""
    found = {}
    for path in sorted(GUIDE.glob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        found[path.name] = GuidePage(path.name, plain(front), body)
    return found


def page(name: str) -> GuidePage:
    return pages()[name]
