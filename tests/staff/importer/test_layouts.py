"""Tables as communities draw them: programmes with sums by source, sections, totals, shared cells, odd headings."""

import pytest

from staff.importer.comparing import assert_nothing_lost, goals_of, imported
from staff.importer.excel import xlsx
from staff.importer.grids import Spot, row, spot
from staff.importer.word import docx


def read(tmp_path, *blocks, known=()):
    return imported(tmp_path, "plan.docx", docx(*blocks), known)


def test_programme_with_number_column_sections_sums_by_year_and_totals(tmp_path):
    rows = [
        [spot("№ з/п", rowspan=2), spot("Перелік заходів програми", rowspan=2), spot("Строк виконання заходу", rowspan=2),
         spot("Виконавці", rowspan=2), spot("Джерела фінансування", rowspan=2),
         spot("Орієнтовні обсяги фінансування (вартість), тис. гривень, у тому числі:", colspan=3), spot("Очікуваний результат", rowspan=2)],
        row("2026 рік", "2027 рік", "Всього"),
        row(*map(str, range(1, 10))),
        [spot("Розділ І. Підтримка сімей", colspan=9)],
        row("1.", "Придбати автобус", "2026 рік", "Відділ освіти", "Місцевий бюджет", "1 250,0", "-", "1 250,0", "Придбано 1 автобус"),
        row("2.", "Провести навчання", "2026-2027 роки", "УСЗН", "", "Не потребує фінансування", "", "", "Навчено 20 осіб"),
        [spot("Разом за розділом І", colspan=5), spot("1 250,0"), spot("-"), spot("1 250,0"), spot()],
        [spot("Розділ ІІ. Доступність", colspan=9)],
        row("1.", "Облаштувати пандус", "2027 рік", "КП «Затишок»", "Інші джерела", "-", "300,5", "300,5", "Пандус є"),
        [spot("Разом за розділом ІІ", colspan=5), spot("-"), spot("300,5"), spot("300,5"), spot()],
        [spot("Усього за Програмою", colspan=5), spot("1 250,0"), spot("300,5"), spot("1 550,5"), spot()],
    ]  # fmt: skip
    data = read(tmp_path, "Програма «Родина» на 2026–2027 роки", rows)
    assert goals_of(data) == [("І", "Підтримка сімей", "Розділ", None), ("ІІ", "Доступність", "Розділ", None)]
    bus, training, ramp = data["measures"]
    assert (bus["number"], bus["id"], ramp["id"]) == ("1", "i-1", "ii-1")
    assert bus["funding"] == {
        "sources": ["Місцевий бюджет"], "unit": "тис. гривень", "total": "1 250,0", "by_year": {"2026": "1 250,0", "2027": "-"}, "text": None,
    }  # fmt: skip
    assert training["funding"] == {
        "sources": [],
        "unit": None,
        "total": None,
        "by_year": {},
        "text": "Не потребує фінансування",
    }
    assert [(total["goal"], total["total"], total["by_year"]["2026"]) for total in data["totals"]] == [
        ("i", "1 250,0", "1 250,0"), ("ii", "300,5", "-"), (None, "1 550,5", "1 250,0"),
    ]  # fmt: skip
    assert bus["indicators"] == ["Придбано 1 автобус"]
    assert_nothing_lost(data, " ".join(cell.text for cells in rows for cell in cells))


def test_words_over_all_columns_of_sums_count_once(tmp_path):
    rows = [
        [spot("Заходи", rowspan=2), spot("Термін", rowspan=2), spot("Обсяг фінансування, тис. грн", colspan=3)],
        row("Усього", "2026", "2027"),
        [spot("1.1. Захід"), spot("2026"), spot("У межах кошторисних призначень", colspan=3)],
    ]
    funding = read(tmp_path, rows)["measures"][0]["funding"]
    assert funding["text"] == "У межах кошторисних призначень"
    assert funding["by_year"] == {}


def test_rows_by_source_under_a_merged_measure(tmp_path):
    rows = [
        row("Заходи", "Термін", "Виконавці", "Джерело фінансування", "Обсяг, тис. грн"),
        [spot("1. Ремонт", rowspan=3), spot("2026", rowspan=3), spot("УЖКГ", rowspan=3), spot("Всього"), spot("300,0")],
        row("Місцевий бюджет", "100,0"),
        row("Державний бюджет", "200,0"),
    ]
    data = read(tmp_path, rows)
    assert len(data["measures"]) == 1
    assert data["measures"][0]["funding"]["total"] == "300,0"
    assert data["measures"][0]["funding"]["sources"] == ["Місцевий бюджет", "Державний бюджет"]
    assert_nothing_lost(data, "100,0 200,0")


def test_shared_term_and_executors_of_merged_cells_hold_for_every_measure(tmp_path):
    rows = [
        row("Завдання", "Заходи", "Строк", "Відповідальні"),
        [
            spot("1. Доступність", rowspan=2),
            spot("1.1. Пандус"),
            spot("2026 рік", rowspan=2),
            spot("УЖКГ\nЦНАП", rowspan=2),
        ],
        [spot("1.2. Таблички")],
    ]
    data = read(tmp_path, rows)
    assert [(m["term"], m["executors"]) for m in data["measures"]] == [("2026 рік", ["УЖКГ", "ЦНАП"])] * 2


def test_three_goal_columns_and_no_numbers_in_the_text(tmp_path):
    rows = [
        row("№", "Стратегічна ціль", "Оперативна ціль", "Завдання", "Термін", "Виконавці"),
        row("1", "Послуги поруч", "Нові послуги", "Відкрити денний центр", "2026", "УСЗН"),
        row("2", "", "", "Навчити персонал", "2026", "УСЗН"),
        row("3", "", "Якісні послуги", "Оцінити послуги", "2027", "УСЗН"),
    ]
    data = read(tmp_path, rows)
    levels = [(goal["title"], goal["level"], goal["parent"]) for goal in data["goals"]]
    first = data["goals"][0]["id"]
    assert levels == [
        ("Послуги поруч", "Стратегічна ціль", None),
        ("Нові послуги", "Оперативна ціль", first),
        ("Якісні послуги", "Оперативна ціль", first),
    ]
    assert [(m["number"], m["text"]) for m in data["measures"]] == [
        ("1", "Відкрити денний центр"),
        ("2", "Навчити персонал"),
        ("3", "Оцінити послуги"),
    ]
    assert data["measures"][2]["goal"] == data["goals"][2]["id"]


def test_goals_and_measures_in_one_column_without_merged_cells(tmp_path):
    rows = [
        row("Цілі / заходи", "Термін", "Виконавці"),
        row("Стратегічна ціль 1. Громада без бар'єрів", "", ""),
        row("1.1. Доступні будівлі", "", ""),
        row("1.1.1. Встановити пандуси", "2026", "УЖКГ"),
        row("1.1.2. Обстежити школи", "2026", "Відділ освіти"),
        row("1.2 Доступні слова", "", ""),
        row("1.2.1. Перекладати жестовою мовою", "Постійно", "УСЗН"),
    ]
    data = read(tmp_path, rows)
    assert [goal["number"] for goal in data["goals"]] == ["1", "1.1", "1.2"]
    assert [(m["number"], m["goal"]) for m in data["measures"]] == [
        ("1.1.1", "1-1"),
        ("1.1.2", "1-1"),
        ("1.2.1", "1-2"),
    ]
    assert [goal["parent"] for goal in data["goals"]] == [None, "1", "1"]


def test_several_measures_in_one_cell_with_parallel_paragraphs(tmp_path):
    rows = [
        row("Операційна ціль", "Заходи", "Термін", "Виконавці"),
        row(
            "1.1. Ціль", "1.1.1. Перший\n1.1.2. Другий\n1.1.3. Третій", "2026\n2027\nпостійно", "УСЗН\nЦНАП\nУСЗН, ЦНАП"
        ),
        [
            spot("1.2. Ціль"),
            spot("Завдання 1.2.1. Рада\nЗаходи:\nзатвердити склад;\nпровести засідання"),
            Spot(["2026", "2026", "2027"]),
            Spot(["УСЗН"] * 3),
        ],
    ]
    data = read(tmp_path, rows)
    facts = [(m["number"], m["text"], m["term"], m["executors"]) for m in data["measures"]]
    assert facts[:3] == [
        ("1.1.1", "Перший", "2026", ["УСЗН"]),
        ("1.1.2", "Другий", "2027", ["ЦНАП"]),
        ("1.1.3", "Третій", "постійно", ["УСЗН", "ЦНАП"]),
    ]
    assert facts[3:] == [
        ("1.2.1", "Рада", "2026", ["УСЗН"]),
        ("", "затвердити склад;", "2026", ["УСЗН"]),
        ("", "провести засідання", "2027", ["УСЗН"]),
    ]
    assert [m["parent"] for m in data["measures"][3:]] == [None, "1-2-1", "1-2-1"]


def test_what_can_not_be_matched_stays_at_the_task_and_is_noted(tmp_path):
    rows = [
        row("Завдання і заходи", "Термін", "Виконавці"),
        row("Завдання 1.1. Рада\n1.1.1. Склад\n1.1.2. Засідання", "2026\n2027", "УСЗН\nЦНАП\nУСЗН"),
    ]
    data = read(tmp_path, rows)
    assert [m["executors"] for m in data["measures"]] == [["УСЗН"], ["ЦНАП"], ["УСЗН"]]
    assert data["measures"][0]["term"] == "2026"
    note = next(note for note in data["notes"] if note["kind"] == "unaligned")
    assert (note["place"], note["text"]) == ("таблиця 1, рядок 2, стовпець 2", "2027")


def test_other_tables_of_the_file_are_left_out_and_listed(tmp_path):
    swot = [row("Сильні сторони", "Слабкі сторони"), row("Є заходи підтримки", "Бракує виконавців")]
    statistics = [
        row("Назва послуги", "Кількість отримувачів 2024 рік", "Потреба на 2025 рік"),
        row("Догляд", "12", "15"),
    ]
    plan = [row("Заходи", "Термін", "Виконавці"), row("1. Захід", "2026", "УСЗН")]
    data = read(tmp_path, "Вступ", swot, statistics, plan, "Начальник управління", "Ольга Назарова")
    assert len(data["measures"]) == 1
    assert_nothing_lost(data, "Вступ Бракує виконавців Догляд 12 15 Начальник управління Ольга Назарова Слабкі сторони")
    assert any(note["place"] == "таблиця 2, рядок 2" and note["text"] == "Догляд | 12 | 15" for note in data["notes"])


def test_measure_that_begins_like_a_total_is_a_measure(tmp_path):
    rows = [
        row("Заходи", "Термін", "Виконавці", "Всього, тис. грн"),
        row("Разом із громадськими організаціями провести ярмарок", "2026", "УСЗН", "10,0"),
        row("ВСЬОГО", "", "", "10,0"),
    ]
    data = read(tmp_path, rows)
    assert [m["text"] for m in data["measures"]] == ["Разом із громадськими організаціями провести ярмарок"]
    assert [(total["label"], total["goal"], total["total"]) for total in data["totals"]] == [("ВСЬОГО", None, "10,0")]


def test_table_without_any_heading_is_told_by_its_contents(tmp_path):
    rows = [
        row("1.1. Ціль перша", "1.1.1. Опитати мешканців", "Постійно", "УСЗН"),
        row("", "1.1.2. Оприлюднити результати", "ІV квартал 2026 року", "Відділ інформації"),
        row("1.2. Ціль друга", "1.2.1. Відкрити центр", "2026-2027", "КУ «Центр»"),
    ]
    data = read(tmp_path, rows)
    assert [goal["number"] for goal in data["goals"]] == ["1.1", "1.2"]
    assert [m["term"] for m in data["measures"]] == ["Постійно", "ІV квартал 2026 року", "2026-2027"]


@pytest.mark.parametrize(
    ("printed", "number", "text"),
    [
        ("2.2.2.Запровадження системи", "2.2.2", "Запровадження системи"),
        ("2.1.1 З метою інклюзивності", "2.1.1", "З метою інклюзивності"),
        ("З.1.1. Розвиток", "3.1.1", "Розвиток"),
        ("1. 1. 2. Розвиток", "1.1.2", "Розвиток"),
        ("Захід 1.4. Розвиток", "1.4", "Розвиток"),
        ("3) Розвиток", "3", "Розвиток"),
        ("А.1.2. Розвиток", "А.1.2", "Розвиток"),
        ("Забезпечити 100% охоплення", "", "Забезпечити 100% охоплення"),
        ("24/7 гаряча лінія", "", "24/7 гаряча лінія"),
        ("5 працівників навчити", "", "5 працівників навчити"),
        ("01.03.2026 провести нараду", "", "01.03.2026 провести нараду"),
    ],
)
def test_numbers_in_front_of_measures(tmp_path, printed, number, text):
    rows = [row("Заходи", "Термін", "Виконавці"), row(printed, "2026", "УСЗН")]
    measure = read(tmp_path, rows)["measures"][0]
    assert (measure["number"], measure["text"]) == (number, text)


@pytest.mark.parametrize(
    ("printed", "level", "number", "title"),
    [
        ("СТРАТЕГІЧНА ЦІЛЬ 1. Послуги", "Стратегічна ціль", "1", "Послуги"),
        ("Cтратегiчна цiль  2: Послуги", "Стратегічна ціль", "2", "Послуги"),
        ("Стратегічна ціль №3 – «Послуги»", "Стратегічна ціль", "3", "«Послуги»"),
        ("Розділ ІІ. Послуги", "Розділ", "ІІ", "Послуги"),
        ("РОЗДІЛ IV Послуги", "Розділ", "IV", "Послуги"),
        ("Пріоритет А. Послуги", "Пріоритет", "А", "Послуги"),
        ("Напрям 1.2.Послуги", "Напрям", "1.2", "Послуги"),
        ("3. Послуги", "", "3", "Послуги"),
        ("ІІІ. Послуги", "", "ІІІ", "Послуги"),
        ("Послуги", "", "", "Послуги"),
    ],
)
def test_full_width_goal_rows(tmp_path, printed, level, number, title):
    rows = [row("Заходи", "Термін", "Виконавці"), [spot(printed, colspan=3)], row("Захід", "2026", "УСЗН")]
    data = read(tmp_path, rows)
    assert goals_of(data) == [(number, title, level, None)]
    assert data["measures"][0]["goal"] == data["goals"][0]["id"]


def test_excel_numbers_dates_and_several_sheets(tmp_path):
    rows = [
        row("№", "Заходи", "Термін", "Виконавці", "Сума, тис. грн"),
        row("1", "Захід", "2026", "УСЗН\nЦНАП", "1 250,0"),
    ]
    data = imported(
        tmp_path, "plan.xlsx", xlsx(Титул=[row("План дій на 2026 рік")], План=[[spot("Додаток", colspan=5)], *rows])
    )
    measure = data["measures"][0]
    assert (measure["number"], measure["executors"], measure["funding"]["total"]) == ("1", ["УСЗН", "ЦНАП"], "1 250,0")
    assert_nothing_lost(data, "План дій на рік Додаток")


def test_title_above_the_header_and_total_in_a_middle_column(tmp_path):
    rows = [
        [spot("План заходів на 2026 рік", colspan=5)],
        row("Зміст заходу", "Термін", "Відповідальні", "Джерела", "Сума, грн"),
        [spot("1. Організаційні заходи", colspan=5)],
        row("1.1. Провести нараду", "січень", "Відділ освіти,\nвідділ культури", "-", "-"),
        row("", "", "Разом:", "", "5000"),
    ]
    data = read(tmp_path, rows)
    assert [goal["title"] for goal in data["goals"]] == ["Організаційні заходи"]
    assert data["measures"][0]["executors"] == ["Відділ освіти", "відділ культури"]
    assert data["measures"][0]["funding"]["sources"] == []
    assert [(total["label"], total["total"]) for total in data["totals"]] == [("Разом:", "5000")]
    assert_nothing_lost(data, "План заходів на 2026 рік")
