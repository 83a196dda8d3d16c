"""Reports: a done measure has its day, a merged one its target, and no report comes from the future."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.language.terms import date_in_words
from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.standing import says_otherwise, standing_of
from generator.model.vocabulary import Status
from generator.rules.finding import name_of, warning_at
from generator.rules.plausibility import begun, questions
from generator.source.problem import Problem
from generator.source.yaml_source import KeyPath, Source


def reports_are_complete(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse reports that lack what their status needs, or say what it does not allow."""
    for measure in plan.all_measures():
        for entry in measure.entries:
            for field, message in _contradicts(entry):
                path: KeyPath = (*entry.place.path, field)
                yield source.problem(path, name_of(plan, measure), message)
        yield from _two_words_of_a_day(plan, measure, source)
    yield from _merged_in_a_circle(plan, source)


def _merged_in_a_circle(plan: Plan, source: Source) -> Iterator[Problem]:
    """Refuse measures of which each was merged into the next and the last into the first; told at the first."""
    said = {one.id: standing_of(one) for one in plan.all_measures()}
    took = {name: one.deciding for name, one in said.items() if one and one.status is Status.MERGED}
    told: set[str] = set()
    for measure in plan.all_measures():
        way = [measure.id]
        while (entry := took.get(way[-1])) and entry.into and entry.into not in way:
            way.append(entry.into)
        if len(way) > 1 and entry and entry.into == measure.id and measure.id not in told:
            told |= set(way)
            numbers = " → ".join(plan.measure(name).called.rstrip(".") for name in (*way, measure.id))
            message = f"заходи об’єднано по колу: {numbers}; лишіть той захід, який справді виконують, без «merged»"
            yield source.problem((*took[measure.id].place.path, "into"), name_of(plan, measure), message)


def _two_words_of_a_day(plan: Plan, measure: Measure, source: Source) -> Iterator[Problem]:
    """Refuse two different words of one voice on one day: only a person can say which is right."""
    in_file = sorted(measure.entries, key=lambda entry: (entry.place.line, repr(entry.place.path)))
    for index, entry in enumerate(in_file):
        for earlier in in_file[:index]:
            same = earlier.voice == entry.voice and earlier.record.date == entry.record.date
            if same and says_otherwise(earlier, entry):
                who = f"«{entry.executor.label}»" if entry.executor else "громада"
                message = (
                    f"за цей самий день {who} вже каже інше: «{earlier.record.status.words}» "
                    f"(рядок {earlier.place.line}), а тут «{entry.record.status.words}»; дізнайтеся, що правильно, "
                    "і лишіть один запис"
                )
                yield source.problem((*entry.place.path, "date"), name_of(plan, measure), message)
                break


def reports_are_likely(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of reports that can hardly be true."""
    for measure in plan.all_measures():
        for entry in measure.entries:
            for field, question in questions(plan, measure, entry.record):
                if field != "status":  # kept words of state were confirmed when they were written
                    yield warning_at(source, (*entry.place.path, field), name_of(plan, measure), question)


def reports_know_what_was_removed(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of reports of a later day than the removal of their measure, and of measures merged into a removed one."""
    for measure in plan.all_measures():
        name, gone = name_of(plan, measure), measure.record.removed
        for entry in measure.entries:
            if gone and entry.record.date > gone.date:
                message = (
                    f"звіт датовано {date_in_words(entry.record.date)}, а захід вилучено з плану "
                    f"{date_in_words(gone.date)}; перевірте обидві дати"
                )
                yield warning_at(source, (*entry.place.path, "date"), name, message)
        standing = standing_of(measure)
        merged = standing.deciding if standing and standing.status is Status.MERGED else None
        other = plan.measure(merged.into) if merged and merged.into and not gone else None
        if merged and other and other.record.removed:
            message = (
                f"захід об’єднано із заходом {other.called.rstrip('.')}, а той вилучено з плану "
                f"{date_in_words(other.record.removed.date)}; дізнайтеся, чи цей захід ще виконують, і допишіть звіт"
            )
            yield warning_at(source, (*merged.place.path, "into"), name, message)


def reports_have_likely_dates(plan: Plan, source: Source, as_of: date | None) -> Iterator[Problem]:
    """Warn of reports from after the as-of date, from before the plan, of repeated ones and of sums without a unit."""
    approved = begun(plan)
    for measure in plan.all_measures():
        days = Counter((entry.record.date, entry.record.status, entry.record.comment) for entry in measure.entries)
        for entry in measure.entries:
            path, name = entry.place.path, name_of(plan, measure)
            if as_of and entry.record.date > as_of:
                message = f"звіт датовано {date_in_words(entry.record.date)}, а цей день ще не настав; перевірте рік"
                yield warning_at(source, (*path, "date"), name, message)
            if approved and entry.record.date < approved:
                message = f"звіт датовано {date_in_words(entry.record.date)}, ще до початку плану; перевірте рік"
                yield warning_at(source, (*path, "date"), name, message)
            if days[entry.record.date, entry.record.status, entry.record.comment] > 1:
                yield warning_at(source, path, name, "такий самий звіт є в цьому файлі ще раз; лишіть один")
            if entry.record.spent and not plan.record.money_unit:
                message = "витрати є, а одиниці грошей у плані немає; додайте до plan.yml поле money_unit: тис. грн."
                yield warning_at(source, (*path, "spent"), name, message)


def _contradicts(entry: ProgressEntry) -> Iterator[tuple[str, str]]:
    if entry.record.status is Status.DONE and entry.record.completed is None:
        yield "status", "стан «done» (виконано) без дати; додайте completed: РРРР-ММ-ДД"
    if entry.record.status is Status.MERGED and entry.record.into is None:
        yield "status", "стан «merged» (об’єднано) без другого заходу; додайте into: номер заходу"
    if entry.record.completed and entry.record.status not in (Status.DONE, Status.MERGED):
        yield (
            "completed",
            f"дата виконання є, а стан – «{entry.record.status.value}»; виправте status на done або приберіть дату",
        )
    if entry.into and entry.record.status is not Status.MERGED:
        yield (
            "into",
            f"поле into буває лише зі станом «merged», а тут «{entry.record.status.value}»; виправте одне з двох",
        )
    if entry.into == entry.measure:
        yield "into", "захід не можна об’єднати із самим собою; вкажіть інший номер"
    if entry.record.completed and entry.record.completed > entry.record.date:
        yield "completed", "захід виконано пізніше, ніж про це повідомлено; перевірте дати completed і date"
    if entry.record.started and entry.record.started > entry.record.date:
        yield "started", "захід почато пізніше, ніж про це повідомлено; перевірте дати started і date"
    if entry.record.started and entry.record.completed and entry.record.started > entry.record.completed:
        yield "started", "захід почато пізніше, ніж виконано; перевірте дати started і completed"
