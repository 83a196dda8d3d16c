"""The desk says what `plans check` says, word for word and in the same order, of every case of bad input."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import ROOT
from staff.workplace.asking import Asked, given

CASES = ROOT / "tests" / "bad_input" / "cases"
SOUND = given(ROOT / "tests" / "bad_input" / "sound" / "plans")


@pytest.mark.parametrize("case", sorted(path for path in CASES.iterdir() if path.is_dir()), ids=lambda path: path.name)
def test_every_bad_input_is_told_word_for_word(case: Path) -> None:
    """All of it is what the command says; what is said of one plan while a person types is the part about that plan."""
    asked = Asked()
    plans = asked.done("open", files={**SOUND, **given(case / "plans")}, today="2026-01-01")["plans"]
    everything = [one["whole"] for one in asked.done("check", all=True)["problems"]]
    assert "".join(f"{one}\n" for one in everything) == (case / "expected.txt").read_text(encoding="utf-8")
    for plan in plans:
        asked.done("choose", plan=plan["plan"])
        told = {one["whole"] for one in asked.done("check")["problems"]}
        assert told <= set(everything)
        assert {one for one in everything if one.startswith(f"{plan['path']}:")} <= told
