"""Values to lines of YAML, in the style that stood there before wherever it can hold the new words."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.source.yaml_scalars import block, quoted, scalar

_WIDTH = 120
"""How long a line is before a folded text or a list in brackets breaks."""
_CODE = re.compile(r"[a-z](?:[a-z0-9/#.-]*[a-z0-9/])?")
"""Codes, ids and addresses on the site, as plans write them: without quotes."""
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_IN_BRACKETS = {"topics", "absent", "replaces", "years", "by_year", "targets"}
"""Fields that every plan of the project writes on one line."""


def scalar_of(value: Any, *, flow: bool = False) -> str:
    """Return one value as YAML on one line; a text with several lines goes into quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | date):
        return value.isoformat() if isinstance(value, date) else str(value)
    text = str(value)
    if _CODE.fullmatch(text) and text not in _WORDS_OF_YAML:
        return text
    if "\n" in text or not text:
        return json.dumps(text, ensure_ascii=False)
    return quoted(text) if flow else scalar(text)


def flow_of(value: Any) -> str:
    """Return a value as it stands inside brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_of(key)}: {flow_of(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_of, value)) + "]"
    return scalar_of(value, flow=True)


def key_of(key: str | int) -> str:
    """Return a key; headings of columns go into quotes where they would mean something."""
    if isinstance(key, str) and re.fullmatch(r"[a-z_]+", key):
        return key
    return str(key) if isinstance(key, int) else quoted(key)


def key_lines(key: str | int, value: Any, pad: str) -> list[str]:
    """Return a key with its value as lines that begin with `pad`."""
    head = f"{pad}{key_of(key)}:"
    if isinstance(value, str) and "\n" in value:
        return block(f"{head} ", value)
    if not isinstance(value, Mapping | list):
        return [f"{head} {scalar_of(value)}"]
    on_one_line = f"{head} {flow_of(value)}"
    simple = not any(isinstance(one, Mapping | list) or "\n" in str(one) for one in _items(value))
    if not value or (simple and key in _IN_BRACKETS and len(on_one_line) <= _WIDTH):
        return [on_one_line]
    return [head, *value_lines(value, f"{pad}  ")]


def value_lines(value: Any, pad: str) -> Iterator[str]:
    """Yield the lines of a mapping or a list, item by item."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from key_lines(key, one, pad)
        return
    for one in value:
        yield from item_lines(one, pad)


def item_lines(value: Any, pad: str) -> list[str]:
    """Return an item of a list as lines behind its dash."""
    if isinstance(value, Mapping) and value:
        lines = list(value_lines(value, f"{pad}  "))
        return [f"{pad}- {lines[0][len(pad) + 2 :]}", *lines[1:]]
    if isinstance(value, str) and "\n" in value:
        return block(f"{pad}- ", value)
    return [f"{pad}- {flow_of(value) if isinstance(value, Mapping | list) else scalar_of(value)}"]


def scalar_like(before: str, value: Any, indent: int, *, flow: bool) -> str:
    """Return a value in the style of what stood in its place: `before` is that text, from its first sign.

    A folded or literal text keeps its sign; its lines are indented by so many spaces.
    """
    sign = before[:1]
    if not isinstance(value, str):
        return scalar_of(value, flow=flow)
    sign = "|" if "\n" in value and sign not in {"|", ">"} else sign
    if sign in {"|", ">"}:
        if "\n" in value:
            sign = "|"
        if not flow and _fits_block(value):
            return "\n".join([f"{sign}-{_remark(before)}", *_block_lines(value, sign, indent)])
        return scalar_of(value, flow=flow)
    return _quoted_like(sign, value, flow=flow)


def _remark(before: str) -> str:
    """Return the remark beside the sign of a block, behind two spaces."""
    head = before.partition("\n")[0]
    return f"  {head[head.index('#') :].rstrip()}" if before[:1] in {"|", ">"} and "#" in head else ""


def _quoted_like(sign: str, value: str, *, flow: bool) -> str:
    if sign == '"':
        return json.dumps(value, ensure_ascii=False)
    if sign == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return scalar_of(value, flow=flow)


def _fits_block(value: str) -> bool:
    """Return whether a text can stand under a block's sign and be read back as it is."""
    lines = value.split("\n")
    return all(line and line == line.strip() and line.isprintable() and "  " not in line for line in lines)


def _block_lines(value: str, sign: str, indent: int) -> Iterator[str]:
    pad = " " * indent
    if sign == "|":
        yield from (f"{pad}{line}" for line in value.split("\n"))
        return
    line = ""
    for word in value.split(" "):
        if line and len(pad) + len(line) + 1 + len(word) > _WIDTH:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield pad + line


def _items(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, Mapping) else list(value)
