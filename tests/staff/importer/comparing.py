"""Measuring an import against what should have come out."""

import re

from generator.staff.importer import as_data, draft, read_document

_WORD = re.compile(r"[^\W_]+")


def imported(folder, name, content, known=()):
    """Write `content` to a file, read it and give the draft as data."""
    path = folder / name
    path.write_bytes(content)
    return as_data(draft(read_document(path), known))


def goals_of(data):
    numbers = {goal["id"]: goal["number"] for goal in data["goals"]}
    return [(goal["number"], goal["title"], goal["level"], numbers.get(goal["parent"])) for goal in data["goals"]]


def matched(data, plan):
    """Return pairs of an approved measure and the imported one with the same goal, number and text (or None)."""
    numbers = {goal["id"]: goal["number"] for goal in data["goals"]}
    found = {}
    for measure in data["measures"]:
        found.setdefault((numbers.get(measure["goal"]), measure["number"], measure["text"]), []).append(measure)
    for fact in plan.measures:
        same = found.get((fact.goal, fact.number, fact.text), [])
        yield fact, (same.pop(0) if same else None)


def share(pairs, same):
    pairs = list(pairs)
    return sum(1 for fact, measure in pairs if measure and same(fact, measure)) / len(pairs)


def assert_as_approved(data, plan, *, executors=0.95, terms=0.98):
    assert goals_of(data) == plan.goals
    pairs = list(matched(data, plan))
    assert [fact.number for fact, measure in pairs if measure is None] == []
    assert len(data["measures"]) == len(plan.measures)
    assert share(pairs, lambda fact, measure: fact.term == measure["term"]) >= terms
    assert share(pairs, lambda fact, measure: fact.executors == measure["executors"]) >= executors


def words(text):
    return set(_WORD.findall(text))


def strings(data):
    if isinstance(data, str):
        return data
    if isinstance(data, dict):
        return " ".join(f"{key} {strings(value)}" for key, value in data.items())
    return " ".join(map(strings, data)) if isinstance(data, list) else ""


def assert_nothing_lost(data, text):
    missing = words(text) - words(strings(data))
    assert not missing, f"lost: {sorted(missing)[:20]}"
