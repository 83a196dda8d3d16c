"""`plans addresses`: whether a built site answers every address it ever had, and which are not on the list yet."""

import os
from datetime import date
from pathlib import Path

import click

from generator.build.clock import as_of_date
from generator.build.kept_addresses import BuiltAddresses, add, count_of, list_beside
from generator.commands.listing import command
from generator.commands.options import PLANS_DIR, SITE_DIR
from generator.commands.outcome import Outcome, Say, outcome, say_problems, summary
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.problem import has_errors


def check_addresses(site_dir: Path, plans_dir: Path, as_of: date, say: Say, *, write: bool) -> Outcome:
    """Say which addresses are gone and which are new; with `write`, add the new ones to the list."""
    root, list_file = f"{plans_dir.as_posix()}/", list_beside(plans_dir)
    loaded = load(read_plans(plans_dir), root, as_of)
    if has_errors(loaded.problems):
        say_problems(loaded.problems, "text", say)
        say(summary(loaded.problems))
        return outcome(loaded.problems)
    built = BuiltAddresses(site_dir, loaded.catalogue)
    if not built.site:
        say(f"У теці {site_dir}/ немає сайту: спершу зберіть його командою plans build.")
        return Outcome.USAGE_ERROR
    lost, new = built.lost(list_file, as_of, root), built.new(list_file)
    say_problems(lost, "text", say)
    if write and new:
        add(list_file, new)
        say(f"Додано в {list_file}: {count_of(new)}.")
    elif new:
        say(f"Ще не записано: {count_of(new)}. Додати їх: plans addresses --write")
    if not lost:
        say("Усі записані адреси діють.")
    return outcome(lost)


@command("addresses")
@SITE_DIR
@click.option("--write", is_flag=True, help="Записати нові адреси у plans/addresses.txt.")
@PLANS_DIR
def command_line(site_dir: Path, write: bool, plans_dir: Path) -> Outcome:
    """Run `plans addresses`."""
    return check_addresses(site_dir, plans_dir, as_of_date(None, os.environ), click.echo, write=write)
