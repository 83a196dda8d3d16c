"""The table of phrases: every one is read exactly as golden.yml says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.language.terms import parse_term

PHRASES = yaml.safe_load(Path(__file__).with_name("golden.yml").read_text(encoding="utf-8"))
KEYS = ("text", "kind", "start", "end", "recurrence", "window_start", "window_end")


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase['text']}|{phrase.get('year', '')}")
def test_phrase_is_read_exactly(phrase):
    term = parse_term(phrase["text"], phrase.get("year"))
    found = term.as_dict()
    assert found == {key: phrase.get(key) for key in KEYS}
    assert tuple(found) == KEYS
    assert term.impossible == phrase.get("impossible", "")


def test_table_is_large_and_has_no_doubles():
    keys = [(phrase["text"], phrase.get("year")) for phrase in PHRASES]
    assert len(keys) >= 400
    assert len(set(keys)) == len(keys)
