"""Ids of goals and measures: the number with hyphens, prefixed by the goal's id where numbers repeat."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, count

from generator.importer.goal_tree import OpenGoal
from generator.importer.matching import roman_value
from generator.importer.openings import OpenMeasure

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
}  # fmt: skip
_ROMAN_LOOK_ALIKE = str.maketrans("ІХСМУ", "IXCMV")


def slug(number: str) -> str:
    """Write a number as a part of an address: «1.1.2» is `1-1-2`, «ІІ» is `ii`."""
    parts = [
        part.translate(_ROMAN_LOOK_ALIKE).lower() if roman_value(part) is not None and part.isupper() else part.lower()
        for part in number.split(".")
    ]
    latin = "".join(_LATIN.get(letter, letter) for letter in "-".join(parts))
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def goal_ids(goals: Sequence[OpenGoal]) -> dict[int, str]:
    """Give each goal, by `id()`, an id that is unique among goals."""
    places = Counter[int]()
    plain = {}
    for goal in goals:
        places[id(goal.parent)] += 1
        plain[id(goal)] = slug(goal.number) or ("" if goal.parent else str(places[id(goal.parent)]))
    repeated = {name for name, times in Counter(plain.values()).items() if times > 1 or not name}
    made: dict[int, str] = {}
    order = Counter[int]()
    for goal in goals:
        order[id(goal.parent)] += 1
        own = plain[id(goal)]
        if own in repeated:
            above = made.get(id(goal.parent), "")
            own = _under(above, goal.parent.number if goal.parent else "", goal.number, order[id(goal.parent)])
        made[id(goal)] = _unused(own, set(made.values()))
    return made


def measure_ids(measures: Sequence[OpenMeasure], goals: dict[int, str]) -> dict[int, str]:
    """Give each measure, by `id()`, an id that is unique in the plan."""
    plain = [slug(measure.number) for measure in measures]
    taken = set(goals.values())
    times = Counter(plain)
    made: dict[int, str] = {}
    used = set(taken)
    order = Counter[int]()
    for measure, own in zip(measures, plain, strict=True):
        above = measure.parent or measure.goal
        order[id(above)] += 1
        name = own
        if not own or own in taken or _is_ambiguous(own, times, measure):
            prefix = made[id(measure.parent)] if measure.parent else goals.get(id(measure.goal), "")
            name = _under(prefix, above.number if above else "", measure.number, order[id(above)])
        made[id(measure)] = _unused(name, used)
        used.add(made[id(measure)])
    return made


def _is_ambiguous(own: str, times: Counter[str], measure: OpenMeasure) -> bool:
    """Say whether the number repeats in the plan; a slip inside one task only gets a further number."""
    above = measure.parent
    return times[own] > 1 and not (above is not None and measure.number.startswith(f"{above.number}."))


def _under(above: str, above_number: str, number: str, order: int) -> str:
    """Put an id under another: goal `i-1` (number 1) and measure 1.2 make `i-1-2`."""
    own = number.removeprefix(f"{above_number}.") if above_number else number
    return "-".join(part for part in (above, slug(own) or str(order)) if part)


def _unused(name: str, used: set[str]) -> str:
    if name not in used:
        return name
    endings = chain("bcdefghijklmnopqrstuvwxyz", map(str, count(27)))
    return next(f"{name}-{ending}" for ending in endings if f"{name}-{ending}" not in used)
