"""Topics: what each community promises for an audience or a service."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.community import Catalogue, Community
from generator.model.plan import Goal, Plan
from generator.views.commitment import Commitment, Commitments


@dataclass(frozen=True, slots=True)
class TopicShare:
    """What one community promises on a topic; nothing when no plan of it names the topic."""

    community: Community
    items: tuple[Commitment, ...]


def shares(commitments: Commitments, topic_id: str) -> list[TopicShare]:
    """List every community with its commitments on a topic, those that promise something first."""
    found = [
        TopicShare(
            community,
            tuple(item for item in commitments.by_community.get(community.id, []) if topic_id in item.measure.topics),
        )
        for community in commitments.catalogue.communities
    ]
    return sorted(found, key=lambda share: not share.items)


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


def comparison_address(template: str, goal_id: str) -> str:
    """Give the permanent address of a comparison."""
    return f"compare/{template}/{goal_id}/"


def comparisons(catalogue: Catalogue) -> Iterator[Comparison]:
    """Yield a comparison for every goal that holds measures in at least two plans of one template."""
    found: dict[tuple[str, str], list[tuple[Community, Plan, Goal]]] = {}
    for community in catalogue.communities:
        for plan in community.plans:
            if plan.template:
                for goal in plan.all_goals():
                    if goal.measures:
                        found.setdefault((plan.template, goal.id), []).append((community, plan, goal))
    for (template, goal_id), goals in sorted(found.items()):
        if len(goals) > 1:
            yield Comparison(template, goal_id, tuple(goals))
