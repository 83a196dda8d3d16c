"""A problem as people read it: the number of the line first, below it the line itself and a caret under the place."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.source.problem import Problem, Severity

_WIDEST = 100
_BEFORE = 40
"""Signs of a long line that are left before the place."""
_EDGE = 4
_MANY = 3
"""From so many places on, a warning is told once."""
ReadLines = Callable[[str], list[str]]


def with_lines(problems: Iterable[Problem], lines_of: ReadLines | None = None) -> Iterator[str]:
    """Yield each problem with its line; `lines_of` gives the lines of a file by its path, from the disk if left out.

    A problem of a whole file (line 1, column 1) points at no line. A warning that stands in many places is told once.
    """
    lines_of = lines_of or cache(lines_on_disk)
    for problem, others in folded(problems):
        whole = (problem.line, problem.column) == (1, 1)
        yield str(problem) if whole else f"рядок {problem.line}: {problem}"
        lines = [] if whole else lines_of(problem.path)
        if 0 < problem.line <= len(lines) and lines[problem.line - 1].strip():
            yield from pointed(lines[problem.line - 1], problem.line, problem.column)
        if others:
            yield f"  те саме ще тут ({len(others)}): {', '.join(other.at for other in others)}"


def folded(problems: Iterable[Problem]) -> list[tuple[Problem, list[Problem]]]:
    """Return problems in their order; a warning that stands thrice or more comes once, with those that say the same.

    Errors are never folded: each is mended in its place, and its line helps.
    """
    listed = list(problems)
    alike = Counter(problem.message for problem in listed if problem.severity is Severity.WARNING)
    told: dict[str, list[Problem]] = {}
    found: list[tuple[Problem, list[Problem]]] = []
    for problem in listed:
        once = problem.severity is Severity.WARNING and alike[problem.message] >= _MANY
        if once and problem.message in told:
            told[problem.message].append(problem)
            continue
        others: list[Problem] = told.setdefault(problem.message, []) if once else []
        found.append((problem, others))
    return found


def pointed(line: str, number: int, column: int) -> tuple[str, str]:
    """Return a line behind its number, cut to what fits, and a caret under a column (counted from 1)."""
    at = min(column - 1, len(line))
    start = max(at - _BEFORE, 0) if len(line) > _WIDEST else 0
    cut = line[start : start + _WIDEST]
    shown = "".join(sign if sign.isprintable() else " " if sign in "\t\u00a0" else "\ufffd" for sign in cut)
    opening = "…" if start else ""
    ending = "…" if start + _WIDEST < len(line) else ""
    before = sum(_width(sign) for sign in f"{opening}{shown[: at - start]}")
    margin = str(number).rjust(_EDGE)
    return f"{margin} | {opening}{shown}{ending}", f"{' ' * len(margin)} | {' ' * before}^"


def lines_on_disk(path: str) -> list[str]:
    """Read the lines of a file; none when it can't be read or is no text."""
    try:
        return Path(path).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):
        return []


def _width(sign: str) -> int:
    """Return how many columns of a console a sign takes."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
