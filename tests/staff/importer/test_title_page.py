"""Title, act and years from what stands above a table; never from the name of another document."""

import pytest

from generator.staff.importer.title_page import Line, read_title_page
from staff.importer.comparing import imported
from staff.importer.excel import xlsx
from staff.importer.grids import row, spot
from staff.importer.word import docx


def page(*texts):
    return read_title_page([Line(text, f"абзац {index}") for index, text in enumerate(texts, start=1)])


@pytest.mark.parametrize(
    ("lines", "kind", "number", "date"),
    [
        (["Додаток до рішення виконавчого комітету від 4 лютого 2026 року № 9"], "Рішення виконавчого комітету", "9", "2026-02-04"),
        (["ЗАТВЕРДЖЕНО розпорядженням Кабінету Міністрів від 14 березня 2024 р. № 958-р"], "Розпорядження Кабінету Міністрів", "958-р", "2024-03-14"),
        (["ЗАТВЕРДЖЕНО", "Рішення 12 сесії міської ради", "від 01.02.2025 № 45-12/VIII"], "Рішення 12 сесії міської ради", "45-12/VIII", "2025-02-01"),
        (["Затверджено наказом начальника обласної військової адміністрації від «5» липня 2025 року № 77/01-05"], "Наказ начальника обласної військової адміністрації", "77/01-05", "2025-07-05"),
        (["СХВАЛЕНО постановою Кабінету Міністрів України від 31 січня 2007 р. № 106"], "Постанова Кабінету Міністрів України", "106", "2007-01-31"),
    ],
)  # fmt: skip
def test_acts_of_any_kind(lines, kind, number, date):
    act = page(*lines).act
    assert (act.kind, act.number, act.date, act.place) == (kind, number, date, "абзац 1")


@pytest.mark.parametrize(
    "text",
    [
        "Додаток 2 до рішення обласної ради від _________№ ________",
        "ЗАТВЕРДЖЕНО рішенням ради від «___» ______ 2026 року № ___",
    ],
)
def test_blanks_of_an_act_are_no_act(text):
    assert page(text).act is None


def test_an_act_that_changes_the_plan_is_asked_about():
    found = page(
        "Затверджено рішенням ради від 1 лютого 2025 року № 5",
        "(зі змінами, рішення ради від 3 березня 2026 року № 44)",
    )
    assert found.act.number == "5"
    assert [line.place for line in found.amended] == ["абзац 2"]


@pytest.mark.parametrize(
    ("lines", "title", "years"),
    [
        (["ПЛАН ЗАХОДІВ", "із доступності на 2026–2027 роки", "План складено на виконання Стратегії до 2035 року."], "ПЛАН ЗАХОДІВ із доступності на 2026–2027 роки", (2026, 2027)),
        (["Комплексна програма «Турбота» на 2025 - 2027 рр."], "Комплексна програма «Турбота» на 2025 - 2027 рр.", (2025, 2027)),
        (["СТРАТЕГІЯ", "розвитку громади", "до 2027 року"], "СТРАТЕГІЯ розвитку громади до 2027 року", (2027, 2027)),
        (["План заходів на виконання Національної стратегії до 2030 року"], "План заходів на виконання Національної стратегії до 2030 року", None),
        (["План заходів на виконання Національної стратегії до 2030 року на 2026 рік"], "План заходів на виконання Національної стратегії до 2030 року на 2026 рік", (2026, 2026)),
        (["Операційний план заходів з реалізації у 2024-2026 роках Стратегії на період до 2030 року"], "Операційний план заходів з реалізації у 2024-2026 роках Стратегії на період до 2030 року", (2024, 2026)),
        (["Вступне слово голови."], "", None),
        (["м. Калинів", "ДОРОЖНЯ КАРТА", "(тис. грн)", "Виконавці"], "ДОРОЖНЯ КАРТА", None),
    ],
)  # fmt: skip
def test_titles_and_their_years(lines, title, years):
    found = page(*lines)
    assert found.title == title
    assert (found.period and (found.period.start, found.period.end)) == years


def test_years_of_the_terms_are_a_last_resort_and_marked_so(tmp_path):
    rows = [
        row("Заходи", "Термін", "Виконавці"),
        row("Захід", "до 1 травня 2027 року", "УСЗН"),
        row("Інший", "2025 рік", "УСЗН"),
    ]
    data = imported(tmp_path, "plan.docx", docx(rows))
    assert data["period"] == {"start": 2025, "end": 2027, "text": None}


def test_rows_over_a_table_of_excel_are_a_title_page_and_goals_stay_goals(tmp_path):
    rows = [
        [spot("Додаток 1 до рішення ради від 1 лютого 2026 року № 5", colspan=3)],
        [spot("Роботи з благоустрою у 2026 році", colspan=3)],
        [spot("Розділ І. Двори", colspan=3)],
        row("Заходи", "Термін", "Виконавці"),
        row("Захід", "2026", "УСЗН"),
    ]
    data = imported(tmp_path, "plan.xlsx", xlsx(План=rows))
    assert data["title"] == "Роботи з благоустрою у 2026 році"
    assert data["act"]["number"] == "5"
    assert [(goal["number"], goal["title"]) for goal in data["goals"]] == [("І", "Двори")]
