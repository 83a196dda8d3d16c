"""Readings for the ear wherever a finished page holds a numeral or a sum that a voice can't say, and has none yet.

Terms, sums and headings of plans get theirs where they are written; this finds what is left: breadcrumbs, names of
goals, prose and tables of documents. Only what is shown changes nothing; words of a document stay letter for letter.
"""

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from generator.language.spoken import spoken
from generator.language.spoken.numerals import has_roman
from generator.language.spoken.sums import GROUPS

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_MUTE = frozenset(
    {"script", "style", "title", "textarea", "pre", "code", "option", "select", "svg", "head", "video", "abbr"}
)
"""What is not prose, or can hold no markup."""
_HIDDEN = re.compile(r"\saria-hidden=\"true\"|\sclass=\"visually-hidden\"")
_EMPTY = frozenset({"br", "img", "input", "meta", "link", "hr", "source", "track", "wbr", "col", "rect"})
_WORD = re.compile(r"\S+")
_NUMERAL = re.compile(r"[«(]?[IІVХX]+(?:[-–][IІVХX]+)?[.,;:)»]*")
_BOTH = '<span aria-hidden="true">{}</span><span class="visually-hidden"> {}</span>'


def with_readings(page: str) -> str:
    """Return the HTML of a page in which every bare numeral beside its noun, and every parted sum, has a reading."""
    return "".join(_pieces(page))


def _pieces(page: str) -> Iterator[str]:
    open_tags: list[tuple[str, bool]] = []
    for piece in _TAG.split(page):
        silent = bool(open_tags) and open_tags[-1][1]
        if not piece.startswith("<"):
            yield piece if silent else _read(piece)
            continue
        yield piece
        name = _NAME.match(piece)
        if name is None or name[1].lower() in _EMPTY or piece.endswith("/>"):
            continue
        if piece[1] != "/":
            open_tags.append((name[1].lower(), silent or name[1].lower() in _MUTE or bool(_HIDDEN.search(piece))))
        else:
            while open_tags and open_tags.pop()[0] != name[1].lower():
                pass


@lru_cache(maxsize=4096)
def _read(piece: str) -> str:
    """Return a piece of text with its readings; menus, labels and names come again on every page."""
    text = html.unescape(piece)
    if not (has_roman(text) or GROUPS.search(text)):
        return piece
    words, heard, end = list(_WORD.finditer(text)), spoken(text).split(), 0
    runs = SequenceMatcher(None, [word[0] for word in words], heard, autojunk=False).get_opcodes()
    read = ""
    for how, first, last, begun, done in runs:
        if first == last:
            continue
        start, stop = words[first].start(), words[last - 1].end()
        written = text[start:stop]
        said = html.escape(" ".join(heard[begun:done]), quote=False)
        read += html.escape(text[end:start], quote=False)
        end, written_out = stop, html.escape(written, quote=False)
        read += _BOTH.format(written_out, said) if how == "replace" and _is_hard(written) else written_out
    return read + html.escape(text[end:], quote=False)


def _is_hard(written: str) -> bool:
    """Return whether a voice stumbles at these words: a bare numeral, digits parted by spaces, no standard’s code."""
    return any(map(_NUMERAL.fullmatch, written.split())) or bool(GROUPS.search(written) and ":" not in written)
