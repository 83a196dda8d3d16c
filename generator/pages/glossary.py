"""Abbreviations and terms: marked where they first stand on a page, explained at its end, and on a page of their own."""

import re
from collections.abc import Iterable
from functools import cache
from html import escape

from generator.records.glossary import GlossaryEntryRecord

MARKER = "<!-- glossary -->"
_HIDDEN = (
    r"<(?:svg|script|style|abbr|option)\b.*?</(?:svg|script|style|abbr|option)>|<[^>]*>|\]\([^)]*\)"
    r"|\{#[^}]*\}|&\w+;|&#\d+;"
)
"""What readers do not see as words: tags, drawings, addresses of links, anchors, entities."""


class Glossary:
    """The entries that hold for one community's documents, ready to be looked for in a page."""

    def __init__(self, entries: Iterable[GlossaryEntryRecord], community: str | None) -> None:
        own = [entry for entry in entries if not entry.communities or community in entry.communities]
        self.abbreviations = {
            form: entry for entry in own if entry.kind == "abbreviation" for form in (entry.term, *entry.forms)
        }
        self.terms = {
            form.casefold(): entry for entry in own if entry.kind == "term" for form in (entry.term, *entry.forms)
        }

    def mark(self, markdown: str) -> tuple[str, list[GlossaryEntryRecord]]:
        """Mark each abbreviation where it first stands; give the page and the entries that occur in it, in order."""
        lowered = markdown.casefold()
        present = (
            tuple(form for form in self.abbreviations if form in markdown),
            tuple(form for form in self.terms if form in lowered),
        )
        if not any(present):
            return markdown, []
        found: dict[str, GlossaryEntryRecord] = {}
        marked = _pattern(*present).sub(lambda match: self._word(match, found), markdown)
        return marked, list(found.values())

    def _word(self, match: re.Match[str], found: dict[str, GlossaryEntryRecord]) -> str:
        if match["abbreviation"]:
            entry = self.abbreviations[match[0]]
            if entry.term in found or not entry.expansion:
                return match[0]
            found[entry.term] = entry
            return f'<abbr title="{escape(entry.expansion)}">{match[0]}</abbr>'
        if match["term"]:
            entry = self.terms[match[0].casefold()]
            found.setdefault(entry.term, entry)
        return match[0]


@cache
def _pattern(abbreviations: tuple[str, ...], terms: tuple[str, ...]) -> re.Pattern[str]:
    """Match what is hidden, an abbreviation or a term; words whole, the longest form first."""
    return re.compile(
        rf"(?P<hidden>{_HIDDEN})|(?<![\w’'-])(?:(?P<abbreviation>{_any_of(abbreviations)})"
        rf"|(?P<term>(?i:{_any_of(terms)})))(?![\w’'-])",
        re.DOTALL,
    )


def _any_of(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first)) or r"(?!)"
