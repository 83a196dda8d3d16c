"""The `plans` command: options in, exit status out. Everything else is in generator/commands/."""

import os
import sys
from pathlib import Path

import click

from generator.clock import as_of_date
from generator.commands import build as building
from generator.commands import check as checking
from generator.commands import schema as schemas
from generator.commands import term as terms
from generator.commands.outcome import Outcome

PLANS_DIR = click.option(
    "--plans-dir", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("plans"),
    show_default=True, help="Тека з планами.")
CONFIG = click.option(
    "--config-file", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=Path("mkdocs.yml"),
    show_default=True, help="Файл налаштувань сайту.")


@click.group(help="Плани громад: перевірити, зібрати сайт, обмінятися звітами.")
def plans() -> None:
    """Group the commands."""


@plans.command(help="Показати всі помилки й попередження в планах.")
@PLANS_DIR
@click.option("--format", "output", type=click.Choice(["text", "json", "github"]), default="text",
              show_default=True, help="Як показати: людям, програмам чи в GitHub.")
def check(plans_dir: Path, output: str) -> Outcome:
    return checking.check(plans_dir, output, click.echo)


@plans.command(help="Перевірити плани і зібрати весь сайт; якщо є помилка, старий сайт лишається.")
@click.option("--plans-dir", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Тека з планами, якщо не та, що в налаштуваннях.")
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), default=Path("site"),
              show_default=True, help="Куди покласти сайт.")
@CONFIG
def build(plans_dir: Path | None, site_dir: Path, config_file: Path) -> Outcome:
    folder = plans_dir.resolve() if plans_dir else None
    return building.build(config_file, folder, site_dir, click.echo)


@plans.command(help="Показувати сайт у браузері й оновлювати, щойно збережено файл.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Адреса й порт.")
@CONFIG
def serve(address: str, config_file: Path) -> Outcome:
    building.plugin.serve(config_file, address)
    return Outcome.FINE


@plans.command(help="Записати сторінки в Markdown у теку DIR.")
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--as-of", help="Станом на який день: РРРР-ММ-ДД.")
@PLANS_DIR
def render(target: Path, as_of: str | None, plans_dir: Path) -> Outcome:
    return building.render(plans_dir, target, as_of_date(as_of, os.environ), click.echo)


@plans.command(help="Показати, як зрозуміло строк TEXT.")
@click.argument("text")
@click.option("--year", type=int, help="Рік, якого бракує словам на зразок «протягом року».")
def term(text: str, year: int | None) -> Outcome:
    return terms.term(text, year, click.echo)


@plans.command(help="Показати JSON Schema, за якою редактори перевіряють YAML.")
@click.argument("name", type=click.Choice(sorted(schemas.SCHEMAS)), required=False)
@click.option("--write", "target", type=click.Path(file_okay=False, path_type=Path), help="Записати всі схеми в теку.")
def schema(name: str | None, target: Path | None) -> Outcome:
    return schemas.schema(name, target, click.echo)


def main() -> None:
    """Run the command; what a person can get wrong ends in words and a status, never in a traceback."""
    try:
        status = plans(standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"Неправильна команда: {words_of(error)}\nДовідка: plans --help", err=True)
        status = Outcome.WRONG_USE
    except click.Abort:
        click.echo("Перервано.", err=True)
        status = Outcome.PROBLEMS
    except ValueError as error:
        click.echo(str(error), err=True)
        status = Outcome.WRONG_USE
    sys.exit(int(status or 0))


def words_of(error: click.ClickException) -> str:
    """Say in Ukrainian what is wrong with a command line."""
    match error:
        case click.NoSuchOption():
            return f"параметра «{error.option_name}» немає"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"бракує значення {name}"
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"значення {name} не годиться: {error.message}"
        case _:
            return error.format_message()


if __name__ == "__main__":
    main()
