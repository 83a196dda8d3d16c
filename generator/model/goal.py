"""A goal with the goals and measures under it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.shortening import quoted_opening
from generator.model.measure import Measure
from generator.model.place import Place
from generator.model.records.goal import GoalRecord


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
