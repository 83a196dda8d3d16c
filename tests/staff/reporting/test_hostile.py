"""Files made to do harm, or broken on the way: a message, soon, and nothing written."""

import io
import re
import time
import zipfile

import pytest

from generator.commands.outcome import Outcome

SHEET = "xl/worksheets/sheet1.xml"


def rewritten(content: bytes, change) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return result.getvalue()


def in_sheet(change):
    return lambda content: rewritten(content, lambda name, part: change(part) if name == SHEET else part)


HOSTILE = {
    "bomb": in_sheet(lambda part: part.replace(b"<sheetData>", b"<sheetData>" + b" " * 200_000_000)),
    "entities": in_sheet(lambda part: b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + part),
    "external": in_sheet(lambda part: b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + part),
    "truncated": lambda content: content[: len(content) // 2],
    "not xml": in_sheet(lambda part: part[:-200]),
    "far row": in_sheet(lambda part: part.replace(b'<row r="6"', b'<row r="99999999999"')),
    "many far rows": in_sheet(lambda part: part.replace(b'<row r="6"', b'<row r="1300000"')),
    "endless rows": in_sheet(
        lambda part: part.replace(
            b"</sheetData>",
            b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(300, 190_000))
            + b"</sheetData>",
        )
    ),
    "bad row": in_sheet(lambda part: part.replace(b'<row r="6"', b'<row r="x"')),
    "bad style": in_sheet(lambda part: re.sub(rb' s="\d+"', b' s="x"', part)),
    "no sheet": lambda content: rewritten(content, lambda name, part: b"" if name == SHEET else part),
    "zip of nothing": lambda _: b"PK\x05\x06" + b"\0" * 18,
    "noise": lambda _: b"PK" + bytes(range(256)) * 100,
}
LARGE = {"bomb", "endless rows"}


@pytest.mark.parametrize(
    "harm", [pytest.param(harm, marks=[pytest.mark.slow] if harm in LARGE else []) for harm in HOSTILE]
)
def test_a_hostile_file_gets_a_message_in_time(office, harm):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    path = form.save(office.folder / "filled.xlsx")
    path.write_bytes(HOSTILE[harm](path.read_bytes()))
    began = time.process_time()
    outcome, said = office.give(path)
    assert outcome is Outcome.PROBLEMS
    assert said[0].startswith("filled.xlsx: ")
    assert said[-1] == "Нічого не записано: спершу виправте помилки."
    assert time.process_time() - began < 5
    assert not office.progress_file.exists()


def test_a_huge_merged_area_does_no_harm(office):
    form = office.form()
    form.fill("1-1-1", status="Виконується")
    path = form.save(office.folder / "filled.xlsx")
    merge = in_sheet(
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="P1:XFD1048576"/></mergeCells>'
        )
    )
    path.write_bytes(merge(path.read_bytes()))
    assert office.give(path)[0] is Outcome.FINE
