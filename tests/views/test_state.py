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


@cache
def catalogue() -> Catalogue:
    return load(read_files(PLANS)).catalogue


def state(plan: str, measure: str, as_of: date) -> State:
    return Commitments(catalogue(), as_of).by_measure[plan, measure].state


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
    assert (found.sentence, found.plan_ended) == (sentence, ended)


def test_days_that_only_we_chose_end_nothing():
    found = state("nizhyn/social-services-2025", "1-2-1", date(2027, 1, 1))
    assert (found.sentence, found.plan_ended) == (ENDLESS, None)
