"""A body that carries out measures."""

from dataclasses import dataclass, field

from generator.model.place import Place
from generator.model.records.community import Contacts


@dataclass(frozen=True, slots=True)
class Executor:
    """A body that carries out measures; `community` is None for one that acts in several communities."""

    id: str
    community: str | None
    name: str
    place: Place
    short_name: str | None = None
    spellings: tuple[str, ...] = ()
    parent_id: str | None = None
    parent_name: str | None = None
    contacts: Contacts = field(default_factory=Contacts)
    collective: bool = False
    note: str | None = None

    @property
    def label(self) -> str:
        """The name people know."""
        return self.short_name or self.name

    @property
    def address(self) -> str:
        """The permanent address of its page, relative to the site's root."""
        return f"{self.community}/executors/{self.id}/" if self.community else f"executors/{self.id}/"
