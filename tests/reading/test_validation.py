"""Whatever pydantic can find wrong has Ukrainian words of its own."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from generator.commands.schema import SCHEMAS
from generator.reading.validation import record_name, validate
from generator.reading.value_messages import PATTERNS
from generator.source.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUES = [
    "null",
    "true",
    "12",
    "1.10",
    "2025-01-01",
    "2025-01-01 10:00:00",
    "слово",
    '""',
    "[а]",
    "[]",
    "{а: б}",
    "{1: 2}",
    "[[а]]",
    "-1",
    "9" * 30,
]
OF_EACH_SHAPE = {"null", "12", "слово", "[а]", "{а: б}"}
"""What is tried in the many fields of a plan after every change; the others in the whole suite."""


def fields(schema: dict[str, Any]) -> Iterator[str]:
    for record in [schema, *schema.get("$defs", {}).values()]:
        for shape in [record, *record.get("anyOf", [])]:
            yield from shape.get("properties", {})


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_every_pattern_says_in_words_what_it_asks_for(kind: str) -> None:
    schema = json.dumps(SCHEMAS[kind].model_json_schema())
    patterns = {json.loads(f'"{found}"') for found in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', schema)}
    assert patterns <= set(PATTERNS)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param(kind, value, marks=[pytest.mark.slow] if kind == "plan" and value not in OF_EACH_SHAPE else [])
        for kind in sorted(SCHEMAS)
        for value in VALUES
    ],
)
def test_any_value_in_any_field_is_told_in_words(kind: str, value: str) -> None:
    record = SCHEMAS[kind]
    for path in all_paths(kind):
        source, problems = read_source("f.yml", nested(path, value).encode())
        assert problems == []
        for problem in validate(source, record, "owner")[1]:
            assert "має неправильне значення" not in problem.message
            assert re.search("[а-яі]", problem.message)
            assert "{" not in problem.message.replace("{name: …}", "")


@cache
def all_paths(kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(paths(SCHEMAS[kind].model_json_schema()))


def paths(schema: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every path of fields through a schema, lists written as «[]», three records deep."""
    definitions = schema.get("$defs", {})

    def walk(shape: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if "$ref" in shape:
            shape = definitions[shape["$ref"].rsplit("/", 1)[1]]
        for option in [shape, *shape.get("anyOf", [])]:
            if "$ref" in option:
                yield from walk(option, path)
            if "items" in option:
                yield (*path, "[]")
                yield from walk(option["items"], (*path, "[]"))
            for name, inner in option.get("properties", {}).items():
                if path.count(name) < 2 and len(path) < 8:
                    yield (*path, name)
                    yield from walk(inner, (*path, name))

    return walk(schema, ())


def nested(path: tuple[str, ...], value: str) -> str:
    """Write a value at a path as flow YAML."""
    text = value
    for step in reversed(path):
        text = f"[{text}]" if step == "[]" else f"{{{step}: {text}}}"
    return text


def problems_of(kind: str, text: str) -> list[str]:
    return [str(problem) for problem in validate(read_source("f.yml", text.encode())[0], SCHEMAS[kind], "nizhyn")[1]]


def test_one_problem_is_told_once() -> None:
    found = problems_of("progress", "entries:\n  - {measure: 1.1.1, date: 2025-01-01, status: [done]}\n")
    (problem,) = found
    assert problem.startswith(
        "f.yml:2:48: nizhyn/1.1.1: «список» не годиться для поля «status»; дозволено: not-started"
    )


def test_a_record_is_named_by_its_own_number_and_not_by_an_index() -> None:
    text = "goals:\n  - number: 1.10\n    measures:\n      - {number: 1.2.3, id: vi-1, funding: {total: 1}}\n"
    source = read_source("f.yml", text.encode())[0]
    assert record_name(source, ("goals", 0), "nizhyn") == "nizhyn/1.10"
    assert record_name(source, ("goals", 0, "measures", 0, "funding", "total"), "nizhyn") == "nizhyn/vi-1"
    assert record_name(source, ("title",), "nizhyn") == "nizhyn"
    assert record_name(source, ("goals", 7, "measures"), "") == ""
