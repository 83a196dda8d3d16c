"""One row per measure: what plan.csv, plan.xlsx and an executor's table are made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.plan import Goal, Measure, Plan
from generator.model.settings import Settings
from generator.outputs.addresses import link
from generator.views.commitment import Commitment


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with what a table says about it; `url` is full, or relative to the file the row stands in."""

    commitment: Commitment
    top_goal: Goal
    url: str

    @property
    def measure(self) -> Measure:
        return self.commitment.measure

    @property
    def plan(self) -> Plan:
        return self.commitment.plan


def rows(items: Iterable[Commitment], settings: Settings, file_address: str) -> Iterator[Row]:
    """Return the row of each measure, in the order given, for the file at `file_address`."""
    top_goals: dict[str, dict[str, Goal]] = {}
    for item in items:
        if item.plan.id not in top_goals:
            top_goals[item.plan.id] = _top_goals(item.plan)
        yield Row(item, top_goals[item.plan.id][item.goal.id], link(settings, file_address, item.address))


def _top_goals(plan: Plan) -> dict[str, Goal]:
    """Map the id of every goal to the outermost goal above it."""
    return {goal.id: top_goal for top_goal in plan.tops for goal in top_goal.with_goals()}
