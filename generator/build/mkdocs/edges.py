"""What the plugin takes from mkdocs.yml, the environment and the disk."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from pydantic import ValidationError

from generator.build.clock import as_of_date, read_day
from generator.build.package_data import package_data
from generator.build.site_address import site_address
from generator.model.records.audit import AuditResults, audit_results
from generator.model.settings import Settings
from generator.pages.accessibility import RESULTS
from generator.source.usage_error import UsageError

POLICY_NAME = "content_security_policy"
"""Under `extra` of mkdocs.yml; a site may give a policy of its own."""


class SiteError(Exception):
    """MkDocs could not build the pages of content/ or read mkdocs.yml; its own words say why."""


class PlansConfig(base.Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    plans_dir = option.Type(str, default="plans")
    as_of = option.Optional(option.Type[str | date]((str, date)))
    edit_path = option.Type(str, default="blob/main")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site is made from: the core's settings, and the places of all that was written by hand."""

    settings: Settings
    settings_file: Path
    plans: Path
    content: Path
    themes: tuple[Path, ...]


def sources_of(config: MkDocsConfig, plugin: PlansConfig) -> Sources:
    """Find what a site is made from; UsageError as in `settings_of`."""
    return Sources(
        settings_of(config, plugin),
        Path(config.config_file_path),
        plans_folder(config, plugin),
        Path(config.docs_dir),
        (*map(Path, config.theme.dirs), package_data("theme")),
    )


def bare_sources(plans: Path) -> Sources:
    """Find what there is of a site without settings; UsageError when the folder of plans is missing."""
    if not plans.is_dir():
        raise UsageError(f"теки планів «{plans}» немає; перевірте назву і теку, з якої запущено")
    settings = Settings(as_of=as_of_date(None, os.environ), plans_root=f"{plans.as_posix()}/")
    return Sources(settings, Path("mkdocs.yml"), plans, plans.parent / "content", ())


def settings_of(config: MkDocsConfig, plugin: PlansConfig) -> Settings:
    """Read the core's settings from mkdocs.yml and the environment; UsageError when a day in them is none."""
    root = _beside(config, plans_folder(config, plugin))
    return Settings(
        as_of=as_of_date(read_day(plugin.as_of, "as_of") if plugin.as_of else None, os.environ),
        site_name=config.site_name,
        site_url=site_address(config.site_url or "", "site_url"),
        repo_url=config.repo_url or "",
        edit_path="" if root.is_absolute() else plugin.edit_path,
        plans_root=f"{root.as_posix()}/",
        security_policy=config.extra.get(POLICY_NAME, ""),
    )


def plans_folder(config: MkDocsConfig, plugin: PlansConfig) -> Path:
    """Return the folder of plans."""
    return Path(config.config_file_path).parent / plugin.plans_dir


def _beside(config: MkDocsConfig, folder: Path) -> Path:
    """Return a folder relative to that of mkdocs.yml, as the repository knows it; whole when it stands elsewhere."""
    found = Path(os.path.relpath(folder, Path(config.config_file_path).parent))
    return folder.absolute() if found.parts[:1] == ("..",) else found


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


def pages_of_every_site() -> Iterator[tuple[str, Path]]:
    """Return the pages and pictures that come with this package; a site's own file of the same name comes before."""
    folder = package_data("content")
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield source.relative_to(folder).as_posix(), source
