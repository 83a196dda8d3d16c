"""Our CSV opened in LibreOffice: no text becomes a date, a time or another number, in Ukrainian and in English."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from generator.outputs.columns import COLUMNS
from generator.outputs.plan_csv import guarded

if TYPE_CHECKING:
    from pathlib import Path

OFFICE_PROGRAM = shutil.which("soffice")
LANGUAGES = {"uk": 1058, "en-US": 1033}
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEMPTING = [
    "1.1", "1.1.1", "1.10", "2.3.", "12.2026", "1-1", "1-2-3", "03-01", "1/2", "10:30", "1.", "007", "1e5",
    "травень 2026", "1 травня", "1 травня 2026", "May 2026", "1 May", "31.12.2026", "10.5", "=1+1",
]  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE_PROGRAM is None, reason="LibreOffice (soffice) не встановлено"),
]


def opened(files: dict[str, bytes], language: str, folder: Path) -> dict[str, list[list[tuple[str, str]]]]:
    """Return the cells of each file as LibreOffice holds them: kind of value and text."""
    folder.mkdir()
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content)
    command = [str(OFFICE_PROGRAM), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter=CSV:59,34,76,1,,{LANGUAGES[language]},false,true,false", "--convert-to", "fods"]
    command += ["--outdir", str(folder), *(str(folder / f"{name}.csv") for name in files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: cells((folder / f"{name}.fods").read_bytes()) for name in files}


def cells(content: bytes) -> list[list[tuple[str, str]]]:
    sheet = ET.fromstring(content).find(f".//{TABLE}table")  # noqa: S314 - written by LibreOffice from our own file
    found = []
    for row in sheet.iter(f"{TABLE}table-row"):
        line = []
        for cell in row:
            text = "\n".join("".join(part.itertext()) for part in cell if part.tag.endswith("}p"))
            line += [(cell.get(f"{OFFICE}value-type", ""), text)] * int(
                cell.get(f"{TABLE}number-columns-repeated", "1")
            )
        found.append(line)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_plan_becomes_anything_else(any_site, language: str, tmp_path: Path) -> None:
    files = {
        address.replace("/", "-").removesuffix(".csv"): content
        for address, content in any_site.assets.items()
        if address.endswith("plan.csv")
    }
    dates = [column.dates for column in COLUMNS]
    for name, held in opened(files, language, tmp_path / "office").items():
        typed = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline=""), delimiter=";"))
        assert len(typed) > 1
        for row, line in zip(typed[1:], held[1:], strict=False):
            for is_date, text, (kind, shown) in zip(dates, row, line, strict=False):
                if is_date:
                    assert kind == ("date" if text else "")
                elif kind == "float":
                    assert float(shown.replace(",", ".").replace(" ", "")) == float(
                        text.replace(",", ".").replace(" ", "").replace("\u00a0", "")
                    )
                elif text:
                    assert (kind, shown) == ("string", text.replace("\r\n", "\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_tempts_a_spreadsheet_stays_as_typed(language: str, tmp_path: Path) -> None:
    files = {
        "guarded": "\r\n".join(map(guarded, TEMPTING)).encode("utf-8-sig"),
        "bare": "\r\n".join(TEMPTING).encode("utf-8-sig"),
    }
    held = opened(files, language, tmp_path / "office")
    assert [line[0] for line in held["guarded"]][: len(TEMPTING)] == [("string", f"'{text}") for text in TEMPTING]
    changed = [text for text, line in zip(TEMPTING, held["bare"], strict=False) if line[0] != ("string", text)]
    assert len(changed) > len(TEMPTING) // 2, "without the apostrophe most of them change"
