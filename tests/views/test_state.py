"""What is said of a measure on a day: nothing of a plan lasts or recurs after its period."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.language.terms import parse_term
from generator.model.community import Catalogue
from generator.model.place import Place
from generator.model.plan import Measure, ProgressEntry
from generator.model.records.measure import MeasureRecord
from generator.model.records.period import PeriodRecord
from generator.model.records.progress import ProgressEntryRecord
from generator.model.vocabulary import Status, TimeState
from generator.views.commitment import Commitments
from generator.views.state import State, StateLine, state_of
from project import real_catalogue

PLANS = Path(__file__).parents[2] / "plans"


@cache
def catalogue() -> Catalogue:
    return real_catalogue()


def state(plan: str, measure: str, as_of: date) -> State:
    """Derive the state of a real measure as if its community's terms were counted."""
    item = Commitments(catalogue(), as_of).by_measure[plan, measure]
    return state_of(item.measure, as_of, item.plan.record.period)


ENDLESS = "За планом захід виконують постійно; звіту про виконання ще немає."
ENDED = (
    "За планом захід мали виконувати постійно до 31 грудня 2026 року, коли план закінчився; звіту про виконання немає."
)


@pytest.mark.parametrize(
    ("as_of", "sentence", "ended"),
    [
        (date(2025, 6, 1), ENDLESS, None),
        (date(2026, 12, 31), ENDLESS, None),
        (date(2027, 1, 1), ENDED, date(2026, 12, 31)),
    ],
)
def test_a_permanent_measure_lasts_as_long_as_its_plan(as_of, sentence, ended):
    found = state("kakhovka/children-families-2021-2026", "ii-2-2", as_of)
    assert (found.sentence, found.ended) == (sentence, ended)


def test_days_that_only_we_chose_end_no_term_but_the_plan_is_over():
    found = state("nizhyn/social-services-2025", "1-2-1", date(2027, 1, 1))
    assert found.ended is None
    assert found.sentence == "За планом на 2025 рік захід мали виконувати постійно; звіту про виконання немає."
    assert [mark.words for mark in found.by_term] == ["Постійно – у плані на 2025 рік"]


def derived(words: str, as_of: date, status: Status | None = None) -> State:
    """Derive the state of a measure with this term in a plan of 2024 to 2028."""
    told = status and ProgressEntryRecord(measure="1", date=date(2024, 6, 1), status=status)
    entries = (ProgressEntry("1", Place(""), told),) if told else ()
    record = MeasureRecord(number="1", text="Захід")
    measure = Measure("1", "1", Place(""), record, term=parse_term(words), entries=entries)
    period = PeriodRecord(start=date(2024, 1, 1), end=date(2028, 12, 31), text="2024–2028 роки")
    return state_of(measure, as_of, period)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Постійно до 2025 року", "За планом захід мали виконувати постійно до 31 грудня 2025 року"),
        ("щороку до 2025 року", "За планом захід мали повторювати щороку до 31 грудня 2025 року"),
        ("Щокварталу 2025 року", "За планом захід мали повторювати щокварталу до 31 грудня 2025 року"),
        (
            "щороку до 5 січня до 2025 року",
            "За планом захід мали повторювати щороку (до 5 січня) до 31 грудня 2025 року",
        ),
        ("за потреби до 2025 року", "Строк залежав від події й минув 31 грудня 2025 року"),
    ],
)
def test_a_permanent_term_is_over_after_its_own_end_and_never_late(words: str, sentence: str) -> None:
    last = derived(words, date(2025, 12, 31))
    over = derived(words, date(2026, 1, 1))
    assert (last.ended, over.ended, over.due, over.is_late) == (None, date(2025, 12, 31), None, False)
    assert over.sentence == f"{sentence}; звіту про виконання немає."
    reported = derived(words, date(2026, 1, 1), Status.IN_PROGRESS)
    assert reported.sentence == f"Виконується: так повідомлено 1 червня 2024 року. {sentence}."


@pytest.mark.parametrize("words", ["постійно з 2028 року", "щороку, починаючи з 2028 року"])
def test_what_will_be_permanent_has_not_begun(words: str) -> None:
    ahead, begun = derived(words, date(2026, 11, 22)), derived(words, date(2028, 1, 1))
    assert (ahead.time, ahead.sentence) == (TimeState.UPCOMING, "Виконання за планом почнеться 1 січня 2028 року.")
    assert begun.time in {TimeState.ONGOING, TimeState.RECURRING}


def test_a_plan_that_ends_before_the_term_ends_it() -> None:
    found = derived("Постійно до 2030 року", date(2029, 1, 1))
    assert found.sentence == (
        "За планом захід мали виконувати постійно до 31 грудня 2028 року, коли план закінчився; "
        "звіту про виконання немає."
    )


def said(line: StateLine | None) -> str:
    """Write a line as it is read: marks in brackets, its sentence."""
    if line is None:
        return "–"
    marks = " ".join(f"[{mark.words}]" for mark in line.marks)
    return f"{marks} {line.sentence}".strip()


SPRING = "до 1 червня 2024 року"
TOLD = "так повідомлено 1 червня 2024 року."
OVER = "За планом захід мали виконувати постійно до 31 грудня 2025 року"


@pytest.mark.parametrize(
    ("words", "status", "in_list", "sentence"),
    [
        ("2028 рік", None, "–", "Виконання за планом почнеться 1 січня 2028 року."),
        ("Постійно", None, "–", ENDLESS),
        (
            SPRING, None, "[Строк минув] 1 червня 2024 року; звіту про виконання немає.",
            "Строк за планом минув 1 червня 2024 року; звіту про виконання немає.",
        ),
        (
            SPRING, Status.SUSPENDED, f"[Строк минув] Призупинено: {TOLD} Строк за планом минув 1 червня 2024 року.",
            f"Призупинено: {TOLD} Строк за планом минув 1 червня 2024 року.",
        ),
        (
            "Постійно до 2025 року", None, f"{OVER}; звіту про виконання немає.",
            f"{OVER}; звіту про виконання немає.",
        ),
        ("Постійно до 2025 року", Status.IN_PROGRESS, f"Виконується: {TOLD} {OVER}.", f"Виконується: {TOLD} {OVER}."),
        ("Постійно до 2025 року", Status.DONE, "[Виконано]", f"Виконано: {TOLD}"),
        ("Постійно", Status.MERGED, "[Об’єднано з іншим]", f"Об’єднано з іншим: {TOLD}"),
        ("Хтозна", None, "–", "Звіту про виконання ще немає."),
    ],
)  # fmt: skip
def test_lines_of_state_in_a_list_and_the_sentence(
    words: str, status: Status | None, in_list: str, sentence: str
) -> None:
    found = derived(words, date(2026, 11, 22), status)
    assert said(found.in_list) == in_list
    assert found.sentence == sentence


TEMPLATES = Path(__file__).parents[2] / "generator/pages"


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.parent.name)
def test_no_template_decides_a_state_by_its_code(template: Path) -> None:
    codes = {*(f'"{status.value}"' for status in Status), *(f'"{time.value}"' for time in TimeState)}
    assert [code for code in codes if code in template.read_text(encoding="utf-8")] == []
