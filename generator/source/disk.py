"""The disk: files under a folder in, files of a site out."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.source.pictures import is_picture
from generator.source.usage_error import UsageError
from generator.source.yaml_syntax import MAX_BYTES

_WANTED = {".yml", ".yaml", ".md"}
ADDRESSES = "addresses.txt"
"""The list of published addresses: read whole, however long a country makes it."""


def read_files(folder: Path) -> dict[str, bytes]:
    """Read what stands below a folder, by path relative to it.

    Only YAML, Markdown and pictures come with their content, no more of it than is ever read; of others the name is
    what matters. UsageError when a file can't be read, or is none: links that lead out, pipes, folders named as files.
    """
    refuse_strange(folder, _WANTED)
    found = {path.relative_to(folder).as_posix(): path for path in _files_below(folder)}
    return {name: _content(found[name]) for name in sorted(found)}


def refuse_strange(folder: Path, files_only: Collection[str] = ()) -> None:
    """Refuse with UsageError, all at once, what stands below a folder and is no file or folder of its own.

    `files_only`: endings of names that no folder may have. Hidden names are passed over, as readers do.
    """
    root = folder.resolve()
    if not folder.is_dir():
        return
    wrong = [f"{path}: {reason}" for path in _entries(folder) if (reason := _strange(path, root, files_only))]
    if wrong:
        raise UsageError("\n".join(wrong))


def _strange(path: Path, root: Path, files_only: Collection[str]) -> str:
    """Say why something can't be read where it stands, and what to do; nothing when it can."""
    if path.is_symlink():
        if not path.exists():
            return "це посилання на те, чого немає; приберіть його або покладіть сюди сам файл"
        if path.is_dir():
            return "це посилання на теку; покладіть сюди саму теку"
        if not path.resolve().is_relative_to(root):
            return "це посилання на файл з іншого місця; покладіть сюди сам файл"
    if path.is_dir():
        return "це тека, а має бути файл; перейменуйте її" if path.suffix in files_only else ""
    return "" if path.is_file() else "це не файл (канал, сокет чи пристрій); приберіть його звідси"


def _entries(folder: Path) -> Iterator[Path]:
    """Return what stands below a folder and is not hidden; links to folders are not followed."""
    for below, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(below) / name for name in [*folders, *sorted(files)] if not name.startswith("."))


def _files_below(folder: Path) -> Iterator[Path]:
    for below, _, files in os.walk(folder):
        paths = (Path(below) / name for name in files)
        yield from (path for path in paths if path.is_file() and not (path.is_symlink() and path.name.startswith(".")))


def _raise(error: OSError) -> None:
    raise error


def _content(path: Path) -> bytes:
    if path.suffix not in _WANTED and path.name != ADDRESSES and not is_picture(path.name):
        return b""
    try:
        with path.open("rb") as file:
            return file.read() if path.name == ADDRESSES else file.read(MAX_BYTES + 1)
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
