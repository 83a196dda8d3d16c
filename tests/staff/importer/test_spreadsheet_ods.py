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
