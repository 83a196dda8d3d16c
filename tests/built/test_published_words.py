"""Nothing official is invented: what plan.yml publishes as the document's words is in the document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from built.pages import words
from project import real_catalogue

if TYPE_CHECKING:
    from generator.model.plan import Plan

ROOT = Path(__file__).parent.parent.parent
PLANS = real_catalogue().plans


def squeezed(text: str) -> str:
    """Words without anything between them: line breaks and lost spaces of the file do not count."""
    return "".join(words(text))


def official(plan: Plan) -> list[str]:
    found = [plan.record.title] if not plan.record.title_is_ours and plan.community != "melitopol" else []
    for goal in plan.all_goals():
        found.append(goal.record.title)
        found += [goal.record.motto] if goal.record.motto else []
    for measure in plan.all_measures():
        found += [
            measure.record.text,
            *(said for one in measure.record.indicators for said in (one.text, one.unit, one.baseline) if said),
            *(value for one in measure.record.indicators for value in one.targets.values()),
            *(said for column in measure.record.other.items() for said in column),
            *(assigned.as_written for assigned in measure.executors),
        ]
        found += [measure.term.text] if measure.term else []
        if measure.record.funding:
            found += [*measure.record.funding.sources, *measure.record.funding.by_year.values()]
            lines = measure.record.funding.lines
            found += [said for line in lines for said in (line.source, line.kind, line.sum, line.words) if said]
    return found


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_official_word_is_in_the_document(plan: Plan) -> None:
    document = squeezed((ROOT / "tests/documents" / f"{plan.community}.txt").read_text(encoding="utf-8"))
    assert [text for text in official(plan) if squeezed(text) not in document] == []


def test_every_plan_has_all_measures_of_its_document() -> None:
    counted = {plan.community: sum(1 for _ in plan.all_measures()) for plan in PLANS}
    assert counted == {"nizhyn": 35, "chernihiv": 32, "nova-odesa": 33, "melitopol": 125, "kakhovka": 24}
