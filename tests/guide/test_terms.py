"""Phrases of the guide's page on terms read exactly as it says."""

from __future__ import annotations

import re

import pytest

from generator.language.terms import TermKind, describe, parse_term
from guide.guide_pages import page

PHRASE = re.compile(r"^- «(?P<phrase>[^»]+)» – (?P<reading>.+)\.$", re.MULTILINE)
KIND = re.compile(r"^Вид `([a-z]+)`", re.MULTILINE)
PHRASES = [
    pytest.param(
        found["phrase"], found["reading"], kind[1] if (kind := KIND.search(heading.body)) else None, id=found["phrase"]
    )
    for heading in page("terms.md").headings
    for found in PHRASE.finditer(heading.body)
]


def bare(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


@pytest.mark.parametrize(("phrase", "reading", "kind"), PHRASES)
def test_phrase_is_read_as_the_guide_says(phrase: str, reading: str, kind: str | None) -> None:
    term = parse_term(phrase)
    assert bare(describe(term) or term.text) == bare(reading)
    assert kind in {None, term.kind.value}


def test_every_kind_is_explained_with_phrases() -> None:
    explained = {str(param.values[2]) for param in PHRASES} - {"None"}
    assert explained == {kind.value for kind in TermKind} - {"unknown"}


def test_phrase_that_is_not_understood_is_not_understood() -> None:
    assert parse_term("найближчим часом").kind is TermKind.UNKNOWN
    assert "text: найближчим часом" in page("terms.md").body
