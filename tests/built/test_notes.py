"""«Особливості документа»: all on a page of their own, all but misprints on the page of the plan."""

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
    page, notes = (" ".join(words(seen(built_site / at / "index.html"))) for at in (plan.address, plan.notes_address))
    assert len(plan.notes) > 5
    for note in plan.notes:
        said = " ".join(words(note.record.text))
        assert said in notes
        assert (said in page) == (note.record.kind is not NoteKind.SLIP)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.community)
def test_the_page_of_a_plan_leads_to_all_notes(built_site: Path, plan: Plan) -> None:
    assert "notes/" in read(built_site / plan.address / "index.html").links
