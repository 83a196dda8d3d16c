"""Who carries out a measure, as the document names it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.executor import Executor
from generator.model.records.assignment import AssignmentRecord
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
