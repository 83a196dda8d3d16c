"""A measure with what was found for it: its term, executors, steps and the reports on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.language.shortening import quoted_opening
from generator.language.terms import Term
from generator.model.assignment import Assignment, bodies_of
from generator.model.executor import Executor
from generator.model.place import Place
from generator.model.records.measure import MeasureRecord
from generator.model.records.progress import ProgressEntryRecord


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """One dated report. `measure` is the id of the measure, `into` that of the one it was merged into.

    `executor` is who reports; None when the community itself does.
    """

    measure: str
    place: Place
    record: ProgressEntryRecord
    into: str | None = None
    executor: Executor | None = None

    @property
    def voice(self) -> str:
        """Whose word it is: the address of the executor's page, or nothing for the community itself."""
        return self.executor.address if self.executor else ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A task or a measure; `parent` is the id of the task whose step it is. Ids are unique in a plan."""

    id: str
    goal: str
    place: Place
    record: MeasureRecord
    parent: str | None = None
    term: Term | None = None
    executors: tuple[Assignment, ...] = ()
    answering: tuple[Executor, ...] = ()
    """Who can report on it: its own executors, or those of the task above where the document names none here."""
    steps: tuple["Measure", ...] = ()
    entries: tuple[ProgressEntry, ...] = ()
    alike: str = ""
    """Which it is of the plan's measures without a number that begin with the same words: «другий такий захід»."""

    @property
    def bodies(self) -> tuple[Executor, ...]:
        """Its executors that have a page, each once."""
        return bodies_of(self.executors)

    @property
    def is_task(self) -> bool:
        """Whether it is a task, whose own measures are counted apart from it."""
        return bool(self.steps) or (self.record.label or "").startswith("Завдання")

    @property
    def by_role(self) -> list[tuple[str, list[Assignment]]]:
        """Its executors under the document's words for their roles, in the order of the document."""
        return [(words, list(group)) for words, group in groupby(self.executors, key=lambda one: one.role_words)]

    @property
    def anchor(self) -> str:
        """Its permanent anchor on the goal's page."""
        return f"m-{self.id}"

    @property
    def printed_label(self) -> str:
        """What stands before the text in the document: «Завдання 1.1.1.» or «1.1.1.»; nothing without a number."""
        return self.record.label or (f"{self.record.number}." if self.record.number else "")

    @property
    def printed(self) -> str:
        """The whole measure as the document prints it, its number first, on one line."""
        return " ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The same in the document's lines: a list inside a cell keeps its items apart."""
        return f"{self.printed_label} {self.record.text}".lstrip().split("\n")

    @property
    def short(self) -> str:
        """Our short title under the document's number; nothing where nobody wrote one."""
        return f"{self.printed_label} {self.record.short}".lstrip() if self.record.short else ""

    @property
    def titled(self) -> str:
        """What lists call it: our short title, else the document's words."""
        return self.short or self.printed

    @property
    def called(self) -> str:
        """What stands after «захід» in a sentence: its number, or the words it begins with: «Засипати ями…»."""
        return self.record.number or quoted_opening(self.record.text) + (f" ({self.alike})" if self.alike else "")

    @property
    def name(self) -> str:
        """What a sentence calls it: the document’s own word and number («Завдання 1.1.1»), or else «Захід 1.1.1»."""
        named = self.record.number and (self.record.label or "")[:1].isalpha()
        return self.printed_label.rstrip(". ") if named else f"Захід {self.called}"

    def with_steps(self) -> Iterator["Measure"]:
        """Yield the measure, then its steps at every depth."""
        yield self
        yield from self.all_steps()

    def all_steps(self) -> Iterator["Measure"]:
        """Yield its steps at every depth, without the measure itself."""
        for step in self.steps:
            yield from step.with_steps()
