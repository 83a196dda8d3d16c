"""Options that several commands take."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.build.clock import read_day
from generator.commands.outcome import Outcome
from generator.source.usage_error import UsageError

Decorator = Callable[[Callable[..., Outcome]], Callable[..., Outcome]]
LAST_PORT = 65_535
SETTINGS = Path("mkdocs.yml")


def day_option(name: str, help_text: str) -> Decorator:
    """Return an option that takes a day as РРРР-ММ-ДД."""

    def convert(_context: click.Context, _option: click.Parameter, typed: str | None) -> date | None:
        return read_day(typed, name) if typed else None

    return click.option(name, callback=convert, help=help_text)


def _plans_dir(*, exists: bool) -> Decorator:
    return click.option(
        "--plans-dir",
        type=click.Path(exists=exists, file_okay=False, path_type=Path),
        default=Path("plans"),
        show_default=True,
        help="Тека з планами.",
    )


PLANS_DIR = _plans_dir(exists=True)
NEW_PLANS_DIR = _plans_dir(exists=False)
"""The same folder, which may be still to come."""
AS_OF = day_option("--as-of", "Станом на який день: РРРР-ММ-ДД.")
OTHER_PLANS_DIR = click.option(
    "--plans-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Тека з планами, якщо не та, що в налаштуваннях.",
)
"""Another folder than mkdocs.yml names."""
CONFIG_IF_ANY = click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=lambda: SETTINGS if SETTINGS.is_file() else None,
    help="Файл налаштувань сайту; без нього – mkdocs.yml, якщо він є.",
)
CONFIG = click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=SETTINGS,
    show_default=True,
    help="Файл налаштувань сайту.",
)

DRAFTS = click.option(
    "--drafts", is_flag=True, help="Разом із чернетками: їхні сторінки позначено, і ніщо на сайті на них не веде."
)

OFFLINE = click.option(
    "--offline", is_flag=True, help="Копія для флешки: сторінки відкриваються з диска, без сервера; її не публікують."
)

WORKERS = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="СКІЛЬКИ",
    help="Скільки процесів збирають сторінки громад; сайт від цього не змінюється. Без цього програма вирішує сама.",
)

SITE_DIR = click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Тека зібраного сайту.",
)


def _address(_context: click.Context, _option: click.Parameter, typed: str) -> str:
    host, _, port = typed.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > LAST_PORT:
        raise UsageError(f"--address: «{typed}» не годиться; адресу й порт пишуть так: 127.0.0.1:8000")
    return typed


ADDRESS = click.option(
    "--address", default="127.0.0.1:8000", show_default=True, callback=_address, help="Адреса й порт."
)


def about_community(command: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Add the options that describe a new community and its plan."""
    for name, help_text in reversed(
        (
            ("--name", "Повна назва громади."),
            ("--short-name", "Коротка назва для меню."),
            ("--oblast", "Область повністю: «Чернігівська область»."),
            ("--plan", "Тека плану, латиницею: plan-2026."),
            ("--title", "Повна назва плану, як у документі."),
            ("--period-start", "Перший день плану: РРРР-ММ-ДД."),
            ("--period-end", "Останній день плану: РРРР-ММ-ДД."),
            ("--template", "Слово, спільне для планів за одним зразком."),
        )
    ):
        command = click.option(name, help=help_text)(command)
    return command
