"""content/accessibility/results.json: what the tests of accessibility found, written by `make statement`."""

from datetime import date

from pydantic import ConfigDict

from generator.model.records.record import Record


class _Result(Record):
    """A record read from JSON, where a date is a string."""

    model_config = ConfigDict(strict=False)


class AuditedKind(_Result):
    """One kind of page: how many pages of it, in how many states, and how many problems were left."""

    id: str
    name: str
    pages: int
    states: int
    problems: int


class Checker(_Result):
    """A checker beside axe and html-validate: on how many pages, and what it found that has no written reason."""

    name: str
    version: str
    pages: int
    findings: int


class AuditResults(_Result):
    """What was looked at, when, with what, and what was found."""

    date: date
    """The day of the check; the site was built as of it."""
    browser: str
    program: str = ""
    """The version of this program that the pages were made by."""
    repository: str = ""
    """The address of the repository whose site it was."""
    site_url: str = ""
    """The public address it was made for; empty where none was given."""
    axe: str
    html_validate: str
    widths: tuple[int, ...]
    """CSS pixels."""
    walks: int = 0
    """Walks by Tab from the beginning of a page to its end: every kind of page, every display setting, four screens."""
    stops: int = 0
    """Stops of the focus in all those walks."""
    site_pages: int
    """Pages of the whole site, each checked for its markup."""
    markup_errors: int
    kinds: tuple[AuditedKind, ...]
    checkers: tuple[Checker, ...] = ()

    def made_for(self, program: str, repository: str, site_url: str) -> bool:
        """Whether they tell of this very site: its repository, its address if they know one, the program's version."""
        known_address = self.site_url or site_url
        return bool(repository) and (self.program, self.repository, known_address) == (program, repository, site_url)

    @property
    def states(self) -> int:
        return sum(kind.states for kind in self.kinds)

    @property
    def problems(self) -> int:
        return (
            sum(kind.problems for kind in self.kinds) + self.markup_errors + sum(one.findings for one in self.checkers)
        )

    @property
    def pages(self) -> int:
        return sum(kind.pages for kind in self.kinds)


def audit_results(content: bytes) -> AuditResults:
    """Read the file; pydantic.ValidationError when it is not what `make statement` writes."""
    return AuditResults.model_validate_json(content)
