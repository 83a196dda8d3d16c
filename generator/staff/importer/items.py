"""The measures that one cell holds: a single one, several, or a task with its steps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language.folding import fold_words
from generator.staff.importer.labels import Label, measure_label
from generator.staff.importer.vocabulary import STEPS_HEADING

_FURTHEST = 3
"""A number may skip this far and still be the next one of a list."""
_MOST_LINES = 400
_BULLETS = "-–—•*·▪● "
_TYPED_BULLET = re.compile(r"[-–—•*·▪●◦‣]\s+(?=\S)")
BULLET = "•"
_NEW_LINE = "\n"


@dataclass(slots=True)
class Item:
    """One measure of a cell."""

    number: str
    label: str
    lines: list[str] = field(default_factory=list)
    bulleted: bool = False
    """Its first line is an item of a list."""
    also: str = ""
    """The number of its row, where its own words begin with another."""

    def take_row_number(self, number: str) -> None:
        """Take the number that stands in a column of its own; beside a number in the text it is a further one.

        One that the text's own goes on from, 1.3 beside 1.3.1, is a goal's.
        """
        if not self.number:
            self.number = number
        elif number != self.number and not self.number.startswith(f"{number}."):
            self.also = number

    @property
    def text(self) -> str:
        """The wording without the number: on one line, but items of a list each on a line of its own."""
        lines = [line for line in self.lines if line]
        is_list = any(line.startswith(_NEW_LINE) for line in lines)
        first = f"{BULLET} " if self.bulleted and is_list else ""
        return first + " ".join(lines).replace(f" {_NEW_LINE}", _NEW_LINE).strip()

    def add(self, line: str, *, bullet: bool) -> None:
        """Add a further line of the cell; an item of a list, and a sentence after the list, begin a new one."""
        typed = bool(_TYPED_BULLET.match(line))
        in_list = bool(self.lines) and self.lines[-1].startswith(_NEW_LINE)
        if bullet or typed:
            line = f"{_NEW_LINE}{line if typed else f'{BULLET} {line}'}"
        elif in_list and line[:1].isupper():
            line = f"{_NEW_LINE}{line}"
        self.lines.append(line)

    @property
    def parts(self) -> list[str]:
        """The number by levels."""
        return self.number.split(".") if self.number else []


@dataclass(slots=True)
class Items:
    """What a cell holds: `task` if the first item is a task and the others its steps."""

    items: list[Item]
    task: bool = False
    steps_label: str = ""


def read_items(lines: list[str], bullets: Sequence[bool] = ()) -> Items:
    """Split the lines of a measure cell into its measures; a cell of more than any plan has stays one measure.

    `bullets` says of each line whether it is an item of a list without numbers.
    """
    if len(lines) > _MOST_LINES:
        label = measure_label(lines[0])
        return Items([Item(label.number, label.printed, [label.title, *lines[1:]])])
    result = Items([])
    for index, raw in enumerate(lines):
        bullet = index < len(bullets) and bullets[index]
        heading = fold_words(raw).rstrip(": .") if len(raw) < 60 else ""  # noqa: PLR2004 -- a heading of steps is short
        if STEPS_HEADING.match(heading) and (result.items or raw.rstrip().endswith(":")):
            result.steps_label = raw
            result.task = bool(result.items)
            continue
        for line in _cut_inline(result.items[0] if result.items else None, raw):
            _take(result, line, bullet=bullet)
    return result


def _take(result: Items, line: str, *, bullet: bool) -> None:
    label = measure_label(line)
    items = result.items
    if not items:
        items.append(_item(label))
        items[0].bulleted = bullet
    elif _is_step(items[0], label):
        result.task = True
        items.append(_item(label))
    elif _is_sibling(items, label) and not (result.task and len(items) == 1):
        items.append(_item(label))
    elif result.steps_label and result.task and (label.number or len(items) == 1 or not items[-1].number):
        stripped = label if label.number else Label("", "", "", line.lstrip(_BULLETS))
        items.append(_item(stripped))
    else:
        items[-1].add(line, bullet=bullet)


def _item(label: Label) -> Item:
    return Item(label.number, label.printed, [label.title])


def _is_step(first: Item, label: Label) -> bool:
    """Return whether «1.1.1.2» is a step of «1.1.1»."""
    parts = label.number.split(".") if label.number else []
    return bool(first.parts) and len(parts) == len(first.parts) + 1 and parts[:-1] == first.parts


def _is_sibling(items: list[Item], label: Label) -> bool:
    """Return whether «1.1.3» follows «1.1.2», or «2.» follows «1.»."""
    parts = label.number.split(".") if label.number else []
    last = items[-1].parts
    if not parts or not last or len(parts) != len(last) or parts[:-1] != last[:-1]:
        return False
    if not parts[-1].isdigit() or not last[-1].isdigit():
        return False
    same_stop = items[-1].label.endswith(")") == label.printed.endswith(")")
    return same_stop and 0 <= int(parts[-1]) - int(last[-1]) <= _FURTHEST


def _cut_inline(first: Item | None, line: str) -> list[str]:
    """Cut a line where a step of the task begins in its middle: «… дизайну. 1.1.2.2. Модернізувати»."""
    if first is None or not first.number or f" {first.number}." not in line:
        return [line]
    words = line.split(" ")
    pieces: list[list[str]] = [words[:1]]
    for index, word in enumerate(words[1:], start=1):
        ended = words[index - 1].endswith((".", ";", ","))
        text = " ".join(words[index : index + 2])
        begins = word.startswith(f"{first.number}.") and _is_step(first, measure_label(text))
        if ended and begins:
            pieces.append([])
        pieces[-1].append(word)
    return [" ".join(piece) for piece in pieces]


def parallel(texts: list[str]) -> Items:
    """Take every paragraph for a measure of its own."""
    return Items([_item(measure_label(text)) for text in texts])
