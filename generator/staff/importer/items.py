"""The measures that one cell holds: a single one, several, or a task with its steps."""

from dataclasses import dataclass, field

from generator.staff.importer.labels import Label, measure_label
from generator.staff.importer.matching import fold
from generator.staff.importer.vocabulary import STEPS_HEADING

_FURTHEST = 3
"""A number may skip this far and still be the next one of a list."""
_MOST_LINES = 400
_BULLETS = "-–—•*·▪● "


@dataclass(slots=True)
class Item:
    """One measure of a cell."""

    number: str
    label: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The wording on one line, without the number."""
        return " ".join(line for line in self.lines if line)

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


def read_items(lines: list[str]) -> Items:
    """Split the lines of a measure cell into its measures; a cell of more than any plan has stays one measure."""
    if len(lines) > _MOST_LINES:
        label = measure_label(lines[0])
        return Items([Item(label.number, label.printed, [label.title, *lines[1:]])])
    result = Items([])
    for raw in lines:
        heading = fold(raw).rstrip(": .") if len(raw) < 60 else ""  # noqa: PLR2004 -- a heading of steps is short
        if STEPS_HEADING.match(heading) and (result.items or raw.rstrip().endswith(":")):
            result.steps_label = raw
            result.task = bool(result.items)
            continue
        for line in _cut_inline(result.items[0] if result.items else None, raw):
            _take(result, line)
    return result


def _take(result: Items, line: str) -> None:
    label = measure_label(line)
    items = result.items
    if not items:
        items.append(_item(label))
    elif _is_step(items[0], label):
        result.task = True
        items.append(_item(label))
    elif _is_sibling(items, label) and not (result.task and len(items) == 1):
        items.append(_item(label))
    elif result.steps_label and result.task and (label.number or len(items) == 1 or not items[-1].number):
        stripped = label if label.number else Label("", "", "", line.lstrip(_BULLETS))
        items.append(_item(stripped))
    else:
        items[-1].lines.append(line)


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
