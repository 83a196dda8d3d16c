"""Measures in an edition: the document's words, then what is known of each, name by name."""

from collections.abc import Iterable, Iterator

from generator.language.terms import date_in_words, describe
from generator.model.indicators import in_one_line
from generator.model.money_lines import lines_of
from generator.model.plan import Assignment, Measure, ProgressEntry
from generator.model.records.money import MoneyLineRecord
from generator.model.records.table import UnalignedRecord
from generator.outputs.editions.blocks import Block, Fact, Facts, Heading, Paragraph, official, ours
from generator.views.commitment import Commitment
from generator.views.shape import said_in_a_line, shape_of
from generator.views.words import small


def measure_blocks(item: Commitment, level: int) -> Iterator[Block]:
    """Yield what an edition says of a measure, without its steps."""
    record = item.measure.record
    yield Heading(level, _heading(item.measure), item.measure.anchor)
    yield official("\n".join(item.measure.lines))
    yield from (ours(sentence) for sentence in record.summary)
    yield Facts(tuple(_facts(item)))
    yield from (ours(note) for note in record.notes)


def _heading(measure: Measure) -> str:
    """Return the name of a measure, with our short title where it has one."""
    short = measure.record.short
    return f"{measure.name}. {short} (від нас)" if short else measure.name


def _facts(item: Commitment) -> Iterator[Fact]:
    record, columns = item.measure.record, item.plan.record.columns
    yield Fact("Строк", tuple(_term(item)))
    yield Fact("Стан", tuple(_state(item)))
    if item.measure.executors:
        name = "Виконавці" if len(item.measure.executors) > 1 else "Виконавець"
        yield _fact(name, map(_executor, item.measure.executors))
    elif item.no_executors:
        yield Fact("Виконавець", (Paragraph(item.no_executors),))
    if record.indicators:
        yield _fact(columns.indicators or "Показники", map(in_one_line, record.indicators))
    yield from _money(item)
    for name, value in (
        (columns.estimate or "Кошторисна вартість", record.estimate),
        (columns.remainder or "Залишок кошторисної вартості", record.remainder),
    ):
        if value:
            yield _fact(name, [f"{value} {item.plan.record.money_unit or ''}".rstrip()])
    yield from (_fact(heading, [words]) for heading, words in record.other.items())
    if record.also_numbered:
        yield _fact("Інший номер у документі", [", ".join(record.also_numbered)])
    if record.unaligned:
        yield from _unaligned(record.unaligned)
    if item.measure.entries:
        yield Fact("Звіти", tuple(map(_report, item.measure.entries)))


def _fact(name: str, values: Iterable[str]) -> Fact:
    return Fact(name, tuple(map(official, values)))


def _term(item: Commitment) -> Iterator[Paragraph]:
    term = item.measure.term
    if term is None:
        yield Paragraph(item.no_term or "Окремого строку тут не вказано")
        return
    yield official(term.text)
    reading = describe(term)
    if reading and reading.lower() != term.text.lower():
        yield ours(f"розуміємо так: {reading}.")
    if item.measure.record.term and item.measure.record.term.note:
        yield ours(item.measure.record.term.note)


def _state(item: Commitment) -> Iterator[Paragraph]:
    said = said_in_a_line(item)
    yield Paragraph(f"{said[:1].upper()}{said[1:]}.", sign=shape_of(item.state).sign)
    yield from map(Paragraph, item.told_further)


def _executor(assigned: Assignment) -> str:
    return f"{assigned.whole} – {small(assigned.role_words)}" if assigned.role_words else assigned.whole


def _money(item: Commitment) -> Iterator[Fact]:
    funding, unit = item.measure.record.funding, item.plan.record.money_unit
    if funding is None:
        return
    if funding.sources:
        yield _fact("Джерело фінансування", funding.sources)
    funding = funding if funding.lines else funding.model_copy(update={"sources": ()})  # named above, for all
    lines = [_line(line) for line in lines_of(funding)]
    if lines:
        together = lines if funding.lines else ["; ".join(lines)]
        yield _fact(f"Гроші, {funding.unit or unit}" if funding.unit or unit else "Гроші", together)


def _line(line: MoneyLineRecord) -> str:
    """Write a line of money: «Обласний бюджет, капітальні, 2026 рік: 850,0»."""
    years = f"{line.year} рік" if line.year else f"{', '.join(map(str, line.years))} разом" if line.years else ""
    named = ", ".join(filter(None, (line.source, line.kind, years)))
    printed = line.sum or line.words or ""
    return f"{named}: {printed}" if named else printed if line.words else f"Усього: {printed}"


def _unaligned(cells: UnalignedRecord) -> Iterator[Fact]:
    """Yield what stands beside the row and can't be matched with one of its measures."""
    named = (
        ("Показники", cells.indicators),
        ("Строки", cells.terms),
        ("Виконавці", cells.executors),
        ("Джерела фінансування", cells.sources),
        ("Усього", cells.total),
        *((f"{year} рік", sums) for year, sums in sorted(cells.by_year.items())),
    )
    yield from (_fact(f"{name} – для кількох заходів разом", values) for name, values in named if values)


def _report(entry: ProgressEntry) -> Paragraph:
    record = entry.record
    who = entry.executor.label if entry.executor else "громада"
    told = [record.status_words or small(record.status.words)]
    told += [record.comment.rstrip(".")] if record.comment else []
    told += [f"витрачено {record.spent}"] if record.spent else []
    told += [f"{value.year} рік: {value.value}" for value in record.values]
    return Paragraph(f"{date_in_words(record.date)}, {who}: {'. '.join(told)}.")
