"""What became of the promises of a plan in the one that replaced it: the same, changed field by field, dropped, new.

No document says which measure stands for which. They are matched by their words: the same words first, then words
mostly the same. A number alone is no reason; it makes less likeness enough.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.history.field_differences import FieldDifference, field_differences
from generator.model.plan import Measure, Plan
from generator.model.promise import digest_of
from generator.model.records.field import OURS

_LIKE, _LIKE_BY_NUMBER = 0.7, 0.6
"""How much of their words two measures share to count as one; the lower where their ids are the same too."""
_OF_PLACE = {"number", "label", "also_numbered", "removed"}
"""Fields that say where a measure stands, not what it promises."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A measure of the new plan, the one of the old plan it goes on with, and what differs in what they promise."""

    old: Measure
    new: Measure
    changed: tuple[FieldDifference, ...]

    @property
    def in_same_words(self) -> bool:
        return digest_of(self.old.record.text) == digest_of(self.new.record.text)


@dataclass(frozen=True)
class Succession:
    """Two plans, the one replaced and the one that replaced it, without what was removed from the old one before."""

    old: Plan
    new: Plan
    kept: tuple[Kept, ...]

    @property
    def same(self) -> list[Kept]:
        return [one for one in self.kept if not one.changed]

    @property
    def changed(self) -> list[Kept]:
        """Those in the same words, with another term, other executors or anything else."""
        return [one for one in self.kept if one.changed and one.in_same_words]

    @property
    def reworded(self) -> list[Kept]:
        """Those in words mostly the same: whether they are the same promise, a reader judges."""
        return [one for one in self.kept if not one.in_same_words]

    @cached_property
    def added(self) -> list[Measure]:
        known = {one.new.id for one in self.kept}
        return [one for one in self.new.all_measures() if one.id not in known]

    @cached_property
    def dropped(self) -> list[Measure]:
        known = {one.old.id for one in self.kept}
        return [one for one in _standing(self.old) if one.id not in known]


def succession(old: Plan, new: Plan) -> Succession:
    """Compare a plan with the one that replaced it, in the order of the new one."""
    pairs = {new_one.id: old_one for new_one, old_one in _pairs(old, new)}
    kept = (Kept(pairs[one.id], one, _differences(pairs[one.id], one)) for one in new.all_measures() if one.id in pairs)
    return Succession(old, new, tuple(kept))


def _standing(plan: Plan) -> list[Measure]:
    return [one for one in plan.all_measures() if one.record.removed is None]


def _differences(old: Measure, new: Measure) -> tuple[FieldDifference, ...]:
    found = field_differences(old.record, new.record)
    said = [one for one in found if one.whose is not OURS and one.path not in _OF_PLACE]
    same = digest_of(old.record.text) == digest_of(new.record.text)
    return tuple(one for one in said if one.path != "text" or not same)


def _pairs(old: Plan, new: Plan) -> Iterator[tuple[Measure, Measure]]:
    """Match by the same words, found once in both or under the same id, then by likeness, the greatest first."""
    before, after = {one.id: one for one in _standing(old)}, {one.id: one for one in new.all_measures()}
    same = [*_same(before.values(), after.values())]
    alike = sorted(_alike(before.values(), after.values()), key=lambda one: -one[0])
    for _, old_id, new_id in (*same, *alike):
        if old_id in before and new_id in after:
            yield after.pop(new_id), before.pop(old_id)


def _same(before: Iterable[Measure], after: Iterable[Measure]) -> Iterator[tuple[float, str, str]]:
    """Yield those of the same words, in the order of the plans; first those of the same id."""
    found: dict[str, list[str]] = {}
    for one in before:
        found.setdefault(digest_of(one.record.text), []).append(one.id)
    listed = [(old_id, one.id) for one in after for old_id in found.get(digest_of(one.record.text), [])]
    yield from ((1, *ids) for ids in sorted(listed, key=lambda ids: ids[0] != ids[1]))


def _alike(before: Iterable[Measure], after: Iterable[Measure]) -> Iterator[tuple[float, str, str]]:
    known = [(one, _words(one)) for one in before]
    for one in after:
        own = _words(one)
        for other, others in known:
            likeness = 2 * len(own & others) / (len(own) + len(others) or 1)
            if likeness >= (_LIKE_BY_NUMBER if one.id == other.id else _LIKE):
                yield likeness, other.id, one.id


def _words(measure: Measure) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", measure.record.text.casefold()))
