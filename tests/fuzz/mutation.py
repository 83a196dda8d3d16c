"""Inputs made of sound ones: slips of the keyboard, spoilt files, and what parsers stumble over."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO

WORDS = [
    "УСЗН", "1.1", "1-1", "до 31 грудня 2025 року", "ІV квартал", "2025", "2025-13-01", "10,0", "-", "done", "gap", "щороку", "«", "»",
    "№", "’", "\u00a0", "\u200b", "\ufeff", "\x00", "\x07", "\x85", "\u2028", "\ud7ff", "😀", "é", "é", "null", "true", "~", "1e999", "0x1F",
    "!!python/name:os.system", "&a", "*a", "<<: *a", "? ", "| ", "> ", "%YAML", "---", "...", "{", "}", "[", "]", ": ", "- ", "#", "\t", "\r",
    "\n", "\n\n", "  ", "'", '"', "\\", "`", "@", "<script>", "<br>", "</", "<!--", "![", "](", "[x]: ", "| --- |", "| a |", "Table: ", "> [!ours]",
    "**", "__", "1. ", "{: .x }", "&#60;", "&lt;", "http://[", "javascript:", "../", "/etc/passwd", "-1", "99999999999999999999", "0", "NaN",
    "кв.", "рр.", "протягом", "після", "за потреби", "І-ІІ", "31.02.2026", "2026-2025", "до", "від", "по", "року", "сто", "IV", "IIIIIIII",
]  # fmt: skip
MOST = 60_000
"""Bytes of an input: what is longer takes time and shows nothing more."""


def mutated(seed: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Change a few places of a seed; of a zipped file, of one of its parts."""
    if seed.startswith(b"PK") and chance.random() < 0.9:
        return _mutated_part(seed, chance, others)
    data = seed
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        data = chance.choice(_CHANGES)(data, chance, others)[:MOST]
    return data


def _mutated_part(seed: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    with zipfile.ZipFile(BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    if chance.random() < 0.05:
        del parts[name]
    else:
        for _ in range(chance.choice((1, 1, 2, 3))):
            parts[name] = chance.choice(_OF_MARKUP)(parts[name], chance, others)[:MOST]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for own, body in parts.items():
            archive.writestr(own, body)
    return packed.getvalue()


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((0, 0, 1, 1, 2, 4, 12, 40)))


def _typed(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.choice(WORDS).encode("utf-8", "surrogatepass") + data[end:]


def _byte(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + bytes(chance.randrange(256) for _ in range(chance.randrange(3))) + data[end:]


def _again(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    """Repeat a piece, sometimes very often."""
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 10, 300, 3000)) + data[end:]


def _moved(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines) + 1), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


def _indented(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    number = chance.randrange(len(lines))
    lines[number] = lines[number][1:] if chance.random() < 0.5 else b" " * chance.choice((1, 2, 4, 60)) + lines[number]
    return b"\n".join(lines)


def _cut(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _joined(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    other = chance.choice(others)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _tag(data: bytes, chance: random.Random, _: list[bytes]) -> bytes:
    """Repeat, drop or move a tag of XML, or change what stands in it."""
    tags = list(re.finditer(rb"<[^<>]{1,200}>", data))
    if not tags:
        return data
    tag, other = chance.choice(tags), chance.choice(tags)
    change = chance.choice(
        (
            b"",
            tag[0] * 2,
            other[0],
            tag[0] * chance.choice((50, 500)),
            re.sub(rb"\d+", b"99999999", tag[0]),
            re.sub(rb'"[^"]*"', b'""', tag[0]),
        )
    )
    return data[: tag.start()] + change + data[tag.end() :]


_CHANGES = (_typed, _typed, _typed, _byte, _again, _moved, _indented, _cut, _joined)
_OF_MARKUP = (_typed, _byte, _tag, _tag, _tag, _tag, _again, _cut)
