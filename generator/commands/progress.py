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
from generator.model.plan import Plan
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.usage_error import UsageError
from generator.staff.importer.problem import ImportProblem
from generator.staff.reporting.delivery import deliver, standing_in_the_way
from generator.staff.reporting.differences import difference
from generator.staff.reporting.reading import Reading, read_form
from generator.staff.reporting.workbook import read_workbook
from generator.views import words

NOTHING_WRITTEN = "Нічого не записано: спершу виправте помилки."
UNSURE = "Нічого не записано. Виправте ці місця у формі; якщо все правильно, повторіть команду з --sure."


def progress(
    plans_dir: Path, filled: Path, say: Say, *, dry_run: bool = False, reported: date | None = None,
    source: str | None = None, sure: bool = False,
) -> Outcome:  # fmt: skip
    """Read a filled Excel form and add what is new in it to its plan's progress.yml; UsageError without a file.

    What can hardly be true is asked about first; `sure` says that a person has looked at it.
    """
    if not filled.is_file():
        raise UsageError(f"файлу «{filled}» немає")
    root = f"{plans_dir.as_posix()}/"
    files = read_plans(plans_dir)
    before = load(files, root)
    try:
        reading = read_form(read_workbook(filled), before.catalogue, reported, source)
    except ImportProblem as problem:
        return _refuse([f"{filled.name}: {problem}"], say)
    if _unfit(reading, filled.name, say, sure=sure):
        return Outcome.PROBLEMS
    if reading.plan is None or not reading.news:
        for remark in reading.remarks:
            say(f"Зверніть увагу: {remark}")
        say(_counts(reading))
        say("Нових звітів немає; нічого не записано.")
        return Outcome.FINE
    old = standing_in_the_way(before.problems, reading.plan, root, before.problems)
    delivery = None if old else deliver(files, root, before, reading.plan, reading.news)
    if delivery is None or delivery.problems:
        return _refuse(map(str, old) if delivery is None else delivery.problems, say)
    _say_news(reading, reading.plan, say)
    if dry_run:
        say("Це лише проба: нічого не записано.")
    else:
        replace_file(plans_dir / delivery.path, delivery.content)
        say(f"Записано: {root}{delivery.path}.")
    return Outcome.FINE


def _unfit(reading: Reading, name: str, say: Say, *, sure: bool) -> bool:
    """Say what stands in the way of writing and what has to be asked first; False when nothing does."""
    asked = [f"{name}: перевірте: {question}" for question in reading.questions]
    if reading.problems:
        _refuse([*(f"{name}: {problem}" for problem in reading.problems), *asked], say)
    elif asked and not sure:
        _refuse(asked, say, UNSURE)
    return bool(reading.problems or (asked and not sure))


def _say_news(reading: Reading, plan: Plan, say: Say) -> None:
    for news in reading.news:
        say(difference(news, plan))
    for remark in reading.remarks:
        say(f"Зверніть увагу: {remark}")
    say(_counts(reading))


def _refuse(problems: Iterable[str], say: Say, ending: str = NOTHING_WRITTEN) -> Outcome:
    for problem in problems:
        say(problem)
    say(ending)
    return Outcome.PROBLEMS


def _counts(reading: Reading) -> str:
    new = words.plural(len(reading.news), "новий звіт", "нові звіти", "нових звітів")
    same = words.plural(reading.unchanged, "рядок", "рядки", "рядків")
    blank = words.plural(reading.blank, "рядок", "рядки", "рядків")
    return f"Разом: {new}; без змін – {same}; порожніх – {blank}."


def replace_file(path: Path, content: bytes) -> None:
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
@click.option("--sure", is_flag=True, help="Записати й те, про що є запитання: людина все перевірила.")
@PLANS_DIR
def command_line(
    filled: Path, dry_run: bool, reported: date | None, source: str | None, sure: bool, plans_dir: Path
) -> Outcome:
    """Run `plans progress`."""
    return progress(plans_dir, filled, click.echo, dry_run=dry_run, reported=reported, source=source, sure=sure)
