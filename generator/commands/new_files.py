"""Writing files that were not there before: nothing that stands is ever overwritten."""

from collections.abc import Mapping
from pathlib import Path

from generator.source.usage_error import UsageError


def write_new(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write files below a folder, all or none; UsageError when one is there already."""
    targets = {folder / name: text.encode() for name, text in files.items()}
    for target in targets:
        if target.exists():
            raise UsageError(f"Файл «{target.as_posix()}» уже є; нічого не записано.")
    for target, content in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return list(targets)


def write(target: Path, text: str) -> None:
    """Write one file, making folders as needed."""
    content = text.encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def read(source: Path) -> str:
    """Read one file; UsageError when it is not in UTF-8."""
    try:
        return source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"Файл «{source.as_posix()}» не читається; перевірте, чи він у UTF-8.") from error
