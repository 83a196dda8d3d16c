"""Topics: what each community promises for an audience or a service."""

from dataclasses import dataclass

from generator.model.community import Community
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
            tuple(
                item
                for item in commitments.by_community.get(community.id, [])
                if topic_id in item.measure.record.topics
            ),
        )
        for community in commitments.catalogue.communities
    ]
    return sorted(found, key=lambda share: not share.items)
