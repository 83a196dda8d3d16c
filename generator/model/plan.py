"""A plan as approved: a tree of goals and measures, each with its record and with what was found and worked out.

What the file says stands in `record`; what stands beside it is resolved: ids, terms, executors, reports, places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.language.shortening import quoted_opening
from generator.language.terms import Term
from generator.model.executor import Executor
from generator.model.place import Place
from generator.model.records.assignment import AssignmentRecord
from generator.model.records.plan import GoalRecord, MeasureRecord, NoteRecord, PlanRecord
from generator.model.records.progress import ProgressEntryRecord
from generator.model.records.text import TextRecord
from generator.model.vocabulary import Role

_CONSENT, _AGREED = "за згодою", "згод"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One executor of one measure, with the words that stand in the document's cell."""

    executor: Executor
    record: AssignmentRecord
    role_words: str = ""
    """What the document calls its role; empty where it tells no roles apart."""

    @property
    def as_written(self) -> str:
        """What the document prints of it."""
        return self.record.as_written or self.record.name

    @property
    def is_lead(self) -> bool:
        """Whether the document makes this body answer for the measure before the others."""
        return self.record.role is Role.LEAD

    @property
    def answers(self) -> bool:
        """Whether it answers for the measure; one that the document makes a partner only takes part."""
        return self.record.role is None or self.record.role.answers

    @property
    def has_page(self) -> bool:
        """Whether it is a body; a person has no page."""
        return not self.executor.is_person

    @property
    def said(self) -> tuple[str, ...]:
        """What the document says of its part beside its role: consent, and what exactly it does."""
        return (*([_CONSENT] if self.record.by_consent else []), *([self.record.does] if self.record.does else []))

    @property
    def more(self) -> tuple[str, ...]:
        """The same so far as the printed name does not say it already."""
        written = self.as_written
        return tuple(word for word in self.said if (_AGREED if word == _CONSENT else word) not in written)

    @property
    def whole(self) -> str:
        """The printed name with what the document says beside it: «Молодіжна рада (за згодою)»."""
        return f"{self.as_written} ({'; '.join(self.more)})" if self.more else self.as_written


def bodies_of(named: Iterable[Assignment]) -> tuple[Executor, ...]:
    """Return the executors that have a page, each once, in their order."""
    return tuple({one.executor.address: one.executor for one in named if one.has_page}.values())


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


@dataclass(frozen=True, slots=True)
class Goal:
    """A level above measures; `parent` is the id of the goal it lies in."""

    id: str
    place: Place
    record: GoalRecord
    parent: str | None = None
    goals: tuple["Goal", ...] = ()
    measures: tuple[Measure, ...] = ()
    is_ours: bool = False
    """Whether it is no goal of the document, but our page for the measures that the document puts under none."""

    def with_goals(self) -> Iterator["Goal"]:
        """Yield the goal, then all goals under it, in document order."""
        yield self
        for goal in self.goals:
            yield from goal.with_goals()

    def all_measures(self) -> Iterator[Measure]:
        """Yield every measure under the goal, steps included, in document order."""
        for measure in self.measures:
            yield from measure.with_steps()
        for goal in self.goals:
            yield from goal.all_measures()

    @property
    def printed_label(self) -> str:
        """What stands before the title in the document: «Операційна ціль 1.1.» or «1.1.»; nothing without a number."""
        return self.record.label or (f"{self.record.number}." if self.record.number else "")

    @property
    def printed(self) -> str:
        """The title as the document prints it, with what stands before it."""
        return f"{self.printed_label} {self.record.title}".lstrip()

    @property
    def called(self) -> str:
        """What stands after the word for its level: its number, or the words its title begins with: «Дороги»."""
        return self.record.number or quoted_opening(self.record.title)

    @property
    def word(self) -> str:
        """The document's word for its level; «Частина» where the document has none."""
        return self.record.kind or "Частина"

    @property
    def level(self) -> str:
        """What stands before the title in its heading: «Операційна ціль 1.1.»; «Розділ.»; nothing of our own making."""
        printed = " ".join(filter(None, (self.record.kind, self.record.number)))
        return f"{printed}." if printed and not self.is_ours else ""

    @property
    def name(self) -> str:
        """Level and number alone: «Операційна ціль 1.1», without a number «Розділ «Дороги»»."""
        return self.record.title if self.is_ours else f"{self.word} {self.called}"

    @property
    def in_sentence(self) -> str:
        """Its name inside a sentence: «операційна ціль 1.1»."""
        title = self.record.title
        return f"{title[:1].lower()}{title[1:]}" if self.is_ours else f"{self.word.lower()} {self.called}"

    @property
    def heading(self) -> str:
        """Level, number and title in one line: «Операційна ціль 1.1. Забезпечення …»."""
        return f"{self.level} {self.record.title}".lstrip()


@dataclass(frozen=True, slots=True)
class NarrativeText:
    """A narrative part of the document; `body` is Markdown without raw HTML."""

    name: str
    body: str
    place: Place
    record: TextRecord
    pictures: tuple[tuple[str, bytes], ...] = ()
    """Names and bytes of the pictures it shows; they are published beside its page."""


@dataclass(frozen=True, slots=True)
class DocumentNote:
    """A peculiarity of the document, and what its place means.

    `measure` is the id of the measure it speaks of, `goal` that of the goal it speaks of or that holds the measure,
    `text_name` the name of a text; none is known when the place is only words.
    """

    record: NoteRecord
    goal: str | None = None
    measure: str | None = None
    text_name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A document with an act that approved it, in one community."""

    community: str
    slug: str
    place: Place
    record: PlanRecord
    goals: tuple[Goal, ...]
    loose: Goal | None = None
    """Our page for the measures that the document puts under no goal; none where it has no such measures."""
    notes: tuple[DocumentNote, ...] = ()
    texts: tuple[NarrativeText, ...] = ()
    lacks: tuple[str, ...] = ()
    """What a draft still lacks, line by line; nothing of a plan that may be published."""

    @property
    def id(self) -> str:
        """Unique among all plans: «nizhyn/social-services-2025»."""
        return f"{self.community}/{self.slug}"

    @property
    def is_project(self) -> bool:
        """Whether it is under public discussion: nothing of it is promised yet."""
        return self.record.project is not None

    @property
    def named_end(self) -> date | None:
        """The last day of the period that the document itself names; None where it names none."""
        return self.record.period.named_end if self.record.period else None

    @property
    def address(self) -> str:
        """The permanent address of its page."""
        return f"{self.id}/"

    @property
    def tops(self) -> tuple[Goal, ...]:
        """What holds measures at the highest level: our page of measures under no goal, then the goals."""
        return (self.loose, *self.goals) if self.loose else self.goals

    def all_goals(self) -> Iterator[Goal]:
        """Yield the document's goals of every level in its order."""
        for goal in self.goals:
            yield from goal.with_goals()

    def all_pages(self) -> Iterator[Goal]:
        """Yield whatever has a page with measures: what `all_goals` does, and our page of those under no goal."""
        for top in self.tops:
            yield from top.with_goals()

    def all_measures(self) -> Iterator[Measure]:
        """Yield measures and steps in document order; those under no goal come first."""
        for top in self.tops:
            yield from top.all_measures()

    def goal(self, goal_id: str) -> Goal:
        """Find a goal or our page of measures under none; KeyError when the plan has none with this id."""
        return {goal.id: goal for goal in self.all_pages()}[goal_id]

    def measure(self, measure_id: str) -> Measure:
        """Find a measure or step; KeyError when the plan has none with this id."""
        return {measure.id: measure for measure in self.all_measures()}[measure_id]

    def above(self, goal: Goal) -> list[Goal]:
        """List the goals a goal lies in, the outermost first."""
        if goal.parent is None:
            return []
        parent = self.goal(goal.parent)
        return [*self.above(parent), parent]

    def goal_address(self, goal_id: str) -> str:
        """Return the permanent address of a goal's page."""
        return f"{self.id}/{goal_id}/"

    def measure_address(self, measure: Measure) -> str:
        """Return the permanent address of a measure: its goal's page and its anchor."""
        return f"{self.id}/{measure.goal}/#{measure.anchor}"

    def goal_of(self, measure: Measure) -> str | None:
        """Return the id of the document's goal that a measure is under; None where the document puts it under none."""
        return None if self.loose and measure.goal == self.loose.id else measure.goal

    @property
    def report_address(self) -> str:
        """The permanent address of the public report."""
        return f"{self.id}/report/"

    @property
    def notes_address(self) -> str:
        """The permanent address of what is noted about the document."""
        return f"{self.id}/notes/"

    def file_address(self, ending: str) -> str:
        """Return the permanent address of the plan as a file: `json`, `csv` or `xlsx`."""
        return f"{self.id}/plan.{ending}"

    @property
    def texts_address(self) -> str:
        """The permanent address of the list of its narrative texts."""
        return f"{self.id}/text/"

    def text_address(self, name: str) -> str:
        """Return the permanent address of a narrative text."""
        return f"{self.texts_address}{name}/"
