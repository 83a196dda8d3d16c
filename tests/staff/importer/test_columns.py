"""Columns of any kind: headings of any depth, roles, money by source, purpose and year, values, unknown ones, by hand."""

import pytest

from generator.staff.importer import ColumnMapError, as_data, draft, read_column_map, read_document, to_yaml
from staff.importer.comparing import imported
from staff.importer.excel import xlsx
from staff.importer.grids import row, spot
from staff.importer.word import docx


def read(tmp_path, *blocks):
    return imported(tmp_path, "plan.docx", docx(*blocks))


def lines(measure):
    return [tuple(line.values()) for line in measure["funding"]["lines"]]


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (("Відповідальний виконавець", "Співвиконавці"), ["lead", "with"]),
        (("Головний розпорядник коштів", "Партнери"), ["lead", "partner"]),
        (("Замовник", "Виконавець"), ["customer", "lead"]),
        (("Державний замовник", "Співвиконавці програми"), ["customer", "with"]),
    ],
)
def test_roles_of_columns(tmp_path, headings, roles):
    rows = [row("Захід", "Строк", *headings), row("Ремонт", "2026", "УЖКГ", "ЦНАП\nУСЗН (за згодою)")]
    bodies = read(tmp_path, rows)["measures"][0]["participants"]
    assert [(body["name"], body["role"]) for body in bodies] == [
        ("УЖКГ", roles[0]), ("ЦНАП", roles[1]), ("УСЗН", roles[1]),
    ]  # fmt: skip
    assert [body["by_consent"] for body in bodies] == [False, False, True]


def test_a_single_column_of_executors_gives_no_role(tmp_path):
    rows = [row("Захід", "Строк", "Відповідальні виконавці"), row("Ремонт", "2026", "УЖКГ")]
    assert read(tmp_path, rows)["measures"][0]["participants"][0]["role"] is None


def test_roles_said_inside_a_cell(tmp_path):
    cell = spot("Відповідальний: УЖКГ\nСпіввиконавці: ЦНАП, УСЗН (в частині обліку)\nПартнери – ГО «Двір»")
    bodies = read(tmp_path, [row("Захід", "Строк", "Виконавці"), row("Ремонт", "2026", cell)])["measures"][0][
        "participants"
    ]
    assert [(body["name"], body["role"], body["does"]) for body in bodies] == [
        ("УЖКГ", "lead", None), ("ЦНАП", "with", None), ("УСЗН", "with", "в частині обліку"), ("ГО «Двір»", "partner", None),
    ]  # fmt: skip


def test_years_under_sources_and_sources_under_years(tmp_path):
    fixed = [spot(text, rowspan=3) for text in ("Захід", "Строк", "Виконавці")]
    by_source = [
        [*fixed, spot("Обсяг фінансування, тис. грн", colspan=4)],
        [spot("місцевий бюджет", colspan=2), spot("інші джерела", colspan=2)],
        row("2026", "2027", "2026", "2027"),
        row("Ремонт", "2026-2027", "УЖКГ", "1,0", "2,0", "3,0", "-"),
    ]
    by_year = [
        [*fixed, spot("Обсяг фінансування, тис. грн", colspan=4)],
        [spot("2026 рік", colspan=2), spot("2027 рік", colspan=2)],
        row("місцевий бюджет", "інші джерела", "місцевий бюджет", "інші джерела"),
        row("Ремонт", "2026-2027", "УЖКГ", "1,0", "3,0", "2,0", "-"),
    ]
    wanted = {
        ("місцевий бюджет", None, "2026", "1,0", None), ("місцевий бюджет", None, "2027", "2,0", None),
        ("інші джерела", None, "2026", "3,0", None),
    }  # fmt: skip
    for rows in (by_source, by_year):
        measure = read(tmp_path, rows)["measures"][0]
        assert set(lines(measure)) == wanted
        assert measure["funding"]["unit"] == "тис. грн"


def test_purposes_without_sources_and_a_total(tmp_path):
    rows = [
        [*(spot(text, rowspan=2) for text in ("Захід", "Строк", "Виконавці")), spot("Кошти, тис. грн", colspan=3)],
        row("усього", "капітальні видатки", "поточні видатки"),
        row("Ремонт", "2026", "УЖКГ", "3,0", "1,0", "2,0"),
    ]
    measure = read(tmp_path, rows)["measures"][0]
    assert measure["funding"]["total"] == "3,0"
    assert lines(measure) == [
        (None, None, None, "3,0", None), (None, "капітальні видатки", None, "1,0", None), (None, "поточні видатки", None, "2,0", None),
    ]  # fmt: skip


def test_words_of_one_year_beside_sums_of_another(tmp_path):
    rows = [
        [*(spot(text, rowspan=2) for text in ("Захід", "Строк", "Виконавці")), spot("Кошти, тис. грн", colspan=2)],
        row("2026", "2027"),
        row("Ремонт", "2026", "УЖКГ", "3,0", "у межах кошторису"),
        row("Інший", "2026", "УЖКГ", "у межах кошторису", "за потреби"),
    ]
    first, second = read(tmp_path, rows)["measures"]
    assert lines(first) == [(None, None, "2026", "3,0", None), (None, None, "2027", None, "у межах кошторису")]
    assert lines(second) == [
        (None, None, "2026", None, "у межах кошторису"), (None, None, "2027", None, "за потреби"),
    ]  # fmt: skip


def test_several_columns_of_money_are_kept_apart_and_asked_about(tmp_path):
    rows = [
        row(
            "Захід",
            "Строк",
            "Виконавці",
            "Обсяг фінансування, тис. грн",
            "Очікувана вартість проєкту",
            "Обсяг співфінансування",
        ),
        row("Ремонт", "2026", "УЖКГ", "3,0", "9,0", "1,0"),
    ]
    data = read(tmp_path, rows)
    measure = data["measures"][0]
    assert measure["funding"]["total"] == "3,0"
    assert measure["other"] == {"Очікувана вартість проєкту": "9,0", "Обсяг співфінансування": "1,0"}
    asked = next(note["remark"] for note in data["notes"] if note["kind"] == "columns")
    assert (
        "сумою вважаємо «Обсяг фінансування, тис. грн», а не «Очікувана вартість проєкту», «Обсяг співфінансування»; чи так?"
        in asked
    )


def test_indicators_with_unit_baseline_and_targets(tmp_path):
    fixed = [
        spot(text, rowspan=2)
        for text in ("Захід", "Строк", "Виконавці", "Показник", "Одиниця виміру", "Базове значення")
    ]
    rows = [
        [*fixed, spot("Цільовий показник", colspan=2)],
        row("2026", "2027"),
        row("Ремонт", "2026", "УЖКГ", "Полагоджених дахів", "од.", "3", "5", "8"),
        row("Навчання", "2026", "УСЗН", "Навчено осіб", "", "", "", ""),
    ]
    data = read(tmp_path, rows)
    assert data["measures"][0]["indicators"] == ["Полагоджених дахів"]
    assert data["measures"][0]["indicator_values"] == [
        {"text": "Полагоджених дахів", "unit": "од.", "baseline": "3", "targets": {"2026": "5", "2027": "8"}}
    ]
    assert data["measures"][1]["indicator_values"] == []


def test_columns_without_a_field_keep_their_words_under_their_heading(tmp_path):
    rows = [
        row("№", "Назва заходу", "Дата", "Місце проведення", "Відповідальні", "Цільова аудиторія"),
        row("1", "День громади", "1 травня", "парк; клуб", "Відділ культури", "діти, молодь"),
    ]
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(rows))
    made = draft(read_document(path))
    assert as_data(made)["measures"][0]["other"] == {
        "Місце проведення": "парк; клуб",
        "Цільова аудиторія": "діти, молодь",
    }
    written = to_yaml(made)
    assert "        other:\n" not in written
    assert "    other:\n      Місце проведення: парк; клуб\n      Цільова аудиторія: діти, молодь\n" in written


def test_a_table_of_risks_beside_a_plan_is_no_plan(tmp_path):
    risks = [
        row("Ризик", "Заходи реагування", "Строк", "Відповідальні"),
        row("Брак коштів", "Шукати гранти", "постійно", "УСЗН"),
    ]
    plan = [row("Заходи", "Термін", "Виконавці"), row("1. Захід", "2026", "УСЗН")]
    data = read(tmp_path, plan, "Ризики", risks)
    assert [measure["text"] for measure in data["measures"]] == ["Захід"]


def test_a_map_by_hand_decides_what_no_heading_tells(tmp_path):
    rows = [
        row("п", "Що", "Як довго", "Разом із ким", "Хто", "Гривень торік", "Гривень"),
        row("1", "Ремонт", "2026", "ГО «Двір»", "УЖКГ", "5,0", "7,0"),
    ]
    for name, content, letters in (("plan.docx", docx(rows), "A=number; B=measure; C=term; D=partner; E=lead; G=total"),
                                   ("plan.xlsx", xlsx(План=rows), "1=number,2=measure,3=term,4=partner,5=lead,7=total")):  # fmt: skip
        path = tmp_path / name
        path.write_bytes(content)
        measure = as_data(draft(read_document(path), (), read_column_map(letters)))["measures"][0]
        assert (measure["number"], measure["text"], measure["term"]) == ("1", "Ремонт", "2026")
        assert [(body["name"], body["role"]) for body in measure["participants"]] == [
            ("ГО «Двір»", "partner"),
            ("УЖКГ", "lead"),
        ]
        assert measure["funding"]["total"] == "7,0"
        assert measure["other"] == {"Гривень торік": "5,0"}


def test_a_map_says_where_the_heading_ends_and_years_are_roles(tmp_path):
    rows = [row("а", "б", "в"), row("г", "ґ", "д"), row("Ремонт", "УЖКГ", "7,0")]
    path = tmp_path / "plan.xlsx"
    path.write_bytes(xlsx(План=rows))
    measures = as_data(draft(read_document(path), (), read_column_map("А=measure, В=executors, С=2026, header=2")))[
        "measures"
    ]
    assert [(m["text"], m["funding"]["by_year"]) for m in measures] == [("Ремонт", {"2026": "7,0"})]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("A=mesure", "«mesure» – не роль стовпця; ролі: number, goal, measure"),
        ("A measure", "«A measure» не зрозуміло; пишіть так: A=number, B=measure"),
        ("A=term", "Скажіть, у якому стовпці заходи"),
        ("", "«» не зрозуміло"),
    ],
)
def test_a_map_that_makes_no_sense(given, said):
    with pytest.raises(ColumnMapError) as refusal:
        read_column_map(given)
    assert said in str(refusal.value)
