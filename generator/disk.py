"""The disk: files under a folder in, files of a site out, an old site replaced in one step."""

import shutil
from collections.abc import Iterable
from pathlib import Path

_WANTED = {".yml", ".yaml", ".md"}


def read_files(folder: Path) -> dict[str, bytes]:
    """Read YAML and Markdown files below a folder, by path relative to it; links that lead out are left out."""
    root = folder.resolve()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in _WANTED and path.is_file() and path.resolve().is_relative_to(root)
    }


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
