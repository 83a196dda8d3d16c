"""What the plans themselves say happened, with or without history: approvals and reports."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from generator.history.changes import Change, ChangeKind, DatedChange
from generator.language.terms import date_in_words
from generator.model.community import Catalogue
from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.records.act import ActRecord
from generator.model.vocabulary import Status


def reported(catalogue: Catalogue) -> Iterator[DatedChange]:
    """Return what the plans themselves say happened, with or without history: approvals and reports."""
    for plan in catalogue.plans:
        if plan.record.act:
            yield DatedChange(_approval(plan, plan.record.act), _midnight(plan.record.act.date))
        yield from (
            DatedChange(_later_act(plan, act), _midnight(act.date), ordinal=ordinal)
            for ordinal, act in enumerate(plan.record.acts)
        )
        for measure in plan.all_measures():
            same_day: dict[tuple[str, date], int] = {}
            for entry in measure.entries:
                said = (entry.voice, entry.record.date)
                ordinal = same_day.get(said, 0)
                same_day[said] = ordinal + 1
                yield DatedChange(_report(plan, measure, entry), _midnight(entry.record.date), ordinal=ordinal)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _approval(plan: Plan, act: ActRecord) -> Change:
    return Change(
        ChangeKind.PLAN_APPROVED, plan.community, plan.id, plan.record.name, "", plan.address,
        f"Затверджено: {plan.record.name}.",
        (_act_words(act),),
    )  # fmt: skip


def _later_act(plan: Plan, act: ActRecord) -> Change:
    return Change(
        ChangeKind.PLAN_CHANGED, plan.community, plan.id, plan.record.name, f"act-{act.role.value}", plan.address,
        f"{act.role.words}: {plan.record.name}.", (_act_words(act),),
    )  # fmt: skip


def _act_words(act: ActRecord) -> str:
    return f"{act.kind} від {date_in_words(act.date)} № {act.number} «{act.title}»"


def _report(plan: Plan, measure: Measure, entry: ProgressEntry) -> Change:
    return Change(
        ChangeKind.REPORT, plan.community, plan.id, plan.record.name, _subject(measure, entry),
        plan.measure_address(measure),
        f"Звіт про захід {measure.called}{_teller(entry)}: {_status_words(entry)}.",
        tuple(_report_details(plan, measure, entry)),
    )  # fmt: skip


def _subject(measure: Measure, entry: ProgressEntry) -> str:
    """Tell reports of one day apart by who makes them, so that a report's name does not change when another comes."""
    return f"{measure.id}@{entry.executor.id}" if entry.executor else measure.id


def _teller(entry: ProgressEntry) -> str:
    return f", {entry.executor.label}" if entry.executor else ""


def _status_words(entry: ProgressEntry) -> str:
    words = entry.record.status_words or entry.record.status.words.lower()
    if entry.record.status is Status.DONE and entry.record.completed:
        return f"{words} {date_in_words(entry.record.completed)}"
    return words


def _report_details(plan: Plan, measure: Measure, entry: ProgressEntry) -> Iterator[str]:
    yield measure.record.text
    if entry.into:
        into = plan.measure(entry.into).called
        yield f"Об’єднано із заходом: {into}"
    if entry.record.comment:
        yield entry.record.comment
    if entry.record.spent:
        yield f"Витрачено: {entry.record.spent} {plan.record.money_unit or ''}".rstrip()
    for value in entry.record.values:
        yield f"{value.indicator or 'Показник'}, {value.year} рік: {value.value}"
    if entry.record.evidence:
        yield f"Підтвердження: {'; '.join(entry.record.evidence)}"
    if entry.record.source:
        yield f"Джерело звіту: {entry.record.source}"
