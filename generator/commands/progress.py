"""`plans progress`: a filled form back into progress.yml, everything or nothing."""

import os
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.commands.listing import command
from generator.commands.options import PLANS_DIR, day_option
from generator.commands.outcome import Outcome, Say
from generator.rules.load import load
from generator.source.disk import read_files
from generator.source.usage_error import UsageError
from generator.staff.importer.problem import ImportProblem
from generator.staff.reporting.delivery import deliver, standing_in_the_way
from generator.staff.reporting.differences import difference
from generator.staff.reporting.reading import Reading, read_form
from generator.staff.reporting.workbook import read_workbook
from generator.views import words

NOTHING_WRITTEN = "Нічого не записано: спершу виправте помилки."


def progress(
    plans_dir: Path, filled: Path, say: Say, *, dry_run: bool = False, reported: date | None = None,
    source: str | None = None,
) -> Outcome:  # fmt: skip
    """Read a filled Excel form and add what is new in it to its plan's progress.yml; UsageError without a file."""
    if not filled.is_file():
        raise UsageError(f"файлу «{filled}» немає")
    root = f"{plans_dir.as_posix()}/"
    files = read_files(plans_dir)
    before = load(files, root)
    try:
        reading = read_form(read_workbook(filled), before.catalogue, reported, source)
    except ImportProblem as problem:
        return _refuse([f"{filled.name}: {problem}"], say)
    if reading.problems:
        return _refuse([f"{filled.name}: {problem}" for problem in reading.problems], say)
    plan = reading.plan
    if plan is None or not reading.news:
        say(_counts(reading))
        say("Нових звітів немає; нічого не записано.")
        return Outcome.FINE
    old = standing_in_the_way(before.problems, plan, root, before.problems)
    if old:
        return _refuse(map(str, old), say)
    delivery = deliver(files, root, before, plan, reading.news)
    if delivery.problems:
        return _refuse(delivery.problems, say)
    for news in reading.news:
        say(difference(news, plan))
    for remark in reading.remarks:
        say(f"Зверніть увагу: {remark}")
    say(_counts(reading))
    if dry_run:
        say("Це лише проба: нічого не записано.")
    else:
        _replace(plans_dir / delivery.path, delivery.content)
        say(f"Записано: {root}{delivery.path}.")
    return Outcome.FINE


def _refuse(problems: Iterable[str], say: Say) -> Outcome:
    for problem in problems:
        say(problem)
    say(NOTHING_WRITTEN)
    return Outcome.PROBLEMS


def _counts(reading: Reading) -> str:
    new = words.plural(len(reading.news), "новий звіт", "нові звіти", "нових звітів")
    same = words.plural(reading.unchanged, "рядок", "рядки", "рядків")
    blank = words.plural(reading.blank, "рядок", "рядки", "рядків")
    return f"Разом: {new}; без змін – {same}; порожніх – {blank}."


def _replace(path: Path, content: bytes) -> None:
    """Put the new file in the place of the old one in one step."""
    handle, beside = tempfile.mkstemp(prefix=".progress.", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(beside).chmod(path.stat().st_mode if path.exists() else 0o644)
    Path(beside).replace(path)


@command("progress")
@click.argument("filled", metavar="ФАЙЛ", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Лише показати, що зміниться.")
@day_option("--reported", "День звіту РРРР-ММ-ДД, якщо не той, що у формі.")
@click.option("--source", help="Хто повідомив, якщо не той, кого названо у формі.")
@PLANS_DIR
def command_line(filled: Path, dry_run: bool, reported: date | None, source: str | None, plans_dir: Path) -> Outcome:
    """Run `plans progress`."""
    return progress(plans_dir, filled, click.echo, dry_run=dry_run, reported=reported, source=source)
