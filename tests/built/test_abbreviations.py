"""Capital abbreviations on the pages of plans: a voice spells them, so the glossary says each in full."""

from __future__ import annotations

import re
from pathlib import Path

from built.pages import pages_of, seen
from project import real_catalogue

CATALOGUE = real_catalogue()
EXPLAINED = {
    word
    for entry in CATALOGUE.glossary
    for form in (entry.term, *entry.forms)
    for word in re.findall(r"[^\W\d_]+", form)
}
ABBREVIATION = re.compile(r"(?<![\w’'ʼ-])[А-ЯІЇЄҐA-Z]{2,6}(?![\w’'ʼ])")
NUMERAL = re.compile(r"[IІVХX]+")
WORDS = {
    "ВСТУП", "РОЗДІЛ", "ЦІЛЬ", "ЦІЛІ", "ПЛАН", "САМЕ", "ТУТ", "МІСТО", "НІЖИН", "УСЬОГО", "ВСЬОГО", "РАЗОМ", "МІСТА", "ОСІБ", "ТИС",
}  # fmt: skip
"""Whole words that documents print in capitals, alone in their line."""
NAMES = {"КОДОЛА"}
FORMATS = {"PDF", "EPUB", "HTML", "QR", "URL", "CSV", "JSON", "WCAG", "COVID", "SARS", "CC", "BY", "EN"}
"""Names of formats and standards, which are nobody's words for a thing."""
HEADING = re.compile(r"[А-ЯІЇЄҐ]{7}")
"""A word that stands beside one in capitals as long as this is in a heading, where nothing can be told."""
AROUND = 40


def test_every_capital_abbreviation_of_a_plan_is_in_the_glossary(built_site: Path) -> None:
    left: dict[str, str] = {}
    for community in CATALOGUE.communities:
        for page in pages_of(built_site / community.id):
            text = " ".join(seen(page).split())
            for found in ABBREVIATION.finditer(text):
                word, around = found[0], text[max(0, found.start() - AROUND) : found.end() + AROUND]
                in_capitals = bool(HEADING.search(around))
                known = word in EXPLAINED | WORDS | NAMES | FORMATS or NUMERAL.fullmatch(word)
                if not known and not in_capitals:
                    left.setdefault(word, f"{page.relative_to(built_site)}: {around}")
    assert left == {}, left
