"""Abbreviations and terms: marked where they first stand on a page, explained at its end."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import escape

from generator.model.records.glossary import GlossaryEntryRecord

MARKER = "<!-- glossary -->"
_WORD = re.compile(r"[\w’'-]+")
_HIDDEN = re.compile(
    r"<(?:svg|script|style|abbr|option|textarea)\b.*?</(?:svg|script|style|abbr|option|textarea)>|<[^>]*>|\]\([^)]*\)"
    r"|\{#[^}]*\}|&\w+;|&#\d+;",
    re.DOTALL,
)
"""What readers do not see as words: tags, drawings, addresses of links, anchors, entities."""


class Glossary:
    """The entries that hold for one community's documents, ready to be looked for in a page.

    For a page of several communities (none is given) those that mean one thing wherever they occur.
    """

    def __init__(self, entries: Iterable[GlossaryEntryRecord], community: str | None) -> None:
        own = (
            [entry for entry in entries if not entry.communities or community in entry.communities]
            if community
            else _of_one_meaning(list(entries))
        )
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
            markdown = "".join(self._marked(markdown, found))
        own, _, _ = markdown.partition(MARKER)  # below it stand links to other pages
        for entry in self._terms_in(own.casefold()):
            found.setdefault(entry.term, entry)
        return markdown, list(found.values())

    def _marked(self, markdown: str, found: dict[str, GlossaryEntryRecord]) -> Iterator[str]:
        """Yield the page in pieces, marking what is met for the first time; `found` takes it."""
        visible = _HIDDEN.sub(lambda match: "\0" * len(match[0]), markdown)
        done = 0
        for match in self._pattern.finditer(visible):
            entry = self.abbreviations[match[0]]
            if entry.term not in found and entry.expansion:
                found[entry.term] = entry
                yield f'{markdown[done : match.start()]}<abbr title="{escape(entry.expansion)}">{match[0]}</abbr>'
                done = match.end()
        yield markdown[done:]

    def _terms_in(self, lowered: str) -> Iterator[GlossaryEntryRecord]:
        """Yield the terms of a page: single words by the set of its words, phrases by looking for them."""
        present = set(_WORD.findall(lowered))
        for form, entry in self.terms.items():
            first, _, rest = form.partition(" ")
            if first in present and (not rest or _stands_in(form, lowered)):
                yield entry

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Match an abbreviation, whole, the longest form first.

        Each branch begins with a letter, so that the search leaps to those letters: five times as fast.
        """
        by_letter: dict[str, list[str]] = {}
        for form in sorted(self.abbreviations, key=len, reverse=True):
            by_letter.setdefault(form[0], []).append(re.escape(form[1:]))
        branches = (
            rf"{re.escape(letter)}(?<![\w’'-].)(?:{'|'.join(rests)})(?![\w’'-])" for letter, rests in by_letter.items()
        )
        return re.compile("|".join(branches), re.DOTALL)


def _of_one_meaning(entries: list[GlossaryEntryRecord]) -> list[GlossaryEntryRecord]:
    """Return the general entries, and those of communities whose every form is nobody else's."""
    meanings = Counter(form for entry in entries for form in (entry.term, *entry.forms))
    return [
        entry
        for entry in entries
        if not entry.communities or all(meanings[form] == 1 for form in (entry.term, *entry.forms))
    ]


def _stands_in(phrase: str, text: str) -> bool:
    """Return whether a phrase stands in a text as whole words."""
    place = text.find(phrase)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(phrase) : place + len(phrase) + 1]
        if not (_WORD.match(before) or _WORD.match(after)):
            return True
        place = text.find(phrase, place + 1)
    return False
