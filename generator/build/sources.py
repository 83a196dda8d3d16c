"""What a site is made from, and what is read of it before anything is built."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from generator.build.clock import as_of_date
from generator.build.package_data import package_data
from generator.model.records.audit import AuditResults, audit_results
from generator.model.settings import Settings
from generator.pages.accessibility import RESULTS
from generator.source.usage_error import UsageError


class SiteError(Exception):
    """MkDocs could not build the pages of content/ or read mkdocs.yml; its own words say why."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made from: the core's settings, and the places of all that was written by hand."""

    settings: Settings
    settings_file: Path
    plans: Path
    content: Path
    themes: tuple[Path, ...]


def bare_sources(plans: Path) -> Sources:
    """Find what there is of a site without settings; UsageError when the folder of plans is missing."""
    if not plans.is_dir():
        raise UsageError(f"теки планів «{plans}» немає; перевірте назву і теку, з якої запущено")
    settings = Settings(as_of=as_of_date(None, os.environ), plans_root=f"{plans.as_posix()}/")
    return Sources(settings, Path("mkdocs.yml"), plans, plans.parent / "content", ())


def cache_of(plans: Path) -> Path:
    """Return the folder for what is remembered between builds; it may be deleted at any time."""
    given = os.environ.get("PLANS_CACHE")
    return Path(given) if given else plans.parent / ".cache"


def tested_site(content: Path) -> AuditResults | None:
    """Read what the tests of accessibility found: on a site's own record, else on the one of this package."""
    for folder in (content, package_data("content")):
        if (folder / RESULTS).is_file():
            try:
                return audit_results((folder / RESULTS).read_bytes())
            except ValidationError as error:
                raise SiteError(f"{folder / RESULTS} не читається; запишіть його наново: make statement") from error
    return None


def refuse_unreadable(content: Path) -> None:
    """Refuse with SiteError a page that MkDocs could not read: it would stop in the middle, the old site gone."""
    for page in sorted(content.rglob("*.md")):
        try:
            page.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise SiteError(f"Сторінка {page} не в UTF-8: збережіть її в цьому кодуванні.") from error


def pages_of_every_site(tested_here: bool) -> Iterator[tuple[str, Path]]:
    """Return the pages and pictures that come with this package; a site's own file of the same name comes before.

    What the tests found is of one site alone: it comes along only when that is this one (`tested_here`).
    """
    folder = package_data("content")
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = source.relative_to(folder).as_posix()
        if path != RESULTS or tested_here:
            yield path, source
