"""What changed in the plans, in sentences: the matter of the feeds and of the page «Зміни»."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from generator.model.vocabulary import Worded


class ChangeKind(Worded):
    """What kind of thing happened; the code stands in the feeds as a category."""

    PLAN_APPROVED = "plan-approved", "План затверджено"
    PLAN_ADDED = "plan-added", "Новий план"
    PLAN_REMOVED = "plan-removed", "План вилучено"
    PLAN_CHANGED = "plan-changed", "Змінено відомості про план"
    GOAL_ADDED = "goal-added", "Нова ціль"
    GOAL_REMOVED = "goal-removed", "Ціль вилучено"
    GOAL_CHANGED = "goal-changed", "Змінено ціль"
    MEASURE_ADDED = "measure-added", "Новий захід"
    MEASURE_REMOVED = "measure-removed", "Захід вилучено"
    MEASURE_MOVED = "measure-moved", "Захід перенесено"
    MEASURE_CHANGED = "measure-changed", "Змінено захід"
    TERM_CHANGED = "term-changed", "Змінено строк"
    TEXT_CHANGED = "text-changed", "Оновлено текст на сайті"
    NOTES_CHANGED = "notes-changed", "Оновлено особливості документа"
    OURS_CHANGED = "ours-changed", "Оновлено наші пояснення"
    REPORT = "report", "Звіт"
    REPORT_WITHDRAWN = "report-withdrawn", "Звіт вилучено"


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
    """A change and when it happened; `revision` names the step of plans/ that brought it, None for a report."""

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
