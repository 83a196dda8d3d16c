"""A problem in what someone typed or saved, and how it reads."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from generator.language.folding import fold_name

_LONGEST_SHOWN = 80
_LONGEST_COMPARED = 200
_LIKE = 0.6
_NEARLY_AS_LIKE = 0.12


class Severity(StrEnum):
    """An error stops the build; a warning is printed and published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where, in which record, what, and what to do. Lines and columns count from 1.

    Record and message are one line each: what they quote can't break a list of problems or steer a terminal.
    """

    path: str
    line: int
    column: int
    record: str
    message: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        for name in ("record", "message"):
            object.__setattr__(self, name, _on_one_line(getattr(self, name)))

    def __str__(self) -> str:
        kind = "попередження: " if self.severity is Severity.WARNING else ""
        record = f"{self.record}: " if self.record else ""
        return f"{self.at}: {record}{kind}{self.message}"

    @property
    def at(self) -> str:
        """The place, as editors and consoles open it."""
        return f"{_on_one_line(self.path)}:{self.line}:{self.column}"

    def as_dict(self) -> dict[str, Any]:
        """Return the problem as tools read it (`plans check --format json`)."""
        return {
            "file": self.path,
            "line": self.line,
            "column": self.column,
            "record": self.record,
            "severity": self.severity.value,
            "message": self.message,
        }


def as_warning(problem: Problem) -> Problem:
    """Return a problem as one that stops nothing."""
    return replace(problem, severity=Severity.WARNING)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def below(problems: Iterable[Problem], folder: str) -> list[Problem]:
    """Return the problems of files below a folder: its path as problems give it («plans/nizhyn/»), with the slash."""
    return [problem for problem in problems if problem.path.startswith(folder)]


def shown(value: Any, most: int = _LONGEST_SHOWN) -> str:
    """Return what someone typed as a message can quote it: one line, nothing invisible, no longer than `most`."""
    if isinstance(value, Mapping):
        return "група полів"
    if isinstance(value, list | tuple):
        return "список"
    text = _on_one_line(" ".join(str(value)[: most * 4].split()))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Offer the known words that look most like `word`, best first; case does not count.

    A word much less like it than the best one is not offered: «УСЗНН» is «УСЗН», not «ЦСЗН».
    """
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold_name(name), name)
    typed = fold_name(word)[:_LONGEST_COMPARED]
    matches = difflib.get_close_matches(typed, by_fold, n=most, cutoff=_LIKE)
    likeness = [difflib.SequenceMatcher(None, match, typed).ratio() for match in matches]
    return [
        by_fold[match] for match, ratio in zip(matches, likeness, strict=True) if likeness[0] - ratio <= _NEARLY_AS_LIKE
    ]


def maybe(word: str, known: Iterable[str]) -> str:
    """Return the end of a message that offers the nearest names: «; можливо, «УСЗН»», or nothing."""
    offers = nearest(word, known)
    return f"; можливо, {' або '.join(f'«{shown(offer, 200)}»' for offer in offers)}" if offers else ""


def _on_one_line(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else "\ufffd" for sign in text)
