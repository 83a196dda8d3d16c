"""Where a measure stands, said once: its shape and one line of words."""

from __future__ import annotations

import re

import pytest

from components.examples import sample
from generator.model.vocabulary import Status, TimeState
from generator.views.shape import Shape, said_in_a_line, shape_of, until_when

LINES = {
    "upcoming": ("□", "ще не настав час"),
    "current": ("□", "триває, звіту ще немає"),
    "due-soon": ("□", "скоро строк, звіту ще немає"),
    "overdue": ("▲", "строк минув … року, звіту немає"),
    "ongoing": ("◇", "звіту ще немає"),
    "recurring": ("◇", "звіту ще немає"),
    "conditional": ("◇", "звіту ще немає"),
    "undated": ("□", "звіту ще немає"),
    "unread": ("□", "звіту ще немає"),
    "in-progress": ("▲", "виконується (звіт … року), строк минув … року"),
    "done": ("■", "виконано … року"),
    "done-late": ("■", "виконано … року, пізніше строку"),
    "cancelled": ("✕", "скасовано"),
    "merged": ("✕", "об’єднано з іншим"),
    "ended": ("◇", "за планом захід мали виконувати постійно до … року; звіту про виконання немає"),
}


def item(name):
    return sample().by_measure["zrazkova/plan", name]


@pytest.mark.parametrize(("name", "line"), LINES.items())
def test_a_measure_has_one_shape_and_one_line(name, line):
    said = re.sub(r"\d+ \w+ \d{4}", "…", said_in_a_line(item(name)))
    assert (shape_of(item(name).state).sign, said) == line


def test_every_report_and_every_term_is_said_by_some_line():
    said = [f"{until_when(one)} {said_in_a_line(one)}".lower() for one in sample().all]
    words = {status.words for status in Status} | {time.words for time in TimeState}
    missing = {word for word in words if not any(word.lower() in line for line in said)}
    others = {TimeState.CLOSED, TimeState.UNKNOWN, TimeState.PROJECT, TimeState.SUSPENDED}
    assert missing - {time.words for time in others} <= {
        TimeState.DONE_LATE.words,  # «виконано …, пізніше строку»
        TimeState.RECURRING.words,  # how often is said instead
    }


def test_a_term_that_the_state_tells_is_not_told_again():
    assert until_when(item("overdue")) == ""
    assert until_when(item("ended")) == ""
    assert until_when(item("current")).startswith("до ")


def test_shapes_are_told_apart_without_colour():
    assert len({shape.sign for shape in Shape}) == len(Shape)
