"""OpenDocument spreadsheets: cells as shown, hidden rows and columns, errors, merged cells, rows LibreOffice repeats."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from staff.importer.comparing import imported

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def cell(text="", more=""):
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell {more}>{lines}</table:table-cell>"


def line(*cells, more=""):
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {more}>{inner}</table:table-row>"


def ods(*rows, columns="", styles="", name="План"):
    tail = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="{name}">{columns}{"".join(rows)}{tail}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
    return buffer.getvalue()


HEADER = line("№", "Захід", "Строк", "Виконавці")


def test_cells_as_shown_with_the_places_of_the_sheet(tmp_path):
    file = ods(
        line(cell("ПЛАН РОБІТ НА 2026 РІК", 'table:number-columns-spanned="4"') + "<table:covered-table-cell/>" * 3),
        line(),
        HEADER,
        line(cell("1", 'office:value-type="float" office:value="1"'), "Лавки:\n• у сквері", cell("2026", 'table:number-rows-spanned="2"'), "УСЗН\nЦНАП"),
        line("2", "Пандус", "<table:covered-table-cell/>", "УЖКГ"),
    )  # fmt: skip
    data = imported(tmp_path, "plan.ods", file)
    assert data["title"] == "ПЛАН РОБІТ НА 2026 РІК"
    assert [(m["number"], m["text"], m["term"], m["executors"]) for m in data["measures"]] == [
        ("1", "Лавки:\n• у сквері", "2026", ["УСЗН", "ЦНАП"]),
        ("2", "Пандус", "2026", ["УЖКГ"]),
    ]
    assert next(note["place"] for note in data["notes"] if note["kind"] == "columns") == "аркуш «План», рядок 3"


def test_hidden_filtered_and_wrong_cells_are_told(tmp_path):
    columns = '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
    file = ods(
        HEADER,
        line("1", "Перший", cell("#REF!", 'table:formula="of:=[.#REF!]" office:value-type="string"'), "УСЗН"),
        line("2", "Схований", "2026", "УСЗН", more='table:visibility="filter"'),
        line(cell("02.03.26", 'office:value-type="date" office:date-value="2026-03-02"'), "Третій", "2026", "УСЗН"),
        columns=columns,
    )
    data = imported(tmp_path, "plan.ods", file)
    assert [(m["number"], m["text"], m["term"]) for m in data["measures"]] == [
        ("1", "Перший", ""),
        ("", "Третій", "2026"),
    ]
    told = [(note["kind"], note["place"].removeprefix("аркуш «План», ")) for note in data["notes"]]
    assert ("error", "рядок 2, стовпець C") in told
    assert ("hidden", "рядок 3") in told
    assert ("date", "рядок 4, стовпець A") in told
    assert ("hidden", "стовпець D") in told


def test_repeated_rows_and_cells_are_read_as_often_as_they_are_seen(tmp_path):
    same = line(
        cell("–", 'table:number-columns-repeated="1"'),
        "Захід",
        cell("2026"),
        "УСЗН",
        more='table:number-rows-repeated="2"',
    )
    data = imported(tmp_path, "plan.ods", ods(HEADER, same))
    assert [measure["text"] for measure in data["measures"]] == ["Захід", "Захід"]


def test_a_number_that_a_sheet_made_a_date_is_told_with_what_may_have_been_typed(tmp_path):
    made = [
        line("1", "Перший", cell("02.бер", 'office:value-type="date" office:date-value="2026-03-02"'), "УСЗН"),
        line("2", "Другий", cell("березень 2026", 'office:value-type="date" office:date-value="2026-03-01"'), "УСЗН"),
        line("3", "Третій", cell("01.03.2026", 'office:value-type="date" office:date-value="2026-03-01"'), "УСЗН"),
    ]
    data = imported(tmp_path, "plan.ods", ods(HEADER, *made))
    end = "Звірте з документом і впишіть, що там має бути."
    assert [note["remark"] for note in data["notes"] if note["kind"] == "date"] == [
        f"У клітинці C2 видно «02.бер», а записано дату 02.03.2026: мабуть, Excel зробив її з набраного «2.3». {end}",
        f"У клітинці C3 видно «березень 2026», а записано дату 01.03.2026. {end}",
    ]


def test_numbers_saved_by_an_office_of_another_language_keep_their_size(tmp_path):
    head = line("№", "Захід", "Строк", "Виконавці", "Обсяг фінансування, тис. грн")
    sums = (("1,235", "1235"), ("1,234,567.5", "1234567.5"), ("1,235", "1.235"), ("0.5", "0.5"), ("1,235", "1234567"))
    rows = [
        line(
            str(number),
            f"Захід {number}",
            "2026",
            "УСЗН",
            cell(text, f'office:value-type="float" office:value="{value}"'),
        )
        for number, (text, value) in enumerate(sums, 1)
    ]
    data = imported(tmp_path, "plan.ods", ods(head, *rows))
    read = [measure["funding"]["total"] for measure in data["measures"]]
    assert read == ["1 235", "1 234 567,5", "1,235", "0,5", "1 235"]


def test_a_number_that_its_format_does_not_show_and_a_note_at_the_margin_are_told(tmp_path):
    blank = cell("", 'office:value-type="float" office:value="12.5"')
    note = (
        '<table:table-cell><office:annotation><dc:creator xmlns:dc="d">Олена</dc:creator>'
        "<text:p>Уточнити</text:p></office:annotation><text:p>Дах</text:p></table:table-cell>"
    )
    zero = cell("", 'office:value-type="float" office:value="0"')
    data = imported(tmp_path, "plan.ods", ods(HEADER, line("1", note, "2026", "УСЗН", blank, zero)))
    told = [(one["kind"], one["place"].removeprefix("аркуш «План», "), one["text"]) for one in data["notes"]]
    assert ("hidden", "рядок 2, стовпець E", "12,5") in told
    assert ("comment", "рядок 2, стовпець B", "Уточнити") in told
    assert [one for one in told if one[1].endswith("F")] == []
    assert data["measures"][0]["text"] == "Дах"
