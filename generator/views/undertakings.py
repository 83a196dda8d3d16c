"""How many undertakings there are: a task and its own measures are said apart and never added."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from generator.views import words
from generator.views.commitment import Commitment
from generator.views.words import Counting


@dataclass(frozen=True, slots=True)
class Undertakings:
    """Tasks, and measures that are no tasks; both are needed wherever a plan has tasks with measures of their own."""

    tasks: int = 0
    measures: int = 0

    @classmethod
    def of(cls, items: Iterable[Commitment]) -> Self:
        """Count what is listed."""
        listed = list(items)
        tasks = sum(1 for item in listed if item.measure.is_task)
        return cls(tasks, len(listed) - tasks)

    @property
    def total(self) -> int:
        """Both together, to put lists in order; never shown."""
        return self.tasks + self.measures

    def __bool__(self) -> bool:
        return bool(self.tasks or self.measures)

    @property
    def words(self) -> str:
        """Say them: «35 заходів», «28 завдань і 97 заходів»; as well after «відповідає за»."""
        return self._said("завдання", "завдання", "завдань", words.measures)

    @property
    def genitive(self) -> str:
        """Say them after «із», «для» or «у»: «28 завдань і 97 заходів»."""
        return self._said("завдання", "завдань", "завдань", words.of_measures)

    @property
    def locative(self) -> str:
        """Say them after «бере участь у»: «2 завданнях і 3 заходах»."""
        return self._said("завданні", "завданнях", "завданнях", words.in_measures)

    def _said(self, one: str, few: str, many: str, of_measures: Counting) -> str:
        tasks = [words.plural(self.tasks, one, few, many)] if self.tasks else []
        measures = [of_measures(self.measures)] if self.measures or not tasks else []
        return " і ".join([*tasks, *measures])


NO_UNDERTAKINGS = Undertakings()


def counted(items: Iterable[Commitment]) -> str:
    """Count measures in words, tasks apart."""
    return Undertakings.of(items).words


def share_of(part: Iterable[Commitment], whole: Iterable[Commitment]) -> str:
    """Say how many of how many: «24 із 35 заходів», «2 із 28 завдань і 5 із 97 заходів»."""
    some, everything = Undertakings.of(part), Undertakings.of(whole)
    shares = [
        f"{number} із {total.genitive}"
        for number, total in (
            (some.tasks, Undertakings(tasks=everything.tasks)),
            (some.measures, Undertakings(measures=everything.measures)),
        )
        if total
    ]
    return " і ".join(shares)
