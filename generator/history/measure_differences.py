"""What changed in the measures of one plan."""

from collections.abc import Iterator

from generator.history.changes import Change, ChangeKind
from generator.history.field_differences import field_differences
from generator.language.terms import date_in_words
from generator.model.plan import Goal, Measure, Plan, ProgressEntry


def measure_differences(old: Plan, new: Plan) -> Iterator[Change]:
    """Compare measures by id; one whose text turns up under another id has moved."""
    before = {measure.id: measure for measure in old.all_measures()}
    after = {measure.id: measure for measure in new.all_measures()}
    moved = _moved(before, after)
    came_from = {new_id: old_id for old_id, new_id in moved.items()}
    for measure in after.values():
        origin = before.get(came_from.get(measure.id, measure.id))
        if origin is None:
            yield _change(ChangeKind.MEASURE_ADDED, new, measure, f"Додано захід{_quoted(measure)}.")
        else:
            yield from _compared(new, origin, measure)
    for measure in before.values():
        if measure.id not in after and measure.id not in moved:
            yield _change(
                ChangeKind.MEASURE_REMOVED,
                new,
                measure,
                f"Вилучено захід{_quoted(measure)}.",
                address=_last_place(new, measure),
            )


def number_of(thing: Goal | Measure) -> str:
    """Return a number as it reads inside a sentence, «1.2.3»; without one, the first words in quotation marks."""
    return thing.called.rstrip(". ")


def _quoted(measure: Measure) -> str:
    """Return the number and all the words: « 1.2.3: «Засипати ями»», « «Засипати ями»»."""
    number = f" {number_of(measure)}:" if measure.record.number else ""
    return f"{number} «{measure.record.text}»"


def _moved(before: dict[str, Measure], after: dict[str, Measure]) -> dict[str, str]:
    """Map old ids to new ones for measures whose text, found once among the gone and the new, is the same."""
    gone = _once_by_text(measure for measure_id, measure in before.items() if measure_id not in after)
    come = _once_by_text(measure for measure_id, measure in after.items() if measure_id not in before)
    return {gone[text]: come[text] for text in gone if text in come}


def _once_by_text(measures: Iterator[Measure]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for measure in measures:
        found.setdefault(measure.record.text, []).append(measure.id)
    return {text: ids[0] for text, ids in found.items() if len(ids) == 1}


def _compared(plan: Plan, old: Measure, new: Measure) -> Iterator[Change]:
    number = number_of(new)
    if old.record.number != new.record.number:
        now = f"має номер {number}" if new.record.number else "не має номера"
        sentence = f"Захід {number_of(old)} тепер {now}."
        yield _change(ChangeKind.MEASURE_MOVED, plan, new, sentence, "number")
    if old.goal != new.goal:
        where = "перенесено до іншої цілі" if plan.goal_of(new) else "тепер не належить до жодної цілі"
        yield _change(ChangeKind.MEASURE_MOVED, plan, new, f"Захід {number} {where}.", "goal")
    for told in field_differences(old.record, new.record):
        if told.path != "number":
            kind, aspect = told.kind(ChangeKind.MEASURE_CHANGED), "" if told.path == "term" else told.path
            yield _change(kind, plan, new, told.sentence(f"заходу {number}"), aspect)
    yield from _withdrawn(plan, old, new)


def _withdrawn(plan: Plan, old: Measure, new: Measure) -> Iterator[Change]:
    """Tell of reports that once stood on the site and stand there no more, or say something else now."""
    standing = {_said(entry) for entry in new.entries}
    for ordinal, entry in enumerate(old.entries):
        if _said(entry) not in standing:
            sentence = (
                f"Вилучено або виправлено звіт від {date_in_words(entry.record.date)} про захід {number_of(new)}."
            )
            yield _change(ChangeKind.REPORT_WITHDRAWN, plan, new, sentence, str(ordinal))


def _said(entry: ProgressEntry) -> tuple[object, ...]:
    """Return what a report says; the measure it stands under may be written in more than one way."""
    return (
        entry.into,
        entry.voice,
        entry.record.model_copy(
            update={"measure": entry.measure, "promise": None, "into": None, "into_promise": None, "executor": None}
        ),
    )


def _last_place(plan: Plan, measure: Measure) -> str:
    """Return the page where a measure that is gone stood, if that still exists."""
    goals = {goal.id for goal in plan.all_pages()}
    return plan.goal_address(measure.goal) if measure.goal in goals else plan.address


def _change(
    kind: ChangeKind, plan: Plan, measure: Measure, sentence: str, aspect: str = "", address: str | None = None
) -> Change:
    subject = f"{measure.id}.{aspect}" if aspect else measure.id
    address = address or plan.measure_address(measure)
    return Change(kind, plan.community, plan.id, plan.record.name, subject, address, sentence)
