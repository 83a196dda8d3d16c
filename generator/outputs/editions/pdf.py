"""An edition as the data of its Typst template (plan.typ): all words in it are data, never Typst."""

import json
from collections.abc import Container
from typing import Any

from generator.outputs.editions.blocks import Block, Edition, Facts, Grid, Heading, Item, Items, Paragraph
from generator.outputs.editions.signs import with_known_signs

CONTENTS = "Зміст"
_NARROWEST, _WIDEST = 1.0, 4.0
_LETTERS_OF_A_SHARE = 14


def pdf_data(edition: Edition, mark: str, known: Container[str], *, large: bool) -> str:
    """Return the data as JSON; `mark` is the site's mark as SVG, `known` the signs that the font has."""
    opening = next((at for at, block in enumerate(edition.blocks) if isinstance(block, Heading)), len(edition.blocks))
    data = {
        "title": edition.title.replace("\n", " "),
        "publisher": edition.publisher,
        "description": f"{edition.community}. Видання зроблено програмою; офіційний документ – у громади.",
        "language": edition.language,
        "large": large,
        "contents": CONTENTS,
        "opening": opening,
        "blocks": [_block(block) for block in edition.blocks],
    }
    return json.dumps({**_shown(data, known), "mark": mark}, ensure_ascii=False, separators=(",", ":"))


def _shown(value: Any, known: Container[str]) -> Any:
    """Return data in which every text holds only signs that the font has."""
    if isinstance(value, str):
        return with_known_signs(value, known)
    if isinstance(value, dict):
        return {key: _shown(inner, known) for key, inner in value.items()}
    return [_shown(inner, known) for inner in value] if isinstance(value, list | tuple) else value


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level=level, text=text, anchor=anchor):
            return {"kind": "heading", "level": level, "text": text, "anchor": anchor}
        case Paragraph():
            return {"kind": "paragraph", **_paragraph(block)}
        case Items(items=items):
            return {"kind": "items", "items": [_item(item) for item in items]}
        case Facts(facts=facts):
            named = [{"name": fact.name, "values": [_paragraph(value) for value in fact.values]} for fact in facts]
            return {"kind": "facts", "facts": named}
        case Grid():
            return {"kind": "grid", **_grid(block)}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "text": paragraph.text,
        "official": paragraph.official,
        "ours": paragraph.ours,
        "sign": paragraph.sign,
    }


def _item(item: Item) -> dict[str, Any]:
    return {"text": item.text, "number": item.number, "inner": [_item(one) for one in item.inner]}


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "caption": grid.caption,
        "head": grid.head,
        "rows": grid.rows,
        "width": grid.width,
        "widths": _widths(grid),
        "row-headings": grid.row_headings,
    }


def _widths(grid: Grid) -> list[float]:
    """Return the share of each column by its longest cell, none of them too narrow for a long word."""
    longest = [max(len(row[at]) for row in (grid.head, *grid.rows) if at < len(row)) for at in range(grid.width)]
    return [round(min(max(most / _LETTERS_OF_A_SHARE, _NARROWEST), _WIDEST), 2) for most in longest]
