"""What an edition consists of, whatever it is written as: headings, paragraphs, lists, facts, tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

FROM_US = "Від нас."


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the first below the title. `anchor` is unique in the edition."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in lines. `official` ones stand as in the document; `sign` is the shape of a state, for eyes only."""

    text: str
    official: bool = False
    ours: bool = False
    sign: str = ""

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its number as printed, if it has one, its words, and the lists inside it."""

    text: str
    number: str = ""
    inner: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a measure under a name: one paragraph or more."""

    name: str
    values: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of facts."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row as long as the head, when there is one; the first cell of a row heads it where it names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headings: bool = False

    @property
    def width(self) -> int:
        return max(map(len, (self.head, *self.rows)))


Block = Heading | Paragraph | Items | Facts | Grid


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole plan to be written out. `address` is that of its page on the site, full where the site has one."""

    title: str
    community: str
    publisher: str
    address: str
    as_of: date
    blocks: tuple[Block, ...] = field(repr=False)
    language: str = "uk"

    @property
    def text(self) -> str:
        """All words, for whoever compares: blocks apart by lines."""
        return "\n".join((self.title, *(part for block in self.blocks for part in texts_of(block))))


def ours(text: str) -> Paragraph:
    """Return a remark of ours, which says so."""
    return Paragraph(f"{FROM_US} {text[:1].upper()}{text[1:]}", ours=True)


def official(text: str) -> Paragraph:
    """Return words of the document."""
    return Paragraph(text, official=True)


def texts_of(block: Block) -> Iterator[str]:
    """Yield every piece of text in a block, in reading order."""
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Items(items=items):
            yield from _of_items(items)
        case Facts(facts=facts):
            for fact in facts:
                yield fact.name
                yield from (value.text for value in fact.values)
        case Grid(caption=caption, head=head, rows=rows):
            yield from filter(None, (caption, *head, *(cell for row in rows for cell in row)))


def _of_items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield f"{item.number} {item.text}".lstrip()
        yield from _of_items(item.inner)
