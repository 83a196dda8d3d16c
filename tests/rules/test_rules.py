"""Rules across records: each has a case of bad input that trips it, and a note beside the plan can answer it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.rules import RULES, Rule
from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.plan import Plan
    from generator.source.yaml_source import Source

HERE = Path(__file__).parents[1] / "bad_input"
SOUND = read_files(HERE / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"


def plans_of_the_cases() -> Iterator[tuple[Plan, Source]]:
    for case in sorted((HERE / "cases").iterdir()):
        files = {**SOUND, **read_files(case / "plans")}
        for plan in load(files).catalogue.plans:
            yield plan, read_source(plan.place.file, files[plan.place.file.removeprefix("plans/")])[0]


PLANS = list(plans_of_the_cases())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_case_that_trips_it(rule: Rule) -> None:
    assert any(list(rule(plan, source)) for plan, source in PLANS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_says_what_it_does(rule: Rule) -> None:
    assert (rule.__doc__ or "").startswith(("Warn", "Refuse", "See"))


def warnings(change: tuple[str, str], note: str = "") -> list[str]:
    text = SOUND[PLAN].decode().replace(*change, 1)
    return [problem.message for problem in load({**SOUND, PLAN: (text + note).encode()}).problems]


ANSWERED = [
    (("number: 1.1.2", "number: 1.2.2"), "1.2.2", "numbering", "стоїть під"),
    (("            term: Постійно\n", ""), "1.1.2", "gap", "немає строку"),
    (("{2025:", "{2052:"), "1.1.2", "slip", "2052"),
    (('year: {2025: "10,0"}', 'year: {2025: "7,0"}'), "1.1.2", "contradiction", "разом дають"),
    (('goal: "1", total: "10,0"', 'goal: "1", total: "99,0"'), '"1"', "lost", "разом дають"),
    (("ІV квартал 2025", "ІV квартал 2052"), "1.1.1", "slip", "поза періодом"),
]


@pytest.mark.parametrize(("change", "place", "kind", "words"), ANSWERED)
def test_a_note_of_a_fitting_kind_answers_a_warning(change: tuple[str, str], place: str, kind: str, words: str) -> None:
    assert any(words in message for message in warnings(change))
    assert warnings(change, f"notes:\n  - {{place: {place}, kind: {kind}, text: Так у документі}}\n") == []


@pytest.mark.parametrize(("change", "place", "kind", "words"), ANSWERED)
def test_a_note_about_something_else_does_not(change: tuple[str, str], place: str, kind: str, words: str) -> None:
    for note in (f"{{place: {place}, kind: scan, text: …}}", f"{{place: документ, kind: {kind}, text: …}}"):
        if (words, "scan" in note) != ("немає строку", True):  # a page that can't be read explains a missing term
            assert any(words in message for message in warnings(change, f"notes:\n  - {note}\n"))


def test_a_step_has_the_term_and_executors_of_its_task() -> None:
    step = "            steps: [{number: 1.1.2.1, text: Зібрати}]\n"
    assert warnings(("            funding:", step + "            funding:")) == []
    assert warnings(("            term: Постійно\n", step)) == [
        "немає строку: впишіть term, а якщо його немає в документі – absent: [term]"
    ]
