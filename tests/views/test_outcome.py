"""What became of measures: every one in one group, and every page that counts agrees with the lists below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.records.community import SuspensionRecord
from generator.model.vocabulary import MeasureGroup, Status, TimeState
from generator.pages.executor import sections
from generator.views.outcome import OUTCOMES, TOLD_FIRST, by_outcome, outcomes_in_short
from generator.views.plan_figures import count_sentences, late_sentences
from generator.views.state import state_of
from generator.views.undertakings import Undertakings, counted, share_of
from views.test_counting import AS_OF, CALLED_OFF, TERMS, items_of, measure

LATE = date(2026, 2, 1)


def _ids(items):
    return sorted(item.measure.id for item in items)


MADE = st.lists(st.tuples(st.sampled_from(sorted(TERMS)), st.sampled_from([None, *Status])), min_size=1, max_size=12)
DAYS = st.integers(0, 900).map(lambda days: date(2024, 12, 1) + timedelta(days))


@given(made=MADE, as_of=DAYS)
def test_every_measure_stands_in_exactly_one_group_and_none_with_a_report_among_the_silent(made, as_of):
    items = items_of(*(measure(number, term, status) for number, (term, status) in enumerate(made)), as_of=as_of)
    groups = by_outcome(items)
    assert sorted(item.measure.id for found in groups.values() for item in found) == sorted(
        item.measure.id for item in items
    )
    assert [group for group in OUTCOMES if group in groups] == list(groups)
    silent = {MeasureGroup.LATE, MeasureGroup.SILENT, MeasureGroup.ENDED}
    assert all((item.state.status is None) == (group in silent) for group, found in groups.items() for item in found)


@given(made=MADE, as_of=DAYS)
def test_the_sentences_on_top_agree_with_the_groups_below(made, as_of):
    items = items_of(*(measure(number, term, status) for number, (term, status) in enumerate(made)), as_of=as_of)
    groups = by_outcome(items)
    told = " ".join([*count_sentences(items), *late_sentences(items)])
    for group in (MeasureGroup.LATE, MeasureGroup.REPORTED_LATE):
        said = f"{group.words}: {share_of(groups.get(group, ()), items)}."
        assert (said in told) == (group in groups)
    reported = sum(len(found) for found in groups.values()) - sum(
        len(groups.get(group, ())) for group in (MeasureGroup.LATE, MeasureGroup.SILENT, MeasureGroup.ENDED)
    )
    assert (f"Звіт є про {reported} із {len(items)} " in told) == bool(reported)


@given(made=MADE, as_of=DAYS)
def test_the_page_of_an_executor_has_the_same_groups_for_what_is_done_and_late(made, as_of):
    items = items_of(*(measure(number, term, status) for number, (term, status) in enumerate(made)), as_of=as_of)
    groups, listed = by_outcome(items), sections(items, as_of)
    assert sum(len(section.items) for section in listed) == len(items)
    for group in TOLD_FIRST:
        found = [_ids(section.items) for section in listed if section.anchor == group.value]
        assert found == ([_ids(groups[group])] if group in groups else [])


@pytest.mark.parametrize(
    ("status", "group"),
    [
        (None, "Строк минув, а звіту немає"),
        (Status.IN_PROGRESS, "Повідомили, але строк минув"),
        (Status.SUSPENDED, "Повідомили, але строк минув"),
        (Status.DONE, "Зроблено"),
        (Status.CANCELLED, "Скасовано, об’єднано з іншим або вилучено"),
    ],
)
def test_what_is_late_is_told_apart_by_whether_anybody_reported(status, group):
    items = items_of(measure(1, "period", status), as_of=LATE)
    assert [found.words for found in by_outcome(items)] == [group]


def test_tasks_and_their_measures_are_counted_apart_and_never_added():
    task = measure(1, "period", steps=tuple(replace(measure(n, "period"), parent="1") for n in range(2, 5)))
    items = items_of(task, as_of=LATE)
    assert counted(items) == "1 завдання і 3 заходи"
    assert share_of(items[:2], items) == "1 із 1 завдання і 1 із 3 заходів"
    assert outcomes_in_short(items) == ["строк минув, звіту немає – 1 завдання і 3 заходи"]
    assert Undertakings(2, 3).locative == "2 завданнях і 3 заходах"


SUSPENSION = SuspensionRecord(reason="громада під окупацією", since_words="з 2022 року")


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("status", [None, *Status])
def test_where_terms_are_suspended_nothing_is_late_or_in_a_percentage(term, status):
    state = state_of(measure(1, term, status), LATE, None, suspension=SUSPENSION)
    assert not state.is_late
    assert state.due is None
    closed = {Status.DONE, *CALLED_OFF}
    assert state.time is (TimeState.CLOSED if status in closed else TimeState.SUSPENDED)
    assert not state.counts
    assert "  " not in state.sentence
    assert "минув" not in state.sentence
    assert "пізніше строку" not in state.sentence


def test_suspension_names_its_reason_and_since_when():
    state = state_of(measure(1, "period"), LATE, None, suspension=SUSPENSION)
    assert state.sentence == (
        "Громада під окупацією з 2022 року: строку не рахуємо. Чи виконують захід тепер, ми не знаємо."
    )
    assert [mark.words for mark in state.by_term] == ["Строк не рахуємо (громада під окупацією)"]


def test_a_suspension_holds_from_its_first_to_its_last_day():
    dated = SuspensionRecord(reason="бойові дії", since=date(2025, 10, 31), until=date(2025, 11, 2))
    assert [dated.holds_on(AS_OF + timedelta(days)) for days in (-1, 0, 2, 3)] == [False, True, True, False]
