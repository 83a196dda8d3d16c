"""A change of one place of a YAML file: everything else stays sign by sign, remarks, order, quotes and line ends too.

Each function returns the whole new text and the scope of the change: the deepest thing of the file whose lines hold all
of it, so that only these need to be read again. What can't be done so is refused before anything is done.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from generator.source.yaml_source import KeyPath, Source
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.sheet import Cut, Sheet, Spliced
from generator.staff.workplace.writing import flow_of, item_lines, key_of

_INDENTED_BLOCK = re.compile(r"[|>][-+]?[1-9]")


def set_value(source: Source, path: KeyPath, value: Any, order: Sequence[str]) -> Spliced:
    """Write a value; `order` are the fields of its record, by which a new one finds its place."""
    sheet = Sheet(source)
    if path in source.values:
        return sheet.replaced(path, value)
    key = path[-1]
    above = path[:-1]
    if above in source.values and sheet.value(above) is None:
        return sheet.replaced(above, {key: value})
    if isinstance(key, int) and not isinstance(sheet.value(above), Mapping):
        return insert_item(source, above, key, value)
    return sheet.with_key(above, key, value, order)


def insert_item(source: Source, listed: KeyPath, index: int, value: Any) -> Spliced:
    """Put an item into a list that stands in the file, before the item of that index, or at its end."""
    sheet = Sheet(source)
    if not sheet.value(listed):
        return sheet.replaced(listed, [value])
    if sheet.is_flow(listed):
        return sheet.done(listed, sheet.in_brackets(listed, index, flow_of(value)))
    pad = " " * sheet.dash_column((*listed, 0))
    return sheet.done(listed, sheet.lines_into(listed, index, item_lines(value, pad)))


def remove(source: Source, path: KeyPath) -> Spliced:
    """Take a field or an item away; the last of its list or mapping takes that along."""
    sheet = Sheet(source)
    if not path or path not in source.values:
        raise Refusal("Цього у файлі вже немає.")
    above = path[:-1]
    around = sheet.value(above)
    if len(around) == 1 and above:
        if sheet.is_item(above):
            raise Refusal("У цьому записі не лишилося б жодного поля; вилучіть увесь запис.")
        return remove(source, above)
    if len(around) == 1:
        raise Refusal("У файлі не лишилося б жодного поля; видаліть увесь файл.")
    if sheet.is_flow(above):
        return sheet.done(above, sheet.out_of_brackets(path))
    if sheet.is_item(path):
        start, end = sheet.lines_of_item(path)
        return sheet.done(above, Cut(start, end))
    return sheet.done(above, sheet.without_key(path))


def move_item(source: Source, path: KeyPath, listed: KeyPath, index: int, order: Sequence[str]) -> Spliced:
    """Move an item to a list, before the item that has the index there now; its lines only shift to the side.

    `order` are the fields of the record that gets a list it did not have.
    """
    sheet = Sheet(source)
    own = path[:-1]
    if listed[: len(path)] == path:
        raise Refusal("Перенести запис усередину нього самого не можна.")
    in_brackets = sheet.is_flow(own) or sheet.is_flow(listed[:-1]) or sheet.in_flow(listed[:-1])
    if in_brackets or (listed in source.values and sheet.is_flow(listed) and sheet.value(listed)):
        line = source.at(own).line
        raise Refusal(
            f"Список або запис записано в дужках (рядок {line}), тому рядки не перенести; змініть текст файлу."
        )
    start, end = sheet.lines_of_item(path)
    lines = source.text[start:end].rstrip("\n").split("\n")
    column = sheet.dash_column(path)
    if sheet.value(listed):
        shift = sheet.dash_column((*listed, 0)) - column
        put = sheet.lines_into(listed, index, _shifted(lines, shift))
    else:
        above = listed[:-1]
        pad = sheet.key_column(above)
        head = f"{' ' * pad}{key_of(listed[-1])}:"
        moved = [head, *_shifted(lines, pad + 2 - column)]
        if listed in source.values:
            raise Refusal(
                f"Поле {listed[-1]} тут порожнє (рядок {source.at(listed).line}); приберіть його й повторіть."
            )
        put = sheet.below(above, listed[-1], moved, order)
    if len(sheet.value(own)) == 1:
        if len(sheet.value(own[:-1])) == 1:
            raise Refusal("Більше нічого там, звідки переносите, не лишилося б; вилучіть спершу той запис.")
        taken = sheet.without_key(own)
    else:
        taken = Cut(start, end)
    common = tuple(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(own, listed, strict=False)))
    return sheet.done(common, taken, put)


def _shifted(lines: Sequence[str], by: int) -> list[str]:
    if any(_INDENTED_BLOCK.search(line) for line in lines):
        raise Refusal("У цьому записі є текст із відступом, указаним числом («|2»); перенесіть його в тексті файлу.")
    if by >= 0:
        return [" " * by + line if line.strip() else line for line in lines]
    if any(line.strip() and not line.startswith(" " * -by) for line in lines):
        raise Refusal("У цьому записі є рядки лівіше за нього самого; перенесіть його в тексті файлу.")
    return [line[-by:] if line.strip() else line for line in lines]
