"""What changed in the plans, in sentences: the matter of the feeds and of the page «Зміни»."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What kind of thing happened; the code stands in the feeds as a category."""

    PLAN_APPROVED = "plan-approved"
    PLAN_ADDED = "plan-added"
    PLAN_REMOVED = "plan-removed"
    PLAN_CHANGED = "plan-changed"
    GOAL_ADDED = "goal-added"
    GOAL_REMOVED = "goal-removed"
    GOAL_CHANGED = "goal-changed"
    MEASURE_ADDED = "measure-added"
    MEASURE_REMOVED = "measure-removed"
    MEASURE_MOVED = "measure-moved"
    MEASURE_CHANGED = "measure-changed"
    TERM_CHANGED = "term-changed"
    TEXT_CHANGED = "text-changed"
    NOTES_CHANGED = "notes-changed"
    OURS_CHANGED = "ours-changed"
    REPORT = "report"
    REPORT_WITHDRAWN = "report-withdrawn"

    @property
    def words(self) -> str:
        return _KIND_WORDS[self]


_KIND_WORDS = {
    ChangeKind.PLAN_APPROVED: "План затверджено",
    ChangeKind.PLAN_ADDED: "Новий план",
    ChangeKind.PLAN_REMOVED: "План вилучено",
    ChangeKind.PLAN_CHANGED: "Змінено відомості про план",
    ChangeKind.GOAL_ADDED: "Нова ціль",
    ChangeKind.GOAL_REMOVED: "Ціль вилучено",
    ChangeKind.GOAL_CHANGED: "Змінено ціль",
    ChangeKind.MEASURE_ADDED: "Новий захід",
    ChangeKind.MEASURE_REMOVED: "Захід вилучено",
    ChangeKind.MEASURE_MOVED: "Захід перенесено",
    ChangeKind.MEASURE_CHANGED: "Змінено захід",
    ChangeKind.TERM_CHANGED: "Змінено строк",
    ChangeKind.TEXT_CHANGED: "Оновлено текст на сайті",
    ChangeKind.NOTES_CHANGED: "Оновлено особливості документа",
    ChangeKind.OURS_CHANGED: "Оновлено наші пояснення",
    ChangeKind.REPORT: "Звіт",
    ChangeKind.REPORT_WITHDRAWN: "Звіт вилучено",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `address` is where to read of it; `subject` tells changes of one kind in one plan apart."""

    kind: ChangeKind
    community: str
    plan: str
    plan_name: str
    subject: str
    address: str
    sentence: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedChange:
    """A change and when it happened; `revision` is the version of plans/ that brought it, None for a report."""

    change: Change
    when: datetime
    revision: str | None = None
    ordinal: int = 0

    @property
    def key(self) -> str:
        """Name it for ever: the same change has the same key in every build."""
        change = self.change
        parts = (change.plan, change.kind.value, change.subject, self.revision or self.when.date().isoformat())
        return "/".join((*parts, str(self.ordinal)))


def newest_first(changes: Iterable[DatedChange], most: int | None = None) -> list[DatedChange]:
    """Put the newest first; changes of one moment keep the order they were given in."""
    return sorted(changes, key=lambda dated: dated.when, reverse=True)[:most]
