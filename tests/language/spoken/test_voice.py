"""Readings of the five plans, heard by eSpeak NG's Ukrainian voice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.language.spoken import spoken, stumbles
from project import real_catalogue

ROOT = Path(__file__).parents[3]
PLANS = real_catalogue().plans
GLOSSARY = real_catalogue().glossary
EXPANSIONS = {
    form: entry.expansion
    for entry in GLOSSARY
    if entry.kind == "abbreviation" and entry.expansion
    for form in (entry.term, *entry.forms)
}
MEASURES = [measure for plan in PLANS for measure in plan.all_measures()]
TERMS = {measure.term.text for measure in MEASURES if measure.term}
LABELS = {goal.printed_label for plan in PLANS for goal in plan.all_goals()}
EXECUTORS = {assigned.executor.label for measure in MEASURES for assigned in measure.executors}
SUMS = {
    f"{printed} {plan.record.money_unit}"
    for plan in PLANS
    for sums in (*(m.record.funding for m in plan.all_measures() if m.record.funding), *plan.record.totals)
    for printed in (sums.total, *sums.by_year.values())
    if printed and printed.strip("-–— ")
}
ALL = sorted(TERMS | LABELS | SUMS | EXECUTORS)
VOICE = shutil.which("espeak-ng")
needs_voice = pytest.mark.skipif(VOICE is None, reason="the voice is missing: install Debian’s espeak-ng")


def heard(text: str) -> str:
    """What the voice makes of a text, in eSpeak's phonemes; a switch to another language is «(en)»."""
    done = subprocess.run(
        [str(VOICE), "-v", "uk", "-q", "-x", text], capture_output=True, text=True, check=True, timeout=20
    )
    return " ".join(done.stdout.split())


def test_there_is_something_to_hear() -> None:
    assert len(TERMS) > 40
    assert len(SUMS) > 50
    assert LABELS
    assert EXECUTORS


def test_nothing_is_left_that_a_voice_stumbles_at() -> None:
    assert [(text, left) for text in ALL if (left := stumbles(spoken(text, EXPANSIONS)))] == []


@needs_voice
@pytest.mark.parametrize("text", sorted(TERMS | LABELS | SUMS))
def test_the_voice_stays_ukrainian_and_spells_nothing(text: str) -> None:
    said = heard(spoken(text))
    assert "(en)" not in said
    assert said.split()[0]
    assert "i'i" not in said
    assert "nulj" not in said  # a figure nought: the thousands of a parted number


@needs_voice
@pytest.mark.parametrize(
    ("official", "words"),
    [
        ("ІІІ квартал", "третій квартал"),
        ("І-ІІ квартал", "перший і другий квартал"),
        ("ІV квартал", "четвертий квартал"),
        ("Щороку ІІ квартал", "щороку, другий квартал"),
        ("42 010 тисяч", "сорок два мільйони десять тисяч"),
        ("2026-2028 роки", "з 2026 по 2028 рік"),
        ("85,0 тис. грн", "вісімдесят п’ять тисяч гривень"),
    ],
)
def test_the_voice_says_the_words_and_said_others_before(official: str, words: str) -> None:
    assert spread(heard(spoken(official))) == spread(heard(words))
    assert spread(heard(official)) != spread(heard(words))


def spread(phonemes: str) -> str:
    """Phonemes without stress, pauses and the seams of words, which figures and words part differently."""
    return "".join(char for char in phonemes if char.isalpha() or char == ";")
