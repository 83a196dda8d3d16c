"""Where a site may be put. The folder of a site is replaced whole, so nothing that must not be lost may stand there."""

from collections.abc import Iterator
from pathlib import Path

from generator.build.sources import Sources
from generator.source.usage_error import UsageError

_PACKAGE = Path(__file__).parent.parent
_FIRST_PAGE = "index.html"
"""By this file a folder is known to hold a site."""


def refuse_to_lose(folder: Path, sources: Sources) -> None:
    """Refuse with UsageError a folder for the site that would cost a source of it, or history."""
    target = folder.resolve()
    for place, what in _places(sources):
        if target.is_relative_to(place) or place.is_relative_to(target):
            raise UsageError(
                f"Сайт не можна покласти в «{folder}»: це місце займає {what} ({place}). Теку сайту програма щоразу "
                "замінює повністю; дайте їй окреме місце, наприклад: --site-dir site"
            )
    if ".git" in target.parts or (target / ".git").exists():
        raise UsageError(
            f"Сайт не можна покласти в «{folder}»: там стоїть історія змін (.git). Теку сайту програма щоразу замінює "
            "повністю; дайте їй окреме місце, наприклад: --site-dir site"
        )


def refuse_to_replace(folder: Path) -> None:
    """Refuse with UsageError a folder that holds something else than a site."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _FIRST_PAGE).is_file():
        raise UsageError(
            f"Сайт не можна покласти в «{folder}»: тека не порожня, а сайту в ній немає. "
            "Її вміст зник би; дайте порожню або нову теку, наприклад: --site-dir site"
        )


def _places(sources: Sources) -> Iterator[tuple[Path, str]]:
    """Return what must not be lost, and what it is called; the site may stand below the settings, but not above."""
    yield sources.plans.resolve(), "тека планів"
    yield sources.content.resolve(), "тека сторінок, написаних вручну"
    for theme in sources.themes:
        yield theme.resolve(), "тека оформлення"
    yield _PACKAGE.resolve(), "сама програма"
    yield sources.settings_file.resolve(), "файл налаштувань"
