"""The commands of `plans`: what each is called, what it does and in which module; a module is loaded when it is run."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

import click

from generator.commands.help_page import PlansCommand
from generator.commands.outcome import Outcome
from generator.source.problem import maybe


@dataclass(frozen=True, slots=True)
class Listed:
    """A command that was not loaded yet: its line in the help and the module of generator/commands/ that has it."""

    module: str
    help: str


COMMANDS = {
    "addresses": Listed("addresses", "Перевірити, чи діють усі адреси, які сайт колись мав; потрібен зібраний сайт."),
    "build": Listed("build", "Перевірити плани і зібрати весь сайт; якщо є помилка, старий сайт лишається."),
    "check": Listed("check", "Показати всі помилки й попередження в планах."),
    "form": Listed("form", "Показати відомі форми планів або записати порожню таблицю однієї з них (.xlsx)."),
    "import": Listed("import_file", "Зробити чернетку плану з файлу Word, OpenDocument або Excel."),
    "links": Listed("links", "Перевірити, чи відкриваються адреси, які названо в планах і текстах; потрібен інтернет."),
    "new": Listed("new", "Створити заготовку громади і її плану; для наявної громади – ще одного плану."),
    "new-site": Listed("new_site", "Створити в новій теці сайт однієї громади."),
    "progress": Listed("progress", "Дописати звіти із заповненої форми (.xlsx) до progress.yml: усі або жодного."),
    "promises": Listed(
        "promises", "Перевірити, чи звіти стоять при тих заходах, про які їх дано; підтвердити виправлення слів."
    ),
    "render": Listed("render", "Записати в теку сторінки в Markdown."),
    "report": Listed("report", "Зробити форму звіту (Word, Excel), щоб надіслати виконавцям плану."),
    "schema": Listed("schema", "Показати JSON Schema, за якою редактори перевіряють YAML."),
    "search": Listed("search", "Показати, що знайде пошук сайту за словами: так перевіряють synonyms.yml."),
    "serve": Listed("serve", "Показувати сайт у браузері й оновлювати, щойно збережено файл."),
    "term": Listed("term", "Показати, як зрозуміло строк."),
}

_UNNAMED = "назву команди не вказано"


def command(name: str) -> Callable[[Callable[..., Outcome]], click.Command]:
    """Return the decorator that makes a function the command of this name; its help is the one listed here."""
    return click.command(name, cls=PlansCommand, help=COMMANDS[name].help)


class PlansGroup(PlansCommand, click.Group):
    """The commands of the list, each loaded only when it is asked for."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return ["КОМАНДА [ПАРАМЕТРИ]"]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Load the command that is named; UsageError, in Ukrainian, when there is none of this name.

        Once it is loaded, Ctrl-C raises KeyboardInterrupt again: a command has to clean up behind itself.
        """
        name = args[0]
        if name not in COMMANDS:
            raise click.UsageError(f"команди «{name}» немає{maybe(name, COMMANDS)}" if name else _UNNAMED, ctx)
        found = super().resolve_command(ctx, args)
        if callable(signal.getsignal(signal.SIGINT)):
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the list without loading a command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.help) for name, one in COMMANDS.items()])


def load(name: str) -> click.Command:
    """Import the module of a command and return the command."""
    loaded = import_module(f"generator.commands.{COMMANDS[name].module}").command_line
    if not isinstance(loaded, click.Command):
        raise TypeError(f"generator/commands/{COMMANDS[name].module}.py declares no command")
    return loaded


@click.group(
    cls=PlansGroup,
    help="Плани громад: перевірити, зібрати сайт, обмінятися звітами.",
    epilog="Довідка однієї команди: plans КОМАНДА --help",
    invoke_without_command=True,
)
@click.pass_context
def plans(context: click.Context) -> Outcome:
    """Show the list of commands when none is named."""
    if context.invoked_subcommand:
        return Outcome.FINE
    click.echo(context.get_help(), err=True)
    return Outcome.USAGE_ERROR
