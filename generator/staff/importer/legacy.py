"""The old .doc (and .rtf): LibreOffice turns it into .docx, if it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.staff.importer.problem import ImportProblem

SECONDS = 120


@contextmanager
def converted(path: Path) -> Iterator[Path]:
    """Return a temporary .docx made from `path`; raise ImportProblem without LibreOffice or when it fails."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise ImportProblem(
            f"«{path.name}» — у старому форматі Word, а LibreOffice, яким його перетворюють, не встановлено. "
            "Відкрийте файл у Word, виберіть «Файл → Зберегти як → Документ Word (.docx)» і повторіть з новим файлом; "
            "або встановіть LibreOffice."
        )
    with tempfile.TemporaryDirectory() as folder:
        yield _convert(office, path, Path(folder))


def _convert(office: str, path: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    source = folder / f"source{path.suffix}"
    shutil.copyfile(path, source)
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
    try:
        subprocess.run(
            [*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=SECONDS
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ImportProblem(_FAILED.format(name=path.name)) from error
    target = folder / "source.docx"
    if not target.exists():
        raise ImportProblem(_FAILED.format(name=path.name))
    return target


_FAILED = (
    "LibreOffice не зміг перетворити «{name}» на .docx. Відкрийте файл у Word, виберіть "
    "«Файл → Зберегти як → Документ Word (.docx)» і повторіть з новим файлом."
)
