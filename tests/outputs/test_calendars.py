import itertools
from datetime import date, datetime, time, timedelta

import pytest
import vobject
from dateutil.rrule import rrulestr
from icalendar import vRecur

from generator.language.terms import TermKind, parse_term
from generator.model.records.period import PeriodRecord
from generator.outputs.calendars import subscription
from generator.outputs.recurrence import due_days, repetition

PERIOD = PeriodRecord(start=date(2025, 1, 1), end=date(2027, 12, 31))


def read(site, address="zelenivka/calendar.ics"):
    (calendar,) = vobject.readComponents(site.assets[address].decode())
    return calendar


def events(site, address="zelenivka/calendar.ics"):
    return {event.uid.value: event for event in read(site, address).contents.get("vevent", [])}


def has_day(plan, measure):
    term = measure.term
    if term is None:
        return False
    if term.kind is TermKind.RECURRING:
        return bool(due_days(term, plan.record.period))
    return term.kind in {TermKind.PERIOD, TermKind.DEADLINE} and term.end is not None


def test_every_dated_or_recurring_measure_has_an_event_and_no_other(any_site):
    for community in any_site.catalogue.communities:
        expected = {
            f"{community.id}.{plan.slug}.{measure.id}@hromada-plans": measure
            for plan in community.plans
            for measure in plan.all_measures()
            if has_day(plan, measure)
        }
        found = events(any_site, f"{community.address}calendar.ics")
        assert found.keys() == expected.keys()
        for uid, measure in expected.items():
            if measure.term.kind is not TermKind.RECURRING:
                assert found[uid].dtstart.value == measure.term.end
                assert found[uid].dtend.value == measure.term.end + timedelta(days=1)


def test_permanent_conditional_and_undated_measures_are_absent(site):
    assert {uid.split("@")[0].rpartition(".")[2] for uid in events(site)} == {
        "1-1-1",
        "1-1-3",
        "1-1-4",
        "1-2-1",
        "1-2-1-1",
    }


def test_plan_and_executor_calendars_hold_the_same_events(site):
    assert events(site, "zelenivka/plan-2025/calendar.ics").keys() == events(site).keys()
    assert {uid.split("@")[0].rpartition(".")[2] for uid in events(site, "zelenivka/executors/uszn/calendar.ics")} == {
        "1-1-1", "1-2-1", "1-2-1-1",
    }  # fmt: skip
    assert events(site, "executors/caritas/calendar.ics").keys() <= events(site).keys()


def test_event_says_what_it_is_about(site):
    event = events(site)["zelenivka.plan-2025.1-1-1@hromada-plans"]
    assert event.summary.value == "Строк: 1.1.1. Опитати; мешканців «усіх»"
    assert "Строк у документі: «травень-липень 2025» (з 1 травня до 31 липня 2025 року)" in event.description.value
    assert "Виконавці: УСЗН, БО «БФ «Карітас»»" in event.description.value
    assert event.description.value.endswith("https://example.org/plans/zelenivka/plan-2025/1-1/#m-1-1-1")
    assert event.categories.value == ["Зеленівка", "План дій, 2025–2027"]
    assert event.dtstamp.value.date() == date(2025, 11, 22)
    assert "valarm" not in event.contents


def test_cancelled_measure_is_cancelled_in_the_calendar(site):
    assert events(site)["zelenivka.plan-2025.1-2-1-1@hromada-plans"].status.value == "CANCELLED"


def test_recurring_measures_fall_due_within_the_plan(site):
    quarterly = events(site)["zelenivka.plan-2025.1-1-3@hromada-plans"]
    assert quarterly.rrule.value == "FREQ=MONTHLY;UNTIL=20271231;INTERVAL=3;BYMONTHDAY=-1"
    yearly = events(site)["zelenivka.plan-2025.1-1-4@hromada-plans"]
    assert [day.date() for day in yearly.getrruleset(addRDate=True)] == [
        date(year, 2, 28) for year in (2025, 2026, 2027)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Щокварталу", "Щороку", "Щомісяця", "Щотижня", "щомісяця до 5 числа", "щомісяця 31 числа", "щомісяця до 30 числа",
        "двічі на рік", "Щороку до 5 січня", "Щороку в лютому", "Щороку І квартал", "щороку взимку",
        "щомісяця з травня по вересень", "щоквартально протягом 2026 року",
    ],
)  # fmt: skip
def test_rule_gives_exactly_the_days_on_which_the_term_falls_due(words):
    term = parse_term(words, None)
    repeated = repetition(term, PERIOD)
    rule = vRecur(dict(repeated.rule)).to_ical().decode()
    ruled = {day.date() for day in rrulestr(rule, dtstart=datetime.combine(repeated.first, time()))}
    assert sorted(ruled - set(repeated.surplus) | set(repeated.missing)) == due_days(term, PERIOD) != []


def test_calendar_without_events_is_still_a_calendar(site):
    calendar = read(site, "zelenivka/executors/vilnyi/calendar.ics")
    assert "vevent" not in calendar.contents
    assert "vtimezone" in calendar.contents


def test_lines_end_and_fold_as_the_standard_asks(any_site):
    for address, content in any_site.assets.items():
        if address.endswith(".ics"):
            lines = content.split(b"\r\n")
            assert lines[-1] == b""
            assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_calendar_names_itself_and_where_it_comes_from(site):
    calendar = read(site)
    assert calendar.contents["x-wr-calname"][0].value == "Зеленівка: строки заходів"
    assert calendar.contents["source"][0].value == "https://example.org/plans/zelenivka/calendar.ics"
    assert calendar.method.value == "PUBLISH"


def test_addresses_are_left_out_while_the_site_has_none(homeless):
    assert b"http" not in homeless.assets["zelenivka/calendar.ics"]


def test_subscription_address(site, homeless):
    assert subscription(site.settings, "zelenivka/") == "webcal://example.org/plans/zelenivka/calendar.ics"
    assert subscription(homeless.settings, "zelenivka/") is None


def test_uids_are_unique_over_the_whole_site(any_site):
    uids = list(itertools.chain.from_iterable(
        events(any_site, f"{community.address}calendar.ics") for community in any_site.catalogue.communities
    ))  # fmt: skip
    assert len(uids) == len(set(uids)) > 0
