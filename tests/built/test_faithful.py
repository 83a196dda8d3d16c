"""Every document stands word for word on the page of its whole plan, with its notes, and the pages of its texts.

tests/documents/ holds the sources. Goal pages arrange the document anew, so they prove nothing here.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built.pages import runs, seen

DOCUMENTS = Path(__file__).parent.parent / "documents"
LEAST = {"nizhyn": 0.992, "chernihiv": 0.994, "nova-odesa": 0.996, "kakhovka": 0.991, "melitopol": 0.981}
"""Share of the runs of the whole document; some lie across the borders of its cells and pages. Measured, rounded down."""
LEAST_WITHIN = {"nizhyn": 1, "chernihiv": 1, "nova-odesa": 1, "kakhovka": 1, "melitopol": 0.994}
"""Share of the runs within its paragraphs."""
RESIDUE = re.compile(r"\[(?:bookmark|image)[^\]]*\]")
SCANNED = {"melitopol": [(0, 97), (1010, 1117)]}
"""Lines that hold optical recognition in Latin letters; they are published only as far as they can be read."""


def document(community: str) -> list[str]:
    lines = (DOCUMENTS / f"{community}.txt").read_text(encoding="utf-8").split("\n")
    for first, last in reversed(SCANNED.get(community, [])):
        del lines[first:last]
    return [RESIDUE.sub("", line) for line in lines]


def published_runs(built_site: Path, community: str) -> set[tuple[str, ...]]:
    plans = [data.parent for data in (built_site / community).glob("*/plan.json")]
    pages = [
        page
        for plan in plans
        for page in (plan / "index.html", *plan.glob("notes/index.html"), *sorted(plan.glob("text/*/index.html")))
    ]
    return {run for page in pages for run in runs(seen(page))}


@pytest.mark.parametrize("community", sorted(LEAST))
def test_runs_of_words_of_the_document_are_on_the_plan_page_and_its_texts(built_site: Path, community: str) -> None:
    published, wanted = published_runs(built_site, community), runs("\n".join(document(community)))
    missing = [" ".join(run) for run in wanted if run not in published]
    assert len(missing) <= len(wanted) * (1 - LEAST[community]), missing[:50]


@pytest.mark.parametrize("community", sorted(LEAST))
def test_paragraphs_of_the_document_are_whole_on_the_plan_page_and_its_texts(built_site: Path, community: str) -> None:
    published = published_runs(built_site, community)
    wanted = [run for line in document(community) for run in runs(line)]
    missing = [" ".join(run) for run in wanted if run not in published]
    assert len(missing) <= len(wanted) * (1 - LEAST_WITHIN[community]), missing[:50]
