"""What a report says of one measure, apart from its date and sender: the part of a form that a person fills in."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.indicators import called, meant
from generator.model.money import DASHES, amount
from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.records.indicator import IndicatorValueRecord
from generator.model.vocabulary import Status

DEFAULT_UNIT = "тис. грн."
"""The unit a form asks sums in when the plan names none; Додаток 1 of Melitopol's strategy asks for thousands."""

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_KEPT = {"\n", "\u00ad", "\u200c", "\u200d"}
_DIGEST = 16
_FIRST_KEYS = 7
"""How many things the first forms asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One report without its date; `status` is None while no status is chosen; `into` is a measure's id."""

    status: Status | None = None
    started: date | None = None
    completed: date | None = None
    spent: str | None = None
    comment: str | None = None
    evidence: tuple[str, ...] = ()
    into: str | None = None
    status_words: str | None = None
    """The state in the form's own words, where they are others."""
    values: tuple[IndicatorValueRecord, ...] = ()
    """Values of indicators by year."""

    @property
    def is_empty(self) -> bool:
        return self == Answer()

    @property
    def key(self) -> tuple[str | None, ...]:
        """What two answers are compared by: «12,5» and «12,50» are one sum."""
        number = amount(self.spent)
        return (
            self.status.value if self.status else None,
            self.started.isoformat() if self.started else None,
            self.completed.isoformat() if self.completed else None,
            f"{number.normalize():f}" if number is not None else self.spent,
            self.comment,
            "\n".join(self.evidence) or None,
            self.into,
            self.status_words,
            "\n".join(sorted(f"{one.indicator}, {one.year}: {one.value}" for one in self.values)) or None,
        )

    def says_the_same(self, other: "Answer | None") -> bool:
        return other is not None and self.key == other.key

    @property
    def fingerprint(self) -> str:
        """A short digest kept in the form, by which an untouched row is known; empty for an empty answer."""
        if self.is_empty:
            return ""
        known = self.key  # what forms did not ask for when they were sent does not count while it is not there
        while len(known) > _FIRST_KEYS and known[-1] is None:
            known = known[:-1]
        text = json.dumps(known, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]


NOTHING = Answer()
"""An answer to a row that nobody has filled in."""


def answer_of(entry: ProgressEntry | None, measure: Measure) -> Answer:
    """Return what a stored report says, as the form would show it and read it back."""
    if entry is None:
        return NOTHING
    return Answer(
        status=entry.record.status,
        started=entry.record.started,
        completed=entry.record.completed,
        spent=one_line(entry.record.spent),
        comment=one_line(entry.record.comment),
        evidence=evidence_items("\n".join(entry.record.evidence)),
        into=entry.into,
        status_words=entry.record.status_words,
        values=tuple(sorted(_named(entry, measure), key=lambda one: (one.indicator or "", one.year))),
    )


def _named(entry: ProgressEntry, measure: Measure) -> Iterator[IndicatorValueRecord]:
    """Name the indicator of each value in the words of the plan, as a form does."""
    for value in entry.record.values:
        indicator = meant(measure.record.indicators, value.indicator)
        yield value.model_copy(update={"indicator": called(indicator)}) if indicator else value


def money_unit(plan: Plan) -> str:
    """Return the unit a form asks sums in: the plan's own, else thousands of hryvnias. Pages guess none."""
    return plan.record.money_unit or DEFAULT_UNIT


def visible(text: str) -> str:
    """Drop signs that nobody sees and that YAML or pages would refuse; line ends become LF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    lines = lines.replace("\t", " ").replace("\v", "\n").replace("\f", "\n")
    return "".join(sign for sign in lines if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN)


def one_line(text: str | None) -> str | None:
    """Return a text with white space collapsed; nothing for a blank one or a lone dash, which stands for nothing."""
    bare = " ".join(visible(text or "").split())
    return None if not bare or bare in DASHES else bare


def evidence_items(text: str | None) -> tuple[str, ...]:
    """Part a cell into pieces of evidence: by line, by a semicolon, and before each address after white space."""
    pieces = re.split(r"\n|;\s+|;$|[,\s]\s*(?=https?://)", visible(text or ""))
    return tuple(item for item in (one_line(piece) for piece in pieces) if item)
