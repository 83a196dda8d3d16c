"""Who said what of a measure, and by whose word its state stands, in lines for a page."""

from collections.abc import Iterator

from generator.language.terms import date_in_words
from generator.model.plan import ProgressEntry
from generator.model.standing import Standing, Word
from generator.model.vocabulary import Status

THE_COMMUNITY = "Громада"


def who_said_what(standing: Standing) -> list[str]:
    """Return a line for each voice, one for those who are silent, and the rule; nothing where only one could speak."""
    return list(_lines(standing)) if standing.is_told_apart else []


def said(entry: ProgressEntry) -> str:
    """Return what a report says of the state: «виконано 1 вересня 2026 року», or its own words with our reading."""
    record = entry.record
    words = record.status.words[:1].lower() + record.status.words[1:]
    if record.status is Status.DONE and record.completed:
        words = f"{words} {date_in_words(record.completed)}"
    return f"«{record.status_words}» (ми розуміємо: {words})" if record.status_words else words


def _lines(standing: Standing) -> Iterator[str]:
    yield from map(_line, standing.words)
    if standing.silent:
        yield f"Ще не звітували: {', '.join(body.label for body in standing.silent)}."
    yield standing.rule.words


def _line(word: Word) -> str:
    who = word.executor.label if word.executor else THE_COMMUNITY
    told = " і ".join(said(entry) for entry in (word.entry, *word.also))
    day = date_in_words(word.entry.record.date)
    return f"{who}: {told} (звіт від {day})."
