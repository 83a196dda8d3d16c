"""A change of one field changes the lines of its value and nothing else: tried on every kind of field of all five plans."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generator.model.records.plan import PlanRecord
from generator.source.yaml_source import KeyPath, Source, read_source
from generator.staff.workplace.fields import order_at
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.reread import reread
from generator.staff.workplace.splice import insert_item, move_item, remove, set_value
from project import ROOT, tries

if TYPE_CHECKING:
    from generator.staff.workplace.sheet import Spliced

PLANS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "plans").glob("*/*/plan.yml"))
SOME_PLANS = [pytest.param(plan, marks=pytest.mark.slow if "melitopol" in plan else ()) for plan in PLANS]
"""The largest one takes as long as the rest together."""
WORDS = ["Нові слова", "Слова: із двокрапкою, «лапками» і # ґратами", "1.10", "- риска", "Слово " * 60 + "край"]


@cache
def read(path: str) -> Source:
    source, problems = read_source(path, (ROOT / path).read_bytes())
    assert not problems
    return source


def at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def changed(data: Any, path: KeyPath, value: Any) -> Any:
    """Return a copy with another value at a path."""
    result = copy.deepcopy(data)
    at(result, path[:-1])[path[-1]] = value
    return result


def kinds(source: Source) -> dict[tuple[Any, ...], KeyPath]:
    """One path for each kind of field, by its names and by how it is written (quotes, brackets, a block)."""
    found: dict[tuple[Any, ...], KeyPath] = {}
    lines = source.text.split("\n")
    for path, place in source.values.items():
        value = at(source.data, path)
        if path and not isinstance(value, list | dict):
            sign = lines[place.line - 1][place.column - 1 : place.column]
            names = tuple("*" if isinstance(step, int) else step for step in path)
            style = sign if sign in "\"'|>" else "plain"
            found.setdefault((names, style, type(value)), path)
    return found


def lines_of(source: Source, path: KeyPath) -> range:
    """Lines of a value, from that of its key on; counted from 0."""
    first = source.keys.get(path, source.values[path]).line - 1
    return range(first, source.ends[path].line)


def assert_only(before: str, after: str, allowed: range) -> None:
    """See that lines before and after a range are the same ones."""
    old, new = before.split("\n"), after.split("\n")
    assert old[: allowed.start] == new[: allowed.start]
    tail = len(old) - allowed.stop
    assert old[allowed.stop :] == new[len(new) - tail :]


def assert_reread(source: Source, spliced: Spliced, expected: Any) -> Source:
    """See that the file holds what was meant, and that reading the part alone comes to the same as reading all."""
    whole, problems = read_source(source.path, spliced.text.encode())
    assert whole.data == expected
    quick, told = reread((source, []), spliced)
    assert (quick.data, quick.values, quick.keys, quick.raw, quick.ends) == (
        whole.data, whole.values, whole.keys, whole.raw, whole.ends
    )  # fmt: skip
    assert (quick.text, told) == (whole.text, problems)
    return whole


@pytest.mark.parametrize("plan", SOME_PLANS)
def test_a_changed_field_changes_its_own_lines(plan: str) -> None:
    source = read(plan)
    for index, path in enumerate(kinds(source).values()):
        old = at(source.data, path)
        value = other(old, index)
        spliced = set_value(source, path, value, ())
        assert_only(source.text, spliced.text, lines_of(source, path))
        assert_reread(source, spliced, changed(source.data, path, value))


def other(old: Any, index: int) -> Any:
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return old + 1
    if isinstance(old, date):
        return date(2031, 2, 28)
    return WORDS[index % len(WORDS)]


@pytest.mark.parametrize("plan", SOME_PLANS)
def test_the_same_value_changes_nothing(plan: str) -> None:
    """A field that is left as it was is left sign by sign; only a long text may break its lines elsewhere."""
    source = read(plan)
    for (_, style, _), path in kinds(source).items():
        spliced = set_value(source, path, at(source.data, path), ())
        if style not in "|>":
            assert_only(source.text, spliced.text, lines_of(source, path))
        assert_reread(source, spliced, source.data)


@pytest.mark.parametrize("plan", SOME_PLANS)
def test_a_removed_field_takes_its_own_lines(plan: str) -> None:
    source = read(plan)
    for path in kinds(source).values():
        if isinstance(path[-1], int) or len(at(source.data, path[:-1])) == 1:
            continue
        spliced = remove(source, path)
        expected = copy.deepcopy(source.data)
        del at(expected, path[:-1])[path[-1]]
        first, rest = lines_of(source, path), len(spliced.text.split("\n")) - len(source.text.split("\n"))
        assert -len(first) <= rest <= 0
        assert_only(source.text, spliced.text, range(first.start, first.stop + 1))
        assert_reread(source, spliced, expected)


@pytest.mark.parametrize("plan", SOME_PLANS)
def test_a_field_that_was_not_there_adds_lines_only(plan: str) -> None:
    source = read(plan)
    tried = set()
    for path in list(source.values):
        record = at(source.data, path)
        names = tuple("*" if isinstance(step, int) else step for step in path)
        if not isinstance(record, dict) or names in tried:
            continue
        tried.add(names)
        order = order_at(PlanRecord, path)
        for name in [name for name in order if name not in record]:
            spliced = set_value(source, (*path, name), "Нові слова", order)
            expected = copy.deepcopy(source.data)
            at(expected, path)[name] = "Нові слова"
            assert_reread(source, spliced, expected)
            if path and not in_brackets(source, path):
                assert len(spliced.text.split("\n")) == len(source.text.split("\n")) + 1
                assert without(spliced.text, source.text) == 1


def in_brackets(source: Source, path: KeyPath) -> bool:
    place = source.values[path]
    return source.text.split("\n")[place.line - 1][place.column - 1] == "{"


def without(after: str, before: str) -> int:
    """Count lines that are new, seeing that no other line changed."""
    old, new = before.split("\n"), after.split("\n")
    first = next((index for index, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), len(old))
    more = len(new) - len(old)
    assert old[first:] == new[first + more :]
    return more


@pytest.mark.parametrize("plan", SOME_PLANS)
def test_items_are_added_moved_and_removed_by_their_lines(plan: str) -> None:
    source = read(plan)
    lists = [path for path in source.values if path and path[-1] in {"goals", "measures", "steps"}]
    for path in lists[:12]:
        count = len(at(source.data, path))
        for index in {0, count // 2, count}:
            new = {"number": "9.9.9", "text": "Новий захід", "executors": ["УСЗН"], "topics": ["residents"]}
            spliced = insert_item(source, path, index, new)
            expected = copy.deepcopy(source.data)
            at(expected, path).insert(index, new)
            assert without(spliced.text, source.text) == 5
            assert_reread(source, spliced, expected)
        if count > 1:
            spliced = remove(source, (*path, count // 2))
            expected = copy.deepcopy(source.data)
            del at(expected, path)[count // 2]
            assert without(source.text, spliced.text) > 0
            assert_reread(source, spliced, expected)


@pytest.mark.parametrize("plan", SOME_PLANS)
def test_a_moved_measure_keeps_its_words(plan: str) -> None:
    source = read(plan)
    lists = [path for path in source.values if path and path[-1] == "measures"]
    for own, listed in zip(lists, [*lists[3:8], *lists[:3]], strict=False):
        if own == listed:
            continue
        spliced = move_item(source, (*own, 0), listed, 1, ())
        expected = copy.deepcopy(source.data)
        taken = at(expected, own).pop(0)
        at(expected, listed).insert(1, taken)
        if not at(expected, own):
            del at(expected, own[:-1])[own[-1]]
        assert_reread(source, spliced, expected)
        old, new = (sorted(map(str.strip, text.split("\n"))) for text in (source.text, spliced.text))
        assert old == new or len(old) == len(new) + 1


SAMPLE = """\
# about the plan
title: 'Назва ''у лапках'''  # a remark
name: "Ім’я\\u0021"
summary: []
period: {start: 2025-01-01, end: 2025-12-31}
notes:
# of the first note
- place: one  # beside
  kind: gap
  text: >-
    Перший рядок
    другий

# of the second note
-   kind: slip
    place: two
    text: |-
      рядок
      ще рядок

# behind
empty:
goals:
    - title: Ціль
      topics: [a, b]
      measures:
      - text: "Текст
          у лапках"
        term: травень
        executors: [УСЗН, Центр]
      # a remark of the second
      - text: Другий
        other: {"Ризик, великий": так}
"""


def sample() -> Source:
    source, problems = read_source("plan.yml", SAMPLE.encode())
    assert [problem.message for problem in problems] == []
    return source


def test_where_lines_and_remarks_stay() -> None:
    source = sample()
    text = set_value(source, ("title",), "Інша", ()).text
    assert "title: 'Інша'  # a remark\n" in text
    text = remove(source, ("notes", 0, "place")).text
    assert "# of the first note\n- kind: gap\n  text: >-\n" in text
    text = remove(source, ("notes", 1)).text
    assert "of the second note" not in text
    assert "    другий\n\n\n# behind\nempty:\n" in text
    text = set_value(source, ("notes", 0, "place"), "один\nдва", ()).text
    assert "- place: |-  # beside\n    один\n    два\n  kind: gap\n" in text
    text = set_value(source, ("empty",), "тепер ні", ()).text
    assert "empty: тепер ні\n" in text
    text = set_value(source, ("empty", "inner"), "x", ()).text
    assert "empty:\n  inner: x\n" in text
    text = insert_item(source, ("summary",), 0, "Речення.").text
    assert "summary:\n  - Речення.\n" in text


def test_a_value_alone_becomes_a_group_and_back() -> None:
    source = sample()
    path: KeyPath = ("goals", 0, "measures", 0)
    text = set_value(source, (*path, "term"), {"text": "травень", "note": "Чому: так"}, ()).text
    assert '        term:\n          text: травень\n          note: "Чому: так"\n' in text
    text = set_value(source, (*path, "executors", 1), {"name": "Центр", "role": "lead"}, ()).text
    assert "executors: [УСЗН, {name: Центр, role: lead}]" in text
    text = set_value(source, ("period",), "слова", ()).text
    assert "period: слова\n" in text


def test_moving_shifts_lines_to_the_side_and_takes_remarks_along() -> None:
    source = sample()
    text = move_item(source, ("goals", 0, "measures", 1), ("measures",), 0, ("goals", "measures")).text
    assert text.endswith(
        "        executors: [УСЗН, Центр]\nmeasures:\n  # a remark of the second\n  - text: Другий\n"
        '    other: {"Ризик, великий": так}\n'
    )


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        (SAMPLE, lambda one: move_item(one, ("goals", 0), ("goals", 0, "goals"), 0, ()), "усередину нього самого"),
        (SAMPLE, lambda one: remove(one, ("goals", 0, "measures", 1, "other", "нема")), "у файлі вже немає"),
        ("a:\n  - - b: c\n", lambda one: remove(one, ("a", 0, 0, "b")), "вилучіть увесь запис"),
        ("a:\n  - - b\n    - c\n", lambda one: insert_item(one, ("a", 0), 0, "x"), "записано незвично"),
        ("a: [{b: c}]\nd:\n  - e: f\n", lambda one: move_item(one, ("a", 0), ("d",), 0, ()), "записано в дужках"),
        ("a:\n  - b: c\n  - {d: e}\n", lambda one: move_item(one, ("a", 0), ("a", 1, "f"), 0, ()), "записано в дужках"),
        ("a:\n  - b: |2\n       c\n  - b: d\ne:\n  f: g\n", lambda one: move_item(one, ("a", 0), ("e", "a"), 0, ()),
         "відступом, указаним числом"),
        ("a: b\n", lambda one: remove(one, ("a",)), "видаліть увесь файл"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_says_so_first(text: str, change: Any, why: str) -> None:
    source, problems = read_source("plan.yml", text.encode())
    assert not problems
    with pytest.raises(Refusal, match=why):
        change(source)


printable = some.text(
    alphabet=some.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1
)
words = some.lists(printable.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n".join)


@settings(max_examples=tries(60), deadline=None)
@given(value=words, index=some.integers(min_value=0))
def test_any_words_are_read_back(value: str, index: int) -> None:
    source = sample()
    paths = [path for path in source.values if path and isinstance(at(source.data, path), str)]
    path = paths[index % len(paths)]
    spliced = set_value(source, path, value, ())
    assert_only(source.text, spliced.text, lines_of(source, path))
    whole, _ = read_source("plan.yml", spliced.text.encode())
    assert whole.data == changed(source.data, path, value)
