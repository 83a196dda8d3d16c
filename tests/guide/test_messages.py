"""Every message of `plans check` has an entry in the guide, and no entry is about a message that is no more."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from guide.guide_pages import ROOT, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = ROOT / "tests" / "bad_input" / "cases"
PAGES = [name for name in pages() if name.startswith("messages-")]
GENERATOR = ROOT / "generator"
SOURCES = sorted(
    {
        *(GENERATOR / f"{name}.py" for name in (
            "layout", "load", "narrative", "narrative_body", "references", "registry", "resolve", "source",
            "validation", "wrong_value", "yaml_syntax")),
        GENERATOR / "search" / "synonyms.py",
        *(GENERATOR / "rules").glob("*.py"),
    }
)
"""Modules that word problems."""
PROBLEM = re.compile(r"[^:]+:\d+:\d+: (?:(?:\S+|\w+/[^:]+): )?(?:попередження: )?(?P<message>.+)")
CYRILLIC = re.compile(r"[а-яґєії]", re.IGNORECASE)
SHORTEST = 3
"""Words that a piece of a message has at least; shorter ones are joined to another piece."""
PIECES = {
    "файл не читається як YAML: …", "^(table|таблиця)\\s*:", "група полів",
}
"""Beginnings, patterns and fillings that are no message of their own."""
SUBSTANTIAL = 4
"""Words of a piece that tell one message from all others wherever they stand."""


@dataclass(frozen=True)
class Entry:
    page: str
    pattern: str

    @property
    def regex(self) -> re.Pattern[str]:
        """The message with «…» for anything; an end «; …» may be missing altogether."""
        return re.compile(".*".join(map(re.escape, self.pattern.split("…"))))


@cache
def entries() -> list[Entry]:
    found = []
    for name in PAGES:
        for heading in pages()[name].headings:
            if heading.level == 3:
                found.append(Entry(name, heading.text.replace("`", "").replace("\\*", "*").replace("\\\\", "\\")))
    return found


def expected() -> list[str]:
    """Give every message of tests/bad_input, without its place and record."""
    lines = [line for file in sorted(CASES.glob("*/expected.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
    return sorted({found["message"] for line in lines if (found := PROBLEM.fullmatch(line))})


def explains(message: str) -> list[Entry]:
    bare = message.removeprefix("файл не читається як YAML: ")
    return [entry for entry in entries() if entry.regex.fullmatch(bare) or entry.regex.fullmatch(message)]


@pytest.mark.parametrize("message", expected())
def test_message_has_an_entry(message: str) -> None:
    assert explains(message), f"додайте до content/guide/messages-*.md заголовок третього рівня для «{message}»"


def worded(module: ast.Module) -> Iterator[str]:
    """Give every text of a module that people read, placeholders as «…»; docstrings left out."""
    docstrings = {
        id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    inner = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values]
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | inner:
            yield re.sub(r"\{[a-z]+\}", "…", node.value)


def templates() -> list[tuple[str, str]]:
    found = []
    for source in SOURCES:
        for text in worded(ast.parse(source.read_text(encoding="utf-8"))):
            if CYRILLIC.search(text) and len(re.findall(r"\w+", text)) >= SHORTEST:
                found.append((source.name, text))
    return found


def pieces(text: str) -> list[str]:
    """Give the words between gaps, without the signs around them."""
    found = [piece.strip(" «»:;,.[]()\"") for piece in re.split(r"…|»: ", text)]
    return [piece for piece in found if len(piece) > 3]


def is_explained(template: str) -> bool:
    """Say whether an entry is about a wording of the code, which may be only a part of a message."""
    bare, own = template.lstrip("…:; "), pieces(template)
    return any(
        entry.regex.search(template)
        or any(bare.startswith(piece) for piece in pieces(entry.pattern) if len(piece.split()) > 1)
        or any(piece in template for piece in pieces(entry.pattern) if len(piece.split()) >= SUBSTANTIAL)
        or (own and all(piece in entry.pattern for piece in own))
        for entry in entries()
    )


@pytest.mark.parametrize(("module", "template"), templates())
def test_wording_of_the_code_has_an_entry(module: str, template: str) -> None:
    assert is_explained(template) or template in PIECES, (
        f"{module}: додайте до content/guide/messages-*.md заголовок третього рівня для «{template}»")


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.pattern)
def test_entry_is_about_a_message_of_the_code(entry: Entry) -> None:
    """The words of an entry stand in the code, gap by gap."""
    code = "\n".join(template for _, template in templates()) + "\n".join(expected())
    assert [piece for piece in pieces(entry.pattern) if piece not in code] == []


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.pattern)
def test_entry_says_what_to_do(entry: Entry) -> None:
    body = next(
        heading.body for heading in pages()[entry.page].headings
        if heading.text.replace("`", "").replace("\\*", "*").replace("\\\\", "\\") == entry.pattern
    )
    assert len(body.split()) >= 3


def test_warnings_are_named_as_warnings() -> None:
    """Where tests/bad_input shows a warning, the entry says «Попередження»."""
    lines = [line for file in CASES.glob("*/expected.txt") for line in file.read_text(encoding="utf-8").splitlines()]
    warned = {found["message"] for line in lines if ": попередження: " in line and (found := PROBLEM.fullmatch(line))}
    bodies = {(name, heading.text): heading.body for name in PAGES for heading in pages()[name].headings}
    silent = []
    for message in warned:
        best = max(explains(message), key=lambda entry: len(entry.pattern))
        body = next(body for (name, text), body in bodies.items() if name == best.page and text.replace("`", "") == best.pattern)
        silent += [] if body.startswith("Попередження") else [(message, best.pattern)]
    assert silent == [] or all("не читається" in message for message, _ in silent)
