"""What OpenDocument and Excel keep in ways of their own."""

import datetime as dt
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from generator.staff.importer.excel_numbers import number_shown
from staff.importer.comparing import imported, strings
from staff.importer.grids import row, spot
from staff.importer.opendocument import odt

STYLE = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    "</text:list-style>"
)


def listed(text, level, *, continued=True):
    inner = f"<text:list-item><text:p>{text}</text:p></text:list-item>"
    if level == 2:
        inner = f"<text:list-item><text:list>{inner}</text:list></text:list-item>"
    more = ' text:continue-numbering="true"' if continued else ""
    return f'<text:list text:style-name="L"{more}>{inner}</text:list>'


def test_automatic_numbers_of_opendocument_lists(tmp_path):
    rows = [
        row("Завдання", "Заходи", "Термін", "Виконавці"),
        [spot(raw=listed("Люди", 1, continued=False)), spot(raw=listed("Опитати", 2)), spot("2026"), spot("УСЗН")],
        [spot(), spot(raw=listed("Розповісти", 2)), spot("2026"), spot("УСЗН")],
        [spot(raw=listed("Місто", 1)), spot(raw=listed("Пандус", 2)), spot("2026"), spot("УСЗН")],
    ]
    data = imported(tmp_path, "plan.odt", odt(rows, styles=STYLE))
    assert [(goal["number"], goal["title"]) for goal in data["goals"]] == [("1", "Люди"), ("2", "Місто")]
    assert [measure["number"] for measure in data["measures"]] == ["1.1", "1.2", "2.1"]


def test_opendocument_changes_notes_and_comments(tmp_path):
    changes = "<text:tracked-changes><text:changed-region><text:p>вилучене</text:p></text:changed-region></text:tracked-changes>"
    cell = (
        '<text:p>1.1. За<text:change-start/>хід<text:bookmark text:name="x"/><text:s text:c="3"/>новий<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Виноска.</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>Уточнити</text:p></office:annotation></text:p>"
    )
    rows = [row("Заходи", "Термін", "Виконавці"), [spot(raw=cell), spot("2026"), spot("УСЗН")]]
    data = imported(
        tmp_path, "plan.odt", odt("<text:section>" + changes + "<text:p>Назва</text:p></text:section>", rows)
    )
    assert data["measures"][0]["text"] == "Захід новий"
    kinds = {note["kind"]: note["text"] for note in data["notes"]}
    assert (kinds["footnote"], kinds["comment"], kinds["outside"]) == ("Виноска.", "Уточнити", "Назва")
    assert "вилучене" not in strings(data)


def test_excel_values_as_shown(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.title = "План"
    sheet.append(["№", "Заходи", "Строк", "Виконавці", "Обсяг фінансування, тис. грн", None])
    sheet.append([None, None, None, None, 2026, 2027])
    sheet.merge_cells("E1:F1")
    sheet.append([1.1, "Ремонт", dt.date(2026, 3, 1), "УЖКГ; ЦНАП", 1250, 0.5])
    sheet["E3"].number_format = "#,##0.0"
    sheet["B3"].comment = Comment("Уточнити суму", "економіст")
    sheet["XFD1048576"] = " "
    buffer = BytesIO()
    book.save(buffer)
    data = imported(tmp_path, "plan.xlsx", buffer.getvalue())
    measure = data["measures"][0]
    assert (measure["number"], measure["term"], measure["executors"]) == ("1.1", "01.03.2026", ["УЖКГ", "ЦНАП"])
    assert measure["funding"]["by_year"] == {"2026": "1 250,0", "2027": "0,5"}
    assert measure["funding"]["unit"] == "тис. грн"
    assert any(
        note["text"] == "Уточнити суму" and "аркуш «План», рядок 3, стовпець B" in note["place"]
        for note in data["notes"]
    )


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1250, "General", "1250"),
        (0.1 + 0.2, "General", "0,3"),
        (1234567.891, "#,##0.00", "1 234 567,89"),
        (5, "0", "5"),
        (0.25, "0%", "25%"),
        (300, '#,##0.0" тис. грн"', "300,0 тис. грн"),
        (-5, "0.0;-0.0", "-5,0"),
        (-5, "0_);(0)", "-5"),
        (0.385, "0%", "39%"),
        (1.005, "0.00", "1,01"),
        (2.55, "0.##", "2,55"),
        (3, "0.##", "3"),
        (2.55, "#.00", "2,55"),
        (12345.6, "#\\ ##0.00", "12 345,60"),
        (1234567, "#,##0,", "1 235"),
        (1234567, "#,##0,.0", "1 234,6"),
        (7, "000", "007"),
        (2, '"Етап "0', "Етап 2"),
        (5, 'General" шт."', "5 шт."),
        (0.5, "# ?/?", "1/2"),
        (2.25, "# ??/??", "2 1/4"),
        (123456, "0.00E+00", "1,23E+5"),
        (1234.5, "#,##0.00\\ [$грн.-422]", "1 234,50 грн."),
        (-1234.5, '_-* #,##0.00\\ _₴_-;\\-* #,##0.00\\ _₴_-;_-* "-"??\\ _₴_-;_-@_-', "-1 234,50"),
        (0, '_-* #,##0.00\\ _₴_-;\\-* #,##0.00\\ _₴_-;_-* "-"??\\ _₴_-;_-@_-', "-"),
        (0, "0;-0;;@", ""),
        (5, "@", "5"),
    ],
)
def test_number_formats(value, number_format, text):
    assert number_shown(value, number_format) == text
