"""«Особливості документа»: all on a page of their own; the page of the plan counts all but misprints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from built.pages import read, seen, words
from generator.model.vocabulary import NoteKind
from project import real_catalogue

if TYPE_CHECKING:
    from generator.model.plan import Plan

PLANS = real_catalogue().plans


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.community)
def test_each_note_is_told_where_it_belongs(built_site: Path, plan: Plan) -> None:
    notes = " ".join(words(seen(built_site / plan.notes_address / "index.html")))
    assert len(plan.notes) > 5
    for note in plan.notes:
        assert " ".join(words(note.record.text)) in notes


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.community)
def test_the_page_of_a_plan_leads_to_all_notes(built_site: Path, plan: Plan) -> None:
    links = read(built_site / plan.address / "index.html").links
    kinds = {note.record.kind for note in plan.notes} - {NoteKind.SLIP}
    assert "notes/" in links
    assert {f"notes/#{kind.value}" for kind in kinds} <= set(links)
