"""What a skeleton or a draft left for a person: values and remarks that begin with ЗАПОВНІТЬ or ПЕРЕВІРТЕ."""

import re
from collections.abc import Iterator
from typing import Any

from generator.model.plan import Plan
from generator.rules.finding import warning_at
from generator.source.problem import Problem, Severity, shown
from generator.source.yaml_source import KeyPath, Source

MARK = "ЗАПОВНІТЬ"
_TO_CHECK = "ПЕРЕВІРТЕ"
_REMARK = re.compile(rf"(?:^|\s)#+\s*(?:[a-z_]+:\s*[\"«]?)?((?:{MARK}|{_TO_CHECK})\b.*)")


def plan_is_filled(plan: Plan, source: Source) -> Iterator[Problem]:
    """Warn of every value and remark of plan.yml, and of every text, that is still only a hint or to be checked."""
    found = list(values_are_filled(source, plan.id))
    told = {problem.line for problem in found}
    yield from found
    for number, line in enumerate(source.text.splitlines(), 1):
        remark = _REMARK.search(line)
        if remark and number not in told:
            yield Problem(source.path, number, remark.start(1) + 1, plan.id, _left(remark[1]), Severity.WARNING)
    for text in plan.texts:
        record = f"{plan.community}/text/{text.name}"
        for words in (text.record.title, *map(_bare, text.body.splitlines())):
            if words.startswith((MARK, _TO_CHECK)):
                yield Problem(text.place.file, text.place.line, 1, record, _left(words), Severity.WARNING)


def values_are_filled(source: Source, record: str) -> Iterator[Problem]:
    """Warn of every value of a file that is still only a hint."""
    for path, text in _texts(source.data, ()):
        if text.startswith((MARK, _TO_CHECK)):
            yield warning_at(source, path, record, _left(text))


def _bare(line: str) -> str:
    """Return a line of Markdown without what makes it a heading, an item, a quotation or a row."""
    return line.lstrip("#*_->| \t")


def _left(text: str) -> str:
    what = "ще не перевірено" if text.startswith(_TO_CHECK) else "ще не заповнено"
    hint = text.removeprefix(MARK).removeprefix(_TO_CHECK).lstrip(": ").split("\n")[0]
    return f"{what}: {shown(hint, 120)}" if hint else what


def _texts(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
