"""How much a body has to do with measures: for how many it answers, in how many it only takes part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.views import words
from generator.views.commitment import Commitment


@dataclass(frozen=True, slots=True)
class Part:
    """Counts of measures that name a body; where the plans tell no roles apart, it answers for all of them."""

    answers: int = 0
    joins: int = 0

    @property
    def total(self) -> int:
        return self.answers + self.joins

    @property
    def counted(self) -> str:
        """Count them in a list: «5 заходів», or «відповідає за 3 заходи, бере участь у 2 заходах»."""
        return self._apart if self.joins else words.measures(self.answers)

    @property
    def sentence(self) -> str:
        """Say it in a sentence: «Відповідає за 3 заходи, бере участь у 2 заходах»."""
        said = self._apart if self.joins else f"відповідає за {words.measures(self.answers)}"
        return f"{said[:1].upper()}{said[1:]}."

    @property
    def heading(self) -> str:
        """Head the list of them."""
        if self.joins and self.answers:
            return "За що відповідає і в чому бере участь"
        return "У чому бере участь" if self.joins else "За що відповідає"

    @property
    def _apart(self) -> str:
        joins = f"бере участь у {words.in_measures(self.joins)}"
        return f"відповідає за {words.measures(self.answers)}, {joins}" if self.answers else joins


def parts_in(items: Iterable[Commitment]) -> Mapping[str, Part]:
    """Return what each body has to do with measures, by the address of its page."""
    counts: dict[str, Part] = {}
    for item in items:
        answering = {one.executor.address for one in item.measure.executors if one.answers}
        for body in item.measure.bodies:
            known, does = counts.get(body.address, Part()), body.address in answering
            counts[body.address] = Part(known.answers + does, known.joins + (not does))
    return counts


def part_in(items: Iterable[Commitment], address: str) -> Part:
    """Return what one body has to do with measures."""
    return parts_in(items).get(address, Part())
