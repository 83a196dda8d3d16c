"""What is said of problems while a site is shown live: what is new in full, what was said before in one line."""

from collections.abc import Sequence

from generator.source.excerpt import with_lines
from generator.source.problem import Problem, Severity
from generator.views import words

LOG = "mkdocs.plugins.plans"
"""Where problems are told: MkDocs shows them among its own messages, `plans serve` shows them alone."""


class Told:
    """Remembers the warnings of the last build, so that the next one tells them apart from new ones."""

    def __init__(self) -> None:
        self._warnings: frozenset[str] = frozenset()

    def errors(self, problems: Sequence[Problem]) -> list[str]:
        """Return every error: each stops the site until it is mended."""
        return list(with_lines(problem for problem in problems if problem.severity is Severity.ERROR))

    def warnings(self, problems: Sequence[Problem]) -> list[str]:
        """Return warnings that the last build had not, and one line for all others."""
        warnings = [problem for problem in problems if problem.severity is not Severity.ERROR]
        now = [str(problem) for problem in warnings]
        before, self._warnings = self._warnings, frozenset(now)
        unheard = [problem for problem in warnings if str(problem) not in before]
        new = list(with_lines(unheard))
        if again := len(now) - len(unheard):
            new.append(f"Як і раніше: {words.plural(again, 'попередження', 'попередження', 'попереджень')}.")
        return new
