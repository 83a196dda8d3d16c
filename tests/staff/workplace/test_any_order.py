"""Whatever is done at the desk, in any order: the file is what it is read as, and undoing it all leaves no trace."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from generator.source.yaml_source import read_source
from project import tries
from staff.reporting.conftest import COMMUNITY, PLAN, PLAN_YML
from staff.workplace.asking import TODAY, Asked

FILE = f"plans/{PLAN}/plan.yml"
FILES = {"plans/testove/community.yml": COMMUNITY, FILE: PLAN_YML}
REMARKS = PLAN_YML.replace("            text: Вивчити", "            # звірено\n            text: Вивчити").replace(
    "term: Постійно", "term: >-  # як є\n              Постійно,\n              щороку"
)
words = some.sampled_from(["Слова", "з: двокрапкою", "до 1 травня 2025 року", "два\nрядки", "", '"лапки"', "1.10", "-"])
steps = some.lists(
    some.tuples(some.sampled_from(["set", "add", "move", "remove", "undo", "redo"]), some.integers(0, 999), words),
    min_size=1,
    max_size=8,
)


@settings(max_examples=tries(25), deadline=None)
@given(steps=steps, text=some.sampled_from([PLAN_YML, REMARKS]))
def test_any_order_of_changes(steps: list[tuple[str, int, str]], text: str) -> None:
    asked = Asked()
    asked.done("open", files={**FILES, FILE: text}, today=TODAY)
    for do, number, typed in steps:
        asked(do, **request(asked, do, number, typed))
        assert_as_read(asked)
    while asked("undo")["ok"]:
        assert_as_read(asked)
    assert asked("files")["files"] == {**FILES, FILE: text}


def request(asked: Asked, do: str, number: int, typed: str) -> dict[str, Any]:
    """Choose what a step is about, by a number; what is refused is refused."""
    rows = asked("table")["table"]["rows"]
    row = rows[number % len(rows)] if rows else {"at": [], "fields": [], "adds": []}
    if do == "set" and row["fields"]:
        return {"at": row["fields"][number % len(row["fields"])]["at"], "value": typed}
    if do == "add" and row["adds"]:
        return {"at": row["adds"][number % len(row["adds"])]["at"], "before": number % 3}
    if do == "move":
        other = rows[(number // 7) % len(rows)] if rows else row
        return {
            "at": row["at"],
            "to": other["at"][:-1] if number % 2 else [*other["at"], "measures"],
            "before": number % 3,
        }
    return {"at": row["at"], "reason": typed}


def assert_as_read(asked: Asked) -> None:
    """See that what the desk holds of a file is what reading it whole gives."""
    paper = asked.desk.papers[FILE]
    held, told = asked.desk.checker.source(FILE, paper.content)
    whole, problems = read_source(FILE, paper.content)
    assert (held.data, held.values, held.keys, held.raw, held.ends, held.text) == (
        whole.data, whole.values, whole.keys, whole.raw, whole.ends, whole.text
    )  # fmt: skip
    assert told == problems
