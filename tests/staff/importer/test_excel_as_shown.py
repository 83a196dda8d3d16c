"""What a sheet shows is what is read; whatever is changed, left out or guessed gets a remark with its place."""

import datetime as dt
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from generator.staff.importer import as_data, draft, read_document, to_yaml
from generator.staff.importer.excel_dates import date_shown
from staff.importer.comparing import strings

FILES = Path(__file__).parent / "files"
HEADER = ["№", "Захід", "Строк", "Виконавці", "Обсяг фінансування, тис. грн"]
STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}


def case(name):
    return as_data(draft(read_document(FILES / name)))


def book(*rows):
    made = Workbook()
    made.active.title = "План"
    for row in (HEADER, *rows):
        made.active.append(row)
    return made, made.active


def saved(folder, made):
    path = folder / "plan.xlsx"
    made.save(path)
    return path


def read(folder, made):
    return as_data(draft(read_document(saved(folder, made))))


def told(data, kind):
    return [
        (note["place"].removeprefix("аркуш «План», "), note["text"]) for note in data["notes"] if note["kind"] == kind
    ]


def remark(data, kind):
    return next(note["remark"] for note in data["notes"] if note["kind"] == kind)


def test_a_number_that_excel_made_a_date_is_told_and_no_number_is_invented():
    data = case("number-as-date.xlsx")
    assert [measure["number"] for measure in data["measures"]] == ["", ""]
    assert remark(data, "date") == (
        "У клітинці A3 видно «02.бер», а записано дату 02.03.2026: мабуть, Excel зробив її з набраного «2.3». "
        "Звірте з документом і впишіть, що там має бути."
    )
    assert "02" not in [measure["id"] for measure in data["measures"]]


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("mm-dd-yy", "02.03.2026"),
        ("yyyy-mm-dd", "02.03.2026"),
        ('[$-422]dd/mm/yyyy" р."', "02.03.2026"),
        ("d-mmm", "2-бер"),
        ("dd\\.mmm", "02.бер"),
        ("mmm\\.yy", "бер.26"),
        ("mmmm yyyy", "березень 2026"),
        ('[$-422]d mmmm yyyy" р.";@', "2 березня 2026 р."),
        ("yyyy", "2026"),
        ("General", "02.03.2026"),
    ],
)
def test_dates_by_their_number_format(number_format, text):
    assert date_shown(dt.datetime.fromisoformat("2026-03-02"), number_format) == text


def test_a_date_as_a_term_is_read_as_shown_and_as_a_sum_not_at_all(tmp_path):
    made, sheet = book(["1", "Ремонт", dt.date(2026, 3, 1), "УЖКГ", dt.date(2026, 5, 1)])
    sheet["C2"].number_format = "mmmm yyyy"
    sheet["E2"].number_format = "d\\.mmm"
    data = read(tmp_path, made)
    assert data["measures"][0]["term"] == "березень 2026"
    assert data["measures"][0]["funding"] is None
    assert told(data, "date") == [("рядок 2, стовпець C", "березень 2026"), ("рядок 2, стовпець E", "1.тра")]


@pytest.mark.parametrize(("number_format", "text"), [("mmmm yyyy", "березень 2026"), ("yyyy", "2026")])
def test_no_number_is_guessed_where_the_day_of_a_date_is_not_shown(tmp_path, number_format, text):
    made, sheet = book(["1", "Ремонт", dt.date(2026, 3, 1), "УЖКГ", None])
    sheet["C2"].number_format = number_format
    assert remark(read(tmp_path, made), "date") == (
        f"У клітинці C2 видно «{text}», а записано дату 01.03.2026. Звірте з документом і впишіть, що там має бути."
    )


@pytest.mark.parametrize(("value", "text"), [(dt.time(9, 30), "09:30"), (dt.timedelta(hours=30), "30:00")])
def test_hours_are_read_as_shown(tmp_path, value, text):
    made, sheet = book(["1", "Ремонт", value, "УЖКГ", None])
    sheet["C2"].number_format = "hh:mm" if isinstance(value, dt.time) else "[h]:mm"
    assert read(tmp_path, made)["measures"][0]["term"] == text


def test_a_number_that_its_format_does_not_show_is_told_and_not_read(tmp_path):
    made, sheet = book(["1", "Ремонт", "2026", "УЖКГ", 12.5], ["2", "Дах", "2026", "УЖКГ", 0])
    sheet["E2"].number_format, sheet["E3"].number_format = ";;;", "0;-0;;@"
    data = read(tmp_path, made)
    assert [measure["funding"] for measure in data["measures"]] == [None, None]
    assert told(data, "hidden") == [("рядок 2, стовпець E", "12,5")]
    assert "У клітинці E2 записано це число, але її формат нічого не показує" in remark(data, "hidden")


def test_a_whole_date_in_the_number_column_is_no_number(tmp_path):
    made, _ = book([dt.date(2026, 3, 1), "Ремонт", "2026", "УЖКГ", None])
    data = read(tmp_path, made)
    assert data["measures"][0]["number"] == ""
    assert told(data, "date") == [("рядок 2, стовпець A", "01.03.2026")]


def test_hidden_row_and_column_are_left_out_with_their_words_told():
    data = case("hidden-row-and-column.xlsx")
    assert [measure["number"] for measure in data["measures"]] == ["1.1", "1.3"]
    assert all(not measure["executors"] for measure in data["measures"])
    notes = [(note["place"], note["text"]) for note in data["notes"] if note["kind"] == "hidden"]
    assert notes == [
        ("аркуш «Sheet», рядок 4", "1.2 | Скасований рядок, який сховали | постійно | КП «Оселя»"),
        ("аркуш «Sheet», стовпець D", "Виконавці | КП «Оселя» | КП «Оселя»"),
    ]
    assert remark(data, "hidden").startswith("Рядок 4 приховано; у чернетку його не взято.")


@pytest.mark.parametrize("how", ["hidden", "group", "filter"])
def test_every_way_to_hide_a_row(tmp_path, how):
    made, sheet = book(["1", "Перший", "2026", "УЖКГ", 1], ["2", "Схований", "2026", "УЖКГ", 2])
    if how == "group":
        sheet.row_dimensions.group(3, 3, hidden=True)
    else:
        sheet.row_dimensions[3].hidden = True
    if how == "filter":
        sheet.auto_filter.ref = "A1:E3"
    data = read(tmp_path, made)
    assert [measure["text"] for measure in data["measures"]] == ["Перший"]
    assert told(data, "hidden") == [("рядок 3", "2 | Схований | 2026 | УЖКГ | 2")]


def test_a_hidden_sheet_and_grouped_columns(tmp_path):
    made, sheet = book(["1", "Захід", "2026", "УЖКГ", 1])
    sheet.column_dimensions.group("D", "E", hidden=True)
    other = made.create_sheet("Стара редакція")
    other.append(["Старий захід"])
    other.sheet_state = "hidden"
    data = read(tmp_path, made)
    assert len(data["measures"]) == 1
    assert data["measures"][0]["funding"] is None
    places = [note["place"] for note in data["notes"] if note["kind"] == "hidden"]
    assert places == ["аркуш «План», стовпець D", "аркуш «План», стовпець E", "аркуш «Стара редакція», рядок 1"]


def test_a_merged_cell_is_seen_when_only_its_first_row_is_hidden(tmp_path):
    made, sheet = book(["1", "Перший", "2026", "УЖКГ", 1], ["2", "Другий", None, "УЖКГ", 2])
    sheet.merge_cells("C2:C3")
    sheet.row_dimensions[2].hidden = True
    data = read(tmp_path, made)
    assert [(measure["text"], measure["term"]) for measure in data["measures"]] == [("Другий", "2026")]


def test_a_formula_without_a_value_says_nothing_of_the_document():
    data = case("formula-without-value.xlsx")
    text = to_yaml(draft(read_document(FILES / "formula-without-value.xlsx")))
    assert "У клітинці C3 формула без збереженого значення; відкрийте файл в Excel, збережіть його" in text
    assert "У документі немає" not in text
    assert "term]" not in text
    assert text.count("# ЗАПОВНІТЬ строк: у файлі його не вдалося прочитати") == 2
    assert [measure["term"] for measure in data["measures"]] == ["", ""]


def test_an_error_of_excel_is_no_word_of_the_plan():
    data = case("formula-without-value.xlsx")
    assert remark(data, "error") == (
        "У клітинці C4 помилка Excel #REF!; виправте її у файлі й повторіть або впишіть, що там має бути."
    )
    assert "#REF!" not in strings(data["measures"])


@pytest.mark.parametrize("error", ["#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A"])
@pytest.mark.parametrize(("column", "field"), [("A", "number"), ("B", "text"), ("D", "executors"), ("E", "funding")])
def test_errors_in_any_column_leave_the_field_empty(tmp_path, error, column, field):
    made, sheet = book(["1", "Перший", "2026", "УЖКГ", 1], ["2", "Другий", "2027", "УЖКГ", 2])
    sheet[f"{column}3"].value = error
    data = read(tmp_path, made)
    assert len(data["measures"]) == 2
    assert not data["measures"][1][field]
    assert (data["measures"][0]["term"], data["measures"][1]["term"]) == ("2026", "2027")
    assert told(data, "error") == [(f"рядок 3, стовпець {column}", error)]


@pytest.mark.parametrize("column", ["A", "B", "C", "D", "E"])
def test_formulas_that_were_never_calculated(tmp_path, column):
    made, sheet = book(["1", "Перший", "2026", "УЖКГ", 1])
    sheet[f"{column}2"].value = '="а"&"б"'
    data = read(tmp_path, made)
    assert len(data["measures"]) == 1
    assert told(data, "formula") == [(f"рядок 2, стовпець {column}", "")]


def test_a_strict_workbook_is_read_and_no_library_speaks():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = case("strict.xlsx")
    assert [measure["number"] for measure in data["measures"]] == ["1.1"]


def test_any_workbook_reads_the_same_when_saved_as_strict(tmp_path):
    made, sheet = book(["1", "Ремонт", dt.date(2026, 3, 1), "УЖКГ", 1250])
    sheet["E2"].number_format = "#,##0.0"
    path = saved(tmp_path, made)
    usual = as_data(draft(read_document(path)))
    buffer = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            for known, strict in STRICT.items():
                part = part.replace(known, strict)
            target.writestr(name, part)
    path.write_bytes(buffer.getvalue())
    assert as_data(draft(read_document(path))) == usual


def test_title_rows_are_no_goals_and_rows_have_the_numbers_excel_shows():
    data = case("title-rows.xlsx")
    assert data["goals"] == []
    assert data["title"] == "ПЛАН БЛАГОУСТРОЮ СЕЛИЩА КАЛИНОВИЙ БРІД НА 2026 РІК"
    assert (data["act"]["number"], data["act"]["date"]) == ("9", "2026-02-04")
    assert data["period"]["start"] == data["period"]["end"] == 2026
    columns = next(note for note in data["notes"] if note["kind"] == "columns")
    assert columns["place"] == "аркуш «Sheet», рядок 4"


def test_struck_out_cells_and_raised_figures(tmp_path):
    made, sheet = book(["1", None, "2026", "УЖКГ", None], ["2", "Скасований", "2026", "УЖКГ", None])
    sheet["B2"].value = CellRichText(
        "Гурток",
        TextBlock(InlineFont(vertAlign="superscript"), "1"),
        " шахів",
        TextBlock(InlineFont(strike=True), " і шашок"),
    )
    sheet["B3"].font = Font(strike=True)
    data = read(tmp_path, made)
    assert data["measures"][0]["text"] == "Гурток¹ шахів"
    assert told(data, "struck") == [("рядок 2, стовпець B", "і шашок"), ("рядок 3, стовпець B", "Скасований")]
    assert told(data, "mark") == [("рядок 2, стовпець B", "Гурток¹")]


def test_a_comment_of_an_empty_cell_is_kept(tmp_path):
    made, sheet = book(["1", "Захід", "2026", "УЖКГ", 1])
    sheet["H9"].comment = Comment("Погодити з фінвідділом", "економіст")
    assert told(read(tmp_path, made), "comment") == [("рядок 9, стовпець H", "Погодити з фінвідділом")]
