"""The day itself: what is said of a dated measure on the day before, the day and the day after each turn."""

from __future__ import annotations

from datetime import date

import pytest

from generator.language.terms import parse_term
from generator.model.place import Place
from generator.model.plan import Measure, ProgressEntry
from generator.model.records.measure import MeasureRecord
from generator.model.records.period import PeriodRecord
from generator.model.records.progress import ProgressEntryRecord
from generator.model.vocabulary import Status, TimeState
from generator.views.state import State, state_of

TERM = "з 1 березня до 30 червня 2025 року"


def state(as_of: date, *reports: ProgressEntryRecord, words: str = TERM, is_project: bool = False) -> State:
    entries = tuple(ProgressEntry("1", Place(""), report) for report in reports)
    measure = Measure(
        "1", "1", Place(""), MeasureRecord(number="1", text="Захід"), term=parse_term(words), entries=entries
    )
    return state_of(measure, as_of, PeriodRecord(start=date(2025, 1, 1), end=date(2025, 12, 31)), is_project=is_project)


def done(day: date) -> ProgressEntryRecord:
    return ProgressEntryRecord(measure="1", date=date(2025, 9, 1), status=Status.DONE, completed=day)


@pytest.mark.parametrize(
    ("as_of", "time", "sentence"),
    [
        (date(2025, 2, 28), TimeState.UPCOMING, "Виконання за планом почнеться 1 березня 2025 року."),
        (
            date(2025, 3, 1),
            TimeState.CURRENT,
            "Строк за планом – до 30 червня 2025 року; звіту про виконання ще немає.",
        ),
        (
            date(2025, 5, 30),
            TimeState.CURRENT,
            "Строк за планом – до 30 червня 2025 року; звіту про виконання ще немає.",
        ),
        (
            date(2025, 5, 31),
            TimeState.DUE_SOON,
            "Строк за планом – до 30 червня 2025 року; звіту про виконання ще немає.",
        ),
        (
            date(2025, 6, 30),
            TimeState.DUE_SOON,
            "Строк за планом – до 30 червня 2025 року; звіту про виконання ще немає.",
        ),
        (date(2025, 7, 1), TimeState.OVERDUE, "Строк за планом минув 30 червня 2025 року; звіту про виконання немає."),
    ],
)
def test_without_a_report_the_day_itself_is_not_late(as_of: date, time: TimeState, sentence: str) -> None:
    found = state(as_of)
    assert (found.time, found.sentence, found.is_late) == (time, sentence, time is TimeState.OVERDUE)
    assert found.due == date(2025, 6, 30)
    assert found.ahead == (None if time is TimeState.OVERDUE else date(2025, 6, 30))


@pytest.mark.parametrize(
    ("as_of", "time", "sentence"),
    [
        (date(2025, 6, 30), TimeState.DUE_SOON, "Виконується: так повідомлено 1 квітня 2025 року."),
        (date(2025, 7, 1), TimeState.OVERDUE, "Виконується: так повідомлено 1 квітня 2025 року. Строк за планом минув 30 червня 2025 року."),
    ],
)  # fmt: skip
def test_with_a_report_the_day_itself_is_not_late(as_of: date, time: TimeState, sentence: str) -> None:
    found = state(as_of, ProgressEntryRecord(measure="1", date=date(2025, 4, 1), status=Status.IN_PROGRESS))
    assert (found.time, found.sentence) == (time, sentence)
    assert found.lateness == (sentence if time is TimeState.OVERDUE else "")


@pytest.mark.parametrize(
    ("completed", "time", "sentence"),
    [
        (date(2025, 6, 29), TimeState.CLOSED, "Виконано 29 червня 2025 року."),
        (date(2025, 6, 30), TimeState.CLOSED, "Виконано 30 червня 2025 року."),
        (date(2025, 7, 1), TimeState.DONE_LATE, "Виконано 1 липня 2025 року, пізніше строку."),
    ],
)
def test_done_on_the_last_day_is_done_in_time(completed: date, time: TimeState, sentence: str) -> None:
    found = state(date(2025, 9, 1), done(completed))
    assert (found.time, found.sentence, found.is_late) == (time, sentence, False)
    assert found.lateness == (sentence if time is TimeState.DONE_LATE else "")
    assert [mark.words for mark in found.by_term] == (
        ["Виконано пізніше строку"] if time is TimeState.DONE_LATE else []
    )


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.MERGED])
def test_what_was_called_off_is_never_late_nor_counted(status: Status) -> None:
    found = state(date(2025, 12, 31), ProgressEntryRecord(measure="1", date=date(2025, 4, 1), status=status))
    assert (found.time, found.is_late, found.counts, found.by_term) == (TimeState.CLOSED, False, False, ())


@pytest.mark.parametrize(
    ("words", "counts"),
    [(TERM, True), ("до 1 травня 2025 року", True), ("Постійно", False), ("Щокварталу", False), ("за потреби", False), ("Хтозна", True)],
)  # fmt: skip
def test_only_terms_with_an_end_are_counted(words: str, counts: bool) -> None:
    assert state(date(2025, 4, 1), words=words).counts is counts


def test_of_a_project_nothing_is_promised() -> None:
    found = state(date(2025, 12, 1), is_project=True)
    assert (found.time, found.due, found.counts, found.is_late) == (TimeState.PROJECT, None, False, False)
    assert found.sentence == "Це проєкт плану: його ще не затверджено."


def test_after_the_years_of_a_plan_only_what_lasts_names_them() -> None:
    assert [mark.words for mark in state(date(2026, 1, 1)).by_term] == ["Строк минув"]
    lasting = state(date(2026, 1, 1), words="за потреби")
    assert lasting.sentence == "Строк у плані на 2025 рік залежав від події; звіту про виконання немає."
    assert state(date(2025, 12, 31), words="Постійно").term_words == ""
    assert state(date(2026, 1, 1), words="Постійно").term_words == "Постійно – у плані на 2025 рік"
