"""Every sentence of ours that a person may read, with where it stands. Wording of the documents is left out."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from project import plain, tree

ROOT = Path(__file__).parents[2]
CYRILLIC = re.compile("[а-яґєіїА-ЯҐЄІЇ]")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
OURS_IN_PLANS = {"summary", "short", "note", "notes", "notice", "term_note"}
OURS_BY_FILE = {"topics.yml": {"name", "about", "question"}, "glossary.yml": {"expansion", "meaning"}}
PATTERNS = (
    "importer/title_page.py",
    "importer/vocabulary.py",
    "terms/vocabulary.py",
    "terms/lookup.py",
    "language/numbers.py",
    "spoken/nouns.py",
)
"""Modules whose strings are roots and endings to look for, not words to be read."""
SEARCH_ENGINE = "search-engine.js"
"""Knows endings, says nothing."""
LISTS_WORDINGS = "terms.md"
"""The page of the guide that quotes terms as documents write them, slips included."""
INNERMOST_QUOTATION = re.compile(r"«[^«»]*»")
HIDDEN_IN_MARKDOWN = r"```.*?```|~~~.*?~~~|`[^`\n]*`|\{[^}\n]*\}|\]\([^)\s]*"
HIDDEN_IN_TEMPLATES = r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|<script.*?</script>|<style.*?</style>"
TAG = r"</?[a-z][^<>]*?>"
READ_ALOUD = re.compile(r"""\b(?:aria-label|alt|title|placeholder|content|value)=(["'])(.*?)\1""", re.DOTALL)


@dataclass(frozen=True)
class OurText:
    place: str
    words: str


@cache
def our_texts() -> tuple[OurText, ...]:
    found = (*_plans(), *_pages(), *_templates(), *_program(), *_scripts())
    return tuple(OurText(place, text) for place, text in found if CYRILLIC.search(text))


def _plans() -> Iterator[tuple[str, str]]:
    for path in sorted([*(ROOT / "plans").rglob("*.yml"), *(ROOT / "generator" / "country").glob("*.yml")]):
        ours = OURS_BY_FILE.get(path.name, OURS_IN_PLANS)
        yield from _values(_name(path), plain(path.read_text(encoding="utf-8")), ours)
    for path in sorted((ROOT / "plans").rglob("*.md")):
        front = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
        if front:
            yield from _values(_name(path), plain(front[1]), OURS_IN_PLANS)


def without_quotations(note: str) -> str:
    """A note quotes the document letter by letter, with its slips; they are not ours."""
    shorter = INNERMOST_QUOTATION.sub(" ", note)
    return shorter if shorter == note else without_quotations(shorter)


def _values(place: str, value: Any, keys: set[str], *, ours: bool = False) -> Iterator[tuple[str, str]]:
    """Texts under the keys that are ours; in `notes` of a plan each note has its words under `text`."""
    if isinstance(value, str):
        if ours:
            yield place, without_quotations(value) if "note" in place else value
    elif isinstance(value, list):
        for one in value:
            yield from _values(place, one, keys, ours=ours)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _values(f"{place} {key}", one, keys, ours=key in keys or (ours and key == "text"))


def _pages() -> Iterator[tuple[str, str]]:
    for path in (*sorted((ROOT / "content").rglob("*.md")), ROOT / "README.md", ROOT / "CHANGELOG.md"):
        source = path.read_text(encoding="utf-8")
        front = FRONT_MATTER.match(source)
        if front:
            yield from _values(_name(path), plain(front[1]), {"title", "description"})
        shown = re.sub(HIDDEN_IN_MARKDOWN, " ", FRONT_MATTER.sub("", source), flags=re.DOTALL)
        yield _name(path), read_or_heard(without_quotations(shown) if path.name == LISTS_WORDINGS else shown)


def _templates() -> Iterator[tuple[str, str]]:
    folders = ((ROOT / "generator", "*.j2"), (ROOT / "theme_overrides", "*.html"), (ROOT / "generator", "spec.yml"))
    for folder, pattern in folders:
        for path in sorted(folder.rglob(pattern)):
            source = path.read_text(encoding="utf-8")
            shown = re.sub(HIDDEN_IN_TEMPLATES, " ", source, flags=re.DOTALL)
            quoted = " | ".join(_quoted(" ".join(re.findall(r"\{[{%].*?[%}]\}", source, re.DOTALL))))
            yield _name(path), f"{read_or_heard(shown)} | {quoted}"


def read_or_heard(html: str) -> str:
    """Return the text between tags, then the attributes that are read aloud."""
    heard = (words for _, words in READ_ALOUD.findall(html))
    return " | ".join([re.sub(TAG, " ", html, flags=re.DOTALL), *heard])


def _quoted(code: str) -> list[str]:
    """String literals of Jinja or JavaScript that hold words, not the pieces between them."""
    return [words for _, words in re.findall(r"""(["'`])((?:\\.|(?!\1).)*)\1""", code) if CYRILLIC.search(words)]


def _program() -> Iterator[tuple[str, str]]:
    """Sentences of the program: messages, labels. A single word may be a pattern to look for, so it is passed over."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        if path.as_posix().endswith(PATTERNS):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_sentence(node.value):
                yield f"{_name(path)}:{node.lineno}", node.value


def _scripts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "theme_overrides" / "assets").glob("*.js")):
        if path.name != SEARCH_ENGINE:
            code = re.sub(
                r"^\s*//[^\n]*|/\*.*?\*/", " ", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
            )
            for words in _quoted(code):
                yield _name(path), re.sub(r"\$\{.*?\}+", " ", words)


def _is_sentence(words: str) -> bool:
    pattern = re.search(r"\(\?|\\[bsdw]|\[[^\]]*\][+*?]", words)
    return pattern is None and len(re.findall(r"[а-яґєіїА-ЯҐЄІЇ’]{2,}", words)) >= 3


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
