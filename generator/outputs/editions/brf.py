"""An edition as a Braille file: 40 signs in a line, 25 lines a page, ready for an embosser or a Braille display.

A page is parted from the next by a form feed and bears its number on the last line, at the right.
"""

from collections.abc import Iterator

from generator.language.braille import in_braille
from generator.outputs.editions.blocks import (
    FROM_US,
    Block,
    Edition,
    Facts,
    Grid,
    Heading,
    Item,
    Items,
    Paragraph,
)

WIDTH, HEIGHT = 40, 25
UNREAD = f"{FROM_US} Це видання шрифтом Брайля зробила програма. Його ще не вичитано незрячим читачем."
_TEXT_LINES = HEIGHT - 1
_PARAGRAPH, _RUN_ON, _ITEM = 2, 0, 2
_HYPHEN = in_braille("-")


class _Lines:
    """Lines of the whole edition; a heading's know that the next must stand on the same page."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, bool]] = []

    def blank(self) -> None:
        if self.lines and self.lines[-1][0]:
            self.lines.append(("", False))

    def put(self, text: str, first: int, rest: int) -> None:
        """Add a text whose lines begin after so many empty signs: its first, and the others."""
        for line in text.split("\n"):
            self.lines += [(wrapped, False) for wrapped in _wrapped(in_braille(line), first, rest)]

    def heading(self, text: str, level: int) -> None:
        """Add a heading: the first two levels in the middle of the line, the others four signs in."""
        self.blank()
        braille = in_braille(text.replace("\n", " "))
        if level <= 1:
            found = [line.strip().center(WIDTH).rstrip() for line in _wrapped(braille, 0, 0, WIDTH - 6)]
        else:
            found = list(_wrapped(braille, 4, 4))
        self.lines += [(line, True) for line in found]


def brf(edition: Edition) -> bytes:
    """Return the file; every line ends with CR and LF, as embossers expect."""
    lines = _Lines()
    lines.heading(edition.title, 0)
    lines.blank()
    lines.put(UNREAD, _PARAGRAPH, _RUN_ON)
    for block in edition.blocks:
        _put(lines, block)
    return "\f".join(_pages(lines.lines)).encode("ascii")


def _put(lines: _Lines, block: Block) -> None:
    match block:
        case Heading(level=level, text=text):
            lines.heading(text, level)
            if level <= 1:
                lines.blank()
        case Paragraph(text=text):
            lines.put(text, _PARAGRAPH, _RUN_ON)
        case Items(items=items):
            _put_items(lines, items, 0)
        case Facts(facts=facts):
            for fact in facts:
                first, *others = [value.text for value in fact.values]
                lines.put(f"{fact.name}: {first}", 0, _ITEM)
                for other in others:
                    lines.put(other, _ITEM, _ITEM)
        case Grid():
            _put_grid(lines, block)


def _put_items(lines: _Lines, items: tuple[Item, ...], depth: int) -> None:
    for item in items:
        lines.put(f"{item.number or '–'} {item.text}", _ITEM * depth, _ITEM * (depth + 1))
        _put_items(lines, item.inner, depth + 1)


def _put_grid(lines: _Lines, grid: Grid) -> None:
    """Write a table row by row: a row's own name, then each cell under the heading of its column."""
    lines.blank()
    if grid.caption:
        lines.put(grid.caption, _PARAGRAPH, _RUN_ON)
    if any(not any(row[at] for row in grid.rows) for at, _ in enumerate(grid.head)):  # a form to fill in
        lines.put(f"Стовпці: {'; '.join(filter(None, grid.head))}", _PARAGRAPH, _RUN_ON)
    for row in grid.rows:
        named = list(zip(grid.head or ("",) * len(row), row, strict=True))
        for at, (head, cell) in enumerate(named):
            if cell:
                lines.put(f"{head}: {cell}" if head else cell, _ITEM if at else 0, _ITEM * 2)
    lines.blank()


def _wrapped(braille: str, first: int, rest: int, width: int = WIDTH) -> Iterator[str]:
    """Break a line at spaces; a word longer than a line is parted by a hyphen."""
    line, indent = "", first
    for word in braille.split():
        left = word
        while left:
            room = width - indent - (len(line) + 1 if line else 0)
            if len(left) <= room:
                line, left = f"{line} {left}" if line else left, ""
            elif line:
                yield " " * indent + line
                line, indent = "", rest
            else:
                yield " " * indent + left[: room - 1] + _HYPHEN
                left, indent = left[room - 1 :], rest
    if line:
        yield " " * indent + line


def _pages(lines: list[tuple[str, bool]]) -> Iterator[str]:
    """Part lines into pages; a heading that would end one begins the next."""
    at, number = 0, 1
    while at < len(lines):
        while at < len(lines) and not lines[at][0]:
            at += 1  # no page begins with an empty line
        end = min(at + _TEXT_LINES, len(lines))
        kept = end
        while end < len(lines) and kept > at and lines[kept - 1][1]:
            kept -= 1
        held = [line for line, _ in lines[at : kept if kept > at else end]]
        at = kept if kept > at else end
        if held:
            page = [*held, *[""] * (_TEXT_LINES - len(held)), in_braille(str(number)).rjust(WIDTH)]
            yield "\r\n".join(page) + "\r\n"
            number += 1
