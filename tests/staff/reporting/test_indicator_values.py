"""Values of indicators in forms: asked line by line, read back by their words, questioned when they can hardly be."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from generator.commands.outcome import Outcome
from generator.commands.progress import UNSURE
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.staff.reporting.form import make_forms
from generator.staff.reporting.word_form import word_form
from generator.views.indicators import indicator_values
from staff.reporting.conftest import DAY, PLAN, PLAN_YML

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLUMN = "Фактичні значення показників"
MEASURED = PLAN_YML.replace(
    '            funding: {total: "160,0", sources: [місцевий бюджет]}\n',
    """            indicators:
              - {text: Опитано, unit: осіб, targets: {2025: "120", 2026: "150"}}
              - {text: Видано довідників, targets: {2025: "10"}}
""",
)


@pytest.fixture
def measured(office):
    (office.plans / PLAN / "plan.yml").write_text(MEASURED, encoding="utf-8")
    return office


def cell(form, measure="1-1-1"):
    return form.sheet.cell(form.line(measure), form.columns[COLUMN])


def test_a_plan_without_values_asks_for_none(office):
    assert COLUMN not in office.form().columns


def test_the_form_asks_for_planned_years_that_have_come(measured):
    assert cell(measured.form()).value == "Опитано, осіб, 2025 рік:\nВидано довідників, 2025 рік:"
    assert cell(measured.form(), "1-1-2").value is None


def test_the_word_form_asks_for_the_same_within_the_page(measured):
    catalogue = load(read_plans(measured.plans)).catalogue
    (form,) = make_forms(catalogue.communities[0], catalogue.plans[0], DAY, one_file=True)
    with zipfile.ZipFile(io.BytesIO(word_form(form))) as package:
        document = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own file
    cells = ["\n".join(node.text or "" for node in cell.iter(f"{WORD}t")) for cell in document.iter(f"{WORD}tc")]
    assert COLUMN in cells
    assert "Опитано, осіб, 2025 рік:\nВидано довідників, 2025 рік:" in cells
    for grid in document.iter(f"{WORD}tblGrid"):
        widths = [int(column.get(f"{WORD}w")) for column in grid]
        assert 15600 < sum(widths) <= 15704
        assert min(widths) > 700


def test_an_untouched_row_is_blank(measured):
    outcome, said = measured.give(measured.form())
    assert outcome is Outcome.FINE
    assert said[-1] == "Нових звітів немає; нічого не записано."


def test_values_are_written_and_stand_in_the_next_form(measured):
    form = measured.form()
    form.fill("1-1-1", status="Виконується")
    cell(form).value = "Видано довідників, 2025 рік: 12\nОпитано, осіб, 2025 рік: 57"
    outcome, said = measured.give(form)
    assert outcome is Outcome.FINE, said
    assert said[0].endswith("показники: стане «Видано довідників, 2025 рік: 12; Опитано, 2025 рік: 57»")
    stored = measured.measure("1-1-1").entries[-1].record.values
    assert [(one.indicator, one.year, one.value) for one in stored] == [
        ("Видано довідників", 2025, "12"), ("Опитано", 2025, "57"),
    ]  # fmt: skip
    again = measured.form()
    assert cell(again).value == "Опитано, осіб, 2025 рік: 57\nВидано довідників, 2025 рік: 12"
    outcome, said = measured.give(again)
    assert said[-1] == "Нових звітів немає; нічого не записано."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Опитанно, 2025 рік: 57", "показника «Опитанно» у заходу немає; можливо, «Опитано»"),
        ("57", "у рядку «57» не видно року; пишіть так: назва показника, 2026 рік: 57"),
        ("Опитано, 2025 рік: 57\nОпитано, 2025: 58", "«Опитано» за 2025 рік тут двічі; лишіть одне значення"),
        ("2025 рік: 57", "показника «» у заходу немає"),
    ],
)
def test_what_cannot_be_understood_is_refused(measured, typed, words):
    form = measured.form()
    form.fill("1-1-1", status="Виконується")
    cell(form).value = typed
    outcome, said = measured.give(form)
    assert outcome is Outcome.PROBLEMS
    assert f"стовпець «{COLUMN}»: {words}" in said[0]


@pytest.mark.parametrize(
    ("value", "question"),
    [
        ("багато", "«багато» за 2025 рік – не число, а заплановано 120; відхилення не порахувати"),
        ("57 %", "«57 %» за 2025 рік – в іншій одиниці, ніж заплановано (120 осіб); відхилення не порахувати"),
        ("57000", "«57000» за 2025 рік – далеко від запланованого (120); перевірте число"),
    ],
)
def test_what_can_hardly_be_true_is_asked_first(measured, value, question):
    form = measured.form()
    form.fill("1-1-1", status="Виконується")
    cell(form).value = f"Опитано, осіб, 2025 рік: {value}"
    outcome, said = measured.give(form)
    assert (outcome, said[-1]) == (Outcome.PROBLEMS, UNSURE)
    assert said[0].endswith(question)
    assert measured.give(form, sure=True)[0] is Outcome.FINE


def test_what_was_reported_is_compared_with_what_was_planned(measured):
    form = measured.form()
    form.fill("1-1-1", status="Виконується")
    cell(form).value = "Опитано, осіб, 2025 рік: 117"
    measured.give(form)
    assert indicator_values(measured.measure("1-1-1"))[0].years[0].deviation == "На 3 менше, ніж заплановано"
