"""Indicators year by year: planned as printed, actual by the latest reports, deviation only between like numbers."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.indicators import deviation, quantity
from generator.rules.load import load
from generator.source.disk import read_files
from generator.views.indicators import indicator_values

SAMPLE = Path(__file__).parents[1] / "bad_input" / "sound" / "plans"
PLAN, PROGRESS = "nizhyn/plan-2025/plan.yml", "nizhyn/plan-2025/progress.yml"
FUNDING = '            funding: {total: "10,0", by_year: {2025: "10,0"}}\n'
INDICATORS = """            indicators:
              - {text: Опитано, unit: осіб, baseline: "40", targets: {2024: "60", 2025: "1 200"}}
              - {text: Довіра, targets: {2025: висока}}
              - Видано довідник
"""


def measured(*reports):
    files = read_files(SAMPLE)
    files[PLAN] = files[PLAN].replace(FUNDING.encode(), INDICATORS.encode())
    files[PLAN] = files[PLAN].replace(b'goal: "1", total: "10,0"', b'goal: "1", total: "0,0"')
    files[PLAN] = files[PLAN].replace("[Карітас]".encode(), "[Карітас, УСЗН]".encode())
    if reports:
        files[PROGRESS] = ("entries:\n" + "".join(f"  - {{measure: 1.1.2, {one}}}\n" for one in reports)).encode()
    (plan,) = load(files).catalogue.plans
    return indicator_values(plan.measure("1-1-2"))


def report(day, value, body="", indicator="Опитано", year=2025):
    by = f", executor: {body}" if body else ""
    said = f'values: [{{indicator: {indicator}, year: {year}, value: "{value}"}}]'
    return f"date: 2025-{day}, status: in-progress{by}, {said}"


def test_without_reports_there_is_only_what_is_planned():
    asked, trust = measured()
    assert [(year.year, year.planned, year.actual, year.deviation) for year in asked.years] == [
        (2024, "60", None, ""), (2025, "1 200", None, ""),
    ]  # fmt: skip
    assert (asked.heading, asked.sentence) == ("Опитано, осіб", "Фактичних значень у звітах ще немає.")
    assert [year.planned_share for year in asked.years] == [5.0, 100.0]
    assert (trust.heading, trust.years[0].planned, trust.years[0].planned_share) == ("Довіра", "висока", None)


def test_the_latest_report_counts_and_the_deviation_is_in_words():
    asked = measured(report("06-01", "900"), report("09-01", "1 150,5"), report("07-01", "1000"))[0]
    year = asked.years[1]
    assert (year.actual, year.difference, year.deviation) == (
        "1 150,5", Decimal("-49.5"), "На 49,5 менше, ніж заплановано",
    )  # fmt: skip
    assert asked.sentence == "За 2025 рік заплановано 1 200, фактично 1 150,5: на 49,5 менше, ніж заплановано."


def test_values_of_two_bodies_stand_side_by_side_without_a_deviation():
    year = measured(report("06-01", "900", "УСЗН"), report("05-01", "300", "Карітас"))[0].years[1]
    assert (year.actual, year.deviation) == ("Карітас: 300; УСЗН: 900", "")
    same = measured(report("06-01", "1200", "УСЗН"), report("05-01", "1200", "Карітас"))[0].years[1]
    assert (same.actual, same.deviation) == ("1200", "Як заплановано")


def test_an_indicator_is_meant_by_its_words_and_one_without_targets_may_be_reported():
    found = measured(report("06-01", "1 примірник", indicator="видано  довідник"))
    assert [(one.record.text, one.years[0].actual, one.years[0].planned) for one in found[2:]] == [
        ("Видано довідник", "1 примірник", None)
    ]


@pytest.mark.parametrize(
    ("planned", "actual", "unit", "difference"),
    [
        ("60", "57", "осіб", "-3"),
        ("60", "57 осіб", "осіб", "-3"),
        ("60 %", "70%", None, "10"),
        ("60", "57", None, "-3"),
        ("1 250,5", "1\u00a0251", None, "0.5"),
        ("60", "57 %", "осіб", None),
        ("60", "багато", "осіб", None),
        ("60–70", "65", "осіб", None),
        ("висока", "висока", None, None),
        (None, "57", "осіб", None),
        ("−5", "-7", "%", "-2"),
    ],
)
def test_a_deviation_is_between_numbers_in_one_unit(planned, actual, unit, difference):
    found = deviation(planned, actual, unit)
    assert (found if found is None else str(found)) == difference


def test_words_are_no_quantity():
    assert quantity("не менше 5") is None
    assert quantity("") is None


def test_the_day_of_the_report_does_not_hang_on_the_order_of_the_file():
    one, two = report("06-01", "900"), report("09-01", "1000")
    assert measured(one, two) == measured(two, one)
