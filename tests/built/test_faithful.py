"""Every document stands on its community's pages word for word; tests/documents/ holds the sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built.pages import pages_of, read, runs

DOCUMENTS = Path(__file__).parent.parent / "documents"
LEAST = {"nizhyn": 0.99, "chernihiv": 0.99, "nova-odesa": 0.99, "kakhovka": 0.99, "melitopol": 0.97}
RESIDUE = re.compile(r"\[(?:bookmark|image)[^\]]*\]")
SCANNED = {"melitopol": [(0, 97), (1010, 1117)]}
"""Lines that hold optical recognition in Latin letters; they are published only as far as they can be read."""


def document(community: str) -> list[str]:
    lines = (DOCUMENTS / f"{community}.txt").read_text(encoding="utf-8").split("\n")
    for first, last in reversed(SCANNED.get(community, [])):
        del lines[first:last]
    return [RESIDUE.sub("", line) for line in lines]


def published_runs(built_site: Path, community: str) -> set[tuple[str, ...]]:
    return {run for page in pages_of(built_site / community) for run in runs(read(page).text)}


@pytest.mark.parametrize("community", sorted(LEAST))
def test_runs_of_four_words_of_the_document_are_on_the_pages(built_site: Path, community: str) -> None:
    published, wanted = published_runs(built_site, community), runs("\n".join(document(community)))
    missing = [" ".join(run) for run in wanted if run not in published]
    assert len(missing) <= len(wanted) * (1 - LEAST[community]), missing[:50]


@pytest.mark.parametrize("community", sorted(LEAST))
def test_paragraphs_of_the_document_are_on_the_pages_whole(built_site: Path, community: str) -> None:
    published = published_runs(built_site, community)
    wanted = [run for line in document(community) for run in runs(line)]
    missing = [" ".join(run) for run in wanted if run not in published]
    assert len(missing) <= len(wanted) * 0.01, missing[:50]
