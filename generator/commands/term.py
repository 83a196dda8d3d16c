"""`plans term`: how a term is understood."""

import json

import click

from generator.commands.listing import command
from generator.commands.outcome import Outcome, Say
from generator.language.terms import parse_term


def term(text: str, year: int | None, say: Say) -> Outcome:
    """Print a term as one line of JSON."""
    say(json.dumps(parse_term(text, year).as_dict(), ensure_ascii=False))
    return Outcome.FINE


@command("term")
@click.argument("text", metavar="СТРОК")
@click.option("--year", type=int, help="Рік, якого бракує словам на зразок «протягом року».")
def command_line(text: str, year: int | None) -> Outcome:
    """Run `plans term`."""
    return term(text, year, click.echo)
