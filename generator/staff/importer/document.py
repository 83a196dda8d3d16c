"""A document as blocks: paragraphs and tables with merged cells resolved; the same for Word, OpenDocument and Excel."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\ufffc"))
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ud800-\udfff]")


def clean(text: str) -> str:
    """Drop soft hyphens, zero-width and unprintable characters; line ends and spaces stay."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text.translate(_SOFT)))


def collapse(text: str) -> str:
    """Return `text` on one line with single spaces."""
    return " ".join(clean(text).split())


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its text with the automatic number typed in front; line breaks inside it are kept."""

    text: str
    place: str
    """Where it stands, in Ukrainian: «абзац 12»."""

    @cached_property
    def lines(self) -> list[str]:
        """Non-empty lines, whitespace collapsed."""
        return [line for line in map(collapse, self.text.split("\n")) if line]

    @cached_property
    def flat(self) -> str:
        """The whole text on one line."""
        return collapse(self.text)


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell; a merged one is the same object in every row it covers."""

    content: tuple["Paragraph | Table", ...]
    place: str
    """«таблиця 1, рядок 5, стовпець 2»."""
    row: int
    """Index of the row where the cell begins, from 0."""
    rowspan: int
    left: int
    right: int
    """Horizontal extent, in the table's own units (twips in Word, columns elsewhere); `right` is exclusive."""

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Paragraphs, empty ones too; a row of a nested table counts as a paragraph."""
        return list(_flatten(self.content))

    @cached_property
    def texts(self) -> list[str]:
        """Texts of the non-empty paragraphs, each on one line."""
        return [flat for flat in (paragraph.flat for paragraph in self.paragraphs) if flat]

    @cached_property
    def text(self) -> str:
        """The whole text of the cell on one line."""
        return " ".join(self.texts)

    @property
    def tables(self) -> list["Table"]:
        """Tables nested in the cell."""
        return [part for part in self.content if isinstance(part, Table)]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells from left to right, cells merged from above included."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    """«таблиця 1» or «аркуш «План»»."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Aside:
    """Text beside the main text: a footnote, a reviewer's comment, a page header, hidden text."""

    kind: str
    """`footnote`, `comment`, `header`, `hidden` or `formula`."""
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read."""

    name: str
    """File name without its folder."""
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = field(default=())


def _flatten(content: tuple[Block, ...]) -> Iterator[Paragraph]:
    for part in content:
        if isinstance(part, Paragraph):
            yield part
            continue
        for index, row in enumerate(part.rows):
            own = [cell for cell in row if cell.row == index]
            if len(own) == 1:
                yield from own[0].paragraphs
            elif own:
                yield Paragraph(" ".join(cell.text for cell in own), own[0].place)
