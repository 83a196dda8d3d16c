"""From a file to a Document: the kind of file is told by its content, and must agree with its name."""

from collections.abc import Callable
from pathlib import Path

from generator.staff.importer.document import Document
from generator.staff.importer.docx import read_docx
from generator.staff.importer.legacy import converted
from generator.staff.importer.odt import read_odt
from generator.staff.importer.own_export import refuse_own_csv, refuse_own_export
from generator.staff.importer.package import ENCRYPTED, Package
from generator.staff.importer.problem import ImportProblem

KINDS = {
    "docx": "документ Word (.docx)",
    "odt": "документ OpenDocument (.odt)",
    "xlsx": "книга Excel (.xlsx)",
    "ods": "таблиця OpenDocument (.ods)",
    "doc": "документ старого формату Word (.doc)",
    "rtf": "документ RTF (.rtf)",
    "pdf": "файл PDF",
    "zip": "архів ZIP",
    "html": "сторінка HTML",
    "": "файл невідомого виду",
}
_SUFFIXES = {"docm": "docx", "dotx": "docx", "ott": "odt", "ots": "ods", "xlsm": "xlsx", "dot": "doc"}
_MAGIC = {b"%PDF": "pdf", b"{\\rtf": "rtf", b"<html": "html", b"<!DOC": "html", b"\xd0\xcf\x11\xe0": "doc"}
MOST_FILE_BYTES = 200 * 1024 * 1024
_HEAD = 512


def read_document(path: Path) -> Document:
    """Read a .docx, .odt, .xlsx or .ods (a .doc through LibreOffice); raise ImportProblem when it can't be done."""
    kind = _kind(path)
    named = path.suffix.lower().lstrip(".")
    named = _SUFFIXES.get(named, named)
    if kind == "doc" and _is_encrypted(path):
        raise ImportProblem(ENCRYPTED)
    if named == "csv":
        refuse_own_csv(path.read_bytes())
    if named != kind or kind in {"pdf", "zip", "html", ""}:
        raise ImportProblem(_mismatch(path, named, kind))
    if kind in {"doc", "rtf"}:
        with converted(path) as newer:
            return _read(newer, "docx", path.name)
    return _read(path, kind, path.name)


def _read(path: Path, kind: str, name: str) -> Document:
    reader = _reader(kind)
    try:
        with Package.open(path) as package:
            document = reader(package, name)
    except (RecursionError, MemoryError) as error:
        raise ImportProblem("Файл побудовано занадто складно, прочитати його не вдалося.") from error
    refuse_own_export(document)
    return document


def _reader(kind: str) -> Callable[[Package, str], Document]:
    """Return what reads a kind of file; books of Excel need a library that takes a second to load."""
    if kind in {"docx", "odt"}:
        return read_docx if kind == "docx" else read_odt
    from generator.staff.importer.ods import read_ods  # noqa: PLC0415
    from generator.staff.importer.xlsx import read_xlsx  # noqa: PLC0415

    return read_xlsx if kind == "xlsx" else read_ods


def _kind(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            raise ImportProblem("Файл більший за 200 МБ. Збережіть у новий файл лише таблицю плану й повторіть.")
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError) as error:
        raise ImportProblem(f"Файл «{path.name}» не відкривається: його немає або немає прав на читання.") from error
    if not head:
        raise ImportProblem(f"Файл «{path.name}» порожній.")
    for magic, kind in _MAGIC.items():
        if head.lstrip().lower().startswith(magic.lower()):
            return kind
    if not head.startswith(b"PK"):
        return ""
    with Package.open(path) as package:
        return _zip_kind(package)


def _is_encrypted(path: Path) -> bool:
    """Office wraps a password-protected document in the old container, under a name of its own."""
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()


def _zip_kind(package: Package) -> str:
    names = package.names
    mimetype = package.read("mimetype").strip() if "mimetype" in names else b""
    if mimetype.endswith((b"opendocument.text", b"opendocument.spreadsheet")):
        return "odt" if mimetype.endswith(b"text") else "ods"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    return "zip"


def _mismatch(path: Path, named: str, kind: str) -> str:
    if named not in {"docx", "odt", "xlsx", "ods", "doc", "rtf"}:
        return (
            f"Файли .{named} не читаємо («{path.name}»). Потрібен .docx, .odt, .xlsx або .ods: відкрийте файл у своїй "
            "програмі й збережіть в одному з цих форматів."
        )
    real = KINDS[kind]
    if kind in {"docx", "odt", "xlsx", "ods", "doc", "rtf"}:
        return f"Назва «{path.name}» закінчується на .{named}, але насправді це {real}. Перейменуйте на .{kind}."
    advice = "Попросіть у розробника плану файл Word." if kind == "pdf" else "Перевірте, чи той файл узято."
    return f"«{path.name}» — не {KINDS[named]}, а {real}; можливо, файл пошкоджено. {advice}"
