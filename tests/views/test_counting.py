"""What is counted, and what falls due: by the kind of a measure's term and by what was reported of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from generator.language.terms import Recurrence, Term, TermKind
from generator.model.community import Catalogue, Community
from generator.model.place import Place
from generator.model.plan import Goal, Measure, Plan, ProgressEntry
from generator.model.records.community import CommunityRecord
from generator.model.records.goal import GoalRecord
from generator.model.records.measure import MeasureRecord
from generator.model.records.money import FundingRecord
from generator.model.records.period import PeriodRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressEntryRecord
from generator.model.vocabulary import Absent, Status, TimeState
from generator.views.calendar import calendar
from generator.views.commitment import Commitment, Commitments, by_status, due_next
from generator.views.plan_figures import at_a_glance, count_sentences, late_sentences, money_of

AS_OF = date(2025, 10, 31)
REPORTED = date(2025, 9, 30)
NOWHERE = Place("")
DAY = date(2025, 12, 31)

TERMS = {
    "period": Term("ІV квартал 2025 року", TermKind.PERIOD, date(2025, 10, 1), DAY),
    "deadline": Term("до 31 грудня 2025 року", TermKind.DEADLINE, end=DAY),
    "ongoing": Term("Постійно", TermKind.ONGOING),
    "ongoing to a day": Term("Постійно до 31 грудня 2025 року", TermKind.ONGOING, end=DAY),
    "recurring": Term("Щокварталу", TermKind.RECURRING, recurrence=Recurrence.QUARTERLY),
    "conditional": Term("за потреби", TermKind.CONDITIONAL),
    "unknown": Term("згодом", TermKind.UNKNOWN),
    "yearless": Term("протягом року", TermKind.PERIOD),
    "none": None,
}
PERMANENT = [name for name in TERMS if name.startswith(("ongoing", "recurring", "conditional"))]
CALLED_OFF = {Status.CANCELLED, Status.MERGED}


def measure(
    number: int,
    term: str,
    status: Status | None = None,
    funding: FundingRecord | None = None,
    steps: tuple[Measure, ...] = (),
) -> Measure:
    """Make a measure with at most one report."""
    name = str(number)
    done = date(2025, 9, 1) if status is Status.DONE else None
    told = status and ProgressEntryRecord(measure=name, date=REPORTED, status=status, completed=done, spent="2,5")
    entries = (ProgressEntry(name, NOWHERE, told),) if told else ()
    record = MeasureRecord(number=name, text="Захід", funding=funding)
    return Measure(name, "1", NOWHERE, record, term=TERMS[term], steps=steps, entries=entries)


def plan_of(*measures: Measure) -> Plan:
    goal = GoalRecord(number="1", kind="Ціль", title="Послуги")
    period = PeriodRecord(start=date(2025, 1, 1), end=DAY)
    record = PlanRecord(title="План", name="План", period=period, goals=(goal,), money_unit="тис. грн.")
    return Plan("misto", "plan", NOWHERE, record, (Goal("1", NOWHERE, goal, measures=measures),))


def items_of(*measures: Measure, as_of: date = AS_OF) -> tuple[Commitment, ...]:
    record = CommunityRecord(name="Місто", short_name="Місто", oblast="Область")
    home = Community("misto", NOWHERE, record, plans=(plan_of(*measures),))
    return Commitments(Catalogue((home,)), as_of).all


@pytest.mark.parametrize(("term", "status"), list(product(TERMS, (None, *Status))))
def test_whether_a_measure_is_in_a_percentage_hangs_on_its_term_whatever_was_reported(
    term: str, status: Status | None
) -> None:
    """Decision 5: ongoing, recurring, conditional, cancelled and merged measures are left out."""
    (item,) = items_of(measure(1, term, status))
    assert item.state.counts is (term not in PERMANENT and status not in CALLED_OFF)


def test_permanent_measures_reported_done_are_done_but_in_no_percentage() -> None:
    permanent = [measure(number, "ongoing", Status.DONE) for number in range(23)]
    dated = [measure(23, "period", Status.DONE), *(measure(number, "period") for number in range(24, 35))]
    items = items_of(*permanent, *dated)
    assert by_status(items) == [("Виконано", 24), ("Звіту ще немає", 11)]
    assert count_sentences(items) == [
        "Звіт є про 24 із 35 заходів.",
        "Із 12 заходів, які мають кінцевий строк, виконано 1 (8 %).",
        "До цього ліку не входять 23 заходи: постійні – 23.",
    ]


def test_a_plan_of_permanent_measures_alone_has_no_percentage() -> None:
    items = items_of(*(measure(number, "ongoing", Status.DONE) for number in range(2)))
    assert count_sentences(items)[0] == "Звіт є про 2 із 2 заходів."
    assert [said for said in count_sentences(items) if "%" in said] == []


def test_what_is_called_off_is_neither_done_nor_late() -> None:
    late = date(2026, 1, 1)
    items = items_of(measure(1, "period", Status.CANCELLED), measure(2, "period"), as_of=late)
    assert "Із 1 заходу, який має кінцевий строк, виконано 0 (0 %)." in count_sentences(items)
    assert late_sentences(items) == ["Строк минув, а звіту немає: 1 із 2 заходів."]


@pytest.mark.parametrize("term", PERMANENT)
def test_a_permanent_measure_is_never_late(term: str) -> None:
    (item,) = items_of(measure(1, term), as_of=date(2026, 6, 1))
    assert not item.state.is_late


def test_next_come_dated_and_recurring_measures_that_are_not_finished() -> None:
    waiting = items_of(*(measure(number, term) for number, term in enumerate(TERMS)))
    assert {item.measure.term.kind.value for item in due_next(waiting, AS_OF, 9) if item.measure.term} == {
        "period", "deadline", "recurring",
    }  # fmt: skip
    finished = items_of(*(measure(number, term, Status.DONE) for number, term in enumerate(TERMS)))
    assert due_next(finished, AS_OF, 9) == []


@pytest.mark.parametrize("status", [None, Status.IN_PROGRESS, Status.DONE])
def test_the_calendar_keeps_permanent_measures_apart_whatever_was_reported(status: Status | None) -> None:
    found = calendar(items_of(*(measure(number, term, status) for number, term in enumerate(TERMS))))
    names = list(TERMS)

    def names_of(items: tuple[Commitment, ...]) -> list[str]:
        return [names[int(item.measure.id)] for item in items]

    assert [(quarter.words, names_of(items)) for quarter, items in found.quarters] == [
        ("4 квартал 2025 року", ["period", "deadline"])
    ]
    assert names_of(found.ongoing) == ["ongoing", "ongoing to a day"]
    assert names_of(found.recurring) == ["recurring"]
    assert names_of(found.conditional) == ["conditional"]
    assert (names_of(found.unread), names_of(found.unfilled)) == (["unknown", "yearless"], ["none"])
    assert found.undated == ()


def test_money_counts_permanent_measures_like_all_others() -> None:
    ten = FundingRecord(total="10,0")
    money = money_of(
        plan_of(
            measure(1, "ongoing", Status.DONE, funding=ten),
            measure(2, "period", Status.IN_PROGRESS, funding=ten),
            measure(3, "recurring", funding=ten),
        )
    )
    assert (money.planned, money.planned_is_ours, money.spent, money.reporting) == ("30,0", True, Decimal("5.0"), 2)


def test_planned_money_is_added_from_totals_else_from_years_and_says_how_many_measures_have_none() -> None:
    step = measure(5, "period", funding=FundingRecord(total="0,125"))
    plan = plan_of(
        measure(1, "period", funding=FundingRecord(total="10,0", by_year={2025: "10,0"})),
        measure(2, "period", funding=FundingRecord(total="-", by_year={2025: "1 500,0", 2026: "-"})),
        measure(3, "period", funding=FundingRecord(text="Не потребує")),
        measure(4, "period", steps=(step, measure(6, "period"))),
        measure(7, "period", funding=FundingRecord(total="1,0", by_year={2025: "1,0"}), steps=(measure(8, "period"),)),
    )
    assert money_of(plan).sentences[0] == (
        "На весь строк плану заплановано 1\u00a0511,125 тис. грн. (ми склали суми 4 із 6 заходів)."
    )


@pytest.mark.parametrize(
    ("absent", "said"), [((), []), ((Absent.FUNDING,), ["Скільки грошей заплановано, у документі не надруковано."])]
)
def test_that_a_document_names_no_money_is_said_only_where_somebody_said_so(
    absent: tuple[Absent, ...], said: list[str]
) -> None:
    plan = plan_of(measure(1, "period"))
    plan = replace(plan, record=plan.record.model_copy(update={"absent": absent}))
    spent = "Скільки витрачено, невідомо: жоден звіт не називає суми."
    assert money_of(plan).sentences == [*said, spent]


def test_money_of_a_plan_without_a_unit_gets_none() -> None:
    plan = plan_of(measure(1, "period", Status.DONE, funding=FundingRecord(total="10,0")))
    plan = replace(plan, record=plan.record.model_copy(update={"money_unit": None}))
    assert money_of(plan).sentences == [
        "На весь строк плану заплановано 10,0 (ми склали суми заходів).",
        "Витрачено 2,5: у звітах суму названо для 1 заходу.",
        "Одиниці грошей тут не вказано.",
    ]


def test_the_time_of_a_finished_measure_is_over_even_when_it_was_permanent() -> None:
    (item,) = items_of(measure(1, "ongoing", Status.DONE))
    assert (item.state.time, item.state.counts) == (TimeState.CLOSED, False)


def test_a_plan_at_a_glance_counts_as_its_report_does() -> None:
    items = items_of(
        measure(1, "deadline", Status.DONE), measure(2, "ongoing"), measure(3, "period"), as_of=date(2026, 1, 1)
    )
    glance = at_a_glance(items[0].plan, items)
    assert glance == [
        "У плані 1 ціль усіх рівнів і 3 заходи.",
        "За них відповідають 0 виконавців.",
        "Звіт є про 1 із 3 заходів.",
        "Із 2 заходів, які мають кінцевий строк, виконано 1 (50 %).",
        "До цього ліку не входить 1 захід: постійні – 1.",
        "Строк минув, а звіту немає: 1 із 3 заходів.",
    ]
    assert glance[2:5] == count_sentences(items)


def test_a_plan_at_a_glance_without_reports() -> None:
    (item,) = items_of(measure(1, "ongoing"))
    assert at_a_glance(item.plan, [item])[2:] == ["Звітів про виконання ще немає."]
