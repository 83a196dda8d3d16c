"""A form for a real plan, twenty rows filled in as Excel would, back into progress.yml, onto the page."""

import random
import shutil
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

from generator.build.recipe import assemble
from generator.commands.outcome import Outcome
from generator.model.settings import Settings
from generator.reading.country_files import read_plans
from staff.reporting.conftest import Office

REAL_PLANS = Path(__file__).parents[3] / "plans"
PLAN = "nizhyn/social-services-2025"
DAY = date(2025, 10, 31)
moment = partial(datetime, tzinfo=None)  # Excel knows no time zones


@pytest.fixture
def city(tmp_path: Path) -> Office:
    shutil.copytree(REAL_PLANS, tmp_path / "plans", ignore=shutil.ignore_patterns("progress.yml"))
    return Office(tmp_path)


def answer(index: int) -> dict[str, object]:
    return [
        {"status": "Виконано", "completed": moment(2025, 7, 1 + index), "spent": 10 + index / 2},
        {"status": "Виконується", "started": f"{1 + index}.06.2025", "comment": "Триває; «другий» етап: 50 %"},
        {"status": "Виконано", "completed": f"{1 + index:02}.08.2025", "evidence": "https://nizhynrada.example/zvit"},
        {"status": "Призупинено", "comment": "Немає коштів"},
        {"status": "Не розпочато"},
    ][index % 5]


@pytest.mark.slow
def test_twenty_rows_go_out_come_back_and_stand_on_the_page(city):
    form = city.form(plan_id=PLAN, day=DAY)
    chosen = random.Random(20).sample([code.partition("#")[2] for code in form.codes()], 20)
    for index, measure in enumerate(chosen):
        form.fill(measure, **answer(index))
    form.sort("status")
    form.insert_line(chosen[3])
    form.copy_line(chosen[7])

    dry, said = city.give(form, dry_run=True)
    assert dry is Outcome.FINE
    assert sum("було «звіту немає», стане «" in words for words in said) == 20
    assert not (city.plans / PLAN / "progress.yml").exists()

    outcome, said = city.give(form, source="УСЗН")
    assert outcome is Outcome.FINE, said
    assert "Разом: 20 нових звітів; без змін – 0 рядків; порожніх – 15 рядків." in said

    measures = list(city.plan(PLAN).all_measures())
    assert sum(bool(measure.entries) for measure in measures) == 20
    stored = {measure.id: measure.entries[-1].record.status.words for measure in measures if measure.entries}
    assert stored == {measure: answer(index)["status"] for index, measure in enumerate(chosen)}

    site = assemble(read_plans(city.plans), Settings(as_of=date(2025, 11, 5)))
    assert not site.failed
    page = next(page for page in site.pages if page.address == f"{PLAN}/report/")
    assert page.title == "Звіт про стан виконання: План дій із соціальних послуг, 2025"
    assert "Звіт є про 20 із 35 заходів." in page.text
    assert any("Виконано</th>" in line and ">8 із 35<" in line for line in page.text.splitlines())
    assert "## Зроблено: 8 із 35 заходів {#done}" in page.text.replace("\xa0", " ")
    assert "Витрачено 55,0: у звітах суму названо для 4 заходів." in page.text
    assert page.text.count('<ol class="timeline">') == 20
    assert "https://nizhynrada.example/zvit" in page.text


@pytest.mark.slow
def test_without_reports_the_page_says_so(city):
    site = assemble(read_plans(city.plans), Settings(as_of=date(2025, 11, 5)))
    pages = {page.address: page for page in site.pages}
    for plan in site.catalogue.plans:
        page = pages[f"{plan.id}/report/"]
        assert "## Звітів ще немає" in page.text
        assert "Це не означає, що їх не виконано" in page.text
        assert "Скільки виконано" not in page.text
    assert "На весь строк плану заплановано 42010,0 тис. грн. (так надруковано в документі)." in (
        pages["melitopol/strategy-2027/report/"].text
    )


@pytest.mark.slow
def test_every_plan_has_forms_that_come_back_unchanged(city):
    site = assemble(read_plans(city.plans), Settings(as_of=DAY))
    for plan in site.catalogue.plans:
        form = city.form(plan_id=plan.id, day=DAY)
        assert len(form.codes()) == len(list(plan.all_measures()))
        outcome, said = city.give(form)
        assert (outcome, said[-1]) == (Outcome.FINE, "Нових звітів немає; нічого не записано.")


@pytest.mark.slow
def test_measures_that_share_a_number_are_told_apart(city):
    kakhovka = "kakhovka/children-families-2021-2026"
    form = city.form(plan_id=kakhovka, day=DAY)
    form.fill("i-1-1", status="Виконується")
    form.fill("ii-1-1", status="Об’єднано з іншим", into="i-1-1")
    outcome, said = city.give(form)
    assert outcome is Outcome.FINE, said
    assert city.measure("i-1-1", kakhovka).entries[-1].record.status.value == "in-progress"
    assert city.measure("ii-1-1", kakhovka).entries[-1].into == "i-1-1"


def test_rows_of_two_plans_are_not_mixed(city):
    form = city.form(plan_id=PLAN, day=DAY)
    form.fill("1-1-1", status="Виконується")
    line = form.fill("1-1-2", status="Виконується", code="chernihiv/social-services-2025#1-1-2", measure=None)
    outcome, said = city.give(form)
    assert outcome is Outcome.PROBLEMS
    assert f"рядок {line}, стовпець «Код заходу»: рядок з іншого плану" in said[0]
