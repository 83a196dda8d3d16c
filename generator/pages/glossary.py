"""Abbreviations and terms: marked where they first stand on a page, explained at its end, and on a page of their own."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from html import escape

from generator.records.glossary import GlossaryEntryRecord

MARKER = "<!-- glossary -->"
_HIDDEN = re.compile(
    r"<(?:svg|script|style|abbr|option|caption)\b.*?</(?:svg|script|style|abbr|option|caption)>|<[^>]*>|\]\([^)]*\)"
    r"|\{#[^}]*\}|&\w+;|&#\d+;", re.DOTALL)


class Glossary:
    """The entries that hold for one community's documents, ready to be looked for in a page."""

    def __init__(self, entries: Iterable[GlossaryEntryRecord], community: str | None) -> None:
        self.entries = [
            entry for entry in entries if not entry.communities or community in entry.communities
        ]

    @cached_property
    def _abbreviations(self) -> dict[str, GlossaryEntryRecord]:
        return {
            form: entry for entry in self.entries if entry.kind == "abbreviation" for form in (entry.term, *entry.forms)
        }

    @cached_property
    def _terms(self) -> dict[str, GlossaryEntryRecord]:
        return {
            form.casefold(): entry
            for entry in self.entries if entry.kind == "term" for form in (entry.term, *entry.forms)
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(self._abbreviations)

    @cached_property
    def _term_pattern(self) -> re.Pattern[str]:
        return _any_of(self._terms)

    def mark(self, markdown: str) -> tuple[str, list[GlossaryEntryRecord]]:
        """Mark each abbreviation where it first stands; give the page and the entries that occur in it, in order."""
        found: dict[str, GlossaryEntryRecord] = {}
        result, start = [], 0
        for hidden in [*_HIDDEN.finditer(markdown), None]:
            end = hidden.start() if hidden else len(markdown)
            result.append(self._mark_words(markdown[start:end], found))
            if hidden:
                result.append(hidden[0])
                start = hidden.end()
        return "".join(result), list(found.values())

    def _mark_words(self, words: str, found: dict[str, GlossaryEntryRecord]) -> str:
        if self._terms:
            for match in self._term_pattern.finditer(words.casefold()):
                entry = self._terms[match[0]]
                found.setdefault(entry.term, entry)
        return self._pattern.sub(lambda match: self._abbreviation(match[0], found), words) if self._abbreviations else words

    def _abbreviation(self, word: str, found: dict[str, GlossaryEntryRecord]) -> str:
        entry = self._abbreviations[word]
        if entry.term in found or not entry.expansion:
            return word
        found[entry.term] = entry
        return f'<abbr title="{escape(entry.expansion)}">{word}</abbr>'


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first: Sequence[str] = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w’'-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w’'-])")
