"""What pages that speak of all communities know of each: a record so small that a country is told without its plans."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Self

from generator.language.shortening import shortened
from generator.language.terms import date_in_words
from generator.model.community import Community
from generator.model.oblasts import oblast_address
from generator.model.vocabulary import MeasureGroup
from generator.views import words
from generator.views.calendar import Quarter, calendar
from generator.views.commitment import Commitment, due_next, grouped, not_replaced
from generator.views.outcome import by_outcome
from generator.views.undertakings import NO_UNDERTAKINGS, Undertakings

FIRST = 2
"""How many measures on a topic, or of a body, stand for the others."""
_NEXT = 2
"""How many of the nearest terms: one long plan is not to fill the country's list."""
_TITLE = 110
"""Letters of a measure's words in a list of many communities."""
_TOLD = {MeasureGroup.DONE: "зроблено", MeasureGroup.LATE: "строк минув, звіту немає"}
"""The outcomes that are counted for oblasts, and how a line says them."""
DAYLESS = (
    MeasureGroup.RECURRING, MeasureGroup.ONGOING, MeasureGroup.CONDITIONAL, MeasureGroup.UPCOMING, MeasureGroup.ENDED,
    MeasureGroup.UNREAD, MeasureGroup.UNDATED, MeasureGroup.UNFILLED, MeasureGroup.SUSPENDED, MeasureGroup.PROJECTS,
)  # fmt: skip
"""The groups of measures without a day, in the order of the page of terms."""


class Named(NamedTuple):
    """What a measure is called in a list, and where it stands."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Share:
    """What a community promises on a topic, or has a body do: how many measures, and the first of them."""

    count: Undertakings
    first: tuple[Named, ...]
    urgent: bool = False
    """Whether its readers may have to leave the page at once."""


@dataclass(frozen=True, slots=True)
class Due:
    """A term that comes soon."""

    day: date
    measure: Named
    said: str
    """Where, and until when."""
    urgent: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A goal of a common template in a plan of the community, with its measures in short."""

    template: str
    goal: str
    title: str
    address: str
    measures: tuple[tuple[Named, str], ...]
    urgent: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """A community as the country's pages tell it; `count` is of what is promised, projects left out."""

    id: str
    name: str
    short_name: str
    oblast: str
    notice: str = ""
    remembered: bool = True
    """Whether a reader may have it remembered."""
    plans: tuple[tuple[str, str], ...] = ()
    """Names and addresses."""
    count: Undertakings = NO_UNDERTAKINGS
    outcomes: Mapping[MeasureGroup, Undertakings] = field(default_factory=dict)
    topics: Mapping[str, Share] = field(default_factory=dict)
    bodies: Mapping[str, Share] = field(default_factory=dict)
    """Bodies of more than one community, by the address of their page."""
    executors: int = 0
    """How many executors are its own."""
    quarters: Mapping[Quarter, Undertakings] = field(default_factory=dict)
    dayless: Mapping[MeasureGroup, Undertakings] = field(default_factory=dict)
    next: tuple[Due, ...] = ()
    compared: tuple[Compared, ...] = ()

    @property
    def address(self) -> str:
        """The permanent address of its page."""
        return f"{self.id}/"

    @property
    def outcomes_in_words(self) -> list[str]:
        return told_outcomes(self.outcomes)


def summary_of(
    community: Community, items: Sequence[Commitment], executors: int, urgent: frozenset[str], as_of: date
) -> Summary:
    """Sum up a community: `items` are its commitments, `urgent` topics whose readers may have to leave at once."""
    promised = [item for item in items if not item.plan.is_project]
    standing = not_replaced(items, as_of)
    kept = calendar(standing)
    dayless = {group: Undertakings.of(getattr(kept, group.value)) for group in DAYLESS}
    return Summary(
        community.id,
        community.record.name,
        community.record.short_name,
        community.record.oblast,
        notice=community.notice_on(as_of),
        remembered=bool(community.plans) and community.suspension_on(as_of) is None,
        plans=tuple((plan.record.name, plan.address) for plan in community.plans),
        count=Undertakings.of(promised),
        outcomes={group: Undertakings.of(found) for group, found in by_outcome(items).items() if group in _TOLD},
        topics=_shares(((topic, item) for item in items for topic in item.measure.record.topics), urgent),
        bodies=_shares(
            ((body.address, item) for item in items for body in item.measure.bodies if body.community is None), urgent
        ),
        executors=executors,
        quarters={quarter: Undertakings.of(found) for quarter, found in kept.quarters},
        dayless={group: count for group, count in dayless.items() if count},
        next=tuple(_due(item, urgent) for item in due_next(items, as_of, _NEXT)),
        compared=tuple(_compared(community, urgent)),
    )


def _shares(pairs: Iterable[tuple[str, Commitment]], urgent: frozenset[str]) -> dict[str, Share]:
    return {
        key: Share(Undertakings.of(found), tuple(map(_named, found[:FIRST])), _is_urgent(found, urgent))
        for key, found in grouped(pairs).items()
    }


def _is_urgent(items: Iterable[Commitment], urgent: frozenset[str]) -> bool:
    return any(not urgent.isdisjoint(item.measure.record.topics) for item in items)


def _named(item: Commitment) -> Named:
    measure = item.measure
    return Named(shortened(measure.record.short or measure.record.text, _TITLE), item.address)


def _due(item: Commitment, urgent: frozenset[str]) -> Due:
    day = item.state.due or date.max
    until = f"{'найближчий строк – ' if item.recurs else ''}до {date_in_words(day)}"
    return Due(day, _named(item), f"{item.community.record.short_name}, {until}", _is_urgent([item], urgent))


def _compared(community: Community, urgent: frozenset[str]) -> Iterator[Compared]:
    for plan in community.plans:
        for goal in plan.all_goals() if plan.record.template else ():
            if goal.measures:
                yield Compared(
                    plan.record.template or "",
                    goal.id,
                    goal.heading,
                    plan.goal_address(goal.id),
                    tuple(
                        (
                            Named(
                                shortened(measure.record.short or measure.record.text, _TITLE),
                                plan.measure_address(measure),
                            ),
                            measure.term.text if measure.term else "",
                        )
                        for measure in goal.measures
                    ),
                    any(not urgent.isdisjoint(measure.record.topics) for measure in goal.all_measures()),
                )


def told_outcomes(outcomes: Mapping[MeasureGroup, Undertakings]) -> list[str]:
    """Say what is done and what is late: «зроблено – 2 заходи»."""
    return [f"{said} – {outcomes[group].words}" for group, said in _TOLD.items() if outcomes.get(group)]


def added(counts: Iterable[Undertakings]) -> Undertakings:
    """Add counts of different communities, tasks and measures apart."""
    listed = list(counts)
    return Undertakings(sum(one.tasks for one in listed), sum(one.measures for one in listed))


@dataclass(frozen=True, slots=True)
class Oblast:
    """An oblast with its communities, by name."""

    name: str
    communities: tuple[Summary, ...]

    @property
    def address(self) -> str:
        """The permanent address of its page."""
        return oblast_address(self.name)

    def called(self, one: Summary) -> str:
        """Name a community in short, in full where the oblast has another of that name."""
        alike = [other for other in self.communities if other.short_name == one.short_name]
        return one.short_name if len(alike) == 1 else one.name

    @property
    def count(self) -> Undertakings:
        return added(one.count for one in self.communities)

    @property
    def outcomes_in_words(self) -> list[str]:
        return told_outcomes({group: added(one.outcomes.get(group, NO_UNDERTAKINGS) for one in self.communities)
                              for group in _TOLD})  # fmt: skip


@dataclass(frozen=True)
class Country:
    """All communities, oblast by oblast; made of summaries alone."""

    oblasts: tuple[Oblast, ...]

    @classmethod
    def of(cls, summaries: Iterable[Summary]) -> Self:
        """Sort communities into their oblasts."""
        groups: dict[str, list[Summary]] = {}
        for one in summaries:
            groups.setdefault(one.oblast, []).append(one)
        return cls(
            tuple(
                Oblast(name, tuple(sorted(groups[name], key=lambda one: words.alphabetical(one.name))))
                for name in sorted(groups, key=words.alphabetical)
            )
        )

    @property
    def communities(self) -> Iterator[Summary]:
        """Every community, in the order of oblasts and names."""
        return (one for oblast in self.oblasts for one in oblast.communities)

    @property
    def count(self) -> Undertakings:
        """How many measures are promised."""
        return added(one.count for one in self.communities)

    @property
    def number(self) -> int:
        return sum(len(oblast.communities) for oblast in self.oblasts)

    @property
    def not_remembered(self) -> list[str]:
        """The ids of communities that are not remembered."""
        return [one.id for one in self.communities if not one.remembered]

    def next(self, most: int) -> list[Due]:
        """Return the nearest terms of all communities."""
        return sorted((due for one in self.communities for due in one.next), key=lambda due: due.day)[:most]
