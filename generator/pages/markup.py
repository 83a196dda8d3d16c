"""Plan text is data: the two ways it is escaped, for Markdown and for HTML inside Markdown."""

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from generator.reading.narrative_markdown import BREAK

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space that means nothing; a document's no-break spaces stay."""
_SPECIAL = re.compile(r"([\\`*_\[\]{}|~^])")
_BREAKS = re.compile(
    r"(?<=\d) (?=(?:січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)[а-яі]+\b|рок[уи]\b)"
    r"|(?<=№) |(?<=\d) (?=(?:захо|захі|ціл|громад|викон)[а-яі]+)"
    r"|(?<![\w’ʼ'-])(?P<short>[авзіоуєйАВЗІОУЄЙ]|до|за|із|зі|на|не|ні|по|від|або|До|За|Із|На|Не) (?=[\w«])| (?=[–—] )"
)
_CSS_SPECIAL = re.compile(r"[\\'\n\r\f]")
_OPENING = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+#>])|^([:=!])")


def escape_markdown(value: Any) -> str:
    """Escape a value so that Markdown shows it letter for letter on one line; `Markup` is taken as it is."""
    if isinstance(value, Markup):
        return str(value)
    text = _SPACE.sub(" ", str(value)).strip(" ")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _OPENING.sub(_escape_opening, _SPECIAL.sub(r"\\\1", text))


def _escape_opening(match: re.Match[str]) -> str:
    """Escape what would begin a list, a heading or a quotation at the start of a line."""
    if match[1]:
        return f"{match[1]}\\{match[2]}"
    return f"\\{match[3]}" if match[3] else f"&#{ord(match[4])};"


def column_labels(headings: Iterable[str]) -> str:
    """Return the style of a table that becomes cards on a phone: `--c1`, `--c2` … hold the headings of its columns.

    Said once a table, not in every cell: of a long one that is a twentieth. The style sheet reads 20 of them.
    """
    return ";".join(f"--c{place}:{css_string(heading)}" for place, heading in enumerate(headings, 1))


def without_breaks(html: str) -> str:
    """Return the words of a cell's HTML on one line."""
    return Markup(BREAK.sub(" ", str(html))).striptags()  # noqa: S704 - only to take the tags away


def css_string(text: str) -> str:
    """Write a text as a string of CSS (CSS Syntax 3, 4.3.5)."""
    escaped = _CSS_SPECIAL.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return f"'{escaped}'"


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
