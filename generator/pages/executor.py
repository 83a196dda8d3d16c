"""The page of an executor: what it answers for, the most urgent first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.outputs import Output
from generator.model.vocabulary import LASTING, MeasureGroup, TimeState
from generator.outputs.linked_data import executor_node
from generator.outputs.site_files import Page, relative
from generator.pages.country.shares import oblast_lines
from generator.pages.environment import component
from generator.pages.linked import jsonld
from generator.pages.sharing import calendar_lines, calendar_to_keep, for_staff, notice_lines, sharing_meta
from generator.pages.site_context import Link, SiteContext, channels, crumbs, link_from, site_channels
from generator.pages.state_strip import Row, rows_by_goal, state_strip
from generator.views import words
from generator.views.calendar import quarter_of
from generator.views.commitment import Commitment
from generator.views.outcome import TOLD_FIRST, counted_by_outcome, outcome_of
from generator.views.part import part_in, past_sentence
from generator.views.undertakings import counted

_GROUPS = (
    *TOLD_FIRST,
    MeasureGroup.THIS_QUARTER,
    MeasureGroup.CURRENT,
    MeasureGroup.STANDING,
    MeasureGroup.AHEAD,
    MeasureGroup.ENDED,
    MeasureGroup.CALLED_OFF,
    MeasureGroup.UNREAD,
    MeasureGroup.UNDATED,
    MeasureGroup.UNFILLED,
    MeasureGroup.SUSPENDED,
    MeasureGroup.PROJECTS,
)
"""In the order of the page."""
_BY_OUTCOME = {*TOLD_FIRST, MeasureGroup.CALLED_OFF, MeasureGroup.SUSPENDED, MeasureGroup.PROJECTS}


@dataclass(frozen=True, slots=True)
class Section:
    """A group of what an executor answers for, under a heading that says what state it is in and how many they are."""

    heading: str
    anchor: str
    items: tuple[Commitment, ...]


def executor_page(site: SiteContext, executor: Executor) -> Page:
    """Make the page of one executor."""
    address = executor.address
    community = site.communities_by_id.get(executor.community or "")
    items = site.commitments.by_executor.get(address, [])
    where = site.communities_of.get(address, ())
    many = is_told_by_oblasts(site, executor)
    has_calendar = Output.EXECUTOR_CALENDARS in site.outputs
    groups = sections(items, site.settings.as_of)
    partners = [pair for pair in _partners(items, executor) if not many or pair[0].community is None]
    return site.page(
        address,
        executor.record.name,
        "executor" if executor.community else "shared-executor",
        {
            **_meta(site, executor, community, items),
            **({"measures_at": "oblasts" if many else groups[0].anchor} if groups else {}),
        },
        executor=executor,
        community=community,
        communities=() if many else where,
        by_oblast=_by_oblast(site, executor) if many else "",
        known=f"{words.communities(len(where))}: {counted_by_outcome(items)}" if many and items else "",
        part=part_in(items, address, site.settings.as_of),
        past=past_sentence(items, site.settings.as_of),
        parent=_parent(site, executor),
        parent_name=executor.parent_name,
        sections=[] if many else groups,
        partners=partners,
        strip="" if many else state_strip(_rows(items, link_from(address))),
        contents=component("contents", items=_contents(groups, has_partners=bool(partners))),
        show_community=len(where) > 1,
        channels=channels(executor.record.contacts),
        for_staff=for_staff(
            site,
            address,
            [
                *(calendar_lines(site, address, address) if has_calendar else []),
                *([("Таблиця заходів (Excel)", "executor.csv")] if Output.EXECUTOR_TABLES in site.outputs else []),
                *notice_lines(site, address),
            ],
            calendar=has_calendar,
        ),
    )


def is_told_by_oblasts(site: SiteContext, executor: Executor) -> bool:
    """Whether a body acts in more communities than a page can name, each with what it does there."""
    return site.has_oblasts and executor.community is None


def _by_oblast(site: SiteContext, executor: Executor) -> Markup | str:
    """Lead to what the body does in each oblast; nothing where no plan names it."""
    address = executor.address
    lines = oblast_lines(site.country, address, lambda one: one.bodies.get(address))
    return component("places", items=lines, url=link_from(address)) if lines else ""


def _rows(items: list[Commitment], url: Link) -> Iterator[Row]:
    """Yield a row for each goal the executor is named in; of several plans each under the plan's name."""
    plans = {item.plan.id: item.plan for item in items}.values()
    for plan in plans:
        for name, link, own in rows_by_goal(plan, url, items):
            yield (f"{plan.record.name}, {name}" if len(plans) > 1 else name), link, own


def _contents(groups: Iterable[Section], *, has_partners: bool) -> Iterator[tuple[str, str]]:
    for section in groups:
        yield section.heading, f"#{section.anchor}"
    if has_partners:
        yield "З ким разом", "#partners"


def _meta(
    site: SiteContext, executor: Executor, community: Community | None, items: list[Commitment]
) -> dict[str, Any]:
    address = executor.address
    trail = (community.record.short_name, community.address) if community else ("Виконавці", "executors/")
    meta = site.community_meta(address, community) if community else {}
    feedback = meta.get("feedback") or site_channels(site.settings, address)
    part = part_in(items, address, site.settings.as_of)
    node = executor_node(executor, community, site.settings)
    return {
        **meta,
        **site.quick_exit(item.measure for item in items),
        "feedback": [*channels(executor.record.contacts), *feedback],
        **sharing_meta(site, address),
        **(_calendar(address) if Output.EXECUTOR_CALENDARS in site.outputs else {}),
        "jsonld": jsonld(node, address, executor.record.name, site.settings, trail),
        "description": f"{executor.record.name}: {part.counted} за планами громад",
        "crumbs": crumbs(address, trail),
        "edit_url": site.edit(executor.place),
    }


def _calendar(address: str) -> dict[str, Any]:
    return {"calendar_url": relative(address, f"{address}calendar.ics"), **calendar_to_keep(address, address)}


def _parent(site: SiteContext, executor: Executor) -> Executor | None:
    for other in site.commitments.executors:
        if other.id == executor.parent_id and other.community == executor.community:
            return other
    return None


def sections(items: Iterable[Commitment], as_of: date) -> list[Section]:
    """Sort commitments into groups a body can act on: done, late, due this quarter, under way, permanent, later."""
    groups: dict[MeasureGroup, list[Commitment]] = {}
    for item in items:
        groups.setdefault(_group(item, as_of), []).append(item)
    return [
        Section(f"{group.words}: {counted(groups[group])}", group.value, tuple(sorted(groups[group], key=_end)))
        for group in _GROUPS
        if group in groups
    ]


def _group(item: Commitment, as_of: date) -> MeasureGroup:
    time, due = item.state.time, item.state.due
    outcome = outcome_of(item.state)
    if outcome in _BY_OUTCOME:
        return outcome
    if item.state.ended:
        return MeasureGroup.ENDED
    if time in LASTING:
        return MeasureGroup.STANDING
    if time in {TimeState.CURRENT, TimeState.DUE_SOON} and due and quarter_of(due) == quarter_of(as_of):
        return MeasureGroup.THIS_QUARTER
    if time is TimeState.UNKNOWN:
        return item.without_day
    return MeasureGroup.AHEAD if time is TimeState.UPCOMING else MeasureGroup.CURRENT


def _end(item: Commitment) -> date:
    return item.state.due or date.max


def _partners(items: Iterable[Commitment], executor: Executor) -> list[tuple[Executor, str]]:
    """List the bodies that share measures with this one, with how many."""
    shared: dict[str, list[Commitment]] = {}
    bodies: dict[str, Executor] = {}
    for item in items:
        for other in item.measure.bodies:
            if other.address != executor.address:
                shared.setdefault(other.address, []).append(item)
                bodies[other.address] = other
    order = sorted(shared, key=lambda address: (-len(shared[address]), words.alphabetical(bodies[address].record.name)))
    return [(bodies[address], counted(shared[address])) for address in order]
