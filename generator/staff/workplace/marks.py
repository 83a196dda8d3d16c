"""Marks that an import or a skeleton leaves for a person's eye, taken off one by one."""

import re

from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.session import Desk

_REMARK = re.compile(r"[ \t]*#+\s*(?:[a-z_]+:\s*[\"«]?)?(?:ЗАПОВНІТЬ|ПЕРЕВІРТЕ)\b.*$")


def tick_off_remark(desk: Desk, path: str, remark: str) -> None:
    """Take a whole remark of an import out, found by its words."""
    paper = desk.papers.get(path)
    lines = paper.text.split("\n") if paper else []
    found = next((index for index, line in enumerate(lines) if line.strip() == remark.strip()), None)
    if paper is None or found is None or not remark.startswith("#"):
        raise Refusal("Цієї підказки у файлі вже немає.")
    desk.change("Знято підказку", {path: paper.with_text("\n".join([*lines[:found], *lines[found + 1 :]]))})


def tick_off(desk: Desk, path: str, line: int) -> None:
    """Take a remark «ПЕРЕВІРТЕ …» off a line; the line goes where there is nothing else on it."""
    paper = desk.papers.get(path)
    lines = paper.text.split("\n") if paper else []
    found = _REMARK.search(lines[line - 1]) if 0 < line <= len(lines) else None
    if paper is None or found is None:
        raise Refusal("Тут немає позначки, яку можна зняти: впишіть саме значення.")
    left = lines[line - 1][: found.start()]
    text = "\n".join([*lines[: line - 1], *([left] if left.strip() else []), *lines[line:]])
    desk.change("Знято позначку «перевірте»", {path: paper.with_text(text)})
