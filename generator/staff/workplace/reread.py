"""A spliced file read again where it changed: what stands beside only moves up or down."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from generator.source.problem import Problem, has_errors
from generator.source.yaml_source import KeyPath, Position, Source, read_source
from generator.staff.workplace.sheet import Spliced

Read = tuple[Source, list[Problem]]


def reread(before: Read, spliced: Spliced) -> Read:
    """Read a spliced file; the same as reading all of it, but for the time."""
    source, problems = before
    for length in range(len(spliced.scope), 0, -1):
        path = spliced.scope[:length]
        lines = _own_lines(source, path)
        if lines:
            found = _grafted(source, problems, path, lines, spliced.text)
            if found:
                return found
    return read_source(source.path, spliced.text.encode())


def _own_lines(source: Source, path: KeyPath) -> tuple[int, int] | None:
    """Return first and last line of an item or field that shares its lines with nothing; None where it shares them."""
    end = source.ends.get(path)
    if end is None:
        return None
    lines = source.text.split("\n")
    if path not in source.keys:
        start = source.values[path]
        before = lines[start.line - 1][: start.column - 1]
        own = before.strip() == "-"
    else:
        start = source.keys[path]
        own = not lines[start.line - 1][: start.column - 1].strip()
    behind = lines[end.line - 1][end.column - 1 :].strip()
    return (start.line, end.line) if own and (not behind or behind.startswith("#")) else None


def _grafted(source: Source, problems: list[Problem], path: KeyPath, lines: tuple[int, int], text: str) -> Read | None:
    first, last = lines
    delta = text.count("\n") - source.text.count("\n")
    fragment = "\n".join(text.split("\n")[first - 1 : last + delta]) + "\n"
    part, told = read_source(source.path, fragment.encode())
    inner: KeyPath = (path[-1],) if path in source.keys else (0,)
    if has_errors(told) or not isinstance(part.data, Mapping | list) or len(part.data) != 1 or inner not in part.values:
        return None
    value = part.data[0] if isinstance(part.data, list) else part.data[path[-1]]
    below = {one: path + one[1:] for one in part.values if one}
    end = _down(part.ends[inner], first - 1)
    shift = _shift(last, delta) if delta else None
    grafted = Source(
        source.path,
        _with(source.data, path, value),
        {**_outside(source.values, path, shift), **_inside(part.values, below, first - 1)},
        {
            **_outside(source.keys, path, shift, keep=path),
            **_inside({one: place for one, place in part.keys.items() if len(one) > 1}, below, first - 1),
        },
        {
            **{one: raw for one, raw in source.raw.items() if one[: len(path)] != path},
            **{below[one]: raw for one, raw in part.raw.items()},
        },
        text,
        {**_ends(source, path, shift, end), **_inside(part.ends, below, first - 1)},
    )
    kept = [one for one in problems if not first <= one.line <= last]
    moved = [replace(one, line=one.line + delta) if one.line > last else one for one in kept]
    return grafted, sorted([*moved, *(replace(one, line=one.line + first - 1) for one in told)])


def _shift(last: int, delta: int) -> Callable[[Position], Position]:
    return lambda place: Position(place.line + delta, place.column) if place.line > last else place


def _down(place: Position, lines: int) -> Position:
    return Position(place.line + lines, place.column)


def _outside(
    places: Mapping[KeyPath, Position],
    path: KeyPath,
    shift: Callable[[Position], Position] | None,
    keep: KeyPath | None = None,
) -> dict[KeyPath, Position]:
    length = len(path)
    if shift is None:
        return {one: place for one, place in places.items() if one[:length] != path or one == keep}
    return {one: shift(place) for one, place in places.items() if one[:length] != path or one == keep}


def _inside(
    places: Mapping[KeyPath, Position], below: Mapping[KeyPath, KeyPath], lines: int
) -> dict[KeyPath, Position]:
    return {below[one]: _down(place, lines) for one, place in places.items() if one in below}


def _ends(
    source: Source, path: KeyPath, shift: Callable[[Position], Position] | None, end: Position
) -> dict[KeyPath, Position]:
    """Return the ends of what stands outside; what ended with the changed part ends with it now."""
    old, found = source.ends[path], _outside(source.ends, path, shift)
    for length in range(len(path)):
        if source.ends[path[:length]] == old:
            found[path[:length]] = end
    return found


def _with(data: Any, path: KeyPath, value: Any) -> Any:
    """Return data with another value at a path; nothing that was given changes."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int):
        return [*data[:step], _with(data[step], rest, value), *data[step + 1 :]]
    return {key: _with(one, rest, value) if key == step else one for key, one in data.items()}


def without_remark(before: Read, line: int, text: str, *, gone: bool) -> Read:
    """Return a file without a remark: nothing in it is another; with its line `gone` the rest moves up."""
    source, problems = before
    if not gone:
        return replace(source, text=text), problems
    shift = _shift(line, -1)
    moved = {
        name: {path: shift(place) for path, place in places.items()}
        for name, places in (("values", source.values), ("keys", source.keys), ("ends", source.ends))
    }
    told = [replace(one, line=one.line - 1) if one.line > line else one for one in problems]
    return Source(source.path, source.data, moved["values"], moved["keys"], source.raw, text, moved["ends"]), told
