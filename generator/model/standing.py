"""One state of a measure from the words of several: the community, the lead executor, everyone else who reports.

The rule is the project's (design, «Status»): the word of the community itself or of the lead executor decides; else a
measure is done only when every executor has said so; while some are silent it is under way; else the least advanced
word holds. Nothing depends on the order in which reports stand in a file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from generator.model.executor import Executor
from generator.model.money import amount, in_figures
from generator.model.plan import Measure, ProgressEntry
from generator.model.vocabulary import CALLED_OFF, Status, Worded

COMMUNITY = ""
"""The voice of the community itself: a report that names no executor."""
_ADVANCE = (Status.NOT_STARTED, Status.SUSPENDED, Status.IN_PROGRESS, Status.DONE)
"""From the least advanced on; what was called off stands apart."""


class Rule(Worded):
    """By whose word the state stands; a page names it in the words of `words`."""

    COMMUNITY = "community", "Стан показуємо за словом самої громади."
    LEAD = "lead", "Стан показуємо за словом відповідального виконавця."
    ONLY = "only", "Стан показуємо за словом виконавця."
    ALL = "all", "Так кажуть усі виконавці."
    SOME_SILENT = "some-silent", "Звітували не всі. Виконаним вважаємо захід, про який так сказали всі виконавці."
    LEAST = "least", "Виконавці кажуть різне. Показуємо найменш просунутий стан."


@dataclass(frozen=True, slots=True)
class Word:
    """The latest report of one voice; `executor` is None for the community itself.

    `also` holds other words of the same day that say something else: a conflict for a person to resolve.
    """

    executor: Executor | None
    entry: ProgressEntry
    also: tuple[ProgressEntry, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What is known of a measure from its reports: every voice's latest word, and what follows from them."""

    words: tuple[Word, ...]
    silent: tuple[Executor, ...]
    rule: Rule
    deciding: ProgressEntry
    status: Status

    @cached_property
    def completed(self) -> date | None:
        """The day the measure was done: the latest that those who decide have named; None while it is not done."""
        if self.status is not Status.DONE:
            return None
        voices = [self.deciding] if self.rule in {Rule.COMMUNITY, Rule.LEAD} else [word.entry for word in self.words]
        return max((entry.record.completed for entry in voices if entry.record.completed), default=None)

    @property
    def is_told_apart(self) -> bool:
        """Whether a page has to name who said what: several could have spoken."""
        return len(self.words) + len(self.silent) > 1


def standing_of(measure: Measure) -> Standing | None:
    """Work out where a measure stands; None while nobody has reported."""
    words = _latest(measure)
    if not words:
        return None
    spoken = tuple(words.values())
    silent = tuple(body for body in measure.answering if body.address not in words)
    leads = list(dict.fromkeys(one.executor.address for one in measure.executors if one.is_lead and one.has_page))
    if COMMUNITY in words:
        entry = words[COMMUNITY].entry
        return Standing(spoken, silent, Rule.COMMUNITY, entry, entry.record.status)
    led = [words[voice].entry for voice in leads if voice in words]
    entries = led or [word.entry for word in spoken]
    rule, entry = _joint(entries, are_all=len(led) == len(leads) if led else not silent)
    if led and rule in {Rule.ONLY, Rule.ALL}:
        rule = Rule.LEAD
    status = Status.IN_PROGRESS if rule is Rule.SOME_SILENT else entry.record.status
    return Standing(spoken, silent, rule, entry, status)


def spent_on(measure: Measure) -> Decimal | None:
    """Return the money spent on a measure, in the plan's unit; None when no report names a sum.

    Each voice's latest sum counts, replaced only by its own next one; the community's is that of the whole measure.
    """
    sums = [amount(entry.record.spent) or Decimal() for entry in _sums(measure)]
    return sum(sums, Decimal()) if sums else None


def spent_as_told(measure: Measure) -> str | None:
    """Return the money spent as a report prints it where one names it, else the sum of several; None without any."""
    told = _sums(measure)
    total = spent_on(measure)
    return told[0].record.spent if len(told) == 1 else in_figures(total) if total is not None else None


def _sums(measure: Measure) -> list[ProgressEntry]:
    """Return the reports whose sums make what was spent."""
    sums: dict[str, ProgressEntry] = {}
    for entry in measure.entries:
        known = sums.get(entry.voice)
        if amount(entry.record.spent) is not None and (known is None or rank(entry) > rank(known)):
            sums[entry.voice] = entry
    return [sums[COMMUNITY]] if COMMUNITY in sums else list(sums.values())


def voice_of(executor: Executor | None) -> str:
    """Return whose word it is: the address of an executor's page, or nothing for the community itself."""
    return executor.address if executor else COMMUNITY


def latest_word(measure: Measure, executor: Executor | None) -> ProgressEntry | None:
    """Return the latest report of one voice: an executor, or the community itself for None."""
    word = _latest(measure).get(voice_of(executor))
    return word.entry if word else None


def _latest(measure: Measure) -> Mapping[str, Word]:
    """Return each voice's latest word: the community's first, then executors' as the document lists them."""
    said: dict[str, list[ProgressEntry]] = {}
    for entry in measure.entries:
        said.setdefault(entry.voice, []).append(entry)
    order = [COMMUNITY, *(body.address for body in measure.answering)]
    return {voice: _word(said[voice]) for voice in order if voice in said}


def _word(entries: Iterable[ProgressEntry]) -> Word:
    newest, *older = sorted(entries, key=rank, reverse=True)
    also = tuple(one for one in older if one.record.date == newest.record.date and says_otherwise(one, newest))
    return Word(newest.executor, newest, also)


def says_otherwise(one: ProgressEntry, other: ProgressEntry) -> bool:
    """Return whether two reports of one voice and day can't both hold: state, days, target or sum differ."""
    first, second = one.record, other.record
    return (first.status, first.started, first.completed, one.into, amount(first.spent)) != (
        second.status,
        second.started,
        second.completed,
        other.into,
        amount(second.spent),
    )


def rank(entry: ProgressEntry) -> tuple[date, int, str]:
    """Return the key by which the latest report is chosen; of one day's the less advanced, then by its words.

    The choice is the same in whatever order reports stand.
    """
    record = entry.record
    return record.date, -_advance(record.status), record.model_dump_json()


def _joint(entries: list[ProgressEntry], *, are_all: bool) -> tuple[Rule, ProgressEntry]:
    """Return the rule and the word that decides where nobody's word is above the others'."""
    going = [entry for entry in entries if entry.record.status not in CALLED_OFF] or entries
    least = min(going, key=lambda entry: (_advance(entry.record.status), entry.record.date, rank(entry)))
    if not are_all:
        active = [one for one in going if one.record.status in {Status.IN_PROGRESS, Status.DONE}]
        return (Rule.SOME_SILENT, max(active, key=rank)) if active else (Rule.LEAST, least)
    if len(entries) == 1:
        return Rule.ONLY, entries[0]
    if {entry.record.status for entry in entries} == {least.record.status}:
        return Rule.ALL, max(entries, key=rank)
    return Rule.LEAST, least


def _advance(status: Status) -> int:
    return _ADVANCE.index(status) if status in _ADVANCE else len(_ADVANCE)
