"""A community and the catalogue of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.model.executor import Executor
from generator.model.place import Place
from generator.model.plan import Plan
from generator.model.records.community import CommunityRecord, SuspensionRecord
from generator.model.records.glossary import GlossaryEntryRecord
from generator.model.records.redirects import WithdrawnRecord
from generator.model.records.topics import TopicsRecord


@dataclass(frozen=True, slots=True)
class Community:
    """A territorial community with its plans, newest period first."""

    id: str
    place: Place
    record: CommunityRecord
    executors: tuple[Executor, ...] = ()
    plans: tuple[Plan, ...] = ()
    lacks: tuple[str, ...] = ()
    """What its own file has left to fill, in words; while there is anything, all its plans are drafts."""

    @property
    def address(self) -> str:
        """The permanent address of its page."""
        return f"{self.id}/"

    def suspension_on(self, day: date) -> SuspensionRecord | None:
        """Return why the terms of its plans are not counted on this day; None where they are."""
        suspended = self.record.suspended
        return suspended if suspended and suspended.holds_on(day) else None

    def notice_on(self, day: date) -> str:
        """Return what a reader must know first of the community: its notice, and that its terms are not counted."""
        suspension = self.suspension_on(day)
        told = bool(self.record.notice)
        return " ".join(filter(None, [self.record.notice, suspension.sentence(told=told) if suspension else None]))

    @property
    def executors_address(self) -> str:
        """The permanent address of the list of its executors."""
        return f"{self.id}/executors/"

    @property
    def terms_address(self) -> str:
        """The permanent address of its terms by quarter."""
        return f"{self.id}/terms/"

    @property
    def changes_address(self) -> str:
        """The permanent address of what changed in its plans."""
        return f"{self.id}/changes/"

    @property
    def council(self) -> str:
        """Whom a letter is addressed to."""
        return self.record.council or f"Рада: {self.record.name}"

    def can_be_asked(self, day: date) -> bool:
        """Whether a letter may be offered: where terms are suspended nobody knows who would read it."""
        return self.suspension_on(day) is None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that is known: all communities, and the bodies that act in more than one."""

    communities: tuple[Community, ...]
    shared_executors: tuple[Executor, ...] = ()
    topics: TopicsRecord = field(default_factory=TopicsRecord)
    glossary: tuple[GlossaryEntryRecord, ...] = ()
    synonyms: Mapping[str, Any] = field(default_factory=dict)
    """What the country's synonyms.yml and the site's own say together, as checked data; empty when there is none."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Addresses that are no more, each with the one it leads to in the end."""
    moved_how: Mapping[str, str] = field(default_factory=dict)
    """What happened to them, where redirects.yml says it: a code of `How` by the old address."""
    withdrawn: tuple[WithdrawnRecord, ...] = ()
    """What was published once and went nowhere."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All plans, in the order of communities."""
        return tuple(plan for community in self.communities for plan in community.plans)

    def community(self, community_id: str) -> Community:
        """Find a community by its id; KeyError when there is none."""
        for community in self.communities:
            if community.id == community_id:
                return community
        raise KeyError(community_id)
