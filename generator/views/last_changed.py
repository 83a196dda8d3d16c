"""The day a page's words last changed: by its files, by a report, or because a day of a term came."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from generator.language.terms import Term, occurrences
from generator.model.plan import Plan
from generator.reading.layout import COMMUNITY
from generator.views.commitment import Commitment, Commitments
from generator.views.time_state import DUE_SOON

_DAY = timedelta(days=1)
_YEAR = timedelta(days=366)


class LastChanged:
    """Tells the day of each page of plans; `files` are days of files by path relative to plans/, as history knows them.

    Names from files that communities share (bodies, topics) count for pages of the whole site only. Without days of
    files nothing is known, and nothing is said.
    """

    def __init__(self, commitments: Commitments, files: Mapping[str, date]) -> None:
        self._commitments = commitments
        self._newest = _newest(files)
        self._plans = {plan.address: plan for plan in commitments.catalogue.plans}
        self._communities = {community.id for community in commitments.catalogue.communities}
        self._by_goal = {
            plan.goal_address(goal.id): commitments.of_goal(plan, goal)
            for plan in self._plans.values()
            for goal in plan.all_goals()
        }
        self._days = {(item.plan.id, item.measure.id): self._day_of(item) for item in commitments.all}

    def of(self, address: str) -> date | None:
        """Return the day a page last changed, no later than the as-of day; None when nobody knows."""
        files = [self._newest[place] for place in self._places(address) if place in self._newest]
        if not files:
            return None
        terms = (self._days[item.plan.id, item.measure.id] for item in self._items(address))
        return min(max([*files, *filter(None, terms)]), self._commitments.as_of)

    def _places(self, address: str) -> tuple[str, ...]:
        """Return where the words of a page stand: its plan, its community, or anywhere where it is of none."""
        community = address.split("/", 1)[0]
        if plan := self._plan_of(address):
            return plan.address, f"{community}/{COMMUNITY}"
        return (f"{community}/",) if community in self._communities else ("",)

    def _plan_of(self, address: str) -> Plan | None:
        return self._plans.get("/".join([*address.split("/")[:2], ""]))

    def _items(self, address: str) -> Iterable[Commitment]:
        """Return the measures whose state a page tells."""
        here = self._commitments
        if plan := self._plan_of(address):
            if address.startswith(f"{plan.address}text/"):
                return ()
            return self._by_goal.get(address, here.by_plan.get(plan.id, []))
        if address in here.by_executor:
            return here.by_executor[address]
        community = address.split("/", 1)[0]
        return here.by_community.get(community, []) if community in self._communities else here.all

    def _day_of(self, item: Commitment) -> date | None:
        """Return the last day on which what is told of a measure changed by itself."""
        as_of = self._commitments.as_of
        days = (*_days(item.measure.term, as_of), *_of_plan(item.plan), *_of_reports(item))
        return max((day for day in days if day <= as_of), default=None)


def _newest(files: Mapping[str, date]) -> dict[str, date]:
    """Return the newest day of each file and of everything below each folder; of all under the empty name."""
    found: dict[str, date] = {}
    for path, day in files.items():
        steps = path.split("/")
        for place in (path, *("".join(f"{step}/" for step in steps[:depth]) for depth in range(len(steps)))):
            found[place] = max(day, found.get(place, day))
    return found


def _days(term: Term | None, as_of: date) -> Iterator[date]:
    """Yield the days on which a term begins, comes near and is over; of a repeated one, those of the last year."""
    if term is None:
        return
    if term.start:
        yield term.start
    if term.end:
        yield from (term.end - DUE_SOON, term.end + _DAY)
    yield from (last + _DAY for _, last in occurrences(term, as_of - _YEAR, as_of))


def _of_plan(plan: Plan) -> Iterator[date]:
    if plan.record.period:
        yield plan.record.period.end + _DAY


def _of_reports(item: Commitment) -> Iterator[date]:
    standing = item.state.standing
    if standing:
        yield standing.deciding.record.date
