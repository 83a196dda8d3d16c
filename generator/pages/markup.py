"""Plan text is data: the two ways it is escaped, for Markdown and for HTML inside Markdown."""

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from generator.language.months import MONTHS_SHORT
from generator.reading.narrative_markdown import BREAK

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space that means nothing; a document's no-break spaces stay."""
_SPECIAL = re.compile(r"([\\`*_\[\]{}|])|([~^#])")
"""Signs that Markdown may take for marks: those that it knows to be escaped, and those that only a reference keeps."""
_BREAKS = re.compile(
    rf"(?<=\d) (?=(?:{'|'.join(MONTHS_SHORT)})[а-яі]+\b|рок[уи]\b)"
    r"|(?<=№) |(?<=\d) (?=(?:захо|захі|ціл|громад|викон)[а-яі]+)"
    r"|(?<![\w’ʼ'-])(?P<short>[авзіоуєйАВЗІОУЄЙ]|до|за|із|зі|на|не|ні|по|від|або|До|За|Із|На|Не) (?=[\w«])| (?=[–—] )"
)
_OPENING = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+])|^([:=!])")


def escape_markdown(value: Any) -> str:
    """Escape a value so that Markdown shows it letter for letter on one line; `Markup` is taken as it is."""
    if isinstance(value, Markup):
        return str(value)
    text = _SPACE.sub(" ", str(value)).strip(" ")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _OPENING.sub(_escape_opening, _SPECIAL.sub(_escape_sign, text))


def _escape_sign(sign: re.Match[str]) -> str:
    return f"\\{sign[1]}" if sign[1] else f"&#{ord(sign[2])};"


def _escape_opening(match: re.Match[str]) -> str:
    """Escape what would begin a list, an underlining of a heading or the like at the start of a line."""
    if match[1]:
        return f"{match[1]}\\{match[2]}"
    return f"\\{match[3]}" if match[3] else f"&#{ord(match[4])};"


def in_lines(lines: Iterable[str]) -> Markup:
    """Escape lines for HTML and keep them apart in one block."""
    return Markup("<br>").join(lines)


def lined(lines: Iterable[str]) -> Markup:
    """Escape lines for Markdown and keep them apart in one block: a heading, a paragraph."""
    return Markup("<br>").join(Markup(escape_markdown(line)) for line in lines)  # noqa: S704 - each line is escaped


def label(heading: str) -> str:
    """Return the words of a column's heading on one line; tags are taken from HTML alone, never from plain text."""
    if not isinstance(heading, Markup):
        return heading
    return Markup(BREAK.sub(" ", heading)).striptags()  # noqa: S704 - only to take the tags away


def block(html: str) -> Markup:
    """Make HTML one block of Markdown: no empty line inside, so that no part of it is read as Markdown."""
    lines: Iterable[str] = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the HTML comes from autoescaping templates


def bound(text: str) -> str:
    """Put no-break spaces where a line should not end.

    Between day and month, «№» and its number, a number and what it counts, a short word and the next, before a dash.
    For words of ours only: the official ones keep the document's own spaces.
    """
    return _BREAKS.sub(lambda found: f"{found['short'] or ''}\N{NO-BREAK SPACE}", text)
