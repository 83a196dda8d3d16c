"""The strip of state: measures at a glance, in the document's order, and how many of how many stand where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.model.plan import Plan
from generator.pages.environment import component
from generator.pages.goal_list import goal_names
from generator.pages.site_context import Link
from generator.views.commitment import Commitment, grouped
from generator.views.shape import Shape, shape_of
from generator.views.undertakings import counted

Row = tuple[str, str, Sequence[Commitment]]
"""What a row is called, where it leads, or nothing, and its measures."""

_IN_COUNTS = {Shape.DONE: "зроблено – {}", Shape.LATE: "строк минув – {}"}


def state_strip(rows: Iterable[Row]) -> Markup | str:
    """Show rows of measures and count them all; nothing without any."""
    shown = [(name, link, items) for name, link, items in rows if items]
    everything = [item for _, _, items in shown for item in items]
    if not everything:
        return ""
    return component(
        "state-strip",
        rows=[
            (_named(name, items), link, [list(_runs(group)) for group in _goals(items)]) for name, link, items in shown
        ],
        counts=list(_counts(everything)),
        whole=counted(everything),
    )


def rows_by_goal(plan: Plan, url: Link, items: Iterable[Commitment]) -> Iterator[Row]:
    """Yield a row for each goal of a plan that holds some of the measures."""
    groups = grouped((item.measure.goal, item) for item in items if item.plan.id == plan.id)
    for goal_id, name in goal_names(plan, list(plan.all_pages())).items():
        if goal_id in groups:
            yield name, url(plan.goal_address(goal_id)), groups[goal_id]


def _named(name: str, items: Sequence[Commitment]) -> str:
    """Name a row with its counts: «Ціль 1.2: 5 заходів, строк минув – 1»."""
    shapes = Counter(shape_of(item.state) for item in items)
    said = [word.format(shapes[shape]) for shape, word in _IN_COUNTS.items() if shapes[shape]]
    return f"{name}: {', '.join([counted(items), *said])}" if name else ""


def _goals(items: Iterable[Commitment]) -> Iterator[list[Commitment]]:
    for _, group in groupby(items, key=lambda item: (item.plan.id, item.measure.goal)):
        yield list(group)


def _runs(items: Iterable[Commitment]) -> Iterator[tuple[str, str]]:
    for code, run in groupby((shape_of(item.state) for item in items), key=_code):
        yield code, "".join(shape.sign for shape in run)


def _code(shape: Shape) -> str:
    """Return what gives a shape its colour, nothing where it has none of its own."""
    return shape.code if shape.has_colour else ""


def _counts(items: Sequence[Commitment]) -> Iterator[tuple[str, str, str]]:
    groups = grouped((shape_of(item.state), item) for item in items)
    for shape in Shape:
        if shape in groups:
            yield _code(shape), shape.sign, f"{shape.words} – {counted(groups[shape])}"
