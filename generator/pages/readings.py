"""Words of a document on a page, with what is heard in their place where a voice would stumble at them."""

import re

from markupsafe import Markup, escape

from generator.language.spoken import reading
from generator.language.spoken.sums import with_sums
from generator.pages.markup import escape_markdown, in_lines
from generator.views.commitment import Commitment

_BOTH = Markup('<span aria-hidden="true">{}</span><span class="visually-hidden"> {}</span>')
_LABEL = re.compile(r"\w+ [IІVХX]+(?=[.,]|$)")
_BARE_SUM = re.compile(r"\d[\d\s]*(?:,\d+)?")
_QUOTE = re.compile(r"(?<=«)[^«»&\\\\]+(?=»)")
"""Quoted words of a line escaped for Markdown; those with a sign that had to be escaped stay as they are."""


def heard(text: str) -> Markup:
    """Return official words for the eye and their reading for the ear («другий квартал»), escaped for HTML.

    Words that are heard as they are written stand alone.
    """
    said, written = reading(text), in_lines(text.split("\n"))
    return _BOTH.format(written, said.heard) if said.differs else written


def sum_heard(text: str) -> Markup:
    """Return a printed sum, heard as a number and never as a year («1900,0» is «1900»); words of money as all words."""
    if not _BARE_SUM.fullmatch(text):
        return heard(text)
    said = with_sums(text)
    return _BOTH.format(text, said) if said != text else escape(text)


def term_line(item: Commitment) -> Markup:
    """Return the term of a measure within a line of a list, heard as it is said, without a full stop."""
    term = item.measure.term
    return Markup("Строк: {}").format(heard(term.text)) if term else escape(item.no_term)


def numbered_heard(heading: str) -> Markup:
    """Return the heading of a goal, its label heard as it is said («Розділ другий»), escaped for HTML."""
    label = _LABEL.match(heading)
    return heard(label[0]) + heading[label.end() :] if label else escape(heading)


def heading_heard(heading: str) -> Markup:
    """Return the heading of a goal, its label heard as it is said, escaped for Markdown."""
    label = _LABEL.match(heading)
    rest = escape_markdown(heading[label.end() :] if label else heading)
    return (heard(label[0]) if label else Markup()) + Markup(rest)  # noqa: S704 - escaped just now


def for_the_ear(text: str) -> str:
    """Return words that only the ear gets, as they are said: «Розділ перший» for «Розділ І»."""
    return reading(text).heard


def quotes_heard(text: str) -> Markup:
    """Return a line of ours, escaped for Markdown, in which words of the document that it quotes have their reading."""
    return Markup(_QUOTE.sub(lambda quote: heard(quote[0]), escape_markdown(text)))  # noqa: S704 - both parts are escaped
