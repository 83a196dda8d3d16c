"""Numbers of a draft are the file's: none is invented, and the row's own stands beside the one inside the text."""

import pytest

from generator.staff.importer import draft, read_document, to_yaml
from project import plain
from staff.importer.grids import row, spot
from staff.importer.word import docx

HEAD = row("№", "Заходи", "Термін", "Виконавці")


def plan(tmp_path, *rows):
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(list(rows)))
    return plain(to_yaml(draft(read_document(path))))


@pytest.mark.parametrize(
    ("beside", "text", "number", "also"),
    [
        ("7", "2.1. Утеплити школу", "2.1", ["7"]),
        ("7.", "2.1. Утеплити школу", "2.1", ["7"]),
        ("2.1", "2.1. Утеплити школу", "2.1", None),
        ("2", "2.1. Утеплити школу", "2.1", None),
        ("7", "Утеплити школу", "7", None),
        ("", "2.1. Утеплити школу", "2.1", None),
    ],
)
def test_a_rows_number_and_that_of_its_text(tmp_path, beside, text, number, also):
    data = plan(tmp_path, HEAD, row(beside, text, "2026", "УСЗН"))
    (measure,) = data["measures"]
    assert (measure["number"], measure.get("also_numbered"), measure["text"]) == (number, also, "Утеплити школу")


def test_measures_under_no_goal_stand_at_the_top_and_have_ids_of_their_words(tmp_path):
    rows = [
        row("Заходи", "Термін", "Виконавці"),
        row("Утеплити школу", "2026", "УСЗН"),
        [spot("Дороги", colspan=3)],
        row("Засипати ями", "2026", "УСЗН"),
    ]
    data = plan(tmp_path, *rows)
    assert [(one.get("number"), one["id"]) for one in data["measures"]] == [(None, "uteplyty-shkolu")]
    (goal,) = data["goals"]
    assert (goal.get("number"), goal["id"], goal["title"]) == (None, "dorohy", "Дороги")
    assert [(one.get("number"), one["id"]) for one in goal["measures"]] == [(None, "zasypaty-yamy")]


def test_an_id_stays_when_a_row_comes_before_it(tmp_path):
    rows = [row("Заходи", "Термін", "Виконавці"), row("Утеплити школу", "2026", "УСЗН")]
    before = plan(tmp_path, *rows)["measures"][0]["id"]
    after = plan(tmp_path, rows[0], row("Засипати ями", "2026", "УСЗН"), rows[1])["measures"][1]["id"]
    assert before == after
