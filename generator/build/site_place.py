"""Where a site may be put. The folder of a site is replaced whole, so nothing that must not be lost may stand there."""

import stat
from collections.abc import Iterator
from pathlib import Path

from generator.build import site_mark
from generator.build.sources import Sources
from generator.source.usage_error import UsageError

_PACKAGE = Path(__file__).parent.parent
_KINDS = (
    (stat.S_ISREG, "файл"),
    (stat.S_ISBLK, "пристрій"),
    (stat.S_ISCHR, "пристрій"),
    (stat.S_ISFIFO, "канал (FIFO)"),
    (stat.S_ISSOCK, "сокет"),
)
_OF_OLDER_VERSIONS = ("embed.js", "data/index.json", "404.html")
"""What every site had before sites were marked."""
_MOST_NAMED = 3
_REPLACED = "Теку сайту програма щоразу замінює повністю"
SITE_OPTION = "--site-dir site"
"""How another place is given, where a message advises that."""


def refuse_place(folder: Path, sources: Sources, instead: str = SITE_OPTION) -> None:
    """Refuse with UsageError a place for the site that is no folder, would cost a source, or holds what is not ours.

    `instead`: how the person gives another place.
    """
    refuse_no_folder(folder, instead)
    refuse_to_lose(folder, sources, instead)
    refuse_to_replace(folder, instead)


def refuse_to_lose(folder: Path, sources: Sources, instead: str = SITE_OPTION) -> None:
    """Refuse with UsageError a folder for the site that would cost a source of it, or history."""
    target = folder.resolve()
    for place, what in _places(sources):
        if target.is_relative_to(place) or place.is_relative_to(target):
            raise _no(
                folder, f"це місце займає {what} ({place}). {_REPLACED}; дайте їй окреме місце, наприклад: {instead}"
            )
    if ".git" in target.parts or (target / ".git").exists():
        raise _no(folder, f"там стоїть історія змін (.git). {_REPLACED}; дайте їй окреме місце, наприклад: {instead}")


def refuse_no_folder(folder: Path, instead: str = SITE_OPTION) -> None:
    """Refuse with UsageError a place for the site where something stands that is no folder."""
    try:
        target = folder.resolve()
        mode = target.lstat().st_mode
    except FileNotFoundError:
        if folder.is_symlink():
            reason = "це посилання на те, чого немає; приберіть посилання або створіть теку, на яку воно вказує"
            raise _no(folder, reason) from None
        return
    except NotADirectoryError:
        raise _no(folder, "на шляху стоїть файл, а потрібна тека") from None
    except (OSError, RuntimeError):  # links that lead to each other
        raise _no(folder, "шлях нікуди не веде; перевірте посилання й назви тек у ньому") from None
    for is_kind, words in _KINDS:
        if is_kind(mode):
            raise _no(folder, f"на цьому місці стоїть {words}, а потрібна тека; дайте інше місце, наприклад: {instead}")


def refuse_to_replace(folder: Path, instead: str = SITE_OPTION) -> None:
    """Refuse with UsageError a folder that holds anything that we did not put there."""
    foreign = site_mark.strangers(folder) if folder.is_dir() else []
    if not foreign:
        return
    if site_mark.is_marked(folder):
        reason = (
            f"крім сайту, там є те, що поклали або змінили після програми: {_named(foreign)}. {_REPLACED}, і це "
            "зникло б; приберіть його звідти (файли, потрібні на сайті, кладіть у content/) і повторіть"
        )
    elif all((folder / name).is_file() for name in _OF_OLDER_VERSIONS):
        reason = (
            f"там стоїть сайт без позначки програми ({site_mark.MARK}). Якщо його зібрала давніша версія, видаліть "
            f"теку «{folder}» і повторіть; якщо він не звідси, дайте порожню або нову теку, наприклад: {instead}"
        )
    else:
        kept = f"{_REPLACED}, і це зникло б; дайте порожню або нову теку, наприклад: {instead}"
        reason = f"там стоїть не наше: {_named(foreign)}. {kept}"
    raise _no(folder, reason)


def _no(folder: Path, reason: str) -> UsageError:
    return UsageError(f"Сайт не можна покласти в «{folder}»: {reason}.")


def _named(paths: list[str]) -> str:
    """Name the first of what was found, and say how many more there are."""
    more = len(paths) - _MOST_NAMED
    return ", ".join(paths[:_MOST_NAMED]) + (f" та ще {more}" if more > 0 else "")


def _places(sources: Sources) -> Iterator[tuple[Path, str]]:
    """Return what must not be lost, and what it is called; the site may stand below the settings, but not above."""
    yield sources.plans.resolve(), "тека планів"
    yield sources.content.resolve(), "тека сторінок, написаних вручну"
    for theme in sources.themes:
        yield theme.resolve(), "тека оформлення"
    yield _PACKAGE.resolve(), "сама програма"
    yield sources.settings_file.resolve(), "файл налаштувань"
