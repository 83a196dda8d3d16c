"""`plans check`: all problems in plans/."""

import os
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.build.beside_plans import problems_beside
from generator.build.clock import as_of_date
from generator.commands.listing import command
from generator.commands.options import PLANS_DIR, SETTINGS
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.outputs.gone import lost_of_plans
from generator.reading.country_files import read_plans
from generator.rules.load import load


def check(plans_dir: Path, output: str, as_of: date, say: Say) -> Outcome:
    """Say every problem with its file, line and record; reports from after the as-of day are told too."""
    files, root = read_plans(plans_dir), f"{plans_dir.as_posix()}/"
    loaded = load(files, root, as_of)
    lost = lost_of_plans(files, loaded.catalogue, as_of, root, loaded.problems)
    beside = problems_beside(loaded.catalogue, files, root, plans_dir.parent / SETTINGS, partial(_content, plans_dir))
    problems = sorted((*loaded.problems, *lost, *beside))
    say_problems(problems, output, say)
    if output == "text":
        say(summary(problems))
    return outcome(problems)


def _content(plans_dir: Path) -> Path:
    """Return the folder of pages by hand, as the settings beside the plans name it; UsageError for a slip there."""
    from generator.build import mkdocs as plugin  # noqa: PLC0415 - mkdocs is loaded only where a plan names a video

    settings = plans_dir.parent / SETTINGS
    return plugin.sources(settings if settings.is_file() else None, plans_dir).content


@command("check")
@PLANS_DIR
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Як показати: людям, програмам чи в GitHub.",
)
def command_line(plans_dir: Path, output: str) -> Outcome:
    """Run `plans check`."""
    return check(plans_dir, output, as_of_date(None, os.environ), click.echo)
