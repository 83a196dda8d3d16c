"""Writing single values as YAML so that they read back as the same text."""

import json
import re

_PLAIN = re.compile(r"[А-ЯҐЄІЇа-яґєії«№][^:#\n\"'\\]*[^:#\s\"'\\]")
"""Begins with a letter YAML gives no meaning to and has nothing that ends a plain value."""
_DOTTED = re.compile(r"\d+\.\d+\.\d+(\.\d+)*")
"""1.1.2: two dots make it a text for every YAML reader."""
_FIRST = r"[А-ЯҐЄІЇа-яґєії«№]"


def scalar(text: str) -> str:
    """Return `text` as a plain value where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) or _DOTTED.fullmatch(text) or re.fullmatch(_FIRST, text):
        return text
    return json.dumps(text, ensure_ascii=False)


def block(head: str, text: str) -> list[str]:
    """Return `head` and a text as lines of YAML; a text of several lines stays so (a literal block)."""
    lines = text.split("\n")
    if len(lines) == 1 or not all(line and line == line.strip() and line.isprintable() for line in lines):
        return [head + scalar(text)]
    pad = " " * (len(head) - len(head.lstrip(" ")) + 2)
    return [f"{head}|-", *(f"{pad}{line}" for line in lines)]


def comment(text: str) -> str:
    """Return `text` as a comment on one line."""
    return f"# {' '.join(text.split())}"


def quoted(text: str) -> str:
    """Return `text` as a value of a flow list or mapping, or as a key: commas and brackets have a meaning there."""
    plain = scalar(text)
    return (
        plain if plain.startswith('"') or not re.search(r"[,\[\]{}]", plain) else json.dumps(text, ensure_ascii=False)
    )
