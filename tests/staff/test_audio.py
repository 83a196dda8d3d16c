"""A plan as sound: what is said of it, and that a voice makes files of it where one is installed."""

from __future__ import annotations

import shutil
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.language.spoken.numerals import has_roman
from generator.language.spoken.sums import GROUPS
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.staff import audio

if TYPE_CHECKING:
    from generator.model.plan import Plan

PLANS = Path(__file__).parents[2] / "plans"
CATALOGUE = load(read_plans(PLANS)).catalogue
SMALL = """title: План
name: План
absent: [act, period]
goals:
  - {number: "1", kind: Ціль, title: Дім, measures: [{number: "1.1", text: Дах, term: Постійно, absent: [executors]}]}
"""


@pytest.mark.parametrize("plan", CATALOGUE.plans, ids=lambda plan: plan.id)
def test_every_goal_with_measures_is_said_without_what_a_voice_stumbles_at(plan: Plan) -> None:
    said = dict(audio.chapters(CATALOGUE, plan))
    goals = [goal for goal in plan.all_goals() if goal.measures]
    assert len(said) == 1 + len(goals)
    text = "\n".join(said.values())
    assert [*has_roman(text), *(group[0] for group in GROUPS.finditer(text))] == []
    assert all(abbreviation not in text.split() for abbreviation in ("УСЗН", "ЦНАП"))


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="the voice is missing: install Debian’s espeak-ng")
def test_a_voice_writes_a_file_for_each_goal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = tmp_path / "plans" / "dim"
    (plans / "plan").mkdir(parents=True)
    (plans / "community.yml").write_text("name: Дім\nshort_name: Дім\noblast: Київська область\n", encoding="utf-8")
    (plans / "plan" / "plan.yml").write_text(SMALL, encoding="utf-8")
    assert audio.main(plans.parent, "dim/plan", tmp_path / "out") == 0
    assert "Записано файлів: 2" in capsys.readouterr().out
    for name in ("00-plan.wav", "01-1.wav"):
        with wave.open(str(tmp_path / "out" / "dim" / "plan" / name)) as sound:
            assert sound.getnframes() > sound.getframerate() / 2


def test_a_plan_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audio.main(PLANS, "nizhyn/plan", tmp_path) == 2
    assert "Плану «nizhyn/plan» немає" in capsys.readouterr().err
