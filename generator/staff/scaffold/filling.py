"""A draft made from a Word file, put in the place that `plans new` left for it."""

import re
from typing import Any

from generator.rules.left_to_fill import MARK
from generator.source.yaml_source import read_source
from generator.staff.scaffold.skeleton import TABLE_MARK

_HEAD = {"title", "title_is_ours", "name", "summary", "template", "period", "act"}
_TO_CHECK = "ПЕРЕВІРТЕ"
_BODY = re.compile(r"^(?:columns|money_unit|goals|measures):", re.MULTILINE)


def is_empty_skeleton(text: str) -> bool:
    """Return whether a plan.yml has nothing of its table yet: what `plans new` wrote, its head filled or not."""
    data, problems = read_source("", text.encode())
    plan = data.data
    if problems or not isinstance(plan, dict) or not plan.keys() <= {*_HEAD, "goals"}:
        return False
    goals: Any = plan.get("goals")
    return isinstance(goals, list) and len(goals) == 1 and _is_hint(goals[0])


def filled(skeleton: str, draft: str) -> str:
    """Keep the head of a skeleton as the person left it; take the table, and what the head lacks, from the draft."""
    head = skeleton[: _table_start(skeleton)].rstrip()
    for key in ("title", "period"):
        mine, found = _section(head, key), _section(draft, key)
        if found and (MARK in mine or _TO_CHECK in mine) and MARK not in found:
            head = head.replace(mine, found)
    for key in ("act", "absent"):
        found = _section(draft, key)
        if found and not _section(head, key):
            head = f"{head}\n\n{found}"
    body = _BODY.search(draft)
    about = [line for line in draft.split("\n\n", 1)[0].splitlines() if line.startswith("#")]
    return "\n".join([head, "", TABLE_MARK, *about, draft[body.start() if body else 0 :]])


def _table_start(skeleton: str) -> int:
    marked = skeleton.find(TABLE_MARK)
    if marked >= 0:
        return marked
    goals = re.search(r"^goals:", skeleton, re.MULTILINE)
    return goals.start() if goals else len(skeleton)


def _section(text: str, key: str) -> str:
    """Return a field of the outermost level with all its lines and a mark to check above it, or nothing."""
    found = re.search(rf"^(?:# {_TO_CHECK}.*\n)?{key}:.*(?:\n[ \t]+\S.*)*", text, re.MULTILINE)
    return found[0] if found else ""


def _is_hint(goal: Any) -> bool:
    return (
        isinstance(goal, dict)
        and goal.keys() <= {"number", "kind", "title"}
        and str(goal.get("title")).startswith(MARK)
    )
