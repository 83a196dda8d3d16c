"""A body that carries out measures."""

from dataclasses import dataclass

from generator.language.persons import is_person
from generator.model.place import Place
from generator.model.records.community import ExecutorRecord


@dataclass(frozen=True, slots=True)
class Executor:
    """A body that carries out measures; `community` is None for one that acts in several communities."""

    community: str | None
    place: Place
    record: ExecutorRecord

    @property
    def is_person(self) -> bool:
        """Whether it is no body but only a person's name: a post has a page, a person has none."""
        return is_person(self.record.name)

    @property
    def id(self) -> str:
        """Unique in its registry; part of the address."""
        return self.record.id

    @property
    def parent_id(self) -> str | None:
        """The id of the body it belongs to, where the registry has that body."""
        return self.record.parent.id if self.record.parent else None

    @property
    def parent_name(self) -> str | None:
        """The name of the body it belongs to, where the registry lacks that body."""
        return self.record.parent.name if self.record.parent else None

    @property
    def label(self) -> str:
        """The name people know."""
        return self.record.short_name or self.record.name

    @property
    def address(self) -> str:
        """The permanent address of its page, relative to the site's root."""
        return f"{self.community}/executors/{self.id}/" if self.community else f"executors/{self.id}/"
