"""Every pair of text and ground in every scheme: 7:1, and 3:1 for lines of controls. Nothing of Material's own colours."""

from __future__ import annotations

import re

import pytest

from theme.demo import OVERRIDES

SHEET = (OVERRIDES / "assets" / "site.css").read_text(encoding="utf-8")
TEXTS = ("text", "soft", "brand", "link", "visited", "good", "warn", "bad")
GROUNDS = ("ground", "panel", "band", "mark")
MATERIAL = ("1a237e", "283593", "3f51b5", "00897b", "00695c", "009688")


def schemes() -> dict[str, dict[str, str]]:
    """Return the tokens of the light scheme, and of the dark one as the device asks for it and as the reader chose it."""
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block)) for block in re.findall(r"\{[^{}]*\}", SHEET)]
    light, by_device, chosen, _on_paper = [tokens for tokens in found if "good" in tokens]
    return {"light": light, "dark by the device": light | by_device, "dark by choice": light | chosen}


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    full = "".join(sign * 2 for sign in digits) if len(digits) == 3 else digits
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark by the device", "dark by choice"])
def test_all_text_is_7_to_1_and_lines_3_to_1(name: str) -> None:
    tokens = schemes()[name]
    pairs = [*((text, ground) for text in TEXTS for ground in GROUNDS), ("on-bad", "bad")]
    low = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 7} == {}
    assert contrast("#fff", tokens["bar"]) >= 7
    assert min(contrast(tokens["line"], tokens[ground]) for ground in ("ground", "panel")) >= 3
    assert contrast(tokens["ring"], tokens["halo"]) >= 3


def test_both_ways_to_the_dark_give_one_scheme() -> None:
    assert schemes()["dark by the device"] == schemes()["dark by choice"]


def test_no_colour_is_materials() -> None:
    sheets = [path for path in OVERRIDES.rglob("*.*") if path.suffix in {".css", ".html", ".svg"}]
    embeds = {"embed.css"}
    found = [
        (path.name, colour)
        for path in sheets
        if path.name not in embeds
        for colour in MATERIAL
        if f"#{colour}" in path.read_text(encoding="utf-8")
    ]
    assert found == []
