"""Ids of goals and measures: the number with hyphens, prefixed by the goal's id where numbers repeat."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language.letters import CYRILLIC_AS_ROMAN
from generator.language.romanisation import LETTERS, slug_of
from generator.model.reserved_names import IN_PLAN
from generator.staff.importer.goal_tree import OpenGoal
from generator.staff.importer.matching import roman_value
from generator.staff.importer.openings import OpenMeasure

_ENDINGS = "abcdefghijklmnopqrstuvwxyz"
_MOST_WORDS = 4
_SHORTEST_WORD = 3
_LONGEST = 40


def slug(number: str) -> str:
    """Write a number as a part of an address: «1.1.2» is `1-1-2`, «ІІ» is `ii`."""
    parts = [
        part.translate(CYRILLIC_AS_ROMAN).lower() if roman_value(part) is not None and part.isupper() else part.lower()
        for part in number.split(".")
    ]
    latin = "".join(LETTERS.get(letter, letter) for letter in "-".join(parts))
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def spoken(text: str) -> str:
    """Make an id of the first words of a text that has no number: it stays when others come before it."""
    words = [word for word in re.findall(r"[\w'’ʼ]+", text) if len(word) >= _SHORTEST_WORD]
    made = slug_of(" ".join(words[:_MOST_WORDS]), _LONGEST)
    return made if made[:1].isalpha() else f"n-{made}".strip("-")


@dataclass(slots=True)
class _Names:
    """Names that are taken, and how often each was asked for."""

    used: set[str] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)

    def take(self, name: str) -> str:
        """Return `name`, or with `-b`, `-c` … when it is taken."""
        made = name
        while made in self.used:
            self.asked[name] += 1
            times = self.asked[name]
            made = f"{name}-{_ENDINGS[times] if times < len(_ENDINGS) else times}"
        self.used.add(made)
        return made


def goal_ids(goals: Sequence[OpenGoal]) -> dict[int, str]:
    """Return each goal, by `id()`, an id that is unique among goals; a level whose numbers repeat is prefixed."""
    plain: dict[int, str] = {}
    for goal in goals:
        plain[id(goal)] = slug(goal.number) or spoken(goal.title)
    times = Counter(plain.values())
    repeating = {goal.key for goal in goals if times[plain[id(goal)]] > 1}
    names, made = _Names(set(IN_PLAN)), dict[int, str]()
    for goal in goals:
        name = plain[id(goal)]
        if goal.number and goal.key in repeating:
            number = goal.parent.number if goal.parent else ""
            name = _under(made.get(id(goal.parent), ""), number, goal.number)
        made[id(goal)] = names.take(name)
    return made


def measure_ids(measures: Sequence[OpenMeasure], goals: dict[int, str]) -> dict[int, str]:
    """Return each measure, by `id()`, an id that is unique in the plan; all are prefixed if any number repeats."""
    plain = [slug(measure.number) for measure in measures]
    times = Counter(plain)
    taken = set(goals.values())
    pairs = zip(plain, measures, strict=True)
    repeating = any(own in taken or (own and _is_ambiguous(own, times, measure)) for own, measure in pairs)
    names, made = _Names(taken | IN_PLAN), dict[int, str]()
    for measure, own in zip(measures, plain, strict=True):
        above = measure.parent or measure.goal
        name = own or spoken(measure.text)
        if own and repeating:
            prefix = made[id(measure.parent)] if measure.parent else goals.get(id(measure.goal), "")
            name = _under(prefix, above.number if above else "", measure.number)
            name = _under(prefix, "", measure.number) if name in names.used else name
        made[id(measure)] = names.take(name)
    return made


def _is_ambiguous(own: str, times: Counter[str], measure: OpenMeasure) -> bool:
    """Return whether the number repeats in the plan; a slip inside one task only gets a further number."""
    above = measure.parent
    return times[own] > 1 and not (above is not None and measure.number.startswith(f"{above.number}."))


def _under(above: str, above_number: str, number: str) -> str:
    """Put an id under another: goal `i-1` (number 1) and measure 1.2 make `i-1-2`."""
    own = number.removeprefix(f"{above_number}.") if above_number else number
    return "-".join(part for part in (above, slug(own)) if part)
