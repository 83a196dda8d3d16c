"""Pages as MkDocs knows them: those of ours, which it need not read, and those written by hand."""

from datetime import date
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.cache import Cache, fingerprint
from generator.model.settings import Settings
from generator.outputs.site_files import Page as OurPage
from generator.pages.site_context import site_channels

FINISHED = "finished"
"""The template that MkDocs gives for pages of ours: it prints a page that the plugin has finished."""


class PlanPage(Page):
    """A page of ours: it has no source that MkDocs could read, and stands in no menu."""

    def __init__(
        self, ours: OurPage, file: File, config: MkDocsConfig, settings: Settings, changed: date | None = None
    ) -> None:
        super().__init__(None, file, config)
        self.ours = ours
        self.template = str(ours.meta.get("template", "main.html"))
        self.whole = ""
        self.update_date = settings.as_of.isoformat()
        self.changed = changed.isoformat() if changed else ""
        self.front = {"title": ours.title, **ours.meta}
        self.front.setdefault("feedback", site_channels(settings, self.url))

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as MkDocs calls it
        self.markdown, self.meta = "", {**self.front, "template": FINISHED}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = ""


class HandPage(Page):
    """A page written by hand, under `plans serve`: rendered again when it changed, or the files it may link to."""

    def __init__(self, file: File, config: MkDocsConfig, cache: Cache, around: str) -> None:
        super().__init__(None, file, config)
        self.cache, self.around = cache, around

    def render(self, config: MkDocsConfig, files: Files) -> None:
        inputs = fingerprint("hand", self.around, self.file.src_uri, self.markdown or "")
        found = self.cache.get(inputs, partial(self._rendered, config, files))
        self.content, self.toc, self._title_from_render, self.present_anchor_ids = found

    def _rendered(self, config: MkDocsConfig, files: Files) -> tuple[Any, ...]:
        super().render(config, files)
        return self.content, self.toc, self._title_from_render, self.present_anchor_ids
