"""New reports into progress.yml: written only when the plan still loads and holds exactly what was to be added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.standing import voice_of
from generator.reading.layout import PLAN, PROGRESS
from generator.rules.load import Loaded, load
from generator.source.problem import Problem, Severity, below
from generator.staff.reporting.answer import answer_of
from generator.staff.reporting.journal import JournalProblem, with_reports
from generator.staff.reporting.reading import NewReport


@dataclass(frozen=True, slots=True)
class Delivery:
    """The file to write, by its path below plans/; with any problem there is nothing to write."""

    path: str
    content: bytes = b""
    problems: tuple[str, ...] = field(default=())


def deliver(files: Mapping[str, bytes], root: str, before: Loaded, plan: Plan, news: Sequence[NewReport]) -> Delivery:
    """Make the new progress.yml of a plan and try it; `files` are all files below plans/."""
    path = f"{plan.id}/{PROGRESS}"
    try:
        content = with_reports(files.get(path), news, plan, files[f"{plan.id}/{PLAN}"])
    except JournalProblem as problem:
        return Delivery(path, problems=(f"{root}{path}: {problem}",))
    after = load({**files, path: content}, root)
    problems = tuple(str(problem) for problem in standing_in_the_way(after.problems, plan, root, before.problems))
    if not problems and not _holds(after, plan, news):
        problems = (f"{root}{path}: не вдалося дописати звіти, не зіпсувавши файл; допишіть їх уручну",)
    return Delivery(path, content, problems)


def standing_in_the_way(problems: Sequence[Problem], plan: Plan, root: str, known: Sequence[Problem]) -> list[Problem]:
    """Return the errors in files of a plan's community, and any other error that is not `known`."""
    own = below(problems, f"{root}{plan.community}/")
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return [problem for problem in errors if problem in own or problem not in known]


def _holds(after: Loaded, plan: Plan, news: Sequence[NewReport]) -> bool:
    """Return whether the plan now has all its old reports and the new ones, and nothing else."""
    written = next((other for other in after.catalogue.plans if other.id == plan.id), None)
    if written is None:
        return False
    for old, new in zip(plan.all_measures(), written.all_measures(), strict=True):
        left = [_said(entry, new) for entry in new.entries]
        expected = [
            *(_said(entry, old) for entry in old.entries),
            *(_told(report) for report in news if report.measure.id == old.id),
        ]
        if sorted(left, key=repr) != sorted(expected, key=repr):
            return False
    return True


def _said(entry: ProgressEntry, measure: Measure) -> tuple[object, ...]:
    return (entry.record.date, entry.voice, entry.record.source, answer_of(entry, measure).key)


def _told(report: NewReport) -> tuple[object, ...]:
    return (report.reported, voice_of(report.executor), report.source, report.after.key)
