"""One goal of a common template side by side in the plans that share it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.community import Catalogue, Community
from generator.model.plan import Goal, Plan


@dataclass(frozen=True, slots=True)
class Comparison:
    """One goal of a common template in the plans that share it."""

    template: str
    goal_id: str
    goals: tuple[tuple[Community, Plan, Goal], ...]

    @property
    def address(self) -> str:
        return comparison_address(self.template, self.goal_id)

    @property
    def title(self) -> str:
        return self.goals[0][2].heading


COMPARISONS = "compare/"
"""The permanent address of the list of all comparisons."""


def template_address(template: str) -> str:
    """Return the permanent address of the comparisons of one template."""
    return f"{COMPARISONS}{template}/"


def comparison_address(template: str, goal_id: str) -> str:
    """Return the permanent address of a comparison."""
    return f"{template_address(template)}{goal_id}/"


def comparisons(catalogue: Catalogue) -> Iterator[Comparison]:
    """Yield a comparison for every goal that holds measures in at least two plans of one template."""
    found: dict[tuple[str, str], list[tuple[Community, Plan, Goal]]] = {}
    for community in catalogue.communities:
        for plan in community.plans:
            if plan.record.template:
                for goal in plan.all_goals():
                    if goal.measures:
                        found.setdefault((plan.record.template, goal.id), []).append((community, plan, goal))
    for (template, goal_id), goals in sorted(found.items()):
        if len(goals) > 1:
            yield Comparison(template, goal_id, tuple(goals))
