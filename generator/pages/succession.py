"""What a plan changed against those it replaced, and what its amendments changed: sections of the plan's page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.history.changes import ChangeKind, DatedChange, newest_first
from generator.history.succession import Kept, Succession, succession
from generator.model.community import Community
from generator.model.plan import Measure, Plan
from generator.model.vocabulary import ActRole
from generator.pages.site_context import SiteContext
from generator.views.plan_over import has_taken_over, replaced_by
from generator.views.shape import said_in_a_line
from generator.views.undertakings import counted

COMPARED = "compared"
"""The anchor of the comparison with the plan that was replaced."""
MOST_TOLD = 30
"""Changes of a plan that its page tells; the page «Зміни» has all."""
_OF_EDITIONS = {
    ChangeKind.GOAL_ADDED,
    ChangeKind.GOAL_REMOVED,
    ChangeKind.GOAL_CHANGED,
    ChangeKind.MEASURE_ADDED,
    ChangeKind.MEASURE_REMOVED,
    ChangeKind.MEASURE_MOVED,
    ChangeKind.MEASURE_CHANGED,
    ChangeKind.TERM_CHANGED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One measure as a list names it: its words and link, what is said after them, and the lines below."""

    words: str
    address: str
    said: str = ""
    before: tuple[str, str] | None = None
    """The measure of the old plan: its name and address."""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan that was replaced, and lists of measures under their headings."""

    old: Plan
    opening: str
    """What the new plan has to do with the old one, for a sentence that goes on with its name."""
    parts: tuple[tuple[str, tuple[Row, ...]], ...]


def compared(site: SiteContext, community: Community, plan: Plan) -> list[Compared]:
    """Compare a plan with each plan that it replaces."""
    as_of = site.settings.as_of
    return [
        Compared(old, _opening(plan, old, as_of), tuple(_parts(site, succession(old, plan))))
        for old in replaced_by(community, plan)
    ]


def _opening(plan: Plan, old: Plan, as_of: date) -> str:
    if plan.is_project:
        return "Має замінити план"
    return "Цей план замінив" if has_taken_over(plan, old, as_of) else "Цей план замінить"


def _parts(site: SiteContext, found: Succession) -> Iterator[tuple[str, tuple[Row, ...]]]:
    old, new = found.old, found.new
    told = (
        ("Нові", new, found.added, [_row(new, one) for one in found.added]),
        ("Змінено", new, _now(found.changed), [_changed(found, one) for one in found.changed]),
        ("Подібні, іншими словами", new, _now(found.reworded), [_changed(found, one) for one in found.reworded]),
        ("Повторено без змін", new, _now(found.same), [_kept(found, one) for one in found.same]),
        ("Немає в новому плані", old, found.dropped, [_dropped(site, old, one) for one in found.dropped]),
    )
    for heading, plan, measures, rows in told:
        if rows:
            items = [site.commitments.by_measure[plan.id, one.id] for one in measures]
            yield f"{heading}: {counted(items)}", tuple(rows)


def _now(kept: Iterable[Kept]) -> list[Measure]:
    return [one.new for one in kept]


def _row(plan: Plan, measure: Measure) -> Row:
    return Row(_one_line(measure.printed), plan.measure_address(measure))


def _kept(found: Succession, one: Kept) -> Row:
    before = (one.old.name, found.old.measure_address(one.old))
    return Row(_one_line(one.new.printed), found.new.measure_address(one.new), before=before)


def _changed(found: Succession, one: Kept) -> Row:
    row = _kept(found, one)
    return Row(
        row.words, row.address, before=row.before, lines=tuple(_one_line(told.sentence()) for told in one.changed)
    )


def _dropped(site: SiteContext, plan: Plan, measure: Measure) -> Row:
    item = site.commitments.by_measure[plan.id, measure.id]
    said = said_in_a_line(item, with_day=True)
    return Row(_one_line(measure.printed), plan.measure_address(measure), said=said)


def _one_line(text: str) -> str:
    """Return a text without the line breaks of the document, for an item of a list."""
    return " ".join(text.split())


def amended(site: SiteContext, plan: Plan) -> list[DatedChange]:
    """Return what the amendments of a plan changed, newest first, as far as its versions tell it."""
    if site.history is None or not any(act.role is ActRole.AMENDMENT for act in plan.record.all_acts):
        return []
    told = site.history.changes
    own = (one for one in told if one.change.plan == plan.id and one.change.kind in _OF_EDITIONS)
    return newest_first(own, MOST_TOLD)
