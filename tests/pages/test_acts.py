"""Several acts of one plan: which approved it, which changed it, which edition is shown."""

from pathlib import Path

import pytest

from generator.history.reported import reported
from generator.rules.load import load
from generator.source.disk import read_files
from generator.views.about_plan import act_in_full, later_acts

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"
CHANGE = '  - {kind: Рішення, number: "7", date: 2025-06-01, title: Про зміни, role: amendment}\n'
LATER = '  - {kind: Рішення, number: "9", date: 2025-08-01, title: Ще зміни, role: amendment}\n'
REPEAL = '  - {kind: Рішення, number: "11", date: 2025-09-01, title: Про скасування, role: repeal}\n'
FIRST = '  - {kind: Розпорядження, number: "91", date: 2025-05-16, title: Про затвердження плану, text: act}\n'


def catalogue(acts="", more="", *, alone=False):
    text = SOUND[PLAN].decode()
    if alone:
        before, _, after = text.partition("act:\n")
        text = before + after[after.index("money_unit") :]
    text = text.replace("money_unit", f"{f'acts:{chr(10)}{acts}' if acts else ''}{more}money_unit", 1)
    loaded = load({**SOUND, PLAN: text.encode()})
    assert loaded.problems == []
    return loaded.catalogue


def said(*given, **kept):
    return [one.replace("\u00a0", " ") for one in later_acts(catalogue(*given, **kept).plans[0])]


def test_one_act_needs_no_more_words():
    assert said() == []


def test_changes_and_the_edition_are_said():
    assert said(LATER + CHANGE) == [
        "Змінено: Рішення від 1 червня 2025 року № 7 «Про зміни».",
        "Змінено: Рішення від 1 серпня 2025 року № 9 «Ще зміни».",
        "Тут показано план зі змінами від 1 серпня 2025 року.",
    ]
    assert said(CHANGE + LATER, "edition: 2025-06-01\n")[-1] == "Тут показано план зі змінами від 1 червня 2025 року."
    assert said(CHANGE, "edition: 2025-05-16\n")[-1] == (
        "Тут показано план, як його затверджено 16 травня 2025 року, без змін."
    )
    assert said(CHANGE + REPEAL)[1] == "Скасовано: Рішення від 1 вересня 2025 року № 11 «Про скасування»."


def test_an_approval_in_the_list_is_the_act_of_the_plan():
    whole, split = catalogue(FIRST + CHANGE, alone=True).plans[0], catalogue(CHANGE).plans[0]
    assert whole.record.act == split.record.act
    assert (act_in_full(whole), later_acts(whole)) == (act_in_full(split), later_acts(split))


@pytest.mark.parametrize(
    ("act", "sentence"), [(CHANGE, "Змінено: План дій, 2025."), (REPEAL, "Скасовано: План дій, 2025.")]
)
def test_the_feed_tells_of_later_acts_on_their_day(act, sentence):
    told = {dated.change.sentence: dated for dated in reported(catalogue(act))}
    assert sentence in told
    assert told[sentence].key != told["Затверджено: План дій, 2025."].key
