"""Every message of `plans check` has an entry in the guide, and no entry is about a message that is no more."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from guide.guide_pages import ROOT, pages
from project import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = ROOT / "tests" / "bad_input" / "cases"
GENERATOR = ROOT / "generator"
SOURCES = sorted(
    {
        GENERATOR / "source" / "yaml_source.py",
        GENERATOR / "source" / "yaml_syntax.py",
        GENERATOR / "build" / "site_owner.py",
        GENERATOR / "outputs" / "gone.py",
        *(GENERATOR / "reading").glob("*.py"),
        *(GENERATOR / "rules").glob("*.py"),
    }
)
"""Modules that word problems."""
PROBLEM = re.compile(r"[^:]+:\d+:\d+: (?:(?:\S+|\w+/[^:]+): )?(?:попередження: )?(?P<message>.+)")
CYRILLIC = re.compile(r"[а-яґєії]", re.IGNORECASE)
SHORTEST = 3
"""Words that a piece of a message has at least; shorter ones are joined to another piece."""
PIECES = {
    "файл не читається як YAML: …",
    "^(table|таблиця)\\s*:",
    "NN-nazva.md: дві цифри для порядку, далі малі латинські букви, цифри й дефіси",
    "; нашу примітку починають так: > [!ours]",
    "дату пишуть так: 2025-12-31",
    "збережіть його як UTF-8: «Файл → Зберегти як → Кодування: UTF-8»",
    "перевірте рік, а якщо так у документі, поясніть це в notes",
    "перевірте суми, а якщо так у документі, поясніть це в notes",
    "суми заходів цілі ……",
    "підсумки за джерелами",
    "заходу за адресою",
    "запису стрічки змін",
}
"""Beginnings, ends, fillings and patterns that are no message of their own."""
SUBSTANTIAL = 4
"""Words of a piece that tell one message from all others wherever they stand."""


@dataclass(frozen=True)
class Entry:
    """A message, «…» for anything in it, and what the guide says of it."""

    pattern: str
    advice: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(".*".join(map(re.escape, self.pattern.split("…"))))


@cache
def entries() -> list[Entry]:
    return [
        Entry(re.sub(r"\\(?=[*\\])", "", heading.text.replace("`", "")), heading.body)
        for name, page in pages().items()
        if name.startswith("messages-")
        for heading in page.headings
        if heading.level == 3
    ]


@cache
def expected() -> list[str]:
    """Return every message of tests/bad_input, without its place and record."""
    lines = [
        line for file in sorted(CASES.glob("*/expected.txt")) for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return sorted({found["message"] for line in lines if (found := PROBLEM.fullmatch(line))})


@cache
def explains(message: str) -> list[Entry]:
    bare = message.removeprefix("файл не читається як YAML: ")
    return [entry for entry in entries() if entry.regex.fullmatch(bare) or entry.regex.fullmatch(message)]


def test_every_message_has_an_entry() -> None:
    """What is listed lacks a heading of the third level in content/guide/messages-*.md."""
    assert [message for message in expected() if not explains(message)] == []


def worded(module: ast.Module) -> Iterator[str]:
    """Return every text of a module that people read, placeholders as «…»; docstrings left out."""
    docstrings = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    inner = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values]
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | inner:
            yield re.sub(r"\{[a-z]+\}", "…", node.value)


@cache
def templates() -> list[tuple[str, str]]:
    return [
        (source.name, text)
        for source in SOURCES
        for text in worded(tree(source))
        if CYRILLIC.search(text) and "(?" not in text and len(re.findall(r"\w+", text)) >= SHORTEST
    ]


@cache
def pieces(text: str) -> list[str]:
    """Return the words between gaps, without the signs around them."""
    found = [piece.strip(' «»:;,.[]()"') for piece in re.split(r"…|»: ", text)]
    return [piece for piece in found if len(piece) > 3]


def is_explained(template: str) -> bool:
    """Return whether an entry is about a wording of the code, which may be only a part of a message."""
    bare, own = template.lstrip("…:; "), pieces(template)
    return any(
        entry.regex.search(template)
        or any(bare.startswith(piece) for piece in pieces(entry.pattern) if len(piece.split()) > 1)
        or any(piece in template for piece in pieces(entry.pattern) if len(piece.split()) >= SUBSTANTIAL)
        or (own and all(piece in entry.pattern for piece in own))
        for entry in entries()
    )


def test_every_wording_of_the_code_has_an_entry() -> None:
    """What is listed lacks a heading of the third level in content/guide/messages-*.md."""
    assert [pair for pair in templates() if not is_explained(pair[1]) and pair[1] not in PIECES] == []


def test_message_without_an_entry_would_be_found() -> None:
    assert not is_explained("захід «…» коштує більше, ніж уся громада; перевірте суму")
    assert explains("захід коштує більше, ніж уся громада") == []


@cache
def wording() -> str:
    """Return all that the code may say, one after another."""
    return "\n".join(template for _, template in templates()) + "\n".join(expected())


def test_every_entry_is_about_a_message_of_the_code() -> None:
    """The words of an entry stand in the code, gap by gap."""
    strange = [
        (entry.pattern, piece) for entry in entries() for piece in pieces(entry.pattern) if piece not in wording()
    ]
    assert strange == []


def test_every_entry_says_what_to_do() -> None:
    assert [entry.pattern for entry in entries() if len(entry.advice.split()) < SHORTEST] == []


def test_warnings_are_called_warnings() -> None:
    """Where tests/bad_input shows a warning, the entry opens with «Попередження»; a stray file may be either."""
    lines = [line for file in CASES.glob("*/expected.txt") for line in file.read_text(encoding="utf-8").splitlines()]
    warned = {found["message"] for line in lines if ": попередження: " in line and (found := PROBLEM.fullmatch(line))}
    closest = {max(explains(message), key=lambda entry: len(entry.pattern)) for message in warned}
    silent = {entry.pattern for entry in closest if not entry.advice.startswith("Попередження")}
    assert silent == {"файл «…» не читається…", "файл «…» не читається; тексти мають зватися NN-nazva.md"}
