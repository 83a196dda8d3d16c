"""What is said of a measure on a day: nothing of a plan lasts or recurs after its period."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.disk import read_files
from generator.load import load
from generator.model.community import Catalogue
from generator.views.commitment import Commitments
from generator.views.state import State

PLANS = Path(__file__).parents[2] / "plans"
PLAN = "nizhyn/social-services-2025"


@cache
def catalogue() -> Catalogue:
    return load(read_files(PLANS)).catalogue


def state(measure: str, as_of: date) -> State:
    return Commitments(catalogue(), as_of).by_measure[PLAN, measure].state


@pytest.mark.parametrize(
    ("as_of", "sentence", "ended"),
    [
        (date(2025, 6, 1), "За планом захід виконують постійно; звіту про виконання ще немає.", None),
        (date(2025, 12, 31), "За планом захід виконують постійно; звіту про виконання ще немає.", None),
        (
            date(2026, 1, 1),
            (
                "За планом захід мали виконувати постійно до 31 грудня 2025 року, коли план закінчився; "
                "звіту про виконання немає."
            ),
            date(2025, 12, 31),
        ),
    ],
)
def test_a_permanent_measure_lasts_as_long_as_its_plan(as_of, sentence, ended):
    found = state("1-2-1", as_of)
    assert (found.sentence, found.plan_ended) == (sentence, ended)
