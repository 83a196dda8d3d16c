"""The disk: files under a folder in, files of a site out, an old site replaced in one step."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.source.pictures import is_picture
from generator.source.usage_error import UsageError
from generator.source.yaml_syntax import MAX_BYTES

_WANTED = {".yml", ".yaml", ".md"}


def read_files(folder: Path) -> dict[str, bytes]:
    """Read what stands below a folder, by path relative to it.

    Only YAML, Markdown and pictures come with their content, no more of it than is ever read; of others the name is
    what matters. Links that lead out of the folder are left out. UsageError when a file can't be read.
    """
    root = folder.resolve()
    return {
        path.relative_to(folder).as_posix(): _content(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.resolve().is_relative_to(root)
    }


def _content(path: Path) -> bytes:
    if path.suffix not in _WANTED and not is_picture(path.name):
        return b""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise UsageError(f"файл «{path}» не вдається прочитати; перевірте, чи є до нього доступ") from None


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files below a folder, making folders as needed; gives how many were written."""
    count = 0
    for name, content in files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count


def replace_folder(new: Path, old: Path) -> None:
    """Put a finished folder in the place of an old one; the old one stays until the new one stands."""
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)
