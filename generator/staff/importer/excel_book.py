"""Opening an Excel workbook safely: limits before openpyxl sees a part, strict books read as usual ones."""

import re
import warnings
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.staff.importer.package import BROKEN, TOO_BIG, Package, refuse_hostile
from generator.staff.importer.problem import ImportProblem

_MOST_ELEMENTS = 300_000
_MOST_MERGED = 100_000
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*[\"']([A-Z]+\d+(?::[A-Z]+\d+)?)[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""Namespaces of ISO/IEC 29500 Strict as Transitional names them, the only one openpyxl knows."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook twice: with the values that were saved and, where it has any, with its formulas."""

    sheets: list[Worksheet]
    formulas: dict[str, set[tuple[int, int]]]
    """Cells with a formula, by the name of the sheet."""


def open_book(package: Package) -> Book:
    """Open a workbook; raise ImportProblem when it is damaged, hostile or over the limits."""
    parts = _checked_parts(package)
    file: IO[bytes] | None = package.archive.fp
    if any(_STRICT in data for data in parts.values()):
        file = _as_usual(package, parts)
    has_formulas = any(_FORMULA.search(data) for name, data in parts.items() if "/worksheets/" in name)
    formulas = _formulas(_loaded(file, values=False)) if has_formulas else {}
    return Book(_loaded(file, values=True).worksheets, formulas)


def _loaded(file: IO[bytes] | None, *, values: bool) -> Workbook:
    try:
        file.seek(0)  # type: ignore[union-attr]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out nothing is a plan's
            return load_workbook(file, data_only=values, keep_links=False, rich_text=values)  # type: ignore[arg-type]
    except Exception as error:  # openpyxl raises anything on a malformed part
        raise ImportProblem(BROKEN) from error


def _formulas(book: Workbook) -> dict[str, set[tuple[int, int]]]:
    return {
        sheet.title: {place for place, cell in sheet._cells.items() if getattr(cell, "data_type", "") == "f"}  # noqa: SLF001 -- iter_rows() would create every cell of a sparse sheet
        for sheet in book.worksheets
    }


def _as_usual(package: Package, parts: dict[str, bytes]) -> BytesIO:
    """Return the workbook with the namespaces that openpyxl knows."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in package.names:
            data = parts.get(name, b"")
            for strict, usual in _USUAL.items():
                data = data.replace(strict, usual)
            archive.writestr(name, data)
    buffer.seek(0)
    return buffer


def _checked_parts(package: Package) -> dict[str, bytes]:
    """Look into every XML part before openpyxl does: it keeps no limits of its own."""
    area, parts = 0, {}
    for name in package.names:
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        data = parts[name] = package.read(name)
        refuse_hostile(data, _MOST_ELEMENTS)
        for reference in _MERGE.findall(data):
            left, top, right, bottom = _bounds(reference.decode("ascii"))
            area += (right - left + 1) * (bottom - top + 1)
        if area > _MOST_MERGED:
            raise ImportProblem(TOO_BIG)
    return parts


def _bounds(reference: str) -> tuple[int, int, int, int]:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError as error:
        raise ImportProblem(BROKEN) from error
    return int(left or 1), int(top or 1), int(right or 1), int(bottom or 1)
