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


def comment(text: str) -> str:
    """Return `text` as a comment on one line."""
    return f"# {' '.join(text.split())}"
