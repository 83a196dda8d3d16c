"""A community: residents have where to write, executors are bodies."""

from collections.abc import Iterator

from generator.language.persons import is_person
from generator.model.community import Community
from generator.rules.finding import warning_at
from generator.source.problem import Problem, shown
from generator.source.yaml_source import Source


def residents_can_write(community: Community, source: Source) -> Iterator[Problem]:
    """Warn of a community that gives no way to be heard; a site to read is not one."""
    if community.record.contacts.can_answer:
        return
    message = "мешканцям нікуди звернутися; додайте contacts: {…} хоча б з одним із полів email, phone, post, form"
    yield warning_at(source, ("contacts",), community.id, message)


def executors_are_bodies(community: Community, source: Source) -> Iterator[Problem]:
    """Warn of an executor that is a person: a person has no page of duties, a post has."""
    for executor in community.executors:
        if is_person(executor.record.name):
            message = f"«{shown(executor.record.name)}» – людина; замість прізвища впишіть посаду або підрозділ"
            yield warning_at(source, (*executor.place.path, "name"), f"{community.id}/{executor.id}", message)
