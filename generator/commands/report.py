"""`plans report`: the forms that go out to executors."""

import os
from datetime import date
from pathlib import Path

import click

from generator.build.clock import as_of_date
from generator.commands.known_plan import known_plan
from generator.commands.listing import command
from generator.commands.options import AS_OF, PLANS_DIR
from generator.commands.outcome import Outcome, Say
from generator.reading.country_files import read_plans
from generator.rules.load import load
from generator.source.disk import write_files
from generator.staff.reporting.answer import money_unit
from generator.staff.reporting.delivery import standing_in_the_way
from generator.staff.reporting.excel_form import excel_form
from generator.staff.reporting.form import make_forms
from generator.staff.reporting.word_form import word_form
from generator.views import words

WRITERS = {"xlsx": excel_form, "docx": word_form}


def report(
    plans_dir: Path, plan_id: str, as_of: date, out: Path, executor: str | None, *,
    one_file: bool, output: str, say: Say,
) -> Outcome:  # fmt: skip
    """Write the forms of a plan; UsageError when plan or executor is unknown.

    A file that is there with other content stays: someone may have filled it in. Then nothing is written.
    """
    root = f"{plans_dir.as_posix()}/"
    loaded = load(read_plans(plans_dir), root)
    plan_id = plan_id.removeprefix(root).strip("/")
    plan = known_plan(loaded.catalogue, plan_id)
    problems = standing_in_the_way(loaded.problems, plan, root, loaded.problems)
    if problems:
        say("\n".join(map(str, problems)))
        say("Форму не зроблено: спершу виправте помилки.")
        return Outcome.PROBLEMS
    forms = make_forms(loaded.catalogue.community(plan.community), plan, as_of, executor, one_file=one_file)
    wanted = [output] if output != "both" else ["docx", "xlsx"]
    files = {f"{form.file_stem}.{ending}": WRITERS[ending](form) for form in forms for ending in wanted}
    kept = [name for name, content in files.items() if (out / name).exists() and (out / name).read_bytes() != content]
    if kept:
        say("\n".join(f"{out / name}: файл уже є і відрізняється; можливо, його заповнили" for name in kept))
        say("Нічого не записано. Приберіть ці файли або вкажіть іншу теку: --out ТЕКА.")
        return Outcome.PROBLEMS
    write_files(out, files.items())
    if plan.record.money_unit is None:
        say(
            f"Поля money_unit у плані немає, тому форма просить {money_unit(plan)} "
            f"Додайте до plan.yml рядок «money_unit: {money_unit(plan)}», інакше сайт покаже суми без одиниці."
        )
    for form in forms:
        say(f"{form.file_stem}: {form.responsible}, {words.measures(len(form.rows))}")
    say(f"Записано {words.plural(len(files), 'файл', 'файли', 'файлів')} у {out}/.")
    return Outcome.FINE


@command("report")
@click.argument("plan", metavar="ГРОМАДА/ПЛАН")
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
def command_line(
    plan: str, as_of: date | None, out: Path, executor: str | None, one_file: bool, output: str, plans_dir: Path
) -> Outcome:
    """Run `plans report`."""
    day = as_of_date(as_of, os.environ)
    return report(plans_dir, plan, day, out, executor, one_file=one_file, output=output, say=click.echo)
