"""«Для мене»: pages on what one community promises to an audience; which of them there are, and where."""

from generator.model.community import Catalogue, Community
from generator.model.records.topics import AudienceRecord, TopicRecord, TopicsRecord


def promised_audiences(topics: TopicsRecord, community: Community) -> list[AudienceRecord]:
    """Return the audiences that some measure of the community's plans is for, in the order of topics.yml."""
    named = {topic for plan in community.plans for measure in plan.all_measures() for topic in measure.record.topics}
    return [topic for topic in topics.audiences if topic.id in named]


def audiences_address(community: Community) -> str:
    """Return the permanent address of the list of a community's audiences."""
    return f"{community.address}for/"


def audience_address(community: Community, topic: TopicRecord) -> str:
    """Return the permanent address of what a community promises to an audience."""
    return f"{audiences_address(community)}{topic.id}/"


def audience_addresses(catalogue: Catalogue) -> list[str]:
    """Return the addresses of all these pages that a site can have, lists among them (the option `outputs:`)."""
    return [
        address
        for community in catalogue.communities
        if (topics := promised_audiences(catalogue.topics, community))
        for address in (audiences_address(community), *(audience_address(community, topic) for topic in topics))
    ]
