"""Which goal a printed row of totals is for."""

import re
from collections.abc import Sequence
from itertools import groupby

from generator.language.folding import fold_words
from generator.staff.importer.goal_tree import OpenGoal
from generator.staff.importer.openings import OpenTotal
from generator.staff.importer.vocabulary import TOTAL_WORDS, WHOLE_PLAN

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def goals_of_totals(totals: Sequence[OpenTotal], goals: Sequence[OpenGoal]) -> list[OpenGoal | None]:
    """Return each total's goal, None for the whole plan.

    The words of the row decide if they name a goal; otherwise its place: totals that stand together between two goals
    close the goals that end there, from the inner to the outer, and at the end of the document also the plan.
    """
    found: list[OpenGoal | None] = []
    for _, group in groupby(totals, key=lambda total: (total.goals_before, total.measures_before)):
        run = list(group)
        closed = _closed(run[0], goals)
        firsts = [total for index, total in enumerate(run) if index == 0 or total.label != run[index - 1].label]
        placed = [
            _named(total, goals, place) for total, place in zip(firsts, _placed(firsts, closed, totals), strict=True)
        ]
        which = -1
        for total in run:  # rows of one label are one total by source
            which += any(total is first for first in firsts)
            found.append(placed[which])
    return found


def _closed(total: OpenTotal, goals: Sequence[OpenGoal]) -> list[OpenGoal | None]:
    """Return the goals that end where the total stands, the innermost first; the whole plan after the last goal."""
    ended = list(reversed(total.path))
    if total.goals_before >= len(goals):
        return [*ended, None]
    following = goals[total.goals_before].path
    return [goal for goal in ended if not any(goal is one for one in following)]


def _placed(
    run: Sequence[OpenTotal], closed: list[OpenGoal | None], totals: Sequence[OpenTotal]
) -> list[OpenGoal | None]:
    """Return the run's totals the last of the goals that end there.

    A lone last total with the words of the earlier ones is one more of them, not the sum of all.
    """
    if None in closed and len(run) == 1 and len(closed) > 1:
        earlier = [fold_words(total.label) for total in totals if total is not run[0]]
        if fold_words(run[0].label) in earlier:
            closed = closed[:-1]
    size = len(run)
    return ([None] * (size - len(closed)) + closed)[-size:] if len(closed) < size else closed[-size:]


def _named(total: OpenTotal, goals: Sequence[OpenGoal], place: OpenGoal | None) -> OpenGoal | None:
    words = TOTAL_WORDS.sub("", fold_words(total.label)).strip(" :.-")
    number = _NUMBER.search(words)
    if number:
        candidates = [goal for goal in goals if goal.number == number[0]]
        worded = [goal for goal in candidates if goal.level and fold_words(goal.level)[:6] in words]
        if worded or candidates:
            return (worded or candidates)[-1]
    by_level = _by_level(total, words)
    if by_level is not None:
        return by_level
    return None if WHOLE_PLAN.search(words) else place


def _by_level(total: OpenTotal, words: str) -> OpenGoal | None:
    """Find the open goal whose level the row names: «Разом за розділом», «Всього по розділу ІІ»."""
    for goal in reversed(total.path):
        stem = fold_words(goal.level)[:6]
        if stem and stem in words:
            return goal
    return None
