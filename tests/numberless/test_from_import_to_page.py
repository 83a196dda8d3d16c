"""Drafts of documents of other kinds, as the site shows them: what the file gives no number has none on any page."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from generator.build.recipe import Assembled, assemble
from generator.staff.importer import draft, read_document, to_yaml
from generator.staff.scaffold.bodies import entries
from numberless.brid import ADDRESS, SETTINGS

DOCUMENTS = sorted((Path(__file__).parents[1] / "staff/importer/files").iterdir())
COMMUNITY = "name: Калинобрідська громада\nshort_name: Калиновий Брід\noblast: Полтавська область\n"
PLAN = "kalynovyi-brid/plan/"


@cache
def shown(path: Path) -> Assembled:
    """Return the site with the draft of a document on it, marked as one."""
    drafted = draft(read_document(path))
    named = entries(drafted.executor_names, set())
    bodies = f"executors:\n{named}\n" if named else "executors: []\n"
    files = {
        "kalynovyi-brid/community.yml": (COMMUNITY + bodies).encode(),
        f"{PLAN}plan.yml": to_yaml(drafted, drafted.executor_names).encode(),
    }
    site = assemble(files, SETTINGS, drafts=True)
    assert not site.failed, site.problems
    return site


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_pages_of_a_draft_show_no_id_in_the_place_of_a_number(path: Path) -> None:
    site = shown(path)
    data = json.loads(next(one.content for one in site.assets if one.address == f"{PLAN}plan.json"))
    printed = {str(one["number"]) for kind in ("goals", "measures") for one in data[kind]} - {"None"}
    ids = {one["id"] for one in data["measures"] if one["number"] is None}
    labels = re.compile(r"^#+ (?:<span class=\"level\">[^<]*</span> )?(\d[\d.-]*)\.? ", re.MULTILINE)
    for page in site.pages:
        if page.address.startswith(PLAN):
            words = ADDRESS.sub(" ", page.markdown)
            assert [one for one in ids if re.search(rf"(?<![\w-]){one}(?![\w-])", words)] == []
            assert {found.rstrip(".") for found in labels.findall(page.markdown)} <= printed, page.address


def test_measures_without_goals_and_without_numbers_are_published_as_they_stand() -> None:
    objects = {page.address: page.markdown for page in shown(next(p for p in DOCUMENTS if p.name[:2] == "11")).pages}
    assert f"{PLAN}measures/" in objects
    assert 'role="heading"' not in objects[PLAN]
    department = {page.address: page.markdown for page in shown(next(p for p in DOCUMENTS if p.name[:2] == "16")).pages}
    assert '<th scope="row"><a href=' in department[PLAN]
    assert not re.search(r"i-\d", ADDRESS.sub(" ", department[PLAN]))
