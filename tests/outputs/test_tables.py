import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from importlib.util import find_spec

import frictionless
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from generator.outputs.columns import COLUMNS
from generator.outputs.plan_csv import guarded
from project import ROOT

PLAN = "zelenivka/plan-2025/"


def table(site, address=f"{PLAN}plan.csv"):
    text = site.assets[address].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def sheet_rows(site, address=f"{PLAN}plan.xlsx"):
    book = openpyxl.load_workbook(io.BytesIO(site.assets[address]))
    head, *rest = book["Заходи"].iter_rows()
    return [dict(zip([cell.value for cell in head], row, strict=True)) for row in rest]


def test_csv_opens_in_excel(site):
    content = site.assets[f"{PLAN}plan.csv"]
    assert content.startswith(b"\xef\xbb\xbfcommunity;plan;")
    assert content.count(b"\r\n") == content.count(b"\n")


def test_csv_has_a_row_for_each_measure(any_site):
    for plan in any_site.catalogue.plans:
        rows = table(any_site, f"{plan.address}plan.csv")
        assert [row["id"].removeprefix("'") for row in rows] == [measure.id for measure in plan.all_measures()]
        assert [row["text"].removeprefix("'") for row in rows] == [
            measure.record.text for measure in plan.all_measures()
        ]


def test_csv_cells_hold_the_words_of_the_document(site):
    first = table(site)[0]
    assert first["text"] == "Опитати; мешканців «усіх»"
    assert first["executors"] == "УСЗН | БО «БФ «Карітас»»"
    assert first["executor_ids"] == "uszn | caritas"
    assert (first["term_start"], first["term_end"]) == ("2025-05-01", "2025-07-31")
    assert (first["status"], first["completed"], first["spent"]) == ("done", "2025-07-20", "12,5")
    assert first["url"] == "https://example.org/plans/zelenivka/plan-2025/1-1/#m-1-1-1"
    assert table(site)[4]["funding_by_year"] == "2025: 1 250,0 | 2026: -"


def test_address_is_relative_while_the_site_has_none(homeless):
    assert table(homeless)[0]["url"] == "1-1/#m-1-1-1"


def test_formulas_are_disarmed(site):
    assert table(site)[1]["text"] == "'=HYPERLINK(1)"
    assert table(site)[2]["text"] == "'- Звітувати"


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "+cmd",
        "-1+2",
        "@sum",
        " =1",
        "\t=1",
        "'а",
        "＝1",
        "-cmd|'/c calc'!A0",
        "1.1",
        "1.10",
        "1-2-3",
        "03-01",
        "1.",
        "007",
        "1/2",
        "10:30",
        "10.5",
        "травень 2026",
        "1 травня",
        "1e5",
    ],
)
def test_what_a_spreadsheet_would_run_or_change_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-", "-5,0", "160,0", "–", "Постійно", "2026", "І квартал 2026", "грудень 2026 року", "План 2026", ""]
)
def test_what_is_harmless_stays(text):
    assert guarded(text) == text


@given(st.text())
def test_guard_can_be_undone(text):
    assert guarded(text).removeprefix("'") == text


def test_executor_table_holds_each_measure_once(site):
    rows = table(site, "zelenivka/executors/uszn/executor.csv")
    assert [row["id"].removeprefix("'") for row in rows] == ["1-1-1", "1-1-2", "1-2-1", "1-2-1-1", "1-2-1-2", "1-2-2"]
    assert [row["id"] for row in table(site, "executors/caritas/executor.csv")] == ["'1-1-1"]
    assert table(site, "zelenivka/executors/vilnyi/executor.csv") == []


def test_frictionless_reads_every_csv_by_the_published_schema(any_site, tmp_path):
    for address, content in any_site.assets.items():
        if address.endswith((".csv", ".json")):
            file = tmp_path / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "type", "message"])
    counts = {resource.path: len(resource.read_rows()) for resource in package.resources}
    assert counts == {f"{plan.address}plan.csv": len(list(plan.all_measures())) for plan in any_site.catalogue.plans}


def test_schema_describes_every_column_in_two_languages(site):
    schema = json.loads(site.assets["data/table-schema.json"])
    assert [field["name"] for field in schema["fields"]] == [column.name for column in COLUMNS] == list(table(site)[0])
    for field in schema["fields"]:
        assert all(field[key] for key in ("title", "title@en", "description", "description@en"))


def test_xlsx_has_a_row_for_each_measure(any_site):
    for plan in any_site.catalogue.plans:
        rows = sheet_rows(any_site, f"{plan.address}plan.xlsx")
        assert [row["Захід"].value for row in rows] == [measure.record.text for measure in plan.all_measures()]


def test_another_reader_finds_the_same_table(any_site):
    for plan in any_site.catalogue.plans:
        book = CalamineWorkbook.from_filelike(io.BytesIO(any_site.assets[f"{plan.address}plan.xlsx"]))
        head, *rest = book.get_sheet_by_name("Заходи").to_python()
        assert len(head) == len(set(head))
        assert [row[head.index("Код заходу")] for row in rest] == [measure.id for measure in plan.all_measures()]
        assert [row[head.index("Номер")] for row in rest] == [measure.record.number for measure in plan.all_measures()]


def test_xlsx_holds_numbers_dates_and_text_as_such(site):
    rows = sheet_rows(site)
    assert rows[0]["Кінець"].value.date() == date(2025, 7, 31)
    assert (rows[4]["Усього коштів"].value, rows[4]["Усього коштів"].number_format) == (1250, "#,##0.0")
    assert (rows[4]["Кошти, 2025 рік"].value, rows[4]["Кошти, 2026 рік"].value) == (1250, "-")
    assert (rows[1]["Захід"].value, rows[1]["Захід"].data_type, rows[1]["Захід"].quotePrefix) == (
        "=HYPERLINK(1)",
        "s",
        True,
    )
    assert rows[0]["Номер"].value == "1.1.1"
    assert rows[0]["Сторінка"].hyperlink.target == "https://example.org/plans/zelenivka/plan-2025/1-1/#m-1-1-1"


def test_xlsx_is_made_for_reading(site):
    book = openpyxl.load_workbook(io.BytesIO(site.assets[f"{PLAN}plan.xlsx"]))
    assert book.sheetnames == ["Заходи", "Про таблицю"]
    sheet = book["Заходи"]
    assert sheet.freeze_panes == "A2"
    assert sheet.tables["Measures"].ref == sheet.dimensions
    assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.value is not None)
    assert not sheet.merged_cells.ranges
    assert (book.properties.title, book.properties.language) == (
        "План дій Зеленівської громади на 2025–2027 роки",
        "uk-UA",
    )
    assert book.properties.modified == datetime(2025, 11, 22)  # noqa: DTZ001 - the file format knows no zones


def test_xlsx_carries_no_trace_of_the_clock(site):
    with zipfile.ZipFile(io.BytesIO(site.assets[f"{PLAN}plan.xlsx"])) as file:
        assert {entry.date_time for entry in file.infolist()} == {(2025, 11, 22, 0, 0, 0)}
        assert b"2025-11-22T00:00:00Z" in file.read("docProps/core.xml")


@pytest.mark.slow
@pytest.mark.skipif(find_spec("lxml") is None, reason="lxml is what the bytes must not depend on")
def test_xlsx_is_the_same_whether_lxml_is_installed_or_not():
    """openpyxl writes by lxml where it finds it: with other declarations and other quotes."""
    bytes_of = "site = Site(Settings(AS_OF), catalogue_of(FILES)); print(sha256(site.assets[sys.argv[1]]).hexdigest())"
    imports = "from hashlib import sha256; from outputs.sample import *; from generator.model.settings import Settings"
    path = os.pathsep.join(map(str, (ROOT, ROOT / "tests")))
    made = [
        subprocess.run(
            [sys.executable, "-c", f"import sys; {hidden}{imports}; {bytes_of}", f"{PLAN}plan.xlsx"],
            env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True,
        ).stdout
        for hidden in ("", "sys.modules['lxml'] = None; ")
    ]  # fmt: skip
    assert made[0] == made[1] != ""
