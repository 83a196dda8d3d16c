"""Marks of promises in progress.yml: beside old reports, or anew where wording was corrected."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.plan import Measure, Plan
from generator.model.promise import digest_in, digest_of, mark_of
from generator.staff.reporting.journal import JournalProblem, quoted

_MARK = "promise"


@dataclass(frozen=True, slots=True)
class Marked:
    """A report whose mark is to be written: its place in the list, the measure, the mark of before if any."""

    index: int
    measure: Measure
    before: str | None

    @property
    def after(self) -> str:
        return mark_of(self.measure.record.text)


def to_be_marked(plan: Plan, confirmed: Collection[str], *, unmarked: bool) -> list[Marked]:
    """Return the reports to mark: those on `confirmed` measures (ids), and with `unmarked` those without a mark."""
    return sorted(_wanted(plan, confirmed, unmarked=unmarked), key=lambda one: one.index)


def _wanted(plan: Plan, confirmed: Collection[str], *, unmarked: bool) -> Iterator[Marked]:
    for measure in plan.all_measures():
        for entry in measure.entries:
            mark, index = entry.record.promise, entry.place.path[1]
            told = mark is not None and digest_in(mark) == digest_of(measure.record.text)
            wanted = measure.id in confirmed if mark else unmarked or measure.id in confirmed
            if wanted and not told and isinstance(index, int):
                yield Marked(index, measure, mark)


def with_marks(existing: bytes, marked: Collection[Marked]) -> bytes:
    """Write marks into progress.yml; every other byte stays. JournalProblem where an entry can't take one."""
    text = existing.decode("utf-8-sig")
    bom = existing[: len(existing) - len(text.encode())]
    entries = _entries(text)
    for one in sorted(marked, key=lambda one: one.index, reverse=True):
        text = _marked(text, entries[one.index], quoted(one.after))
    return bom + text.encode()


def _entries(text: str) -> list[Node]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    found = {key.value: value for key, value in root.value} if isinstance(root, MappingNode) else {}
    entries = found.get("entries")
    if not isinstance(entries, SequenceNode):
        raise JournalProblem("у файлі немає списку entries")
    return list(entries.value)


def _marked(text: str, entry: Node, mark: str) -> str:
    fields = {key.value: (key, value) for key, value in entry.value} if isinstance(entry, MappingNode) else {}
    if _MARK in fields:
        start, end = fields[_MARK][1].start_mark.index, fields[_MARK][1].end_mark.index
        return f"{text[:start]}{mark}{text[end:]}"
    key, value = fields.get("measure", (None, None))
    if key is None or not isinstance(value, ScalarNode):
        raise JournalProblem(f"рядок {entry.start_mark.line + 1}: у звіті немає поля measure")
    if isinstance(entry, MappingNode) and entry.flow_style:
        end = value.end_mark.index
        return f"{text[:end]}, {_MARK}: {mark}{text[end:]}"
    start = key.start_mark.index
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    return f"{text[:start]}{_MARK}: {mark}{end_of_line}{' ' * key.start_mark.column}{text[start:]}"
