"""Marks of promises in progress.yml: beside old reports, or anew where wording was corrected."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.plan import Measure, Plan
from generator.model.promise import mark_of
from generator.model.referred import referred
from generator.staff.reporting.journal import JournalProblem, quoted


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark to be written: the place of its report in the list, the measure it is of, the mark of before if any.

    `beside` is the field that names the measure, `field` the one that holds the mark.
    """

    index: int
    measure: Measure
    before: str | None
    beside: str = "measure"
    field: str = "promise"

    @property
    def after(self) -> str:
        return mark_of(self.measure.record.text)


def to_be_marked(plan: Plan, confirmed: Collection[str], *, unmarked: bool) -> list[Marked]:
    """Return the reports to mark: those on `confirmed` measures (ids), and with `unmarked` those without a mark."""
    return sorted(_wanted(plan, confirmed, unmarked=unmarked), key=lambda one: one.index)


def _wanted(plan: Plan, confirmed: Collection[str], *, unmarked: bool) -> Iterator[Marked]:
    for measure in plan.all_measures():
        for entry in measure.entries:
            index = entry.place.path[1]
            for one in referred(plan, measure, entry):
                wanted = one.measure.id in confirmed or (unmarked and not one.mark)
                if wanted and not one.is_told and isinstance(index, int):
                    yield Marked(index, one.measure, one.mark, one.named, one.marked)


def with_marks(existing: bytes, marked: Collection[Marked]) -> bytes:
    """Write marks into progress.yml; every other byte stays. JournalProblem where an entry can't take one."""
    text = existing.decode("utf-8-sig")
    bom = existing[: len(existing) - len(text.encode())]
    entries = _entries(text)
    places = [(*_place(text, entries[one.index], one), one) for one in marked]
    for start, end, before, after, one in sorted(places, key=lambda place: place[0], reverse=True):
        text = f"{text[:start]}{before}{quoted(one.after)}{after}{text[end:]}"
    return bom + text.encode()


def _entries(text: str) -> list[Node]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    found = {key.value: value for key, value in root.value} if isinstance(root, MappingNode) else {}
    entries = found.get("entries")
    if not isinstance(entries, SequenceNode):
        raise JournalProblem("у файлі немає списку entries")
    return list(entries.value)


def _place(text: str, entry: Node, one: Marked) -> tuple[int, int, str, str]:
    """Return from where to where a mark is written, and what stands before and after it there."""
    fields = {key.value: (key, value) for key, value in entry.value} if isinstance(entry, MappingNode) else {}
    if one.field in fields:
        value = fields[one.field][1]
        return value.start_mark.index, value.end_mark.index, "", ""
    key, value = fields.get(one.beside, (None, None))
    if key is None or not isinstance(value, ScalarNode):
        raise JournalProblem(f"рядок {entry.start_mark.line + 1}: у звіті немає поля {one.beside}")
    if isinstance(entry, MappingNode) and entry.flow_style:
        end = value.end_mark.index
        return end, end, f", {one.field}: ", ""
    start = key.start_mark.index
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    return start, start, f"{one.field}: ", f"{end_of_line}{' ' * key.start_mark.column}"
