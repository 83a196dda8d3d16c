"""Opening zipped documents safely: limits before anything is unpacked, no document type declarations."""

import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from xml.etree import ElementTree as ET
from xml.parsers import expat

from generator.staff.importer.problem import ImportProblem

MOST_PARTS = 10_000
MOST_PART_BYTES = 20 * 1024 * 1024
MOST_READ_BYTES = 30 * 1024 * 1024
MOST_RATIO = 150
RATIO_FROM_BYTES = 5 * 1024 * 1024
MOST_ELEMENTS = 600_000
MOST_DEPTH = 200
_ENCRYPTED = 0x1

TOO_BIG = (
    "Файл занадто великий у розпакованому вигляді або схожий на «архівну бомбу», тому його не прочитано. "
    "Збережіть у новий файл лише таблицю плану й повторіть."
)
BROKEN = (
    "Файл пошкоджено або обірвано, прочитати його не вдалося. Відкрийте його у Word чи LibreOffice, "
    "збережіть наново й повторіть; якщо не відкривається, завантажте файл ще раз."
)
ENTITIES = (
    "У файлі є оголошення типу документа (DTD) або зовнішні посилання, яких у звичайному документі не буває; "
    "такі файли не читаємо. Відкрийте його у Word чи LibreOffice і збережіть наново."
)
ENCRYPTED = "Файл захищено паролем. Зніміть захист (Файл → Відомості → Захист документа) і повторіть."


@dataclass(slots=True)
class Package:
    """An opened .docx, .odt or .xlsx: its parts by name."""

    archive: zipfile.ZipFile
    budget: int = MOST_READ_BYTES
    """Bytes that may still be unpacked."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open `path`; raise ImportProblem if it is no sound zip file or unpacks to too much."""
        try:
            package = cls(zipfile.ZipFile(path))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, zlib.error) as error:
            raise ImportProblem(BROKEN) from error
        try:
            package._check_sizes()
        except ImportProblem:
            package.close()
            raise
        return package

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.archive.close()

    @property
    def names(self) -> set[str]:
        """Names of the parts."""
        return set(self.archive.namelist())

    def _check_sizes(self) -> None:
        parts = self.archive.infolist()
        if len(parts) > MOST_PARTS:
            raise ImportProblem(TOO_BIG)
        for part in parts:
            if part.flag_bits & _ENCRYPTED:
                raise ImportProblem(ENCRYPTED)
            ratio = part.file_size / max(part.compress_size, 1)
            if part.file_size > RATIO_FROM_BYTES and ratio > MOST_RATIO:
                raise ImportProblem(TOO_BIG)

    def read(self, name: str) -> bytes:
        """Unpack one part; raise ImportProblem when it is damaged or over the limits."""
        try:
            size = self.archive.getinfo(name).file_size
            if size > MOST_PART_BYTES or size > self.budget:
                raise ImportProblem(TOO_BIG)
            self.budget -= size
            return self.archive.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise ImportProblem(BROKEN) from error
        except (NotImplementedError, RuntimeError) as error:
            raise ImportProblem(BROKEN) from error

    def xml(self, name: str) -> ET.Element:
        """Parse one part; raise ImportProblem when it isn't plain well-formed XML."""
        return parse(self.read(name))

    def xml_or_none(self, name: str) -> ET.Element | None:
        """Parse one part if there is such a part."""
        return self.xml(name) if name in self.names else None


def parse(data: bytes) -> ET.Element:
    """Parse XML without a document type declaration; ElementTree then has no entity to expand."""
    refuse_hostile(data)
    try:
        return ET.fromstring(data)  # noqa: S314 -- DTD and depth are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise ImportProblem(BROKEN) from error


class _RefusalError(Exception):
    """Raised inside expat's callbacks; carries the message."""


def refuse_hostile(data: bytes, most: int = MOST_ELEMENTS) -> None:
    """Raise ImportProblem for a DTD, too many or too deeply nested elements; bad XML is left to the parser."""
    depth = 0
    count = 0

    def doctype(*_: object) -> None:
        raise _RefusalError(ENTITIES)

    def start(*_: object) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > MOST_DEPTH or count > most:
            raise _RefusalError(TOO_BIG)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    with suppress(expat.ExpatError, LookupError, ValueError):
        try:
            parser.Parse(data, True)
        except _RefusalError as refusal:
            raise ImportProblem(str(refusal)) from None


def local(element: ET.Element) -> str:
    """Return the element's name without its namespace (transitional and strict files differ in it)."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element | None, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def child(element: ET.Element | None, *path: str) -> ET.Element | None:
    """Walk down by local names; None as soon as one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((part for part in element if local(part) == name), None)
    return element


def whole_number(text: str | None, default: int, most: int) -> int:
    """Read a non-negative whole number, at most `most`; `default` for anything else."""
    text = (text or "").strip()
    if not text.isascii() or not text.isdigit():
        return default
    return min(int(text), most) if len(text) < 10 else most  # noqa: PLR2004 -- ten digits are over any limit
