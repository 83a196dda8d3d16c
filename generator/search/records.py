"""What the search needs to know of a thing that can be found."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Kind = Literal["measure", "goal", "executor", "text", "community", "topic", "help"]


class Field(StrEnum):
    """Where in a record a word stands; each field has its weight (see impact.py)."""

    NUMBER = "number"
    TITLE = "title"
    """The measure's text, the goal's or chapter's title, the executor's full name."""
    GOAL = "goal"
    """Titles of the goals above a measure."""
    EXECUTORS = "executors"
    """Names, short names and spellings of those who act."""
    TERM = "term"
    INDICATORS = "indicators"
    """Indicators, sources of money: what stands in the row beside the text."""
    SUMMARY = "summary"
    """«Коротко», ours."""
    TOPICS = "topics"
    """Names of audiences and services, ours."""
    BODY = "body"
    """Running text of a chapter."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One result of the search: a measure, goal, executor, narrative text or community.

    `url` is relative to the site's root, with the anchor (`nizhyn/social-services-2025/1-2/#m-1-2-3`).
    `texts` are the words to be found by, field by field; repeated fields are fine.
    Facets hold ids; for a record they do not apply to, they are empty.
    """

    kind: Kind
    url: str
    title: str
    """Shown as the link, whole."""
    community: str
    """Id of the community; empty for a topic and for the way to ask, which belong to the whole site."""
    community_name: str
    """Short name, shown with the result: «Ніжин»; all of them for a body that acts in several."""
    texts: tuple[tuple[Field, str], ...]
    community_forms: tuple[str, ...] = ()
    """How residents call it: («Ніжин», «ніжинська»); one form of each stem is enough."""
    context: str = ""
    """One line under the title: plan, goal, term. Plain text."""
    snippet: str = ""
    """Text from which the passage with the found words is cut, where the title does not hold them."""
    url_in_community: str = ""
    """Of the way to ask: the address when the community is known, with `{community}` for its id."""
    names: tuple[str, ...] = field(default=())
    """What it is called: each name, typed whole, brings it first."""
    executors: tuple[str, ...] = field(default=())
    audiences: tuple[str, ...] = field(default=())
    services: tuple[str, ...] = field(default=())
    state: str = ""
    years: tuple[int, ...] = field(default=())

    @property
    def facets(self) -> tuple[str, ...]:
        """Vocabulary entries this record can be filtered by, e.g. `@a=older-people`."""
        pairs = [("e", self.executors), ("a", self.audiences), ("s", self.services), ("year", self.years)]
        found = [f"@{letter}={value}" for letter, values in pairs for value in values]
        if self.state:
            found.append(f"@state={self.state}")
        return tuple(dict.fromkeys(found))
