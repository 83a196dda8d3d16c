"""The table of a plan: what its style sheet says beside it is said right, whatever a document prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from generator.model.place import Place
from generator.model.plan import Measure
from generator.model.records.measure import MeasureRecord
from generator.pages.environment import component
from generator.pages.markup import label
from generator.pages.plan_cells import base_of, lines_of
from generator.pages.plan_table import PlanColumn, PlanGroup, PlanRow, head_rows, plan_columns
from project import real_catalogue

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PLANS = Path(__file__).parents[2] / "plans"
HEADINGS = ["Захід", "Строк «до»", 'Кошти, "тис." грн\'ів \\ <b>', "Два\nрядки"]


def measure(number: str, *steps: Measure) -> Measure:
    record = MeasureRecord(number=number, text="Текст")
    return Measure(number.replace(".", "-"), "1", Place("plan.yml"), record, steps=steps)


@pytest.mark.parametrize(
    ("task", "shown"),
    [
        (measure("1.1"), [None]),
        (measure("1.1", measure("1.1.1"), measure("1.1.2", measure("1.1.2.1"))), ["", ".1", ".2", ".2.1"]),
        (measure("1.1", measure("1.1.1"), measure("2.7")), ["1.1", "1.1.1", "2.7"]),
    ],
)
def test_numbers_beside_paragraphs_are_those_of_their_measures(task: Measure, shown: list[str | None]) -> None:
    assert [number for number, _ in lines_of(task)] == shown
    assert [f"{base_of(task)}{number or ''}" for number, _ in lines_of(task)] == (
        [line.record.number for line in task.with_steps()] if task.steps else [""]
    )


@pytest.mark.parametrize(("unit", "label"), [("тис. грн.", "2021, тис. грн."), (None, "2021")])
def test_sums_are_labelled_with_the_unit_of_the_plan_and_with_no_other(unit: str | None, label: str) -> None:
    plan = next(plan for plan in real_catalogue().plans if plan.community == "melitopol")
    year = next(
        column
        for column in plan_columns(replace(plan, record=plan.record.model_copy(update={"money_unit": unit})))
        if column.heading == "2021"
    )
    assert (year.label, year.is_number) == (label, True)


@pytest.mark.parametrize("community", ["nizhyn", "chernihiv", "nova-odesa", "melitopol", "kakhovka"])
def test_headings_of_columns_fill_their_rows_and_none_spans_what_it_does_not_head(community: str) -> None:
    plan = next(plan for plan in real_catalogue().plans if plan.community == community)
    columns = plan_columns(plan)
    heads = head_rows(plan, columns)
    filled: dict[tuple[int, int], str] = {}
    for top, row in enumerate(heads):
        for cell in row:
            left = next(place for place in range(len(columns)) if (top, place) not in filled)
            for place in ((top + y, left + x) for y in range(cell.rows) for x in range(cell.columns)):
                assert place not in filled
                filled[place] = cell.text
            if cell.text and cell.columns > 1:
                assert {column.is_number for column in columns[left : left + cell.columns]} == {True}
    assert set(filled) == {(y, x) for y in range(len(heads)) for x in range(len(columns))}


def test_a_goal_heads_its_rows_and_a_measure_its_row() -> None:
    columns = [PlanColumn("Захід", lambda *_: []), PlanColumn("Строк", lambda *_: [])]
    row = PlanRow("", [[(None, Markup("1.1. Дах"))], [(None, Markup("2026 рік"))]])
    groups = [PlanGroup(f"{n}.", "Ціль", "", f"{n}/", f"goal-{n}", is_top=n == 1, rows=[row]) for n in (1, 2)]
    html = str(component("plan-table", id="t", caption="План", columns=columns, head=[], groups=groups))
    assert html.count("<tbody>") == html.count('<th class="plan-table__goal" scope="rowgroup" colspan="2">') == 2
    assert '<div id="goal-1" role="heading" aria-level="3"><a href="1/">1.</a> Ціль</div>' in html
    assert '<div id="goal-2" role="heading" aria-level="4"><a href="2/">2.</a> Ціль</div>' in html
    assert html.count('<th scope="row">1.1. Дах</th><td data-column="Строк">2026 рік</td>') == 2


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Разом <у тис. грн> за всі роки", "Разом <у тис. грн> за всі роки"),
        (Markup("Разом &lt;тис.&gt;<br>за <em>роки</em>"), "Разом <тис.> за роки"),
    ],
)
def test_a_heading_has_the_same_words_over_a_column_and_before_a_cell(heading: str, words: str) -> None:
    assert label(heading) == words


@pytest.mark.browser
def test_headings_of_any_words_stand_before_cells_on_a_phone(browser: Browser) -> None:
    def nothing(*_: object) -> list[object]:
        return []

    columns = [PlanColumn(heading, nothing) for heading in HEADINGS]
    row = PlanRow("1.1", [[("", "перший"), (".1", "другий")] for _ in HEADINGS])
    group = PlanGroup("1", "Ціль", "", "1/", "goal-1", is_top=True, rows=[row])
    html = component("plan-table", id="t", caption="План", columns=columns, head=[], groups=[group])
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_content(f'<main class="page">{html}</main>')
    for sheet in ("tables", "plan-table"):
        page.add_style_tag(path=f"theme_overrides/assets/{sheet}.css")
    shown = page.eval_on_selector_all(
        "tbody tr:last-child > *", "all => all.map(e => getComputedStyle(e, '::before').content)"
    )
    written = [text[1:-1].replace('\\"', '"').replace("\\a ", "\n").replace("\\\\", "\\") for text in shown]
    assert written[1:] == [f"{heading}: " for heading in HEADINGS[1:]]
    page.close()
