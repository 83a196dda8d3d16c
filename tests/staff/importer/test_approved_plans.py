"""Files made from the five approved plans come back whole, however they were laid out."""

import pytest

from staff.importer.approved import approved, four_columns, money_table
from staff.importer.comparing import assert_as_approved, assert_nothing_lost, imported, matched, share
from staff.importer.excel import xlsx
from staff.importer.grids import shuffled, spot
from staff.importer.opendocument import odt
from staff.importer.word import docx

PLAIN = ["nizhyn", "chernihiv", "nova-odesa"]
TABLES = [*PLAIN, "kakhovka"]
GOALS = ["empty", "merged", "stray"]
JOINTS = ["\n", "; ", ", ", ",\n", ";\n"]


def text_of(rows):
    return " ".join(cell.text for cells in rows for cell in cells)


def _ways():
    """Every combination; in the quick round only so many that each two choices meet."""
    for table, name in enumerate(TABLES):
        for sign, joint in enumerate(JOINTS):
            for column, goals in enumerate(GOALS):
                marks = () if (table + sign) % len(GOALS) == column else pytest.mark.slow
                yield pytest.param(name, goals, joint, marks=marks)


@pytest.mark.parametrize(("name", "goals", "joint"), list(_ways()))
def test_word_table_with_any_goal_column_and_any_separator_of_executors(tmp_path, name, goals, joint):
    rows = four_columns(name, goals=goals, joint=joint)
    data = imported(tmp_path, "plan.docx", docx("План дій", rows, "Міський голова"))
    assert_as_approved(data, approved(name))
    assert_nothing_lost(data, text_of(rows) + " План дій Міський голова")


@pytest.mark.parametrize("name", TABLES)
def test_opendocument_and_excel_read_the_same(tmp_path, name):
    rows = four_columns(name, goals="merged")
    assert_as_approved(imported(tmp_path, "plan.odt", odt("План дій", rows)), approved(name))
    assert_as_approved(imported(tmp_path, "plan.xlsx", xlsx(План=rows)), approved(name))


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("order", [(1, 0, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_columns_may_stand_in_any_order(tmp_path, name, order):
    rows = shuffled(four_columns(name), order)
    assert_as_approved(imported(tmp_path, "plan.docx", docx(rows)), approved(name))


@pytest.mark.parametrize(
    "headings",
    [
        {"measure": "Заходи", "term": "Строк виконання", "executors": "Відповідальні за виконання"},
        {
            "measure": "Перелік завдань та заходів",
            "term": "Термін реалізації",
            "executors": "Відповідальний виконавець",
        },
        {"measure": "Найменування заходу", "term": "Строки", "executors": "Виконавець"},
        {"measure": "Зміст заходу", "term": "Період виконання", "executors": "Хто виконує"},
        {"measure": "ЗАВДАННЯ", "term": "Tермін", "executors": "Bідповідальні"},
    ],
)
def test_columns_are_known_under_their_usual_names(tmp_path, headings):
    rows = four_columns("nova-odesa", headings=headings, header_each=False)
    assert_as_approved(imported(tmp_path, "plan.docx", docx(rows)), approved("nova-odesa"))


@pytest.mark.parametrize("name", TABLES)
def test_table_split_over_pages_with_and_without_repeated_header(tmp_path, name):
    rows = four_columns(name, header_each=False)
    third = len(rows) // 3
    parts = rows[:third], rows[third : 2 * third], [rows[0], *rows[2 * third :]]
    data = imported(tmp_path, "plan.docx", docx(parts[0], "", parts[1], "Продовження додатка 1", parts[2]))
    assert_as_approved(data, approved(name))


def test_indicators_come_paragraph_by_paragraph(tmp_path):
    data = imported(tmp_path, "plan.docx", docx(four_columns("kakhovka", indicators=True)))
    pairs = list(matched(data, approved("kakhovka")))
    assert share(pairs, lambda fact, measure: fact.indicators == measure["indicators"]) == 1


def test_ids_are_those_of_the_approved_plan_where_numbers_repeat(tmp_path):
    data = imported(tmp_path, "plan.docx", docx(four_columns("kakhovka")))
    assert [goal["id"] for goal in data["goals"]][:5] == ["i", "i-1", "ii", "ii-1", "ii-2"]
    ids = [item["id"] for item in [*data["goals"], *data["measures"]]]
    assert len(ids) == len(set(ids))
    assert "ii-3-5" in ids


def test_goals_as_paragraphs_above_each_table(tmp_path):
    rows = four_columns("nizhyn", header_each=True)
    starts = [index for index, cells in enumerate(rows) if len(cells) == 1]
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        blocks += [rows[start][0].text, rows[start + 1 : end]]
    assert_as_approved(imported(tmp_path, "plan.docx", docx("План", *blocks)), approved("nizhyn"))


@pytest.mark.parametrize("write", ["docx", "odt", "xlsx"])
def test_tasks_with_parallel_paragraphs_and_money_by_year(tmp_path, write):
    rows = money_table()
    make = {"docx": lambda: docx(rows), "odt": lambda: odt(rows), "xlsx": lambda: xlsx(План=rows)}[write]
    data = imported(tmp_path, f"plan.{write}", make())
    plan = approved("melitopol")
    assert_as_approved(data, plan)
    assert_nothing_lost(data, text_of(rows))
    totals = [(total["label"], total["goal"], total["total"]) for total in data["totals"]]
    assert totals == [
        ("ВСЬОГО:", "1", "27280,0"),
        ("ВСЬОГО:", "2", "11880,0"),
        ("ВСЬОГО:", "3", "2850,0"),
        ("РАЗОМ:", None, "42010,0"),
    ]
    assert data["totals"][0]["by_year"]["2023"] == "8486,2"
    by_number = {measure["number"]: measure for measure in data["measures"]}
    assert by_number["1.2.2"]["funding"] == {
        "sources": ["місцевий бюджет м.Мелітополя", "залучені кошти"],
        "unit": "тис. грн.",
        "total": "1800,0",
        "by_year": {"2021": "-", "2022": "-", "2023": "1000,0", "2024": "800,0", "2025": "-", "2026": "-", "2027": "-"},
        "text": None,
    }
    assert by_number["1.2.2.3"]["parent"] == by_number["1.2.2"]["id"]


def test_second_table_of_the_plan_and_report_form_are_kept_in_notes(tmp_path):
    overview = [
        [spot("СТРАТЕГІЧНА ЦІЛЬ 1. ЯКІСНА ПІДТРИМКА", colspan=2)],
        [
            spot("Операційна ціль 1.1.\nУдосконалення"),
            spot("Завдання 1.1.1.\nСтворення ради\n1.1.1.1. Оглядовий захід"),
        ],
    ]
    form = [
        [
            spot(text)
            for text in (
                "Оперативна ціль",
                "Перелік завдань та заходів",
                "Планова дата виконання",
                "Статус виконання",
                "Фактична дата виконання",
            )
        ],
        [spot("Стратегічна ціль:", colspan=5)],
    ]
    data = imported(tmp_path, "plan.docx", docx(overview, "План реалізації", money_table(), "Додаток 1", form))
    assert_as_approved(data, approved("melitopol"))
    noted = [note for note in data["notes"] if note["place"].startswith(("таблиця 1", "таблиця 3"))]
    assert any("Оглядовий захід" in note["text"] for note in noted)
    assert any("Фактична дата виконання" in note["text"] for note in noted)
