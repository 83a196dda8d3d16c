"""Writing files that were not there before: nothing that stands is ever overwritten."""

from collections.abc import Mapping
from pathlib import Path


def write_new(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write files below a folder, all or none; ValueError in words when one is there already or can't be written."""
    targets = {folder / name: text for name, text in files.items()}
    for target in targets:
        if target.exists():
            raise ValueError(f"Файл «{target.as_posix()}» уже є; нічого не записано.")
    for target, text in targets.items():
        write(target, text)
    return list(targets)


def write(target: Path, text: str) -> None:
    """Write one file, making folders as needed; ValueError in words when that can't be done."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = {PermissionError: "немає дозволу", FileExistsError: "на цьому місці стоїть файл"}.get(type(error))
        words = reason or "диск або тека недоступні"
        raise ValueError(f"Не вдалося записати «{target.as_posix()}»: {words}.") from error


def read(source: Path) -> str:
    """Read one file; ValueError in words when that can't be done."""
    try:
        return source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"Файл «{source.as_posix()}» не читається; перевірте, чи він у UTF-8.") from error
