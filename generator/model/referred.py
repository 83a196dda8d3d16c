"""The measures a report names, each with the mark of its words: the one it is about, and the one that took that one."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.plan import Measure, Plan, ProgressEntry
from generator.model.promise import digest_in, digest_of


@dataclass(frozen=True, slots=True)
class Referred:
    """A measure that a report names in the field `named`; `mark` is what the report keeps of its words in `marked`."""

    named: str
    marked: str
    measure: Measure
    mark: str | None

    @property
    def is_told(self) -> bool:
        """Whether the mark is that of the words that stand there now."""
        return self.mark is not None and digest_in(self.mark) == digest_of(self.measure.record.text)


def referred(plan: Plan, measure: Measure, entry: ProgressEntry) -> Iterator[Referred]:
    """Return what a report found at a measure names."""
    yield Referred("measure", "promise", measure, entry.record.promise)
    if entry.into:
        yield Referred("into", "into_promise", plan.measure(entry.into), entry.record.into_promise)
