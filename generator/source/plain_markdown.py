"""Markdown that needs no parsing: finished HTML, headings and paragraphs without marks, as most of our pages are.

Python-Markdown takes milliseconds for a page of which nearly all is HTML that is finished already. What is told apart
here with certainty gives the same HTML at once; anything else is left to it, the page whole.
"""

import html
import re
from collections.abc import Callable

COMPONENT_TAGS = "aside|dl|div|figure|form|nav|ol|p|section|ul"
"""With what a component begins (pages/markup.py)."""
_COMPONENT = re.compile(rf"<(?:{COMPONENT_TAGS})\b")
_DETAILS = re.compile(r"<(/?)details\b[^>]*>")
_STRANGE = re.compile(r"[\t\r\x02\x03]|^\n|\n +\n|\A\s*\Z")
"""What Python-Markdown would put right before it parses."""
_BLOCKS = re.compile(r"\n\n+")
_TEXT = r"(?:[^<>&`*_\\\[\]{}!|#\n]|&(?:[a-z]+|#[0-9]+);)++"
_TAG = r'</?(?:abbr|span)(?: [a-z]+="[^"<>&`*_\\\[\]{}\n]*")*>'
"""What our own templates write inside a line: kept as it is."""
_LINK = re.compile(rf"\[((?:{_TEXT}|{_TAG})+?)\]\(((?!\w*:)[A-Za-z0-9./?=#%:-]+)\)")
"""A link of this site; one with a scheme is left to those who judge it."""
_INLINE = re.compile(rf"(?:{_TEXT}|{_TAG}|{_LINK.pattern})++")
_HEADING = re.compile(r"(#{1,6}) (.+?)(?: \{(?:#([a-z0-9-]+)|: \.([a-z-]+) )\})?")
_CLASS = re.compile(r"\n\{: \.([a-z-]+) \}\Z")
"""The class of a paragraph, on its last line."""
_LINE = re.compile(r"(?!\d+\.\s)(?:[0-9]|[^\W_]|[«„“(№\[])|<(?:abbr|span)\b")
"""How a line may begin that is no item of a list, no rule, no quotation."""
_ANY_TAG = re.compile(r"<[^>]*>")


def plain_html(text: str, anchor: Callable[[str, str], str]) -> str | None:
    """Return the HTML of a page of plain Markdown; None where it needs parsing.

    `anchor` makes an anchor of a heading's words, as the option `slugify` of the extension `toc` does.
    """
    if _STRANGE.search(text):
        return None
    found: list[str] = []
    headings: list[tuple[int, str, str, str]] = []
    for block in _BLOCKS.split(text.strip("\n")):
        if _COMPONENT.match(block):
            found.append(block)
        elif block.startswith("<details") and _is_one(block):
            found.append(f"{block}\n")  # the parser of HTML adds a line
        elif (heading := _HEADING.fullmatch(block)) and (words := _inline(heading[2].strip())):
            if "<" in heading[2] and not heading[3]:
                return None  # the anchor would have to be made of what is between tags
            headings.append((len(found), words, heading[3] or "", heading[4] or ""))
            found.append(f"h{len(heading[1])}")
        elif made := _list(block) if block.startswith("- ") else _paragraph(block):
            found.append(made)
        else:
            return None
    used = {named for _, _, named, _ in headings if named}
    for place, words, named, kind in headings:
        name = named or _anchor(words, anchor, used)
        if not name:
            return None
        found[place] = f'<{found[place]}{_class(kind)} id="{name}">{words}</{found[place]}>'
    return "\n".join(found).strip()


def _is_one(block: str) -> bool:
    """Return whether a block is one element `details` and nothing after it."""
    depth = 0
    for tag in _DETAILS.finditer(block):
        depth += -1 if tag[1] else 1
        if depth < 1:
            return tag.end() == len(block)
    return False


def _inline(line: str) -> str | None:
    """Return the HTML of a line; None where it needs parsing."""
    if line.endswith("  ") or not _INLINE.fullmatch(line):
        return None
    return _LINK.sub(r'<a href="\2">\1</a>', line)


def _paragraph(block: str) -> str | None:
    """Return the HTML of a paragraph; its lines stay lines."""
    kind = _CLASS.search(block)
    lines = [_inline(line) if _LINE.match(line) else None for line in _CLASS.sub("", block).split("\n")]
    if None in lines:
        return None
    words = "\n".join(map(str, lines))
    return f"<p{_class(kind[1] if kind else '')}>{words}</p>"


def _list(block: str) -> str | None:
    """Return the HTML of a list of single lines."""
    items = [_inline(line[2:]) if line.startswith("- ") else None for line in block.split("\n")]
    if None in items or any(not _LINE.match(line[2:]) for line in block.split("\n")):
        return None
    return "\n".join(["<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"])


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _anchor(words: str, anchor: Callable[[str, str], str], used: set[str]) -> str:
    """Return an anchor that no other heading has; none where another had to be numbered, or there are no words."""
    name = anchor(html.unescape(_ANY_TAG.sub("", words)).strip(), "-")
    if not name or name in used:
        return ""
    used.add(name)
    return name
