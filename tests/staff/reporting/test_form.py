"""The forms that go out: shape of Додаток 1, lists to choose from, hidden ids, same bytes every time."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from generator.commands.outcome import Outcome
from generator.commands.report import report
from generator.model.vocabulary import Status
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.disk import write_files
from generator.source.usage_error import UsageError
from generator.staff.reporting.excel_form import GUIDE, HEADER_ROW, SHEET, excel_form
from generator.staff.reporting.fitting import lines_in, word_room
from generator.staff.reporting.form import make_forms
from generator.staff.reporting.word_form import word_form

DAY = date(2025, 10, 31)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def forms(office):
    catalogue = load(read_plans(office.plans)).catalogue
    return lambda **options: make_forms(catalogue.communities[0], catalogue.plans[0], DAY, **options)


def document(content: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own file


def texts(element: ET.Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{WORD}t"))


def test_one_form_for_each_executor_and_one_for_what_nobody_does(forms):
    found = {form.name: [row.measure.id for row in form.rows] for form in forms()}
    assert found == {
        "uszn": ["1-1-1", "1-1-1-1", "1-1-2"],
        "tsentr": ["1-1-1", "1-1-1-1", "1-1-1-2"],
        "bez-vykonavtsia": ["2-1-1", "a", "b"],
    }


def test_one_form_for_all_holds_every_measure(forms):
    (form,) = forms(one_file=True)
    assert len(form.rows) == 7
    assert form.title == "Звіт про стан виконання Стратегії станом на 31 жовтня 2025 року"


def test_forms_are_the_same_bytes_every_time(forms):
    for write in (excel_form, word_form):
        assert write(forms(one_file=True)[0]) == write(forms(one_file=True)[0])


def test_excel_form_has_the_columns_of_the_appendix(forms):
    book = load_workbook(io.BytesIO(excel_form(forms(one_file=True)[0])))
    sheet = book["Звіт"]
    assert sheet["A1"].value == "Звіт про стан виконання Стратегії станом на 31 жовтня 2025 року"
    assert sheet["A3"].value == "Відповідальний виконавець: усі виконавці плану"
    assert [cell.value for cell in sheet[5]] == [
        "Операційна ціль",
        "Код заходу",
        "Позначка попереднього звіту",
        "Перелік завдань та заходів",
        "Виконавці за планом",
        "Дата початку виконання",
        "Планова дата виконання",
        "Статус виконання",
        "Фактична дата виконання",
        "Плановий обсяг фінансування, тис. грн.",
        "Фактичний обсяг фінансування, тис. грн.",
        "Коментарі про виконання",
        "Підтвердження",
        "З яким заходом об’єднано",
    ]
    assert [cell.value for cell in sheet[6]][:7] == [
        "1.1. Потреби",
        "testove/plan-2025#1-1-1",
        None,
        "1.1.1. Вивчити потреби громади",
        "УСЗН; Центр",
        None,
        "до 31 липня 2025 року (до 31.07.2025)",
    ]
    assert sheet["J6"].value == 160


def test_excel_form_offers_statuses_hides_ids_and_is_accessible(forms):
    book = load_workbook(io.BytesIO(excel_form(forms(one_file=True)[0])))
    sheet = book["Звіт"]
    choice = next(check for check in sheet.data_validations.dataValidation if check.type == "list")
    assert choice.formula1 == f'"{",".join(status.words for status in Status)}"'
    assert len(choice.formula1) <= 255
    assert str(choice.sqref).startswith("H6:H")
    hidden = [letter for letter, dimension in sheet.column_dimensions.items() if dimension.hidden]
    assert hidden == ["B", "C"]
    assert not sheet.protection.sheet
    assert (sheet.freeze_panes, sheet.print_title_rows, book.active.title) == ("A6", "$5:$5", "Звіт")
    assert not sheet.merged_cells.ranges
    assert list(sheet.tables) == ["Report"]
    assert (book.properties.language, book.properties.title) == ("uk-UA", sheet["A1"].value)
    guide = " ".join(str(cell.value) for row in book["Як заповнити"].iter_rows() for cell in row if cell.value)
    assert all(status.words in guide for status in Status)


def test_text_that_looks_like_a_formula_stays_text(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується", comment="почато")
    office.give(form)
    office.progress_file.write_text(office.progress_file.read_text().replace("почато", "=1+1"))
    again = office.form()
    cell = again.sheet.cell(again.line("1-1-1"), again.column("comment"))
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_word_form_offers_statuses_and_dates(forms):
    body = document(word_form(forms(one_file=True)[0]))
    assert texts(body).startswith("Звіт про стан виконання Стратегії станом на 31 жовтня 2025 року")
    lists = list(body.iter(f"{WORD}dropDownList"))
    assert len(lists) == 7
    offered = [item.get(f"{WORD}displayText") for item in lists[0].iter(f"{WORD}listItem")]
    assert offered[1:] == [status.words for status in Status]
    assert len(list(body.iter(f"{WORD}date"))) == 14
    tags = [tag.get(f"{WORD}val") for tag in body.iter(f"{WORD}tag")]
    ids = [tag.get(f"{WORD}val") for tag in body.iter(f"{WORD}id")]
    assert "status|1-1-1" in tags
    assert len(set(ids)) == len(ids) == 21


def test_word_tables_have_a_header_row_and_a_caption(forms):
    body = document(word_form(forms(one_file=True)[0]))
    tables = list(body.iter(f"{WORD}tbl"))
    assert len(tables) == 2
    for table in tables:
        rows = table.findall(f"{WORD}tr")
        assert rows[0].find(f"{WORD}trPr/{WORD}tblHeader") is not None
        assert table.find(f"{WORD}tblPr/{WORD}tblCaption") is not None
        assert {len(row.findall(f"{WORD}tc")) for row in rows} == {11}
    assert texts(tables[-1]).endswith("УСЬОГО")


def test_word_form_shows_what_was_reported(office):
    filled = office.form()
    filled.fill("1-1-1", status="Виконано", completed="20.07.2025", comment="<Є> & «так»")
    office.give(filled)
    catalogue = load(read_plans(office.plans)).catalogue
    form = make_forms(catalogue.communities[0], catalogue.plans[0], DAY, one_file=True)[0]
    body = document(word_form(form))
    row = list(body.iter(f"{WORD}tr"))[1]
    assert "Виконано20.07.2025160,0<Є> & «так»" in texts(row)
    assert [day.get(f"{WORD}fullDate") for day in row.iter(f"{WORD}date")] == [None, "2025-07-20T00:00:00Z"]


def test_a_file_that_someone_may_have_filled_in_stays(office):
    out, said = office.folder / "out", []
    give = {"one_file": True, "output": "both", "say": said.append}
    assert report(office.plans, "testove/plan-2025", DAY, out, None, **give) is Outcome.FINE
    assert report(office.plans, "testove/plan-2025", DAY, out, None, **give) is Outcome.FINE
    form = next(out.glob("*.xlsx"))
    form.write_bytes(b"filled")
    said.clear()
    assert report(office.plans, "testove/plan-2025", DAY, out, None, **give) is Outcome.PROBLEMS
    assert form.read_bytes() == b"filled"
    assert "можливо, його заповнили" in said[0]


@pytest.mark.parametrize(
    ("plan", "executor", "words"),
    [
        ("testove/plan-2026", None, "можливо, «testove/plan-2025»"),
        ("testove/plan-2025", "uzsn", "можливо, «uszn»"),
    ],
)
def test_unknown_names_get_the_nearest(office, plan, executor, words):
    with pytest.raises(UsageError, match=words):
        report(office.plans, plan, DAY, office.folder, executor, one_file=False, output="both", say=print)


def test_errors_of_a_community_with_a_plan_of_the_same_name_stand_in_nobody_elses_way(office):
    """Its folder is «susidy/testove/», and so may any folder above plans/ be named."""
    for name in ("community.yml", "plan-2025/plan.yml"):
        text = (office.plans / "testove" / name).read_text(encoding="utf-8")
        target = office.plans / "susidy" / name.replace("plan-2025", "testove")
        write_files(target.parent, [(target.name, text.replace("УСЗН, Центр]", "УСЗНН]").encode())])
    assert office.form()


def test_errors_of_the_own_community_stand_in_the_way(office):
    plan = office.plans / "testove/plan-2025/plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("УСЗН, Центр]", "УСЗНН]"), encoding="utf-8")
    said = []
    done = report(
        office.plans, "testove/plan-2025", DAY, office.folder, None, one_file=True, output="xlsx", say=said.append
    )
    assert done is Outcome.PROBLEMS
    assert "невідомий виконавець «УСЗНН»" in said[0]


def test_rows_are_as_high_as_their_words_and_grow_when_more_is_typed(office):
    text = "Опитати мешканців " * 120
    (office.plans / "testove/plan-2025/plan.yml").write_text(
        (office.plans / "testove/plan-2025/plan.yml").read_text().replace("Інформувати про послуги", text.strip())
    )
    plan = load(read_plans(office.plans)).catalogue
    (form,) = make_forms(plan.communities[0], plan.plans[0], DAY, one_file=True)
    book = load_workbook(io.BytesIO(excel_form(form)))
    sheet = book[SHEET]
    heads = {cell.value: cell for cell in sheet[HEADER_ROW]}
    column = heads["Перелік завдань та заходів"].column_letter
    width = sheet.column_dimensions[column].width
    for line in range(HEADER_ROW, HEADER_ROW + len(form.rows) + 1):
        needed = lines_in(str(sheet[f"{column}{line}"].value), width) * 15
        assert needed <= sheet.row_dimensions[line].height <= 409
    guide = book[GUIDE]
    for line in range(1, guide.max_row + 1):
        assert lines_in(str(guide.cell(line, 2).value or ""), 100) * 15 <= guide.row_dimensions[line].height
    for one in (sheet, guide):
        assert (one.sheet_properties.pageSetUpPr.fitToPage, one.page_setup.fitToHeight) == (True, 0)
    with zipfile.ZipFile(io.BytesIO(excel_form(form))) as package:
        assert b'customHeight="1"' not in package.read("xl/worksheets/sheet1.xml") + package.read(
            "xl/worksheets/sheet2.xml"
        )


def test_no_word_of_the_word_form_is_wider_than_its_cell(forms):
    (form,) = forms(one_file=True)
    body = document(word_form(form))
    points = {"CellHead": 8.5, "Cell": 10}
    for cell in body.iter(f"{WORD}tc"):
        width = int(cell.find(f"{WORD}tcPr/{WORD}tcW").get(f"{WORD}w"))
        for paragraph in cell.iter(f"{WORD}p"):
            style = paragraph.find(f"{WORD}pPr/{WORD}pStyle").get(f"{WORD}val")
            assert word_room(texts(paragraph), points[style]) + 140 <= width, texts(paragraph)
    for status in Status:
        assert word_room(status.words, 10) + 140 <= 1400
    grid = [int(one.get(f"{WORD}w")) for one in next(body.iter(f"{WORD}tblGrid"))]
    assert sum(grid) == 15704


def test_a_long_word_of_a_goal_takes_room_from_the_measures(office):
    (office.plans / "testove/plan-2025/plan.yml").write_text(
        (office.plans / "testove/plan-2025/plan.yml")
        .read_text()
        .replace("title: Потреби", "title: Деінституціалізація")
    )
    plan = load(read_plans(office.plans)).catalogue
    (form,) = make_forms(plan.communities[0], plan.plans[0], DAY, one_file=True)
    grid = [int(one.get(f"{WORD}w")) for one in next(document(word_form(form)).iter(f"{WORD}tblGrid"))]
    assert grid[0] >= word_room("Деінституціалізація", 10) + 140
    assert sum(grid) == 15704


def test_long_words_of_headings_are_parted_where_ukrainian_parts_them(forms):
    (form,) = forms(one_file=True)
    words = texts(document(word_form(form)))
    for parted in ("Підтвер-дження", "вико-нання", "фінансу-вання", "об’єд-нано"):
        assert parted.replace("-", "\N{SOFT HYPHEN}") in words
