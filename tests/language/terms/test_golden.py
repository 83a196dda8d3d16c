"""The table of phrases: every one is read exactly as golden.yml says."""

from __future__ import annotations

from pathlib import Path

from generator.language.terms import parse_term
from project import plain

PHRASES = plain(Path(__file__).with_name("golden.yml").read_text(encoding="utf-8"))
KEYS = ("text", "kind", "start", "end", "recurrence", "window_start", "window_end")


def test_every_phrase_is_read_exactly():
    wrong = []
    for phrase in PHRASES:
        term = parse_term(phrase["text"], phrase.get("year"))
        found = {**term.as_dict(), "impossible": term.impossible}
        assert tuple(found) == (*KEYS, "impossible")
        if found != {**{key: phrase.get(key) for key in KEYS}, "impossible": phrase.get("impossible", "")}:
            wrong.append((phrase, found))
    assert wrong == []


def test_table_is_large_and_has_no_doubles():
    keys = [(phrase["text"], phrase.get("year")) for phrase in PHRASES]
    assert len(keys) >= 400
    assert len(set(keys)) == len(keys)
