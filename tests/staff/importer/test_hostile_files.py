"""Damaged, hostile and wrong files: a message in Ukrainian, quickly and in little memory."""

import os
import subprocess
import sys
import textwrap
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.staff.importer import ImportProblem, as_data, draft, read_document, to_yaml
from project import tries
from staff.importer.approved import four_columns
from staff.importer.comparing import assert_nothing_lost, imported
from staff.importer.excel import xlsx
from staff.importer.grids import row, spot
from staff.importer.opendocument import content, odt
from staff.importer.opendocument import package as odt_package
from staff.importer.word import W, document, docx, package, paragraph

SECONDS = 5


def refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    began = time.process_time()
    with pytest.raises(ImportProblem) as problem:
        draft(read_document(path))
    assert time.process_time() - began < SECONDS
    message = str(problem.value)
    assert any("а" <= letter <= "я" for letter in message)
    return message


def zipped(**parts):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", body)
    return buffer.getvalue()


GOOD = docx([row("Заходи", "Термін", "Виконавці"), row("1. Захід", "2026", "УСЗН")])


@pytest.mark.parametrize(
    ("name", "body", "word"),
    [
        ("plan.docx", b"", "порожній"),
        ("plan.docx", b"hello", "не документ Word"),
        ("plan.docx", b"%PDF-1.7 ...", "PDF"),
        ("plan.docx", b"<!DOCTYPE html><html></html>", "HTML"),
        ("plan.docx", GOOD[: len(GOOD) // 2], "пошкоджено"),
        ("plan.docx", zipped(a="b"), "ZIP"),
        ("plan.docx", xlsx(План=[row("Заходи")]), ".xlsx"),
        ("plan.odt", GOOD, ".docx"),
        ("plan.txt", b"text", ".txt"),
        ("plan.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "паролем"),
        ("plan.docx", zipped(word__document="<broken"), "пошкоджено"),
        ("plan.docx", zipped(word__document="<a/>"), "немає тексту"),
        ("plan.odt", odt_package(content("x"), **{"META-INF__manifest": "<m><encryption-data/></m>"}), "паролем"),
    ],
)  # fmt: skip
def test_wrong_files_are_named(tmp_path, name, body, word):
    assert word in refused(tmp_path, name, body)


def test_missing_file():
    with pytest.raises(ImportProblem, match="немає"):
        read_document(Path("nowhere") / "plan.docx")


ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "{}">]>'.format("&#120;" * 10)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx"])
def test_document_type_declarations_are_refused(tmp_path, kind, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}'
    bodies = {
        "docx": lambda: package((text + document(paragraph("&x;")).split("?>", 1)[1]).encode(encoding)),
        "odt": lambda: odt_package((text + content("&x;").split("?>", 1)[1]).encode(encoding)),
        "xlsx": lambda: zipped(xl__workbook=(text + "<workbook/>").encode(encoding)),
    }
    assert "DTD" in refused(tmp_path, f"plan.{kind}", bodies[kind]())


def bomb(size, part="word/document.xml"):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document(paragraph("x")))
        with archive.open(part if part != "word/document.xml" else "word/media.bin", "w", force_zip64=True) as file:
            for _ in range(size):
                file.write(b" " * 1024 * 1024)
    return buffer.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("part", ["word/media/image1.png", "word/styles.xml"])
def test_zip_bombs_are_refused_before_unpacking(tmp_path, part):
    assert "бомб" in refused(tmp_path, "plan.docx", bomb(300, part))


def deep(kind):
    nested = "<w:tbl><w:tr><w:tc>" * 20_000
    return {
        "docx": lambda: package(f'<w:document xmlns:w="{W}"><w:body>{nested}'),
        "odt": lambda: odt_package(content("<text:p>" + "<text:span>" * 50_000)),
    }[kind]()


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_bottomless_nesting(tmp_path, kind):
    refused(tmp_path, f"plan.{kind}", deep(kind))


def test_spans_and_repetitions_without_end_are_cut_short(tmp_path):
    path = tmp_path / "plan.docx"
    wide = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{10**15}"/></w:tcPr>{paragraph("x")}</w:tc></w:tr></w:tbl>'
    path.write_bytes(docx(wide))
    assert read_document(path).blocks
    repeated = (
        '<text:p>x</text:p><table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
    )
    repeated += 'table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    path = tmp_path / "plan.odt"
    path.write_bytes(odt("<text:p/>" + repeated))
    assert len(read_document(path).blocks[-1].rows) <= 100


def test_merged_cells_over_a_whole_sheet(tmp_path):
    whole = xlsx(План=[row("Заходи", "Термін")])
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(
                    b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
                )
            target.writestr(name, data)
    assert "великий" in refused(tmp_path, "plan.xlsx", buffer.getvalue())


def test_old_word_file_without_libreoffice_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    message = refused(tmp_path, "plan.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert "Зберегти як" in message
    assert "LibreOffice" in message


def test_old_word_file_goes_through_libreoffice(tmp_path, monkeypatch):
    (tmp_path / "made.docx").write_bytes(GOOD)
    office = tmp_path / "soffice"
    office.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n/bin/cp "{tmp_path}/made.docx" "$2/source.docx"\n'
    )
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    old = tmp_path / "План.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    read = read_document(old)
    assert read.name == "План.doc"
    assert as_data(draft(read))["measures"][0]["text"] == "Захід"
    office.write_text("#!/bin/sh\nexit 1\n")
    assert "не зміг" in refused(tmp_path, "other.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600)


LARGE = [row("Заходи", "Термін", "Виконавці"), *(row(f"{n}. Захід", "2026", "УСЗН, ЦНАП") for n in range(4000))]
GOALS = [row("Завдання", "Заходи", "Виконавці"), *(row("1. Ціль", "1.1. Захід", "УСЗН") for _ in range(2000))]
MUCH = [row("Заходи", "Термін", "Виконавці"), [spot("слово " * 200_000), spot("2026"), spot("УСЗН, та " * 100_000)]]
MIXED = [row("Заходи", "Термін", "Виконавці"), [spot("1.1. a\n" * 3000), spot("2026\n" * 3000), spot("«(" * 5000)]]


@pytest.mark.slow
@pytest.mark.parametrize("rows", [LARGE, GOALS, MUCH, MIXED], ids=["rows", "repeated", "long", "lines"])
@pytest.mark.parametrize("write", ["docx", "odt", "xlsx"])
def test_large_files_take_seconds_and_little_memory(tmp_path, rows, write):
    if write == "xlsx" and rows is MUCH:
        pytest.skip("Excel keeps 32 767 characters in a cell")
    make = {"docx": lambda: docx(rows), "odt": lambda: odt(rows), "xlsx": lambda: xlsx(План=rows)}[write]
    path = tmp_path / f"plan.{write}"
    path.write_bytes(make())
    script = """
        import re, sys, time
        from pathlib import Path
        from generator.staff.importer import ImportProblem, draft, read_document, to_json, to_yaml
        try:
            made = draft(read_document(Path(sys.argv[1])))
            to_json(made), to_yaml(made)
        except ImportProblem as problem:
            print(problem)
        assert time.process_time() < 5, "time"
        status = Path("/proc/self/status")  # of this process alone: `getrusage` begins with what its parent took
        peak = re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text()) if status.exists() else None
        assert peak is None or int(peak[1]) < 512 * 1024, "memory"
    """
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )


def survives(path):
    try:
        made = draft(read_document(path))
    except ImportProblem:
        return
    as_data(made)
    to_yaml(made)


@settings(max_examples=tries(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=400),
    head=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf"]),
    kind=st.sampled_from(["docx", "odt", "xlsx"]),
)
@example(body=b"\x00" * 18, head=b"PK\x05\x06", kind="docx")
def test_arbitrary_bytes_never_end_in_a_traceback(tmp_path, body, head, kind):
    path = tmp_path / f"plan.{kind}"
    path.write_bytes(head + body)
    survives(path)


WHOLE = {
    "docx": docx("План", four_columns("kakhovka", goals="merged", indicators=True)),
    "odt": odt("План", four_columns("nizhyn", goals="merged")),
    "xlsx": xlsx(План=four_columns("nizhyn", goals="merged")),
}


@settings(max_examples=tries(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), kind=st.sampled_from(sorted(WHOLE)))
def test_damaged_files_never_end_in_a_traceback(tmp_path, data, kind):
    body = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / f"plan.{kind}"
    path.write_bytes(bytes(body))
    survives(path)


NAMES = [
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "p",
    "r",
    "t",
    "vMerge",
    "gridSpan",
    "numPr",
    "ins",
    "del",
    "sdt",
    "sdtContent",
    "pPr",
    "br",
]


@st.composite
def word_trees(draw):
    def tree(depth):
        name = draw(st.sampled_from(NAMES))
        value = draw(st.sampled_from(["", "0", "restart", "3", "-1", "x"]))
        text = draw(st.sampled_from(["", "1.1. Захід", "Термін", "Виконавці", "Заходи", "Всього", "2026", "-", "«"]))
        inner = "".join(tree(depth - 1) for _ in range(draw(st.integers(0, 4)))) if depth else ""
        return f'<w:{name} w:val="{value}">{text if name == "t" else ""}{inner}</w:{name}>'

    return "".join(tree(4) for _ in range(3))


@settings(max_examples=tries(100), suppress_health_check=list(HealthCheck))
@given(body=word_trees())
def test_odd_word_structures_never_end_in_a_traceback(tmp_path, body):
    path = tmp_path / "plan.docx"
    path.write_bytes(package(document(body)))
    survives(path)


CELLS = st.sampled_from(
    ["", "-", "1.", "1.1.", "1.1. Захід", "1.1.1. Крок\nЗаходи:\n1.1.1.1. а", "Заходи", "Термін", "Виконавці", "Всього", "2026", "100,0",
     "Стратегічна ціль 1. Ціль", "Операційна ціль 1.1.", "УСЗН, ЦНАП", "Джерело", "Сума, тис. грн", "№", "Завдання", "«Гасло»", "а", "("]
)  # fmt: skip


@settings(max_examples=tries(150), suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(
        st.lists(st.tuples(CELLS, st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=5), min_size=1, max_size=8
    )
)
def test_any_table_is_read_and_no_word_of_it_is_lost(tmp_path, rows):
    grid = [
        row("Завдання", "Заходи", "Термін", "Виконавці"),
        *([spot(text, *spans) for text, *spans in cells] for cells in rows),
    ]
    data = imported(tmp_path, "plan.docx", docx(grid))
    assert_nothing_lost(data, " ".join(cell.text for cells in grid for cell in cells))
    ids = [item["id"] for item in [*data["goals"], *data["measures"]]]
    assert len(ids) == len(set(ids))
