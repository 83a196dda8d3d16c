"""A community: residents have where to write."""

from collections.abc import Iterator

from generator.model.community import Community
from generator.rules.finding import warning_at
from generator.source.problem import Problem
from generator.source.yaml_source import Source


def residents_can_write(community: Community, source: Source) -> Iterator[Problem]:
    """Warn of a community that gives no way to be heard; a site to read is not one."""
    if community.record.contacts.can_answer:
        return
    message = "мешканцям нікуди звернутися; додайте contacts: {…} хоча б з одним із полів email, phone, post, form"
    yield warning_at(source, ("contacts",), community.id, message)
