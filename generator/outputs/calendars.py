"""Calendars (RFC 5545) of what falls due: one all-day event per measure, on the last day of its term.

A measure that lasts from January to December is one day in a calendar, not a bar across the year: what a reader needs
is the deadline; the whole term stands in the event's text. Recurring measures repeat by a rule that ends with the
plan. Permanent and conditional measures, and terms that can't be read, have no day and so no event.
Alarms are left to the reader. A measure's event has the same UID in every calendar it stands in.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from generator.language.shortening import shortened
from generator.language.terms import Term, TermKind, describe
from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.plan import Measure, Plan
from generator.model.records.period import PeriodRecord
from generator.model.settings import Settings
from generator.model.vocabulary import CALLED_OFF, TimeState
from generator.outputs.addresses import full, moment
from generator.outputs.recurrence import due_days, repetition
from generator.outputs.site_files import Asset
from generator.views.commitment import Commitment, with_role
from generator.views.plan_over import plan_over

if TYPE_CHECKING:  # whoever only asks what has an event needs no library of calendars, and a browser has none
    from icalendar import Calendar, Event

FILE_NAME = "calendar.ics"
PRODUCT = "-//hromada-plans//plans//UK"
_SUMMARY_LENGTH = 120
_END = b"END:VCALENDAR\r\n"


class Calendars:
    """Calendars of one build. Each event is written once, however many calendars it stands in."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._events: dict[str, bytes] = {}

    def of_community(self, community: Community, items: Iterable[Commitment]) -> Asset:
        """Write `/<community>/calendar.ics`."""
        return self._asset(community.address, f"{community.record.short_name}: строки заходів", items)

    def of_plan(self, plan: Plan, items: Iterable[Commitment]) -> Asset:
        """Write `<plan>/calendar.ics`."""
        return self._asset(plan.address, f"{plan.record.name}: строки заходів", items)

    def of_executor(self, executor: Executor, items: Iterable[Commitment]) -> Asset:
        """Write `<executor>/calendar.ics`."""
        return self._asset(executor.address, f"{executor.label}: строки заходів", items)

    def _asset(self, page_address: str, name: str, items: Iterable[Commitment]) -> Asset:
        address = f"{page_address}{FILE_NAME}"
        frame = _frame(name, full(self.settings, page_address), full(self.settings, address))
        events = b"".join(self._event(item) for item in items)
        opening = bytes(frame.to_ical()).removesuffix(_END)
        return Asset(address, opening + (events or self._no_events) + _END)

    def _event(self, item: Commitment) -> bytes:
        if item.address not in self._events:
            event = event_of(item, self.settings)
            self._events[item.address] = bytes(event.to_ical()) if event else b""
        return self._events[item.address]

    @cached_property
    def _no_events(self) -> bytes:
        """What stands in a calendar without events: the standard asks for at least one component."""
        from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415

        zone, standard = Timezone(), TimezoneStandard()
        zone.add("tzid", "Etc/UTC")
        standard.add("dtstart", moment(self.settings).replace(year=1970, month=1, day=1, tzinfo=None))
        standard.add("tzoffsetfrom", timedelta())
        standard.add("tzoffsetto", timedelta())
        zone.add_component(standard)
        return bytes(zone.to_ical())


def subscription(settings: Settings, page_address: str) -> str | None:
    """Return the `webcal:` address that subscribes to the calendar of a page; None while the site has no address."""
    address = full(settings, f"{page_address}{FILE_NAME}")
    return f"webcal:{address.partition(':')[2]}" if address else None


def event_of(item: Commitment, settings: Settings) -> "Event | None":
    """Return the event of a measure; None when its term names no day."""
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    if not _add_days(event, item):
        return None
    url = full(settings, item.address)
    event.add("uid", uid(item.plan, item.measure))
    event.add("dtstamp", moment(settings))
    event.add("summary", _summary(item))
    event.add("description", "\n".join(_description(item, settings.as_of, url)))
    event.add("categories", [item.community.record.short_name, item.plan.record.name])
    is_off = item.state.status in CALLED_OFF or item.state.is_removed or item.state.is_replaced
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if url:
        event.add("url", url)
    return event


def uid(plan: Plan, measure: Measure) -> str:
    """Name the event of a measure for ever."""
    return f"{plan.community}.{plan.slug}.{measure.id}@hromada-plans"


def has_event(term: Term | None, period: PeriodRecord | None) -> bool:
    """Return whether a term names a day, so that it has an event."""
    if term is None:
        return False
    if term.kind is TermKind.RECURRING:
        return bool(due_days(term, period))
    return term.kind in {TermKind.PERIOD, TermKind.DEADLINE} and term.end is not None


def _add_days(event: "Event", item: Commitment) -> bool:
    """Enter when the event takes place; say whether it ever does."""
    term = item.measure.term
    if term is None or item.state.time is TimeState.PROJECT:
        return False
    if term.kind is TermKind.RECURRING:
        repeated = repetition(term, item.plan.record.period)
        if repeated is None:
            return False
        _add_day(event, repeated.first)
        event.add("rrule", dict(repeated.rule))
        if repeated.missing:
            event.add("rdate", list(repeated.missing))
        if repeated.surplus:
            event.add("exdate", list(repeated.surplus))
        return True
    if term.kind in {TermKind.PERIOD, TermKind.DEADLINE} and term.end:
        _add_day(event, term.end)
        return True
    return False


def _add_day(event: "Event", day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))


def _summary(item: Commitment) -> str:
    return shortened(f"Строк: {item.measure.printed}", _SUMMARY_LENGTH)


def _description(item: Commitment, as_of: date, url: str | None) -> list[str]:
    term = item.measure.term
    reading = describe(term) if term else None
    lines = [item.measure.printed]
    if term:
        lines.append(f"Строк у документі: «{term.text}»{f' ({reading})' if reading else ''}")
    if item.measure.executors:
        lines.append(f"Виконавці: {', '.join(with_role(one, one.whole) for one in item.measure.executors)}")
    if over := plan_over(item.community, item.plan, as_of):
        lines.append(f"{over.sentence} {over.link_words}".rstrip())
    lines += [item.state.sentence, f"{item.plan.record.name}. {item.community.record.name}"]
    return [*lines, url] if url else lines


def _frame(name: str, page: str | None, source: str | None) -> "Calendar":
    """Return a calendar without events: its name, how often to ask again, where it comes from (RFC 7986 and custom)."""
    from icalendar import Calendar  # noqa: PLC0415

    frame = Calendar()
    frame.add("prodid", PRODUCT)
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    frame.add("method", "PUBLISH")
    frame.add("name", name)
    frame.add("x-wr-calname", name)
    frame.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    frame.add("x-published-ttl", "P1D")
    if page and source:
        frame.add("url", page)
        frame.add("source", source, parameters={"VALUE": "URI"})
    return frame
