"""Goals as they come up while a table is read from top to bottom."""

from dataclasses import dataclass, field

from generator.language.folding import fold_words
from generator.staff.importer.labels import level_rank

MOST_LEVELS = 8
"""No plan has more levels of goals; what would lie deeper stays at this one."""


@dataclass(slots=True, eq=False)
class OpenGoal:
    """A goal that has been met; its id is given at the end."""

    level: str
    number: str
    title: str
    label: str
    motto: str
    parent: "OpenGoal | None"
    key: str
    place: str
    filled: bool = False
    """A measure or a goal stands under it."""

    @property
    def path(self) -> list["OpenGoal"]:
        """Return the goals from the outermost to this one."""
        path = [self]
        while path[-1].parent is not None:
            path.append(path[-1].parent)
        return path[::-1]


@dataclass(slots=True)
class GoalTree:
    """All goals met so far and the one measures now go under."""

    goals: list[OpenGoal] = field(default_factory=list)
    current: OpenGoal | None = None

    def enter(self, level: str, number: str, title: str, label: str, motto: str, place: str) -> OpenGoal:
        """Begin a goal, or return to one that the document repeats (a table continued on another page)."""
        key = _key(level, number)
        known = self._known(key, number, title)
        if known is not None:
            self.current = known
            return known
        parent = self._parent(key, level, number)
        goal = OpenGoal(level, number, title, label, motto, parent, key, place)
        if parent is not None:
            parent.filled = True
        self.goals.append(goal)
        self.current = goal
        return goal

    def _known(self, key: str, number: str, title: str) -> OpenGoal | None:
        """Find the same goal among the open ones and their last siblings."""
        for goal in reversed(self.goals):
            if goal.key != key or goal.number != number or not _same_title(goal.title, title):
                continue
            within = goal.parent is None or _encloses(goal.parent, self.current)
            return goal if _encloses(goal, self.current) or (number and within) else None
        return None

    def _parent(self, key: str, level: str, number: str) -> OpenGoal | None:
        path = self.current.path[:MOST_LEVELS] if self.current else []
        for goal in path:
            if goal.key == key:
                return goal.parent
        for goal in reversed(path):
            if goal.number and number.startswith(f"{goal.number}."):
                return goal
        return _nearest_above(path, level)


def _nearest_above(path: list[OpenGoal], level: str) -> OpenGoal | None:
    """Return the goal a level not met before goes under: an empty one, else the first that is usually higher."""
    rank = level_rank(level)
    for goal in reversed(path):
        above = level_rank(goal.level)
        if not goal.filled or rank is None or above is None or above < rank:
            return goal
    return None


def _key(level: str, number: str) -> str:
    if level:
        return fold_words(level)
    return f"#{number.count('.') + 1}" if number else "#"


def _same_title(first: str, second: str) -> bool:
    one, other = fold_words(first).rstrip(". "), fold_words(second).rstrip(". ")
    return one == other or other.replace("(продовження)", "").strip() == one


def _encloses(goal: OpenGoal, current: OpenGoal | None) -> bool:
    return current is not None and any(goal is one for one in current.path)
