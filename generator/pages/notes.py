"""«Особливості документа»: what it lacks, where it contradicts itself, what was lost, misprints; noted by us."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.community import Community
from generator.model.plan import DocumentNote, Goal, Plan
from generator.model.vocabulary import NoteKind
from generator.outputs.site_files import Page
from generator.pages.site_context import SiteContext

_ON_PLAN_PAGE = tuple(kind for kind in NoteKind if kind is not NoteKind.SLIP)
"""Misprints change nothing, and the page shows them as printed; the rest must be known to understand the plan."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A peculiarity of the document with a link to its place."""

    place: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class NotesOfKind:
    """Notes of one kind, in the order of the file."""

    kind: NoteKind
    lines: list[NoteLine]


def notes_pages(site: SiteContext, community: Community, plan: Plan) -> Iterator[Page]:
    """Make the page of all notes on a plan, if it has any."""
    if not plan.notes:
        return
    address = plan.notes_address
    yield site.page(
        address,
        f"Особливості документа: {plan.record.name}",
        "notes",
        {
            **site.plan_meta(address, community, plan),
            "description": "Чого бракує в документі й де він суперечить сам собі: "
            f"{plan.record.name}, {community.record.name}",
            "edit_url": site.edit(plan.place),
        },
        community=community,
        plan=plan,
        groups=list(_by_kind(site, plan, NoteKind)),
    )


def notes_on_plan_page(site: SiteContext, plan: Plan) -> Iterator[NotesOfKind]:
    """Return the notes that stand on the plan's own page: all but misprints."""
    return _by_kind(site, plan, _ON_PLAN_PAGE)


def _by_kind(site: SiteContext, plan: Plan, kinds: Iterable[NoteKind]) -> Iterator[NotesOfKind]:
    """Group the notes by kind, in the order of kinds."""
    for kind in kinds:
        lines = [_note_line(site, plan, note) for note in plan.notes if note.record.kind is kind]
        if lines:
            yield NotesOfKind(kind, lines)


def _note_line(site: SiteContext, plan: Plan, note: DocumentNote) -> NoteLine:
    if note.measure:
        item = site.commitments.by_measure[plan.id, note.measure]
        section = f" ({_goal_words(plan, item.goal)})" if "-" in note.record.place else ""
        return NoteLine(f"{item.measure.name}{section}", item.address, note.record.text)
    if note.goal:
        goal = plan.goal(note.goal)
        return NoteLine(_first_capital(_goal_words(plan, goal)), plan.goal_address(goal.id), note.record.text)
    if note.text_name:
        title = next(text.record.title for text in plan.texts if text.name == note.text_name)
        return NoteLine(title.rstrip(" .:"), plan.text_address(note.text_name), note.record.text)
    return NoteLine(_first_capital(note.record.place), "", note.record.text)


def _goal_words(plan: Plan, goal: Goal) -> str:
    """Name a goal after those above it whose numbers its own does not repeat: «розділ ІІ, завдання 1»."""
    above = [other for other in plan.above(goal) if not _repeats(goal, other)]
    return ", ".join(one.in_sentence for one in [*above, goal])


def _repeats(goal: Goal, above: Goal) -> bool:
    own, other = goal.record.number, above.record.number
    return own is not None and other is not None and own.startswith(f"{other}.")


def _first_capital(words_of_place: str) -> str:
    return words_of_place[:1].upper() + words_of_place[1:]
