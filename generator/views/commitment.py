"""A measure together with everything around it: the unit in which pages list what was promised."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.language.terms import TermKind, date_in_words
from generator.model.community import Catalogue, Community
from generator.model.executor import Executor
from generator.model.further_columns import Further, further
from generator.model.plan import Assignment, Goal, Measure, Plan
from generator.model.said import Said, said_of_measure
from generator.model.vocabulary import Absent, MeasureGroup, Status, TimeState
from generator.views import words
from generator.views.plan_over import successor_of
from generator.views.state import REMOVED, State, state_in

Key = TypeVar("Key", bound=Hashable)

NEXT_TERMS = 5
"""How many of the nearest terms a page lists."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One measure, the goal, plan and community it stands in, and its state on the as-of date."""

    community: Community
    plan: Plan
    goal: Goal
    measure: Measure
    state: State
    steps: tuple["Step", ...] = ()
    """Those that stand beneath it in a list; see `under_tasks`."""

    @property
    def address(self) -> str:
        return self.plan.measure_address(self.measure)

    @property
    def further(self) -> list[Further]:
        """What the document says of it in columns of its own."""
        return list(further(self.plan.record, self.measure.record))

    @property
    def has_facts(self) -> bool:
        """Whether more than its words is known: the component of facts has something to show."""
        record = self.measure.record
        own = self.measure.term or self.measure.executors or record.indicators or record.funding or record.also_numbered
        return bool(own or self.further or self.told_further)

    @property
    def no_term(self) -> str:
        """What is said in the place of a term: that the document has none, where somebody said so; nothing with a term.

        A task and its step may have the term of each other.
        """
        own = self.measure.steps or self.measure.parent
        match self.said(Absent.TERM):
            case Said.ABSENT:
                return "Окремого строку в документі немає" if own else "Строку в документі немає"
            case Said.UNSAID:
                return "Окремого строку тут не вказано" if own else "Строку ще не вписано"
            case _:
                return ""

    @property
    def no_executors(self) -> str:
        """What is said in the place of executors, as of a term."""
        match self.said(Absent.EXECUTORS):
            case Said.ABSENT:
                return "У документі окремо не названо"
            case Said.UNSAID:
                return "Окремо тут не вказано" if self.measure.steps or self.measure.parent else "Ще не вписано"
            case _:
                return ""

    @property
    def without_day(self) -> MeasureGroup:
        """Why no day is known by which it is to be done: the words of its term, the document, or nobody tells one."""
        if self.measure.term:
            return MeasureGroup.UNREAD
        return MeasureGroup.UNDATED if self.said(Absent.TERM) is Said.ABSENT else MeasureGroup.UNFILLED

    def said(self, field: Absent) -> Said:
        """Return what is known of a field: its value, that the document has none, or nothing yet."""
        return said_of_measure(self.plan, self.measure, field)

    @property
    def term_line(self) -> str:
        """Its term in the document's words, or what is said in its place."""
        return f"Строк: {self.measure.term.text}" if self.measure.term else self.no_term

    @property
    def told_further(self) -> list[str]:
        """What a line of state leaves out: why a term is not counted or a measure left the plan, and who said what."""
        why = self.state.is_removed or self.state.time is TimeState.SUSPENDED
        return [*([self.state.sentence] if why else []), *self.state.told]

    @property
    def ahead_untold(self) -> date | None:
        """The day it falls due, while that is to come and the words of its term do not name it."""
        day, term = self.state.ahead, self.measure.term
        named = day and term and date_in_words(day) in " ".join(term.text.split())
        return None if named else day

    @property
    def recurs(self) -> bool:
        """Whether its term comes again and again, so that a day of it is the nearest one."""
        return self.measure.term is not None and self.measure.term.kind is TermKind.RECURRING

    @property
    def executors_line(self) -> str:
        """Who answers for it («Виконавці: УСЗН, Центр соціальних служб»); nothing when the document names nobody."""
        named = self.measure.executors
        names = [with_role(one, one.executor.label) for one in named]
        return f"{'Виконавці' if len(names) > 1 else 'Виконавець'}: {', '.join(names)}" if names else ""


def with_role(assigned: Assignment, name: str) -> str:
    """Name an executor in a list, with the document's word for its role: «УСЗН (співвиконавець)»."""
    return f"{name} ({words.small(assigned.role_words)})" if assigned.role_words else name


@dataclass(frozen=True, slots=True)
class Step:
    """A step beneath its task, and what names it there: its number, or all its words where it has none of its own."""

    item: Commitment
    name: str

    @property
    def known(self) -> list[str]:
        """What is said of it there: term, what reports say, whether it is late."""
        measure, state = self.item.measure, self.item.state
        return [
            measure.term.text if measure.term else self.item.no_term.lower(),
            *([state.status_words.lower()] if state.status or state.is_removed else []),
            *(["строк минув"] if state.is_late else []),
        ]


def commitments(catalogue: Catalogue, as_of: date) -> tuple[Commitment, ...]:
    """List every measure and step of every plan, in the order of the documents."""
    return tuple(
        Commitment(
            community,
            plan,
            goal,
            measure,
            state_in(community, plan, measure, as_of),
        )
        for community in catalogue.communities
        for plan in community.plans
        for goal in plan.all_pages()
        for top in goal.measures
        for measure in top.with_steps()
    )


class Commitments:
    """All commitments of a catalogue on one day, found by plan, goal, community or executor in one step."""

    def __init__(self, catalogue: Catalogue, as_of: date) -> None:
        self.catalogue = catalogue
        self.as_of = as_of
        self.all = commitments(catalogue, as_of)

    @cached_property
    def by_plan(self) -> Mapping[str, list[Commitment]]:
        return grouped((item.plan.id, item) for item in self.all)

    @cached_property
    def by_community(self) -> Mapping[str, list[Commitment]]:
        return grouped((item.community.id, item) for item in self.all)

    @cached_property
    def by_executor(self) -> Mapping[str, list[Commitment]]:
        """Commitments by the address of the executor's page."""
        return grouped((body.address, item) for item in self.all for body in item.measure.bodies)

    @cached_property
    def by_measure(self) -> Mapping[tuple[str, str], Commitment]:
        """Commitments by plan id and measure id."""
        return {(item.plan.id, item.measure.id): item for item in self.all}

    def under(self, item: Commitment) -> list[Commitment]:
        """Return the commitments of a measure's steps at every depth."""
        return [self.by_measure[item.plan.id, step.id] for step in item.measure.all_steps()]

    def of_goal(self, plan: Plan, goal: Goal) -> list[Commitment]:
        """Return the commitments under a goal of any level."""
        return [self.by_measure[plan.id, measure.id] for measure in goal.all_measures()]

    @cached_property
    def executors(self) -> tuple[Executor, ...]:
        """Every executor that some plan names, and every other one in the registries, by name."""
        own = [executor for community in self.catalogue.communities for executor in community.executors]
        everyone = [*self.catalogue.shared_executors, *own]
        return tuple(sorted(everyone, key=lambda executor: words.alphabetical(executor.record.name)))

    def executors_of(self, community_id: str | None) -> list[Executor]:
        """Return the executors of one community's registry, or of the shared one, by name."""
        return [executor for executor in self.executors if executor.community == community_id]


def grouped(pairs: Iterable[tuple[Key, Commitment]]) -> Mapping[Key, list[Commitment]]:
    """Gather commitments under their keys, in the order in which they come."""
    groups: dict[Key, list[Commitment]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return groups


def by_status(items: Iterable[Commitment]) -> list[tuple[str, int]]:
    """Return the words and number of every reported state that occurs, «no report» included and last."""
    listed = list(items)
    said = {item.state.status_code: item.state.status_words for item in listed}
    counts = Counter(item.state.status_code for item in listed)
    order = [*(status.value for status in Status), "no-report", REMOVED.code]
    return [(said[code], counts[code]) for code in order if code in said]


def not_replaced(items: Iterable[Commitment], as_of: date) -> list[Commitment]:
    """Leave out what stands in plans that others replaced: their terms are no terms to come."""
    listed = list(items)
    plans = {item.plan.id: (item.community, item.plan) for item in listed}
    replaced = {plan_id for plan_id, own in plans.items() if successor_of(*own, as_of)}
    return [item for item in listed if item.plan.id not in replaced]


def due_next(items: Iterable[Commitment], as_of: date, most: int = NEXT_TERMS) -> list[Commitment]:
    """Return what falls due next: dated or recurring, not finished, of no plan that was replaced; the nearest first."""
    waiting = [
        item
        for item in not_replaced(items, as_of)
        if item.state.due
        and item.state.due >= as_of
        and item.state.time not in {TimeState.CLOSED, TimeState.DONE_LATE, TimeState.OVERDUE}
    ]
    return sorted(waiting, key=lambda item: item.state.due or as_of)[:most]


def under_tasks(items: Iterable[Commitment]) -> list[Commitment]:
    """Put each step beneath the outermost of its tasks in the list, in the document's order; the rest stay in place.

    A step whose task is not in the list stands alone.
    """
    listed = {(item.plan.id, item.measure.id): item for item in items}
    below = {(key[0], step.id) for key, item in listed.items() for step in item.measure.all_steps()}
    return [replace(item, steps=tuple(_steps(item, listed))) for key, item in listed.items() if key not in below]


def _steps(task: Commitment, listed: Mapping[tuple[str, str], Commitment]) -> Iterator[Step]:
    steps = list(task.measure.all_steps())
    numbers = Counter(step.record.number for step in steps)
    for step in steps:
        item = listed.get((task.plan.id, step.id))
        if item:
            number = step.record.number
            yield Step(item, number if number and numbers[number] == 1 else step.printed)
