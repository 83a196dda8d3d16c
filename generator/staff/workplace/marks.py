"""Marks and hints that an import or a skeleton leaves for a person's eye, taken off one by one."""

import re
from collections.abc import Mapping

from generator.source.yaml_source import Source
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.reread import without_remark
from generator.staff.workplace.session import Desk

_MARK = re.compile(r"[ \t]*#+\s*(?:[a-z_]+:\s*[\"«]?)?(?:ЗАПОВНІТЬ|ПЕРЕВІРТЕ)\b.*$")
_NOTHING = "Тут немає позначки, яку можна зняти: впишіть саме значення."


def tick_off(desk: Desk, path: str, line: int) -> None:
    """Take a remark «ПЕРЕВІРТЕ …» off a line; the line goes where there is nothing else on it."""
    lines = _lines(desk, path)
    found = _MARK.search(lines[line - 1]) if 0 < line <= len(lines) else None
    if found is None or _in_value(desk.source(path), line, found.start() + 1):
        raise Refusal(_NOTHING)
    _take(desk, path, line, lines[line - 1][: found.start()])


def tick_off_remark(desk: Desk, path: str, remark: str) -> None:
    """Take a whole hint of an import out, found by its words."""
    lines = _lines(desk, path)
    found = [number for number, line in enumerate(lines, 1) if line.strip() == remark.strip()]
    if not found or not remark.startswith("#") or _in_value(desk.source(path), found[0], 1):
        raise Refusal("Цієї підказки у файлі вже немає.")
    _take(desk, path, found[0], "")


def _lines(desk: Desk, path: str) -> list[str]:
    return desk.papers[path].text.split("\n") if path in desk.papers else []


def _take(desk: Desk, path: str, number: int, left: str) -> None:
    paper = desk.papers[path]
    lines = paper.text.split("\n")
    kept = [left] if left.strip() else []
    changed = paper.with_text("\n".join([*lines[: number - 1], *kept, *lines[number:]]))
    read = desk.checker.source(path, paper.content)
    desk.checker.spliced(path, changed.content, without_remark(read, number, changed.text, gone=not kept))
    desk.change("Знято позначку", {path: changed})


def _in_value(source: Source, line: int, column: int) -> bool:
    """Return whether a place lies inside a text: what looks like a remark there is the document's own."""
    for path, start in source.values.items():
        end = source.ends[path]
        if start.line <= line <= end.line and (start.line, start.column) <= (line, column) < (end.line, end.column):
            value = source.data
            for step in path:
                value = value[step]
            if not isinstance(value, Mapping | list):
                return True
    return False
