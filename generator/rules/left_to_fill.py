"""What a skeleton or a draft left for a person to fill: values that begin with ЗАПОВНІТЬ."""

from collections.abc import Iterator
from typing import Any

from generator.model.plan import Plan
from generator.rules.finding import warning_at
from generator.source.problem import Problem, Severity, shown
from generator.source.yaml_source import KeyPath, Source

MARK = "ЗАПОВНІТЬ"


def plan_is_filled(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of every value of plan.yml, and of every text, that is still only a hint."""
    yield from values_are_filled(source, plan.id)
    for text in plan.texts:
        if text.body.lstrip().startswith(MARK):
            record = f"{plan.community}/text/{text.name}"
            yield Problem(text.place.file, text.place.line, 1, record, _left(text.body.strip()), Severity.WARNING)


def values_are_filled(source: Source, record: str) -> Iterator[Problem]:
    """Warn of every value of a file that is still only a hint."""
    for path, text in _texts(source.data, ()):
        if text.startswith(MARK):
            yield warning_at(source, path, record, _left(text))


def _left(text: str) -> str:
    hint = text.removeprefix(MARK).lstrip(": ").split("\n")[0]
    return f"ще не заповнено: {shown(hint, 120)}" if hint else "ще не заповнено"


def _texts(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
