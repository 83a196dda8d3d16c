"""A page as Chromium's accessibility tree gives it to a screen reader: lines of words, in the order they are heard.

Each line is a block; a role is said before the words it holds («посилання», «заголовок 2»), as voices say it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Page

Node = dict[str, Any]

LANDMARKS: Final = {
    "banner": "шапка",
    "main": "основне",
    "navigation": "навігація",
    "complementary": "додаткове",
    "contentinfo": "кінець сторінки",
    "region": "область",
    "search": "пошук",
    "form": "форма",
}
BLOCKS: Final = {
    "heading": "заголовок",
    "paragraph": "",
    "list": "список",
    "listitem": "•",
    "DescriptionList": "список пояснень",
    "term": "слово",
    "definition": "пояснення",
    "table": "таблиця",
    "row": "рядок",
    "cell": "клітинка",
    "gridcell": "клітинка",
    "columnheader": "назва стовпця",
    "rowheader": "назва рядка",
    "caption": "назва таблиці",
    "LabelText": "підпис",
    "group": "",
    "figure": "рисунок",
    "status": "",
    "note": "примітка",
    "blockquote": "цитата",
}
CONTROLS: Final = {
    "link": "посилання",
    "button": "кнопка",
    "searchbox": "поле пошуку",
    "textbox": "поле",
    "combobox": "вибір зі списку",
    "radio": "перемикач",
    "checkbox": "прапорець",
    "DisclosureTriangle": "кнопка, згорнуто",
    "image": "зображення",
    "img": "зображення",
}
_SILENT: Final = frozenset({"InlineTextBox", "ListMarker", "LineBreak"})


def heard_lines(page: Page) -> list[str]:
    """Return what is heard of a page from its beginning to its end."""
    session = page.context.new_cdp_session(page)
    nodes: list[Node] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return lines_of(nodes)


def lines_of(nodes: list[Node]) -> list[str]:
    """Return the lines of a tree as the browser gives it, the root first."""
    known = {node["nodeId"]: node for node in nodes}
    lines = [""]
    for starts_line, words in _said(nodes[0], known):
        opens_item = lines[-1] == BLOCKS["listitem"] and not (words and words[0] in "•<")
        if starts_line and lines[-1] and not opens_item:
            lines.append("")
        lines[-1] = " ".join(filter(None, [lines[-1], words]))
    return [" ".join(line.split()) for line in lines if line.strip()]


def _said(node: Node, known: Mapping[str, Node]) -> Iterator[tuple[bool, str]]:
    """Yield words with whether they begin a block."""
    role, name = _value(node, "role"), _value(node, "name")
    if role in _SILENT:
        return
    if node.get("ignored") or role in {"none", "generic", "RootWebArea"}:
        yield from _below(node, known)
    elif role == "StaticText":
        yield False, name
    elif role in CONTROLS:
        yield False, f"[{CONTROLS[role]}: {name}]"
    elif role in LANDMARKS:
        yield True, f"<{LANDMARKS[role]}{f': {name}' if name else ''}>"
        yield True, ""
        yield from _below(node, known)
        yield True, ""
    elif role in BLOCKS:
        yield True, _opening(node, role, name, known)
        yield from _below(node, known)
        yield True, ""
    else:
        yield from _below(node, known)


def _below(node: Node, known: Mapping[str, Node]) -> Iterator[tuple[bool, str]]:
    for child in node.get("childIds", []):
        if child in known:
            yield from _said(known[child], known)


def _opening(node: Node, role: str, name: str, known: Mapping[str, Node]) -> str:
    """Return what is said before a block: a level, how many things a list holds, the name of a table."""
    said = BLOCKS[role]
    if role == "heading":
        return f"{said} {_property(node, 'level')}:"
    if role == "list":
        items = [known[child] for child in node.get("childIds", []) if child in known]
        return f"{said}, {sum(_value(item, 'role') == 'listitem' for item in items)}"
    if role in {"table", "figure", "group"} and name:
        return f"{said} «{name}»".strip()
    return f"{said}:" if len(said) > 1 else said


def _value(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def _property(node: Node, name: str) -> str:
    return next((str(found["value"]["value"]) for found in node.get("properties", []) if found["name"] == name), "")
