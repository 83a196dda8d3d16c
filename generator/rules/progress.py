"""Reports: a done measure has its day, a merged one its target, and no report comes from the future of itself."""

from collections.abc import Iterator

from generator.model.plan import Plan, ProgressEntry
from generator.problem import Problem
from generator.source import Path, Source
from generator.vocabulary import Status


def reports_are_complete(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse reports that lack what their status needs."""
    for measure in plan.all_measures():
        for entry in measure.entries:
            for field, message in _lacks(entry):
                path: Path = (*entry.place.path, field)
                yield source.problem(path, f"{plan.community}/{measure.number}", message)


def _lacks(entry: ProgressEntry) -> Iterator[tuple[str, str]]:
    if entry.status is Status.DONE and entry.completed is None:
        yield "status", "стан «done» (виконано) без дати; додайте completed: РРРР-ММ-ДД"
    if entry.status is Status.MERGED and entry.into is None:
        yield "status", "стан «merged» (об’єднано) без цілі; додайте into: номер заходу"
    if entry.into == entry.measure:
        yield "into", "захід не можна об’єднати із самим собою; вкажіть інший номер"
    if entry.completed and entry.completed > entry.date:
        yield "completed", "захід виконано пізніше, ніж про це повідомлено; перевірте дати completed і date"
    if entry.started and entry.completed and entry.started > entry.completed:
        yield "started", "захід почато пізніше, ніж виконано; перевірте дати started і completed"
