"""Goals that stand at the same number in plans made after the same template."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.community import Catalogue


class Counterpart(NamedTuple):
    """The goal of another plan: who has it, what it is called there, where it stands."""

    community: str
    heading: str
    address: str


Counterparts = Mapping[str, Mapping[str, tuple[Counterpart, ...]]]
"""By the id of a plan and of its goal; plans and goals that have none are left out."""


def counterparts(catalogue: Catalogue) -> Counterparts:
    """Find the counterparts of every goal, in the order of communities."""
    alike: dict[tuple[str, str], dict[str, Counterpart]] = {}
    for community in catalogue.communities:
        for plan in community.plans:
            for goal in plan.all_goals() if plan.record.template else ():
                one = Counterpart(community.record.short_name, goal.heading, plan.goal_address(goal.id))
                alike.setdefault((plan.record.template or "", goal.id), {})[plan.id] = one
    found: dict[str, dict[str, tuple[Counterpart, ...]]] = {}
    for (_, goal_id), by_plan in alike.items():
        for plan_id in by_plan if len(by_plan) > 1 else ():
            found.setdefault(plan_id, {})[goal_id] = tuple(twin for other, twin in by_plan.items() if other != plan_id)
    return found
