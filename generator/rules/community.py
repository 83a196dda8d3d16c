"""A community: residents have where to write, executors are bodies."""

from collections.abc import Iterator

from generator.language.persons import is_person
from generator.model.community import Community
from generator.reading.registry import in_places
from generator.rules.finding import warning_at
from generator.source.problem import Problem, shown
from generator.source.yaml_source import Source


def residents_can_write(community: Community, source: Source) -> Iterator[Problem]:
    """Warn of a community that gives no way to be heard; a site to read is not one."""
    if community.record.contacts.can_answer:
        return
    message = "мешканцям нікуди звернутися; додайте contacts: {…} хоча б з одним із полів email, phone, post, form"
    yield warning_at(source, ("contacts",), community.id, message)


def open_data_is_whole(community: Community, source: Source) -> Iterator[Problem]:
    """Warn of a passport of data sets that lacks what the portal asks for."""
    said = community.record.open_data
    if said and said.missing:
        message = f"для порталу відкритих даних бракує: {', '.join(said.missing)}; допишіть в open_data"
        yield warning_at(source, ("open_data",), community.id, message)


def executors_are_bodies(community: Community, source: Source) -> Iterator[Problem]:
    """Warn of an executor that is a person: a person has no page of duties, a post has."""
    for index, executor in enumerate(community.record.executors):
        if is_person(executor.name):
            path = ("executors", index, "name")
            yield warning_at(source, path, f"{community.id}/{executor.id}", a_post_belongs_here(executor.name))


def a_post_belongs_here(name: str, places: int = 1) -> str:
    """Say what to write in place of a person's name that stands in so many places."""
    return f"«{shown(name)}» – людина; замість прізвища впишіть посаду або підрозділ{in_places(places)}"
