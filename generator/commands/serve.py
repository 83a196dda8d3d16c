"""`plans serve`: the site on this machine, made anew after each save."""

from pathlib import Path

import click

from generator.commands.listing import command
from generator.commands.options import ADDRESS, CONFIG
from generator.commands.outcome import Outcome, Say


def serve(config_file: Path, address: str, say: Say) -> Outcome:
    """Show the site live until it is stopped; with an error at first there is nothing to show."""
    from generator.build import mkdocs as plugin  # noqa: PLC0415 - mkdocs is loaded where a site is made, nowhere else

    if plugin.serve(config_file, address, say):
        return Outcome.FINE
    say("Сайт не показано: виправте назване вище й запустіть команду ще раз.")
    return Outcome.PROBLEMS


@command("serve")
@ADDRESS
@CONFIG
def command_line(address: str, config_file: Path) -> Outcome:
    """Run `plans serve`."""
    return serve(config_file, address, click.echo)
