"""The statement shows what the tests of today would look at, and promises no more than is known."""

from __future__ import annotations

from pathlib import Path

from accessibility.kinds import KINDS
from built.pages import read
from generator.model.records.audit import audit_results

RESULTS = Path(__file__).parents[2] / "content" / "accessibility" / "results.json"
TESTED = audit_results(RESULTS.read_bytes())


def test_results_are_of_the_kinds_that_are_looked_at_now() -> None:
    now = [(kind.id, kind.name, len(kind.addresses)) for kind in KINDS]
    assert [(kind.id, kind.name, kind.pages) for kind in TESTED.kinds] == now, "виконайте make statement"


def test_statement_says_what_was_found(built_site: Path) -> None:
    words = " ".join(read(built_site / "accessibility" / "index.html").text.split())
    for part in (
        "частково відповідає",
        "WCAG 2.2",
        "ДСТУ EN 301 549:2022",
        f"axe-core {TESTED.axe}",
        TESTED.browser,
        f"({TESTED.site_pages})",
    ):
        assert part in words
    for kind in KINDS:
        assert kind.name.capitalize() in words
    assert ("не знайдено" in words) == (not TESTED.problems)


def test_statement_claims_neither_full_conformance_nor_a_duty_of_councils(built_site: Path) -> None:
    words = read(built_site / "accessibility" / "index.html").text
    assert "повністю відповідає" not in words
    assert "757" not in words


def test_results_are_published_for_programs(built_site: Path) -> None:
    assert (built_site / "accessibility" / "results.json").read_bytes() == RESULTS.read_bytes()
