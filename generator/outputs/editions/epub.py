"""An edition as EPUB 3: a chapter a file, contents, and what a reading system says of its accessibility.

After EPUB 3.3 and EPUB Accessibility 1.1 (W3C, 2023); it says what is there, and never that it conforms.
"""

import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from generator.outputs.editions.blocks import Block, Edition, Facts, Grid, Heading, Item, Items, Paragraph
from generator.outputs.editions.signs import called
from generator.outputs.fixed_zip import fixed_zip

CONTENTS = "Зміст"
_DEEPEST_FILE = 2
"""The lowest level of headings that begin a file."""
_BEGINNING = "Про це видання"
_SUMMARY = (
    "Увесь зміст – текст. Є зміст із посиланнями, заголовки за рівнями, таблиці з заголовками рядків і стовпців. "
    "Стан кожного заходу названо словами. Людьми, що читають на слух або дотиком, видання ще не перевірено."
)
_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "unlocked")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML 1.0 does not allow (section 2.2)."""
_NAMESPACE = uuid.UUID("8f0f2c1e-6d0b-5c86-9d0e-0c7f6c1a4f10")
_STYLE = """html{line-height:1.5}
h1,h2,h3,h4,h5{line-height:1.25;break-after:avoid}
.official{border-inline-start:.15em solid;padding-inline-start:.7em}
.ours{border-inline-start:.15em dotted;padding-inline-start:.7em}
dt{font-weight:bold;margin-top:.7em}
dd{margin-inline-start:1em}
dd p{margin:.2em 0}
table{border-collapse:collapse}
caption{text-align:start;font-weight:bold}
th,td{border:1px solid;padding:.3em .5em;text-align:start;vertical-align:top}
"""


@dataclass(frozen=True, slots=True)
class _Chapter:
    """One file: its heading and what follows, headings below counted from it."""

    name: str
    title: str
    anchor: str
    level: int
    blocks: tuple[Block, ...]


def epub(edition: Edition, moment: datetime) -> bytes:
    """Return the book; every file in it bears the same moment, so that the same edition is the same bytes."""
    chapters = list(_chapters(edition))
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(edition, chapters, moment),
        "EPUB/nav.xhtml": _nav(edition, chapters),
        "EPUB/style.css": _STYLE,
        **{f"EPUB/{chapter.name}": _xhtml(edition, chapter) for chapter in chapters},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        for name, content in files.items():
            book.writestr(name, content)
    return fixed_zip(made.getvalue(), moment, lambda _, content: content, stored={"mimetype"})


def _chapters(edition: Edition) -> Iterator[_Chapter]:
    """Part an edition at headings of the first two levels; what stands before the first tells what it is."""
    name, title, anchor, level, held = "start.xhtml", edition.title, "start", 0, list[Block]()
    for number, block in enumerate(edition.blocks):
        if isinstance(block, Heading) and block.level <= _DEEPEST_FILE:
            yield _Chapter(name, title, anchor, level, tuple(held))
            name, title, anchor, level, held = f"c{number}.xhtml", block.text, block.anchor, block.level, []
        else:
            held.append(block)
    yield _Chapter(name, title, anchor, level, tuple(held))


def _xhtml(edition: Edition, chapter: _Chapter) -> str:
    shift = max(chapter.level, 1) - 1
    body = "\n".join(_html(block, shift) for block in chapter.blocks)
    kind = "titlepage" if chapter.level == 0 else "chapter"
    role = "doc-chapter" if chapter.level else "region"
    return _page(
        edition.language,
        chapter.title,
        f'<section epub:type="{kind}" role="{role}" aria-labelledby="{chapter.anchor}">\n'
        f'<h1 id="{chapter.anchor}">{_text(chapter.title)}</h1>\n{body}\n</section>',
    )


def _html(block: Block, shift: int) -> str:
    match block:
        case Heading(level=level, text=text, anchor=anchor):
            tag = f"h{max(level - shift, 2)}"
            return f'<{tag} id="{anchor}">{_text(text)}</{tag}>'
        case Paragraph():
            return _paragraph(block)
        case Items(items=items):
            return _list(items)
        case Facts(facts=facts):
            named = (f"<dt>{_text(fact.name)}</dt><dd>{''.join(map(_paragraph, fact.values))}</dd>" for fact in facts)
            return f"<dl>{''.join(named)}</dl>"
        case Grid():
            return _table(block)


def _paragraph(paragraph: Paragraph) -> str:
    kind = ' class="official"' if paragraph.official else ' class="ours"' if paragraph.ours else ""
    sign = f'<span aria-hidden="true">{paragraph.sign} </span>' if paragraph.sign else ""
    return f"<p{kind}>{sign}{_text(paragraph.text)}</p>"


def _list(items: Sequence[Item]) -> str:
    """Write a list; its numbers are words of the document, so they stand as text."""
    tag = "ol" if all(item.number for item in items) else "ul"
    start = items[0].number.rstrip(".") if tag == "ol" else ""
    given = f' start="{start}"' if start.isdecimal() and start != "1" else ""
    inside = (f"<li>{_text(item.text)}{_list(item.inner) if item.inner else ''}</li>" for item in items)
    return f"<{tag}{given}>{''.join(inside)}</{tag}>"


def _table(grid: Grid) -> str:
    caption = f"<caption>{_text(grid.caption)}</caption>" if grid.caption else ""
    cells = "".join(f'<th scope="col">{_text(cell)}</th>' if cell else "<td></td>" for cell in grid.head)
    head = f"<thead><tr>{cells}</tr></thead>" if grid.head else ""
    rows = "".join(f"<tr>{''.join(_cells(row, grid))}</tr>" for row in grid.rows)
    return f"<table>{caption}{head}<tbody>{rows}</tbody></table>"


def _cells(row: Iterable[str], grid: Grid) -> Iterator[str]:
    for at, cell in enumerate(row):
        is_heading = at == 0 and grid.row_headings
        yield f'<th scope="row">{_text(cell)}</th>' if is_heading else f"<td>{_text(cell)}</td>"


def _nav(edition: Edition, chapters: Sequence[_Chapter]) -> str:
    entries = "".join(f'<li><a href="{one.name}">{_text(_named(one))}</a>{_nested(one)}</li>' for one in chapters)
    return _page(
        edition.language,
        CONTENTS,
        f'<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents"><h1 id="contents">{CONTENTS}</h1>'
        f"<ol>{entries}</ol></nav>\n"
        '<nav epub:type="landmarks" hidden="hidden" aria-label="Орієнтири"><ol>'
        f'<li><a epub:type="toc" href="#toc">{CONTENTS}</a></li>'
        f'<li><a epub:type="bodymatter" href="{chapters[0].name}">{_BEGINNING}</a></li></ol></nav>',
    )


def _named(chapter: _Chapter) -> str:
    return chapter.title if chapter.level else _BEGINNING


def _nested(chapter: _Chapter) -> str:
    """Return the headings right below that of a chapter."""
    headings = [block for block in chapter.blocks if isinstance(block, Heading)]
    top = min((heading.level for heading in headings), default=0)
    found = [f'<li><a href="{chapter.name}#{one.anchor}">{_text(one.text)}</a></li>'
             for one in headings if one.level == top]  # fmt: skip
    return f"<ol>{''.join(found)}</ol>" if found else ""


def _page(language: str, title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{language}" xml:lang="{language}"><head><title>{_text(title, " ")}</title>'
        f'<link rel="stylesheet" href="style.css"/></head><body>\n{body}\n</body></html>\n'
    )


def _package(edition: Edition, chapters: Sequence[_Chapter], moment: datetime) -> str:
    identifier = uuid.uuid5(_NAMESPACE, edition.address or f"{edition.community} {edition.title}")
    said = [
        ("accessMode", ["textual"]),
        ("accessModeSufficient", ["textual"]),
        ("accessibilityFeature", _FEATURES),
        ("accessibilityHazard", ["none"]),
        ("accessibilitySummary", [_SUMMARY]),
    ]
    meta = "".join(f'<meta property="schema:{name}">{value}</meta>' for name, values in said for value in values)
    source = f"<dc:source>{_text(edition.address)}</dc:source>" if edition.address else ""
    items = "".join(f'<item id="i{at}" href="{one.name}" media-type="application/xhtml+xml"/>'
                    for at, one in enumerate(chapters))  # fmt: skip
    first, *others = [f'<itemref idref="i{at}"/>' for at, _ in enumerate(chapters)]
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{edition.language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier><dc:title>{_text(edition.title, " ")}</dc:title>'
        f"<dc:language>{edition.language}</dc:language><dc:creator>{_text(edition.community)}</dc:creator>"
        f"<dc:publisher>{_text(edition.publisher)}</dc:publisher>{source}"
        f'<meta property="dcterms:modified">{moment:%Y-%m-%dT%H:%M:%SZ}</meta>{meta}</metadata>\n'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="css" href="style.css" media-type="text/css"/>{items}</manifest>\n'
        f'<spine>{first}<itemref idref="nav"/>{"".join(others)}</spine></package>\n'
    )


_CONTAINER = (
    '<?xml version="1.0"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


def _text(text: str, line: str = "<br/>") -> str:
    """Escape words for XML; what XML does not allow stands by its code."""
    return escape(_NOT_XML.sub(lambda sign: called(sign[0]), text)).replace("\n", line)
