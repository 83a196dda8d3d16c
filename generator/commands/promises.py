"""`plans promises`: whether reports keep to the words they were given about; corrected wording is confirmed here."""

from pathlib import Path

import click

from generator.commands.known_plan import known_plan
from generator.commands.listing import command
from generator.commands.options import PLANS_DIR
from generator.commands.outcome import Outcome, Say
from generator.commands.progress import NOTHING_WRITTEN, replace_file
from generator.model.plan import Measure, Plan
from generator.model.promise import digest_in, digest_of, words_in
from generator.reading.country_files import read_plans
from generator.reading.layout import PROGRESS
from generator.reading.references import id_of
from generator.rules.load import Loaded, load
from generator.source.problem import Problem, Severity, maybe, shown
from generator.source.usage_error import UsageError
from generator.staff.reporting.journal import JournalProblem
from generator.staff.reporting.promises import Marked, to_be_marked, with_marks
from generator.views import words


def promises(plans_dir: Path, plan_id: str, confirmed: tuple[str, ...], say: Say, *, mark: bool) -> Outcome:
    """Tell of reports that bear no mark or another text's; write marks where a person says so. UsageError as below."""
    root = f"{plans_dir.as_posix()}/"
    files = read_plans(plans_dir)
    loaded = load(files, root)
    plan = _plan(loaded, plan_id.removeprefix(root).strip("/"))
    wanted = to_be_marked(plan, {_measure(plan, named).id for named in confirmed}, unmarked=mark)
    if not wanted:
        return _tell(plan, say)
    path = f"{plan.id}/{PROGRESS}"
    try:
        content = with_marks(files[path], wanted)
    except JournalProblem as problem:
        say(f"{root}{path}: {problem}")
        say(NOTHING_WRITTEN)
        return Outcome.PROBLEMS
    worse = _errors(load({**files, path: content}, root), f"{root}{path}")
    if len(worse) > len(_errors(loaded, f"{root}{path}")):
        say("\n".join(map(str, worse)))
        say(NOTHING_WRITTEN)
        return Outcome.PROBLEMS
    replace_file(plans_dir / path, content)
    for one in wanted:
        say(_change(one))
    say(f"Записано: {root}{path}, {words.plural(len(wanted), 'позначка', 'позначки', 'позначок')}.")
    return Outcome.FINE


def _errors(loaded: Loaded, path: str) -> list[Problem]:
    return [one for one in loaded.problems if one.path == path and one.severity is Severity.ERROR]


def _plan(loaded: Loaded, plan_id: str) -> Plan:
    """Find a plan; UsageError with what there is. It may be left out where only one plan has reports."""
    if plan_id:
        return known_plan(loaded.catalogue, plan_id)
    reported = [plan for plan in loaded.catalogue.plans if any(one.entries for one in plan.all_measures())]
    if len(reported) == 1:
        return reported[0]
    raise UsageError(f"назвіть план; звіти мають: {', '.join(plan.id for plan in reported) or 'жоден'}")


def _measure(plan: Plan, named: str) -> Measure:
    """Find a measure by number or id; UsageError when there is none, or several of this number."""
    found = [one for one in plan.all_measures() if named in (one.id, one.record.number) or id_of(named) == one.id]
    if not found:
        numbers = [one.record.number or one.id for one in plan.all_measures()]
        raise UsageError(f"--confirm: заходу «{shown(named)}» у плані немає{maybe(named, numbers)}")
    if len(found) > 1:
        raise UsageError(
            f"--confirm: номер «{named}» мають кілька заходів; вкажіть id: {', '.join(one.id for one in found)}"
        )
    return found[0]


def _tell(plan: Plan, say: Say) -> Outcome:
    """Say of each report whose mark is missing or of another text; nothing is written."""
    told = unmarked = 0
    other: list[str] = []
    for measure in plan.all_measures():
        for entry in measure.entries:
            mark = entry.record.promise
            if mark is None:
                unmarked += 1
            elif digest_in(mark) == digest_of(measure.record.text):
                told += 1
            else:
                other.append(
                    f"{measure.called}, звіт від {entry.record.date:%d.%m.%Y}: дано про «{words_in(mark)}», "
                    f"а тепер тут «{shown(measure.record.text, 60)}»"
                )
    for line in other:
        say(line)
    say(
        f"{plan.id}: зі своєю позначкою – {words.plural(told, 'звіт', 'звіти', 'звітів')}, "
        f"без позначки – {unmarked}, з чужою – {len(other)}."
    )
    return Outcome.PROBLEMS if other else Outcome.FINE


def _change(one: Marked) -> str:
    was = f"було «{one.before}», " if one.before else ""
    return f"{one.measure.called}: {was}стало «{one.after}»"


@command("promises")
@click.argument("plan", metavar="[ГРОМАДА/ПЛАН]", default="")
@click.option(
    "--confirm",
    "confirmed",
    metavar="НОМЕР",
    multiple=True,
    help="Слова цього заходу виправлено, але захід той самий: записати нові позначки. Можна кілька разів.",
)
@click.option("--mark", is_flag=True, help="Поставити позначки старим звітам, які їх не мають.")
@PLANS_DIR
def command_line(plan: str, confirmed: tuple[str, ...], mark: bool, plans_dir: Path) -> Outcome:
    """Run `plans promises`."""
    return promises(plans_dir, plan, confirmed, click.echo, mark=mark)
