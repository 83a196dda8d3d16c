"""A plan whose time is over says so, and leads to what came after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.community import Community
from generator.model.records.community import CommunityRecord
from generator.model.records.period import PeriodRecord
from generator.views.plan_over import PlanOver, plan_over, same_goal
from views.test_counting import NOWHERE, measure, plan_of

OLD = plan_of(measure(1, "ongoing"))


def period(first: int, last: int) -> PeriodRecord:
    return PeriodRecord(start=date(first, 1, 1), end=date(last, 12, 31))


def later(**changes):
    record = OLD.record.model_copy(update={"name": "План 2026", "period": period(2026, 2027), **changes})
    return replace(OLD, slug="plan-2026", record=record)


def home(*plans):
    record = CommunityRecord(name="Місто", short_name="Місто", oblast="Область")
    return Community("misto", NOWHERE, record, plans=plans)


def test_a_plan_in_its_time_has_no_band():
    assert plan_over(home(OLD), OLD, date(2025, 12, 31)) is None


def test_a_plan_that_is_over_says_so_though_only_we_chose_its_days():
    over = PlanOver("Це план на 2025 рік. Чи діє він тепер і чи є новий, ми не знаємо.")
    assert plan_over(home(OLD), OLD, date(2026, 1, 1)) == over


def test_a_later_plan_is_named_but_not_called_a_successor():
    assert plan_over(home(OLD, later()), OLD, date(2026, 1, 1)) == PlanOver(
        "Це план на 2025 рік. Чи діє він тепер, ми не знаємо. У громади є пізніший план:",
        "План 2026",
        "misto/plan-2026/",
    )


def test_a_replaced_plan_leads_to_its_successor_goal_by_goal_also_before_its_time_is_over():
    plans = home(OLD, later(replaces=("plan",)))
    assert plan_over(plans, OLD, date(2025, 6, 1)) is None, "the new one has not begun"
    early = home(OLD, later(replaces=("plan",), period=period(2025, 2027)))
    assert plan_over(early, OLD, date(2025, 6, 1)) == PlanOver(
        "Це план на 2025 рік. Його замінив інший:", "План 2026", "misto/plan-2026/"
    )
    plan, goal = same_goal(plans, OLD, OLD.goals[0], date(2026, 6, 1))
    assert (plan.slug, goal.id) == ("plan-2026", "1")
    assert same_goal(home(OLD), OLD, OLD.goals[0], date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "на 2025 рік"),
        (date(2021, 1, 1), date(2026, 12, 31), "на 2021–2026 роки"),
        (date(2025, 3, 1), date(2025, 12, 31), "на час від 1 березня 2025 року до 31 грудня 2025 року"),
    ],
)
def test_the_years_of_a_plan_in_words(first, last, words):
    assert PeriodRecord(start=first, end=last).for_years == words
