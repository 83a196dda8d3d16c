"""The `plans` command: options in, exit status out. Everything else is in generator/commands/."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from generator.build.clock import as_of_date
from generator.commands import addresses as addressing
from generator.commands import build as building
from generator.commands import check as checking
from generator.commands import import_file as importing
from generator.commands import new as newcomers
from generator.commands import new_site as own_sites
from generator.commands import progress as progressing
from generator.commands import report as reporting
from generator.commands import schema as schemas
from generator.commands import search as searching
from generator.commands import term as terms
from generator.commands import usage_errors
from generator.commands.options import (
    ADDRESS,
    AS_OF,
    CONFIG,
    CONFIG_IF_ANY,
    NEW_PLANS_DIR,
    OTHER_PLANS_DIR,
    PLANS_DIR,
    about_community,
    day_option,
)
from generator.commands.outcome import Outcome
from generator.reading.layout import ADDRESSES
from generator.source.usage_error import UsageError


def asker() -> newcomers.Ask | None:
    """Return the way to ask the person at the terminal; none when nobody sits there."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    return lambda question, default: str(click.prompt(question, default=default, show_default=bool(default)))


@click.group(help="Плани громад: перевірити, зібрати сайт, обмінятися звітами.")
def plans() -> None:
    """Group the commands."""


@plans.command(help="Показати всі помилки й попередження в планах.")
@PLANS_DIR
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Як показати: людям, програмам чи в GitHub.",
)
def check(plans_dir: Path, output: str) -> Outcome:
    """Run `plans check`."""
    return checking.check(plans_dir, output, as_of_date(None, os.environ), click.echo)


@plans.command(help="Перевірити плани і зібрати весь сайт; якщо є помилка, старий сайт лишається.")
@OTHER_PLANS_DIR
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Куди покласти сайт.",
)
@CONFIG
def build(plans_dir: Path | None, site_dir: Path, config_file: Path) -> Outcome:
    return building.build(config_file, plans_dir, site_dir, click.echo, page_count if sys.stderr.isatty() else None)


@plans.command(help="Показувати сайт у браузері й оновлювати, щойно збережено файл.")
@ADDRESS
@CONFIG
def serve(address: str, config_file: Path) -> Outcome:
    return building.serve(config_file, address, click.echo)


@plans.command(help="Записати сторінки в Markdown у теку DIR.")
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@AS_OF
@OTHER_PLANS_DIR
@CONFIG_IF_ANY
def render(target: Path, as_of: date | None, plans_dir: Path | None, config_file: Path | None) -> Outcome:
    return building.render(config_file, plans_dir, target, as_of, click.echo)


@plans.command(help="Показати, як зрозуміло строк TEXT.")
@click.argument("text")
@click.option("--year", type=int, help="Рік, якого бракує словам на зразок «протягом року».")
def term(text: str, year: int | None) -> Outcome:
    return terms.term(text, year, click.echo)


@plans.command(help="Показати, що знайде пошук сайту за словами QUERY: так перевіряють synonyms.yml.")
@click.argument("query")
@click.option("--community", default="", help="Лише в цій громаді: її ідентифікатор.")
@PLANS_DIR
def search(query: str, community: str, plans_dir: Path) -> Outcome:
    return searching.search(plans_dir, query, community, as_of_date(None, os.environ), click.echo)


@plans.command(help="Показати JSON Schema, за якою редактори перевіряють YAML.")
@click.argument("name", type=click.Choice(sorted(schemas.SCHEMAS)), required=False)
@click.option("--write", "target", type=click.Path(file_okay=False, path_type=Path), help="Записати всі схеми в теку.")
def schema(name: str | None, target: Path | None) -> Outcome:
    return schemas.schema(name, target, click.echo)


@plans.command(help="Зробити форму звіту (Word, Excel), щоб надіслати виконавцям плану PLAN (громада/план).")
@click.argument("plan")
@AS_OF
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Куди покласти файли; без цього – у поточну теку.",
)
@click.option("--executor", help="Лише для одного виконавця: його id із community.yml.")
@click.option(
    "--one-file/--by-executor", help="Одна форма на весь план чи окрема кожному виконавцеві (так, якщо не вказано)."
)
@click.option(
    "--format",
    "output",
    type=click.Choice(["docx", "xlsx", "both"]),
    default="both",
    show_default=True,
    help="Word, Excel чи обидва.",
)
@PLANS_DIR
def report(
    plan: str, as_of: date | None, out: Path, executor: str | None, one_file: bool, output: str, plans_dir: Path
) -> Outcome:
    day = as_of_date(as_of, os.environ)
    return reporting.report(plans_dir, plan, day, out, executor, one_file=one_file, output=output, say=click.echo)


@plans.command(help="Дописати звіти із заповненої форми FILE (.xlsx) до progress.yml: усі або жодного.")
@click.argument("filled", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Лише показати, що зміниться.")
@day_option("--reported", "День звіту РРРР-ММ-ДД, якщо не той, що у формі.")
@click.option("--source", help="Хто повідомив, якщо не той, кого названо у формі.")
@click.option("--sure", is_flag=True, help="Записати й те, про що є запитання: людина все перевірила.")
@PLANS_DIR
def progress(
    filled: Path, dry_run: bool, reported: date | None, source: str | None, sure: bool, plans_dir: Path
) -> Outcome:
    return progressing.progress(
        plans_dir, filled, click.echo, dry_run=dry_run, reported=reported, source=source, sure=sure
    )


@plans.command(help="Створити заготовку громади COMMUNITY і її плану; для наявної громади – ще одного плану.")
@click.argument("community")
@about_community
@NEW_PLANS_DIR
def new(community: str, plans_dir: Path, **options: str | None) -> Outcome:
    """Run `plans new`."""
    wanted = newcomers.Wanted(community, **options)
    return newcomers.new(wanted, plans_dir, as_of_date(None, os.environ), asker(), click.echo)


@plans.command("new-site", help="Створити в теці DIR сайт однієї громади.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--site-name", default=own_sites.SITE_NAME, show_default=True, help="Назва сайту.")
@click.option("--community", help="Ідентифікатор громади, яку одразу створити.")
@about_community
def new_site(folder: Path, site_name: str, community: str | None, **options: str | None) -> Outcome:
    """Run `plans new-site`."""
    wanted = newcomers.Wanted(community, **options) if community else None
    return own_sites.new_site(folder, site_name, wanted, as_of_date(None, os.environ), asker(), click.echo)


@plans.command("import", help="Зробити чернетку плану з файлу Word, OpenDocument або Excel.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--community", help="Громада, у теку якої записати чернетку; без неї чернетку видно на екрані.")
@click.option("--plan", help="Тека плану; якщо не дати, програма вибере сама.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="Чернетка для людей чи для програм.",
)
@click.option("--out", help="Файл для чернетки; «-» показує її на екрані.")
@NEW_PLANS_DIR
def import_file(
    file: Path, community: str | None, plan: str | None, output: str, out: str | None, plans_dir: Path
) -> Outcome:
    """Run `plans import`."""
    place = importing.Place(plans_dir, community, plan, out)
    return importing.import_file(file, output, place, click.echo, lambda text: click.echo(text, err=True))


@plans.command(help="Перевірити, чи діють усі адреси, які сайт колись мав; потрібен зібраний сайт.")
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Тека зібраного сайту.",
)
@click.option("--write", is_flag=True, help="Записати нові адреси у plans/addresses.txt.")
@PLANS_DIR
def addresses(site_dir: Path, write: bool, plans_dir: Path) -> Outcome:
    """Run `plans addresses`."""
    return addressing.check_addresses(site_dir, plans_dir / ADDRESSES, click.echo, write=write)


def page_count(done: int, total: int) -> None:
    """Show on a terminal how many pages are done."""
    if done % 20 == 0 or done == total:
        click.echo(f"\rСторінок: {done} з {total}", nl=done == total, err=True)


def main() -> None:
    """Run the command; what a person can get wrong ends in words and a status, never in a traceback."""
    try:
        status = plans(standalone_mode=False)
    except click.ClickException as error:
        click.echo(
            f"Неправильна команда: {usage_errors.words_of(error)}\nДовідка: {usage_errors.help_of(error)}", err=True
        )
        status = Outcome.USAGE_ERROR
    except click.Abort:
        click.echo("Перервано.", err=True)
        status = Outcome.PROBLEMS
    except UsageError as error:
        click.echo(str(error), err=True)
        status = Outcome.USAGE_ERROR
    except OSError as error:
        click.echo(usage_errors.words_of_system(error), err=True)
        status = Outcome.USAGE_ERROR
    sys.exit(int(status or 0))


if __name__ == "__main__":
    main()
