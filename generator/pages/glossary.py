"""Abbreviations and terms: marked where they first stand on a page, explained at its end."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from html import escape

from generator.records.glossary import GlossaryEntryRecord

MARKER = "<!-- glossary -->"
_WORD = re.compile(r"[\w’'-]+")
_HIDDEN = (
    r"<(?:svg|script|style|abbr|option|textarea)\b.*?</(?:svg|script|style|abbr|option|textarea)>|<[^>]*>|\]\([^)]*\)"
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
        found: dict[str, GlossaryEntryRecord] = {}
        if any(form in markdown for form in self.abbreviations):
            markdown = self._pattern.sub(lambda match: self._abbreviation(match, found), markdown)
        for entry in self._terms_in(markdown.casefold()):
            found.setdefault(entry.term, entry)
        return markdown, list(found.values())

    def _terms_in(self, lowered: str) -> Iterator[GlossaryEntryRecord]:
        """Yield the terms of a page: single words by the set of its words, phrases by looking for them."""
        present = set(_WORD.findall(lowered))
        for form, entry in self.terms.items():
            first, _, rest = form.partition(" ")
            if first in present and (not rest or (form in lowered and _whole(form).search(lowered))):
                yield entry

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Match what is hidden or an abbreviation, whole, the longest form first."""
        forms = "|".join(map(re.escape, sorted(self.abbreviations, key=len, reverse=True)))
        return re.compile(rf"{_HIDDEN}|(?<![\w’'-])(?P<abbreviation>{forms})(?![\w’'-])", re.DOTALL)

    def _abbreviation(self, match: re.Match[str], found: dict[str, GlossaryEntryRecord]) -> str:
        entry = self.abbreviations.get(match["abbreviation"] or "")
        if entry is None or entry.term in found or not entry.expansion:
            return match[0]
        found[entry.term] = entry
        return f'<abbr title="{escape(entry.expansion)}">{match[0]}</abbr>'


@cache
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){re.escape(form)}(?![\w’'-])")
