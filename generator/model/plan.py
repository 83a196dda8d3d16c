"""A plan as approved: a tree of goals and measures, each with its record and with what was found and worked out.

What the file says stands in `record`; what stands beside it is resolved: ids, terms, executors, reports, places.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.assignment import Assignment, bodies_of
from generator.model.goal import Goal
from generator.model.measure import Measure, ProgressEntry
from generator.model.place import Place
from generator.model.records.plan import NoteRecord, PlanRecord
from generator.model.records.text import TextRecord

__all__ = ["Assignment", "DocumentNote", "Goal", "Measure", "NarrativeText", "Plan", "ProgressEntry", "bodies_of"]
"""The whole tree, for those who walk it."""


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
        found = next((measure for measure in self.all_measures() if measure.id == measure_id), None)
        if found is None:
            raise KeyError(measure_id)
        return found

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
