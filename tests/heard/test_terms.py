"""The sample of terms that `make heard` writes."""

from __future__ import annotations

from heard import terms
from heard.terms import told_terms


def test_each_way_of_writing_is_told_once_and_what_needs_no_reading_never(monkeypatch):
    monkeypatch.setattr(terms, "VOICE", None)
    lines = told_terms(["ІІ квартал 2025 року", "ІІ квартал 2026 року", "постійно", "2026-2028 роки"])
    assert lines == [
        "написано: 2026-2028 роки", "чується: з 2026 по 2028 рік", "",
        "написано: ІІ квартал 2025 року", "чується: другий квартал 2025 року", "",
    ]  # fmt: skip


def test_twenty_are_told_at_most():
    written = ["ІІ квартал " + "і" * at for at in range(1, 60)]
    assert sum(line.startswith("написано: ") for line in told_terms(written)) == 20
