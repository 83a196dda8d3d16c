"""Pages and files of communities written without MkDocs' hand: read from a shelf, finished, written, forgotten.

What MkDocs would do for each page by itself is little, but it holds every page until the end of the build.
"""

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urljoin

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.templates import TemplateContext

from generator.build.community_parts import PageEntry, Streamed
from generator.build.mkdocs.pages import PlanPage
from generator.build.parts import Part
from generator.cache import TEXT, Store, fingerprint
from generator.model.settings import Settings
from generator.outputs.site_files import Page as OurPage
from generator.pages.ear import with_readings
from generator.pages.lone_links import with_room
from generator.views.last_changed import LastChanged

_DAY = {"as_of": "\ue000as-of-in-words\ue001", "as_of_day": "\ue000as-of-day\ue001"}
"""What stands for the as-of day while a page is finished: most pages say the day and differ in nothing else."""
_GIVEN = ("config", "base_url", "extra_css", "extra_javascript", "mkdocs_version")
"""All that a template is given besides its page: nothing that speaks of other pages or of the time of the build."""


@dataclass(frozen=True)
class Finisher:
    """Makes the HTML of pages of ours, or takes it as an earlier build made it."""

    config: MkDocsConfig
    settings: Settings
    env: Environment
    convert: Callable[[str], str]
    shell: str | None
    """The fingerprint of all that pages share; None where finished pages can't be kept."""

    def finished(self, page: OurPage, store: Store | None) -> str:
        """Return a page whole; `store` has those of earlier builds."""
        day = {name: str(page.meta[name]) for name in _DAY if name in page.meta}
        undated = replace(page, meta={**page.meta, **{name: _DAY[name] for name in day}})
        if store is None or self.shell is None:
            html = self._made(undated)
        else:
            front = json.dumps([undated.title, undated.meta], sort_keys=True)
            inputs = fingerprint("page", self.shell, page.address, page.markdown, front)
            html = store.read(inputs, partial(self._made, undated), TEXT)
        for name, said in day.items():
            html = html.replace(_DAY[name], said)
        return html

    def _made(self, ours: OurPage) -> str:
        file = File.generated(self.config, ours.source_path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        page = PlanPage(ours, file, self.config, self.settings)
        page.read_source(self.config)
        page.update_date = _DAY["as_of_day"]
        return self.render(page, get_context([], (), self.config, page))  # type: ignore[arg-type]

    def render(self, page: PlanPage, context: TemplateContext) -> str:
        """Convert a page and put it into its template."""
        page.content = self.convert(page.ours.markdown)
        given = {name: value for name, value in context.items() if name in _GIVEN}
        return with_room(with_readings(self.env.get_template(page.template).render(**given, page=page)))


@dataclass(frozen=True)
class Writer:
    """Writes what communities have into the folder of a site."""

    folder: Path
    finisher: Finisher
    by_hand: Collection[str]
    """Files that stand in the site already: what was written by hand goes before ours."""
    over_old: bool = False
    """Whether files of an earlier build stand in the folder."""
    _folders: set[str] = field(default_factory=set)

    def write(self, streamed: Streamed) -> int:
        """Write one community's part; return how many pages it has."""
        part, shelf = streamed.read(), streamed.part.shelf
        for address, content in self._files(part, shelf):
            if address not in self.by_hand:
                self.write_changed(address, content)
        shelf.close()
        return len(part.pages)

    def _files(self, part: Part, store: Store) -> Iterator[tuple[str, bytes]]:
        for page in part.pages:
            yield f"{page.address}index.html", self.finisher.finished(page, store).encode()
        for asset in part.assets:
            yield asset.address, asset.content

    @property
    def mark(self) -> str:
        """The mark of what every page is finished with; another each time where that can't be told."""
        return fingerprint(self.finisher.shell or os.urandom(16), repr(self.finisher.settings))

    def write_changed(self, address: str, content: bytes) -> None:
        """Write a file; while pages are shown live, only when it says something else now."""
        path = f"{self.folder}/{address}"
        if self.over_old and _content(path) == content:
            return
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - a tenth of the time of pathlib, for every file
            self._folders.add(folder)
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - as above
            file.write(content)


def _content(path: str) -> bytes | None:
    try:
        return Path(path).read_bytes()
    except OSError:
        return None


class SiteFiles(Files):
    """MkDocs' files and, for links from pages written by hand, the pages that it need not hold."""

    def __init__(self, files: Iterable[File], streamed: Iterable[Streamed], config: MkDocsConfig) -> None:
        super().__init__(list(files))
        self._streamed = {f"{page.address}index.md" for one in streamed for page in one.contents.pages}
        self._config = config

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file by its path in the folder of pages."""
        found = super().get_file_from_path(path)
        if found is None and path in self._streamed:
            return File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        return found


def listed(streamed: Iterable[Streamed], changed: LastChanged, site_url: str | None) -> Iterator[SimpleNamespace]:
    """Yield what the list of addresses for search engines tells of each page, as MkDocs would give it."""
    for one in streamed:
        for page in one.contents.pages:
            yield SimpleNamespace(page=_entry(page, changed, site_url))


def _entry(page: PageEntry, changed: LastChanged, site_url: str | None) -> SimpleNamespace:
    day = changed.of(page.address)
    url = urljoin(site_url, quote(page.address)) if site_url else None
    meta: dict[str, Any] = {} if page.is_indexed else {"robots": "noindex"}
    return SimpleNamespace(
        is_link=False, meta=meta, abs_url=url, canonical_url=url, changed=day.isoformat() if day else ""
    )
