"""A YAML file by the places of its keys and values: where a thing begins and ends, and what gives way to what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from generator.source.yaml_source import KeyPath, Position, Source
from generator.staff.workplace.fields import value_at
from generator.staff.workplace.refusal import Refusal
from generator.staff.workplace.writing import flow_of, item_lines, key_lines, key_of, scalar_like

_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^:]*?)[ \t]*:(?=[ \t\n]|$)""")


@dataclass(frozen=True, slots=True)
class Spliced:
    """A file after one change."""

    text: str
    scope: KeyPath


@dataclass(frozen=True, slots=True)
class Cut:
    """From where to where a text gives way, and to what."""

    start: int
    end: int
    text: str = ""


class Sheet:
    """A file by the places of its keys and values."""

    def __init__(self, source: Source) -> None:
        self.source, self.text = source, source.text
        self.starts = [0]
        for line in self.text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def done(self, scope: KeyPath, *cuts: Cut) -> Spliced:
        """Apply cuts that do not overlap."""
        text = self.text
        for cut in sorted(cuts, key=lambda one: (one.start, one.end), reverse=True):
            text = text[: cut.start] + cut.text + text[cut.end :]
        return Spliced(text, scope)

    def at(self, place: Position) -> int:
        """Return a place as an index into the text."""
        return self.starts[place.line - 1] + place.column - 1

    def value(self, path: KeyPath) -> Any:
        """Return what stands at a path; None where nothing does."""
        return value_at(self.source.data, path)

    def span(self, path: KeyPath) -> tuple[int, int]:
        """Return from where to where a value stands."""
        return self.at(self.source.values[path]), self.at(self.source.ends[path])

    def is_item(self, path: KeyPath) -> bool:
        """Return whether a path leads to an item of a list; a year may be a key too."""
        return bool(path) and isinstance(self.value(path[:-1]), list)

    def is_flow(self, path: KeyPath) -> bool:
        """Return whether a list or mapping stands in brackets."""
        return isinstance(self.value(path), Mapping | list) and self.text[self.span(path)[0]] in "[{"

    def in_flow(self, path: KeyPath) -> bool:
        """Return whether a value stands inside brackets of something around it."""
        return any(self.is_flow(path[:end]) for end in range(len(path)))

    def end_of_line(self, index: int) -> int:
        """Return where the line of an index ends, before its line end."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end

    def key_column(self, path: KeyPath) -> int:
        """Return how far the keys of a mapping are indented."""
        data = self.value(path)
        if not isinstance(data, Mapping) or not data:
            raise Refusal(f"Тут немає полів, до яких можна додати нове (рядок {self.source.at(path).line}).")
        return self.source.keys[*path, next(iter(data))].column - 1

    def after_key(self, path: KeyPath) -> int:
        """Return the place just behind the colon of a key, or the dash of an item."""
        if self.is_item(path):
            return self.dash(path) + 1
        start = self.at(self.source.keys[path])
        found = _KEY.match(self.text, start)
        if not found:
            raise Refusal(f"Назву поля в рядку {self.source.keys[path].line} записано незвично; змініть її в тексті.")
        return found.end()

    def dash(self, path: KeyPath) -> int:
        """Return the place of the dash of an item that stands on lines of its own."""
        start = self.span(path)[0]
        before = self.text[:start].rstrip(" \n")
        line_start = before.rfind("\n") + 1
        if not before.endswith("-") or before[line_start:-1].strip():
            raise Refusal(f"Список у рядку {self.source.at(path).line} записано незвично; змініть його в тексті файлу.")
        return len(before) - 1

    def dash_column(self, path: KeyPath) -> int:
        """Return how far the dash of an item is indented."""
        dash = self.dash(path)
        return dash - self.text.rfind("\n", 0, dash) - 1

    def lines_of_item(self, path: KeyPath) -> tuple[int, int]:
        """Return the whole lines of an item, with the remarks right above it that are indented as it is."""
        dash = self.dash(path)
        start = self.text.rfind("\n", 0, dash) + 1
        pad = self.text[start:dash]
        while start:
            above = self.text.rfind("\n", 0, start - 1) + 1
            if not self.text[above:start].startswith(f"{pad}#"):
                break
            start = above
        return start, min(self.end_of_line(self.span(path)[1]) + 1, len(self.text))

    def lines_into(self, listed: KeyPath, index: int, lines: Sequence[str]) -> Cut:
        """Put lines before an item of a list, or after its last one."""
        count = len(self.value(listed))
        if index < count:
            start = self.lines_of_item((*listed, index))[0]
            return Cut(start, start, "".join(f"{line}\n" for line in lines))
        end = self.end_of_line(self.span((*listed, count - 1))[1])
        return Cut(end, end, "".join(f"\n{line}" for line in lines))

    def in_brackets(self, listed: KeyPath, index: int, words: str) -> Cut:
        """Put an item into a list in brackets."""
        count = len(self.value(listed))
        if index < count:
            start = self.span((*listed, index))[0]
            return Cut(start, start, f"{words}, ")
        end = self.span((*listed, count - 1))[1]
        return Cut(end, end, f", {words}")

    def out_of_brackets(self, path: KeyPath) -> Cut:
        """Take an item or a field out of brackets, with one comma."""
        above = path[:-1]
        data = self.value(above)
        names = list(range(len(data))) if isinstance(data, list) else list(data)
        place = names.index(path[-1])
        if place + 1 < len(names):
            return Cut(self._opening(path), self._opening((*above, names[place + 1])))
        return Cut(self.span((*above, names[place - 1]))[1], self.span(path)[1])

    def _opening(self, path: KeyPath) -> int:
        return self.at(self.source.keys[path]) if path in self.source.keys else self.span(path)[0]

    def replaced(self, path: KeyPath, value: Any) -> Spliced:
        """Write another value in the place of one."""
        before = self.value(path)
        if isinstance(before, list) and isinstance(value, list) and before and value and not self.is_flow(path):
            return self._other_items(path, before, value)
        start, end = self.span(path)
        flow = self.in_flow(path)
        in_brackets = flow or (self.is_flow(path) and bool(before))
        if isinstance(before, Mapping | list) and isinstance(value, Mapping | list) and in_brackets:
            return self.done(path, Cut(start, end, flow_of(value)))
        if isinstance(before, Mapping | list) or isinstance(value, Mapping | list):
            return self._of_another_shape(path, value, flow=flow)
        words = scalar_like(self.text[start:end], value, self._indent_below(path), flow=flow)
        if before is None and start == end:
            words = f" {words}"
        head, mark, rest = words.partition("\n")
        close = self.end_of_line(end)
        if mark and self.text[end:close].strip() and self.text[start : start + 1] not in {"|", ">"}:
            return self.done(path, Cut(start, end, head), Cut(close, close, mark + rest))
        return self.done(path, Cut(start, end, words))

    def _indent_below(self, path: KeyPath) -> int:
        """Return how far the lines of a text in a block are indented: as they are, else by two more than its key."""
        start, end = self.span(path)
        if self.text[start : start + 1] in {"|", ">"} and "\n" in self.text[start:end]:
            line = next(line for line in self.text[start:end].split("\n")[1:] if line.strip())
            return len(line) - len(line.lstrip(" "))
        if self.in_flow(path) or not path:
            return 0
        return 2 + (self.dash_column(path) if self.is_item(path) else self.source.keys[path].column - 1)

    def _of_another_shape(self, path: KeyPath, value: Any, *, flow: bool) -> Spliced:
        """Write a list or mapping where there was something else, or the other way round."""
        start, end = self.span(path)
        if flow:
            return self.done(path, Cut(start, end, flow_of(value)))
        behind = self.after_key(path)
        if isinstance(value, Mapping | list) and value:
            indent = self._pad(path)
            if self.is_item(path):
                lines = item_lines(value, " " * (indent - 2))
                return self.done(
                    path, Cut(behind - 1, end, lines[0].lstrip() + "".join(f"\n{one}" for one in lines[1:]))
                )
            lines = key_lines(path[-1], value, " " * (indent - 2))
            first = lines[0].split(":", 1)[1] if lines[0].lstrip().startswith(key_of(path[-1])) else ""
            return self.done(path, Cut(behind, end, first + "".join(f"\n{one}" for one in lines[1:])))
        words = (
            scalar_like("", value, self._pad(path), flow=False)
            if not isinstance(value, Mapping | list)
            else flow_of(value)
        )
        return self.done(path, Cut(behind, end, f" {words}"))

    def _pad(self, path: KeyPath) -> int:
        return 2 + (self.dash_column(path) if self.is_item(path) else self.source.keys[path].column - 1)

    def _other_items(self, path: KeyPath, before: list[Any], value: list[Any]) -> Spliced:
        """Change only the items that differ: what is alike at both ends of a list stays."""
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, value, strict=False)))
        left = min(len(before), len(value)) - same
        tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before[::-1], value[::-1], strict=False)))
        tail = min(tail, left)
        old, new = before[same : len(before) - tail], value[same : len(value) - tail]
        pad = " " * self.dash_column((*path, 0))
        lines = [line for one in new for line in item_lines(one, pad)]
        if not old:
            return self.done(path, self.lines_into(path, same, lines))
        if (
            len(old) == len(new) == 1
            and not isinstance(old[0], Mapping | list)
            and not isinstance(new[0], Mapping | list)
        ):
            return Spliced(self.replaced((*path, same), new[0]).text, (*path, same))
        start = self.lines_of_item((*path, same))[0]
        end = self.lines_of_item((*path, same + len(old) - 1))[1]
        return self.done(path, Cut(start, end, "".join(f"{line}\n" for line in lines)))

    def with_key(self, above: KeyPath, key: str | int, value: Any, order: Sequence[str]) -> Spliced:
        """Enter a field that a record lacks."""
        data = self.value(above)
        if isinstance(data, str | list):
            raise Refusal("Це поле записано одним значенням; спершу перетворіть його на групу полів.")
        if not isinstance(data, Mapping):
            raise Refusal(f"Групи полів «{above[-1] if above else ''}» у файлі немає.")
        if self.is_flow(above):
            words = f"{key_of(key)}: {flow_of(value)}"
            if not data:
                start = self.span(above)[0] + 1
                return self.done(above, Cut(start, start, words))
            before = _before(list(data), key, order)
            if before is None:
                start = self._opening((*above, next(iter(data))))
                return self.done(above, Cut(start, start, f"{words}, "))
            end = self.span((*above, before))[1]
            return self.done(above, Cut(end, end, f", {words}"))
        lines = key_lines(key, value, " " * self.key_column(above))
        return self.done(above, self.below(above, key, lines, order))

    def below(self, above: KeyPath, key: str | int, lines: Sequence[str], order: Sequence[str]) -> Cut:
        """Put the lines of a new field below the field of its record that stands before it."""
        names = list(self.value(above))
        before = _before(names, key, order)
        first = self.at(self.source.keys[*above, names[0]])
        line_start = self.text.rfind("\n", 0, first) + 1
        if before is None and not self.text[line_start:first].strip():
            return Cut(line_start, line_start, "".join(f"{line}\n" for line in lines))
        end = self.end_of_line(self.span((*above, before if before is not None else names[0]))[1])
        return Cut(end, end, "".join(f"\n{line}" for line in lines))

    def without_key(self, path: KeyPath) -> Cut:
        """Take a field away with its lines; behind the dash of an item the next field takes its place."""
        start = self.at(self.source.keys[path])
        end = min(self.end_of_line(self.span(path)[1]) + 1, len(self.text))
        line_start = self.text.rfind("\n", 0, start) + 1
        if not self.text[line_start:start].strip():
            return Cut(line_start, end)
        rest = self.text[end:]
        return Cut(start, end + len(rest) - len(rest.lstrip(" ")))


def _before(names: Sequence[str | int], key: str | int, order: Sequence[str]) -> str | int | None:
    """Return the field after which a new one stands; years of a map stand by size."""
    if isinstance(key, int):
        smaller = [name for name in names if isinstance(name, int) and name < key]
        return max(smaller, default=None)
    ranks = {name: rank for rank, name in enumerate(order)}
    if key not in ranks:
        return names[-1]
    earlier = [name for name in names if ranks.get(str(name), len(ranks)) < ranks[key]]
    return max(earlier, key=lambda name: ranks[str(name)], default=None)
