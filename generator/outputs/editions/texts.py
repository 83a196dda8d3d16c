"""Narrative texts of a document in an edition: their Markdown as headings, paragraphs, lists and tables."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from markdown import Markdown

from generator.model.plan import NarrativeText
from generator.outputs.editions.blocks import FROM_US, Block, Grid, Heading, Item, Items, Paragraph
from generator.reading.narrative_markdown import BREAK, CAPTION, OURS, cells
from generator.source.markdown import without_tags
from generator.views.row_names import names_rows

_DEEPEST = 5
_VOID = {"br", "hr", "img"}
_SPACES = re.compile(r"[ \t\r\n]+")
_BEGINS = "\x02"
"""Opens a paragraph of ours inside the Markdown."""


def text_blocks(text: NarrativeText, level: int) -> Iterator[Block]:
    """Yield the title of a text as a heading of a level, then its body below it."""
    anchor = f"text-{text.name}"
    title = f"{text.record.title} (назва від нас)" if text.record.title_is_ours else text.record.title
    yield Heading(level, title, anchor)
    if text.record.note:
        yield Paragraph(f"{FROM_US} {text.record.note}", ours=True)
    yield from body_blocks(text, level)


def body_blocks(text: NarrativeText, level: int) -> Iterator[Block]:
    """Yield the body of a text; its headings stand below `level`, no level left out."""
    last, number = level, 0
    for block in _blocks(text.body.split("\n")):
        if isinstance(block, Heading):
            number += 1
            last = min(level + block.level, last + 1, _DEEPEST)
            yield Heading(last, block.text, f"text-{text.name}-{number}")
        else:
            yield block


def _blocks(lines: list[str]) -> Iterator[Block]:
    plain: list[str] = []
    index, caption = 0, ""
    while index < len(lines):
        line = lines[index]
        if named := CAPTION.match(line):
            caption = f"{FROM_US} {named['words']}" if named["ours"] else named["words"]
        elif line.lstrip().startswith("|"):
            end = next((at for at in range(index, len(lines)) if not lines[at].lstrip().startswith("|")), len(lines))
            yield from _of_html(plain)
            yield _grid(lines[index:end], caption)
            plain, index, caption = [], end - 1, ""
        else:
            plain.append(line)
        index += 1
    yield from _of_html(plain)


def _grid(lines: list[str], caption: str) -> Grid:
    head, rows = cells(lines[0]), [row for row in map(cells, lines[2:]) if any(row)]
    width = max(map(len, [head, *rows]))
    filled = [tuple(_plain(cell) for cell in [*row, *[""] * (width - len(row))]) for row in [head, *rows]]
    return Grid(caption, filled[0] if any(filled[0]) else (), tuple(filled[1:]), row_headings=names_rows(rows))


def _plain(cell: str) -> str:
    """Return the words of a cell, marks of Markdown read."""
    found = (" ".join(block.text for block in _of_html([f"{_BEGINS}{part}"]) if isinstance(block, Paragraph))
             for part in BREAK.split(cell))  # fmt: skip
    return "\n".join(part.replace(_BEGINS, "").strip() for part in found)


@cache
def _markdown() -> Markdown:
    return Markdown(output_format="html")


def _of_html(lines: list[str]) -> list[Block]:
    source = "\n".join(
        f"{_BEGINS}{FROM_US} {line.removeprefix(OURS).lstrip()}" if line.startswith(OURS) else without_tags(line)
        for line in lines
    )
    if not source.strip():
        return []
    reader = _Reader()
    reader.feed(_markdown().reset().convert(source))
    reader.close()
    return [*reader.blocks]


class _Reader(HTMLParser):
    """Turns the HTML that Markdown makes into blocks; of links and pictures their words and addresses stay."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._text = ""
        self._lists: list[list[Item]] = []
        self._numbers: list[int | None] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"ul", "ol"}:
            self._open_item()
            self._lists.append([])
            self._numbers.append(int(given.get("start", "1")) if tag == "ol" else None)
        elif tag == "li":
            self._text = ""
        elif tag == "br":
            self._text = f"{self._text.rstrip()}\n"
        elif tag == "img":
            self._text += f"Малюнок: {given.get('alt', '')}"
        elif tag == "a":
            self._link = given.get("href", "")

    def handle_data(self, data: str) -> None:
        self._text += _SPACES.sub(" ", data) if not self._text.endswith("\n") else _SPACES.sub(" ", data).lstrip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            address = self._link.removeprefix("mailto:").removeprefix("tel:")
            if address.strip("/") not in self._text and not address.startswith("#"):
                self._text += f" ({address})"
        elif tag == "li":
            self._open_item()
        elif tag in {"ul", "ol"}:
            self._close_list()
        elif tag in {"p", "pre"} and not self._lists:
            self._end_paragraph()
        elif re.fullmatch(r"h[1-6]", tag):
            self.blocks.append(Heading(int(tag[1]), self._taken(), ""))
        elif tag == "p":
            self._text = f"{self._text.rstrip()}\n"

    def _taken(self) -> str:
        text, self._text = self._text.strip(), ""
        return text

    def _open_item(self) -> None:
        """Put the words read so far in the list that is open; in none, they are a paragraph."""
        text = self._taken()
        if not text:
            return
        if not self._lists:
            self._text = text
            self._end_paragraph()
            return
        number = self._numbers[-1]
        self._lists[-1].append(Item(text, f"{number}." if number is not None else ""))
        if number is not None:
            self._numbers[-1] = number + 1

    def _close_list(self) -> None:
        self._open_item()
        items = tuple(self._lists.pop())
        self._numbers.pop()
        if not self._lists:
            self.blocks += [Items(items)] if items else []
        elif self._lists[-1]:
            last = self._lists[-1][-1]
            self._lists[-1][-1] = Item(last.text, last.number, (*last.inner, *items))

    def _end_paragraph(self) -> None:
        text = self._taken()
        if text:
            is_ours = text.startswith(_BEGINS)
            self.blocks.append(Paragraph(text.removeprefix(_BEGINS), official=not is_ours, ours=is_ours))
