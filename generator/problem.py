"""A problem in what someone typed or saved, and how it reads."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """An error stops the build; a warning is printed and published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where, in which record, what, and what to do. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    record: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        kind = "попередження: " if self.severity is Severity.WARNING else ""
        record = f"{self.record}: " if self.record else ""
        return f"{self.path}:{self.line}:{self.column}: {record}{kind}{self.message}"

    def as_dict(self) -> dict[str, Any]:
        """Give the problem as tools read it (`plans check --format json`)."""
        return {
            "file": self.path,
            "line": self.line,
            "column": self.column,
            "record": self.record,
            "severity": self.severity.value,
            "message": self.message,
        }


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Offer the known words that look most like `word`, best first; case does not count."""
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(" ".join(name.casefold().split()), name)
    matches = difflib.get_close_matches(" ".join(word.casefold().split()), by_fold, n=most, cutoff=0.6)
    return [by_fold[match] for match in matches]


def maybe(word: str, known: Iterable[str]) -> str:
    """Give the end of a message that offers the nearest names: «; можливо, «УСЗН»», or nothing."""
    offers = nearest(word, known)
    return f"; можливо, {' або '.join(f'«{offer}»' for offer in offers)}" if offers else ""
