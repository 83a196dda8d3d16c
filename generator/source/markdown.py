"""Markdown to HTML as every page of ours needs it; what Markdown makes runs no script and loads nothing foreign."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import AutolinkInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, STX

from generator.source.plain_markdown import COMPONENT_TAGS, plain_html

_COMPONENT = re.compile(rf"(?:^|(?<=\n\n))<(?:{COMPONENT_TAGS})\b.*?(?=\n\n|\Z)", re.DOTALL)
"""A component's block: it begins with its tag after an empty line and holds no empty line (pages/markup.py)."""
_PLAIN = {"attr_list", "tables", "toc", "fenced_code"}
"""Extensions that leave plain Markdown as it is."""
_BEFORE_HTML_BLOCKS = 25
"""Between Python-Markdown's own normalisation of white space (30) and its parsing of HTML blocks (20)."""
_BEFORE_AUTOLINKS = 121
_BLOCKS = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
"""What Python-Markdown makes of lines besides paragraphs."""
_LAST = -10
"""After the treeprocessors that set attributes: attr_list (8), toc (5), the one that takes escapes back (0)."""

_AUTOLINK = r"<(?:https?://[^\s<>`\\]+|tel:\+?[0-9][0-9-]*|(?:mailto:)?[\w.+-]+@[\w.-]+)>"
AUTOLINK = re.compile(_AUTOLINK, re.IGNORECASE)
"""The only things in angle brackets that a text may hold."""
_ANGLE = re.compile(f"({_AUTOLINK})|<", re.IGNORECASE)
_TELEPHONE = r"<([Tt][Ee][Ll]:\+?[0-9][0-9-]*)>"
_SCHEME = re.compile(r"[^:/?#]*:")
_NOT_SEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b\ufeff]")
"""Signs that browsers drop from an address or may drop."""
_SAFE_SCHEMES = {"http:", "https:", "mailto:", "tel:"}
_ATTRIBUTES = {"alt", "class", "href", "id", "lang", "src", "start", "title"}
"""Attributes of what Markdown makes; no others, for they may be handlers, styles or more addresses."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a text leads to and what it shows, as Markdown reads it; addresses may hold HTML's character references."""

    links: tuple[str, ...]
    pictures: tuple[tuple[str, str], ...]
    """Description and address of each."""


def converter(extensions: list[str], configs: dict[str, Any]) -> Callable[[str], str]:
    """Return the function from Markdown to HTML; all pages of a build share its one Markdown object.

    With the extensions that a site has from the start, what needs no parsing is not parsed; with others, all is.
    """
    parse, toc = parser(extensions, configs), configs.get("toc", {})
    anchor = toc.get("slugify")
    if set(extensions) - _PLAIN or anchor is None or set(toc) - {"slugify", "permalink"} or toc.get("permalink"):
        return parse

    def convert(text: str) -> str:
        plain = plain_html(text, anchor)
        return parse(text) if plain is None else plain

    return convert


def parser(extensions: list[str], configs: dict[str, Any]) -> Callable[[str], str]:
    """Return the function from Markdown to HTML by Python-Markdown alone."""
    markdown = Markdown(extensions=[*extensions, _Harmless()], extension_configs=configs, output_format="html")
    markdown.preprocessors.register(_ComponentBlocks(markdown), "components", _BEFORE_HTML_BLOCKS)
    return lambda text: markdown.reset().convert(text)


def line_converter() -> Callable[[str], str]:
    """Return the function from one line to HTML: the marks inside it count, but nothing makes it a list or a heading.

    Cells and captions of tables are such lines: «7. Сьоме», «> 40 осіб» and «- ні» stay as they are.
    """
    markdown = _of_lines(Markdown(extensions=[_Harmless()], output_format="html"))
    return lambda line: markdown.reset().convert(line).removeprefix("<p>").removesuffix("</p>")


def _of_lines(markdown: Markdown) -> Markdown:
    blocks = markdown.parser.blockprocessors
    for name in [name for name in _BLOCKS if name in blocks]:
        blocks.deregister(name)
    return markdown


def without_tags(text: str) -> str:
    """Escape every «<» of a text but those that open an address in angle brackets."""
    return _ANGLE.sub(lambda angle: angle[1] or "&lt;", text)


def addresses(text: str, lines: Iterable[str] = ()) -> Addresses:
    """Find what a text without tags leads to and shows; `lines` are its cells and captions, each read by itself."""
    elements = [
        *_elements(Markdown(output_format="html"), [text]),
        *_elements(_of_lines(Markdown(output_format="html")), lines),
    ]
    links = tuple(_written(element, "href") for element in elements if element.tag == "a")
    pictures = [element for element in elements if element.tag == "img"]
    return Addresses(links, tuple((_written(element, "alt"), _written(element, "src")) for element in pictures))


def _elements(markdown: Markdown, texts: Iterable[str]) -> Iterator[Element]:
    found = _Found(markdown)
    markdown.treeprocessors.register(found, "found", _LAST)
    for text in texts:
        markdown.reset().convert(text)
        yield from found.elements
        found.elements = ()


def is_of_this_site(address: str) -> bool:
    """Return whether an address, character references read, is of this site whatever a browser makes of it."""
    bare = _NOT_SEEN.sub("", address)
    return not _SCHEME.match(bare) and not re.match(r"[/\\]{2}", bare)


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(_NOT_SEEN.sub("", address))
    return scheme is None or scheme[0].lower() in _SAFE_SCHEMES


class _ComponentBlocks(Preprocessor):
    """Puts components aside whole, so that Python-Markdown does not parse HTML that is finished."""

    def run(self, lines: list[str]) -> list[str]:
        store = self.md.htmlStash.store
        return _COMPONENT.sub(lambda match: store(match[0]), "\n".join(lines)).split("\n")


class _Harmless(Extension):
    """Takes away what could do harm, whatever a text holds; lets `<tel:…>` be a link as CommonMark does."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.inlinePatterns.register(AutolinkInlineProcessor(_TELEPHONE, md), "telephone", _BEFORE_AUTOLINKS)
        md.treeprocessors.register(_HarmlessTree(md), "harmless", _LAST)


class _HarmlessTree(Treeprocessor):
    """Leaves links to the open web and pictures of this site; of others only their words."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in set(element.attrib) - _ATTRIBUTES:
                del element.attrib[name]
            if not _is_safe(_read(element, "href")):
                del element.attrib["href"]
            if not is_of_this_site(_read(element, "src")):
                element.tag, element.text = "span", element.get("alt")
                element.attrib.clear()


class _Found(Treeprocessor):
    """Keeps the elements of the tree."""

    elements: Sequence[Element] = ()

    def run(self, root: Element) -> None:
        self.elements = list(root.iter())


def _written(element: Element, name: str) -> str:
    return element.get(name, "").replace(AMP_SUBSTITUTE, "&")


def _read(element: Element, name: str) -> str:
    """Return an attribute as a browser reads it; what Python-Markdown has yet to put in counts as a scheme."""
    return html.unescape(_written(element, name)).replace(STX, f"{STX}:")
