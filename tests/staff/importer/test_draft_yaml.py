"""The draft plan.yml: valid, in the project's own format, with everything that was left over as comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.records.plan import PlanRecord
from generator.source.yaml_scalars import scalar
from generator.staff.importer import draft, read_document, to_json, to_yaml
from project import plain
from staff.importer.approved import approved, flat, four_columns, money_table
from staff.importer.grids import row, spot
from staff.importer.word import docx


def made(tmp_path, *blocks):
    path = tmp_path / "План дій.docx"
    path.write_bytes(docx(*blocks))
    return draft(read_document(path))


@pytest.mark.parametrize("name", ["nizhyn", "chernihiv", "nova-odesa", "kakhovka", "melitopol"])
def test_draft_is_a_plan_of_the_project(tmp_path, name):
    rows = money_table() if name == "melitopol" else four_columns(name, goals="stray")
    data = plain(to_yaml(made(tmp_path, "План дій на 2025 рік", rows)))
    plan = PlanRecord.model_validate(data)
    first = approved(name).tree["goals"][0]
    assert plan.goals[0].number == first["number"]
    assert plan.goals[0].goals[0].measures[0].text == flat(first["goals"][0]["measures"][0]["text"])


def test_draft_holds_ids_labels_money_totals_and_unaligned_paragraphs(tmp_path):
    data = plain(to_yaml(made(tmp_path, money_table())))
    tasks = data["goals"][0]["goals"][1]["measures"]
    assert data["money_unit"] == "тис. грн."
    assert tasks[1]["label"] == "Завдання 1.2.2."
    assert tasks[1]["funding"]["by_year"][2023] == "1000,0"
    assert tasks[2]["unaligned"]["total"] == ["3000,0", "-"]
    assert data["totals"][-1] == {
        "label": "РАЗОМ:",
        "total": "42010,0",
        "by_year": approved("melitopol").tree["totals"][-1]["by_year"],
    }
    kakhovka = plain(to_yaml(made(tmp_path, four_columns("kakhovka"))))
    assert kakhovka["goals"][1]["goals"][1]["id"] == "ii-2"


def test_leftovers_stand_as_comments_with_their_place(tmp_path):
    rows = [row("Заходи", "Термін", "Виконавці", "Примітка"), row('1. Захід: "перший"', "2026", "УСЗН", "# увага")]
    text = to_yaml(made(tmp_path, "Міський голова # Іван", rows), known_executors=["усзн"])
    assert "# абзац 1: «Міський голова # Іван»" in text
    assert "# таблиця 1, рядок 2, стовпець 4: «# увага»" in text
    assert plain(text)["measures"][0]["text"] == 'Захід: "перший"'
    assert "# Виконавці, яких немає в реєстрі" not in text


def test_numbers_that_yaml_would_spoil_are_quoted(tmp_path):
    rows = [row("Ціль", "Заходи", "Термін", "Виконавці"), row("1.10. Ціль", "1.10.1. Захід", "2026", "УСЗН")]
    data = plain(to_yaml(made(tmp_path, rows)))
    assert data["goals"][0]["number"] == "1.10"
    assert data["goals"][0]["measures"][0]["term"] == "2026"


def test_json_names_gaps_with_their_place(tmp_path):
    rows = [row("Заходи", "Термін", "Виконавці"), [spot("1. Захід"), spot(), spot()]]
    assert "У документі немає строку і виконавців: захід 1." in to_json(made(tmp_path, rows))


@given(text=st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_any_text_reads_back_as_it_was(text):
    printable = "".join(letter for letter in text if letter.isprintable())
    for value in {printable, f"А{printable}", f"«{printable}", f"{printable}:"} - {""}:
        assert plain(f"key: {scalar(value)}") == {"key": value}
        assert plain(f"- {scalar(value)}") == [value]
