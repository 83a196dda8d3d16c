"""The help of commands, wholly in Ukrainian: click writes its own words in English."""

import re
from collections.abc import Iterable

import click

_HEADINGS = {"Options": "Параметри", "Commands": "Команди"}
_PLACEHOLDERS = {"TEXT": "ТЕКСТ", "INTEGER": "ЧИСЛО", "DIRECTORY": "ТЕКА", "FILE": "ФАЙЛ", "PATH": "ФАЙЛ"}
_PLACEHOLDER = re.compile(rf" ({'|'.join(_PLACEHOLDERS)})$")
_DEFAULT = re.compile(r"\[default: (.+)\]$")


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Як писати: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS[heading])

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        said = [
            (_PLACEHOLDER.sub(_placeholder, names), _DEFAULT.sub(r"[якщо не вказано: \1]", text))
            for names, text in rows
        ]
        super().write_dl(said, col_max, col_spacing)


def _placeholder(found: re.Match[str]) -> str:
    return f" {_PLACEHOLDERS[found[1]]}"


class _Context(click.Context):
    formatter_class = _Formatter


class PlansCommand(click.Command):
    """A command whose help is Ukrainian."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[ПАРАМЕТРИ]", *super().collect_usage_pieces(ctx)[1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Показати цю довідку."
        return option
