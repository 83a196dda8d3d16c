"""What a command comes to, and how problems are said."""

import json
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from generator.source.excerpt import with_lines
from generator.source.problem import Problem, Severity, has_errors
from generator.views import words

Say = Callable[[str], None]


class Outcome(IntEnum):
    """Exit status of a command."""

    FINE = 0
    PROBLEMS = 1
    USAGE_ERROR = 2
    DEFECT = 3
    """Of this program, not of the data or the command."""


def say_problems(problems: Sequence[Problem], output: str, say: Say) -> None:
    """Say problems for people, for tools (json) or as annotations of a GitHub workflow (github)."""
    if output == "json":
        say(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2))
    elif output == "github":
        for problem in problems:
            say(_annotation(problem))
    else:
        for line in with_lines(problems):
            say(line)


def summary(problems: Iterable[Problem]) -> str:
    """Say how many problems there are, in one line."""
    listed = list(problems)
    errors = sum(1 for problem in listed if problem.severity is Severity.ERROR)
    warnings = len(listed) - errors
    if not listed:
        return "Усе гаразд: помилок немає."
    said = [
        words.plural(errors, "помилка", "помилки", "помилок") if errors else "помилок немає",
        words.plural(warnings, "попередження", "попередження", "попереджень") if warnings else "",
    ]
    return f"Разом: {', '.join(part for part in said if part)}."


def outcome(problems: Iterable[Problem]) -> Outcome:
    """Return the exit status that problems call for."""
    return Outcome.PROBLEMS if has_errors(problems) else Outcome.FINE


def _annotation(problem: Problem) -> str:
    """Write a workflow command of GitHub Actions; its values escape %, CR, LF, and in properties also : and ,."""
    message = f"{problem.record}: {problem.message}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    path = problem.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.severity.value} file={path},line={problem.line},col={problem.column}::{message}"
