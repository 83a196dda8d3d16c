"""Goals that stand at the same number in plans made after the same template."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.community import Catalogue, Community
from generator.model.outputs import SMALL_SITE
from generator.model.plan import Plan

NEAR = 3
"""How many counterparts a goal is told of on a site too large to name them all: each costs every page a line."""


class Counterpart(NamedTuple):
    """The goal of another plan: who has it, what it is called there (in short on a large site), where it stands."""

    community: str
    heading: str
    address: str


_Bearer = tuple[Community, Plan, Counterpart]
Counterparts = Mapping[str, Mapping[str, tuple[Counterpart, ...]]]
"""By the id of a plan and of its goal: all of them on a small site, else the nearest, of the same oblast.

Plans and goals that have no counterpart at all are left out; one that has none nearby is there, with none.
"""


def counterparts(catalogue: Catalogue) -> Counterparts:
    """Find the counterparts of every goal, in the order of communities."""
    alike: dict[tuple[str, str], list[_Bearer]] = {}
    is_small = len(catalogue.communities) <= SMALL_SITE
    for community in catalogue.communities:
        for plan in community.plans:
            for goal in plan.all_goals() if plan.record.template else ():
                called = goal.heading if is_small else goal.name
                one = Counterpart(community.record.short_name, called, plan.goal_address(goal.id))
                alike.setdefault((plan.record.template or "", goal.id), []).append((community, plan, one))
    found: dict[str, dict[str, tuple[Counterpart, ...]]] = {}
    for (_, goal_id), bearers in alike.items():
        if len(bearers) > 1:
            rings = [bearers] if is_small else _by_oblast(bearers)
            for plan_id, others in (pair for ring in rings for pair in _others(ring, None if is_small else NEAR)):
                found.setdefault(plan_id, {})[goal_id] = others
    return found


def _by_oblast(bearers: Sequence[_Bearer]) -> list[list[_Bearer]]:
    rings: dict[str, list[_Bearer]] = {}
    for bearer in bearers:
        rings.setdefault(bearer[0].record.oblast, []).append(bearer)
    return list(rings.values())


def _others(ring: Sequence[_Bearer], most: int | None) -> Iterator[tuple[str, tuple[Counterpart, ...]]]:
    """Yield each plan with the others: all in order, or so many that follow it, the first ones after the last.

    Where each names those that follow, a new community changes the pages of few others.
    """
    for place, (_, plan, _) in enumerate(ring):
        if most is None:
            others = [*ring[:place], *ring[place + 1 :]]
        else:
            others = [*ring[place + 1 : place + 1 + most], *ring[:place]][:most]
        yield plan.id, tuple(counterpart for _, _, counterpart in others)
