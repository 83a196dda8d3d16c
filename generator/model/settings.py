"""What the edge tells the core about this site: its name, its addresses, the day it speaks of."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import urlencode, urlsplit

from generator.model.outputs import Output
from generator.model.owner import Owner

_AT_HOME = {"localhost", "127.0.0.1", "0.0.0.0", "::1"}  # noqa: S104 - names that lead nowhere else, not bound to
_GITHUB = "https://github.com/"
SECURITY_POLICY: Final = "; ".join(
    ["default-src 'none'"]
    + [f"{kind}-src 'self'" for kind in ("script", "style", "img", "connect", "frame", "media")]
    + ["base-uri 'none'", "form-action 'self'"]
)
"""What a page may load and run: files of this site alone, nothing written into the page (Content Security Policy 3)."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The engine of «Робоче місце» beside a site: its bytes and a mark that changes with them; false where none is."""

    size: int = 0
    mark: str = ""

    def __bool__(self) -> bool:
        return self.size > 0


@dataclass(frozen=True, slots=True)
class Settings:
    """Inputs of a build. `as_of` is the day lateness is counted from; addresses may be empty when unknown."""

    as_of: date
    site_name: str = "Плани громад"
    site_url: str = ""
    repo_url: str = ""
    edit_path: str = "blob/main"
    """Between the repository's address and a file's path: where a file is shown with its lines.

    Empty when the plans do not stand in the repository of the site.
    """
    plans_root: str = "plans/"
    outputs: frozenset[Output] | None = None
    """What is made beside pages, by name; None where it depends on how many communities there are."""
    program: str = ""
    """The version of this program."""
    owner: Owner = field(default_factory=Owner)
    """Whose site it is, as far as it was filled in."""
    engine: Engine = Engine()
    security_policy: str = ""
    """Of every page; none while pages are shown live, for the script that loads them anew is written into each."""

    @property
    def is_public(self) -> bool:
        """Whether the site's own address is known and leads anybody to it."""
        return bool(self.site_url) and urlsplit(self.site_url).hostname not in _AT_HOME

    def edit_url(self, file: str, line: int) -> str:
        """Return the address of a line of a file in the repository, or nothing when the repository does not hold it."""
        known = self.repo_url and self.edit_path
        return f"{self.repo_url.rstrip('/')}/{self.edit_path}/{file}#L{line}" if known else ""

    @property
    def issues_url(self) -> str:
        """Return the address where problems of this site are told, or nothing when its repository is not on GitHub."""
        return f"{self.repo_url.rstrip('/')}/issues" if self.repo_url.startswith(_GITHUB) else ""

    def report_url(self, address: str | None) -> str:
        """Return the address of the form «Помилка на сторінці» with a page filled in (.github/ISSUE_TEMPLATE)."""
        page = {} if address is None else {"page": self.absolute(address)}
        return f"{self.issues_url}/new?{urlencode({'template': 'page-error.yml', **page})}" if self.issues_url else ""

    def absolute(self, address: str) -> str:
        """Return the full address of a page, for e-mails, calendars and paper; relative when the site's is unknown."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else address
