"""What a built site is made of, before any builder has seen it: Markdown pages and other files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `address` ends with a slash and is relative to the site's root («» for home); `kind` is an id."""

    address: str
    title: str
    markdown: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""

    @property
    def source_path(self) -> str:
        """The Markdown file a builder sees: «nizhyn/index.md»."""
        return f"{self.address}index.md"

    @property
    def text(self) -> str:
        """The whole Markdown file: front matter, then the text; without our template, which no other builder has."""
        front = {"title": self.title, **{key: value for key, value in self.meta.items() if key != "template"}}
        dumped = yaml.dump(front, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{dumped}---\n\n{self.markdown}"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file that is not a page, at its address."""

    address: str
    content: bytes


def relative(from_address: str, to_address: str) -> str:
    """Return the relative link between two addresses of one site; works under any base path.

    Both are relative to the root; a page's ends with a slash. A fragment or query of the target is kept.
    """
    path, mark, rest = _split(to_address)
    here = from_address.split("/")[:-1]
    there = path.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    link = "../" * (len(here) - common) + "/".join(there[common:])
    if not link and not rest:
        return "./"
    return f"{link}{mark}{rest}" if link or mark == "#" else f"./{mark}{rest}"


def _split(address: str) -> tuple[str, str, str]:
    for index, character in enumerate(address):
        if character in "#?":
            return address[:index], character, address[index + 1 :]
    return address, "", ""
