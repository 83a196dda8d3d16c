"""A document as blocks: paragraphs and tables with merged cells resolved; the same for Word, OpenDocument and Excel."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\ufffc"))
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ud800-\udfff]")


def clean(text: str) -> str:
    """Drop soft hyphens, zero-width and unprintable characters; line ends and spaces stay."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text.translate(_SOFT)))


_BULLET = re.compile(r"^\s*(?:[\ue000-\uf8ff•▪●◦‣]\s*)+(?=\S)")
"""Bullets at the start of a paragraph; symbol fonts keep theirs in the private-use area (U+F0B7)."""
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


UNSEEN_NUMBER = (
    "У клітинці {} записано це число, але її формат нічого не показує; у чернетку його не взято. "
    "Якщо це частина плану, покажіть його, збережіть файл і повторіть."
)
"""A remark; the name of the cell goes in."""


def without_bullet(text: str) -> tuple[bool, str]:
    """Return whether a paragraph begins with a bullet that was typed or pasted, and its text without it."""
    found = _BULLET.match(text)
    return (True, text[found.end() :]) if found else (False, text)


def dropped_letters(text: str, place: str) -> "list[Aside]":
    """Return a remark on the signs that clean() drops although something is seen in their place."""
    codes = sorted({f"U+{ord(letter):04X}" for letter in _PRIVATE.findall(text)})
    remark = f"Знаки {', '.join(codes)} зі свого шрифту документа пропущено: у звичайному шрифті їх немає. Звірте."
    return [Aside("letters", collapse(_PRIVATE.sub("▯", text)), place, remark)] if codes else []


def collapse(text: str) -> str:
    """Return `text` on one line with single spaces."""
    return " ".join(clean(text).split())


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its text with the automatic number typed in front; line breaks inside it are kept."""

    text: str
    place: str
    """Where it stands, in Ukrainian: «абзац 12»."""
    bullet: bool = False
    """It is an item of a list without numbers; the bullet itself is not in the text."""

    @cached_property
    def lines(self) -> list[str]:
        """Non-empty lines, whitespace collapsed."""
        return [line for line in map(collapse, self.text.split("\n")) if line]

    @cached_property
    def flat(self) -> str:
        """The whole text on one line."""
        return collapse(self.text)


class Unread(Enum):
    """Why a cell of a sheet doesn't hold what a person meant by it."""

    FORMULA = auto()
    """A formula that was never calculated."""
    ERROR = auto()
    """«#REF!» and its like."""
    DATE = auto()
    """A date; where a number or a sum is meant, Excel made it of one."""


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
    unread: Unread | None = None

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
    names: tuple[str, ...] = ()
    """Each row's number as its program shows it, where that is not simply its place in order."""

    def row_place(self, index: int) -> str:
        """Name a row, counted from 0, as the person who opens the file sees it: «аркуш «План», рядок 4»."""
        return f"{self.place}, рядок {self.names[index] if self.names else index + 1}"


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Aside:
    """Text beside the main text: a footnote, a reviewer's comment, a page header, hidden text."""

    kind: str
    """`footnote`, `comment`, `header`, `hidden`, `struck`, `formula`, `error`, `date` …"""
    text: str
    place: str
    remark: str = ""
    """What to do about it, in Ukrainian, where the kind alone doesn't say it."""


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
