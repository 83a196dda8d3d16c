"""The events of a build: pages and files are made before it begins, finished while it goes on."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.build.beside_plans import problems_beside
from generator.build.clock import day_in_kyiv
from generator.build.editions import EditionMaker
from generator.build.history_notices import history_notices
from generator.build.inline_styles import without_inline_styles
from generator.build.mkdocs.edges import (
    POLICY_NAME,
    PlansConfig,
    plans_folder,
    settings_of,
    sources_of,
)
from generator.build.mkdocs.finishing import Finisher, SiteFiles, Writer, listed
from generator.build.mkdocs.menu import leave_out_empty, near, refuse_dead_menu
from generator.build.mkdocs.pages import FINISHED, HandPage, PlanPage
from generator.build.mkdocs.serving import watch
from generator.build.mkdocs.shown import Shown
from generator.build.mkdocs.telling import LOG, Told
from generator.build.mkdocs.theme import add_engine, is_materials, pack_theme
from generator.build.package_data import package_data
from generator.build.recipe import Assembled, Progress, assemble
from generator.build.shell_fingerprint import shell_fingerprint
from generator.build.site_address import site_address
from generator.build.site_mark import begin, finish, is_marked
from generator.build.site_place import refuse_place
from generator.build.sources import SiteError, cache_of, pages_of_every_site, refuse_unreadable, tested_site
from generator.build.typesetter import Typesetter
from generator.build.workers import spread, usual_workers
from generator.cache import Cache, fingerprint
from generator.history.git_versions import last_changes
from generator.history.history import History, read_history
from generator.language.romanisation import heading_anchor
from generator.model.community import Catalogue
from generator.model.drafts import published
from generator.model.settings import SECURITY_POLICY
from generator.pages.accessibility import made_here
from generator.pages.kinds import front_matter_of
from generator.pages.lone_links import lines_with_room
from generator.pages.site_context import site_channels
from generator.reading.country_files import read_plans
from generator.source.disk import ADDRESSES, refuse_strange
from generator.source.markdown import converter
from generator.source.usage_error import UsageError
from generator.views.commitment import Commitments
from generator.views.last_changed import LastChanged

log = logging.getLogger(LOG)


class PlansPlugin(BasePlugin[PlansConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages and data files of plans/ beside those of content/."""

    def __init__(self) -> None:
        self.cache: Cache | None = None
        self.stores: dict[Path, Cache] = {}
        self.ready: Assembled | None = None
        self.live = False
        self.told = Told()
        self.progress: Progress | None = None
        self.done = 0
        self.histories: dict[Path, History | None] = {}
        self.by_hand: dict[str, str] = {}
        self.tested_here = False
        self.workers: int | None = 1
        self.streams = False
        self.shown: Shown | None = None

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Stay for all builds of one run of MkDocs; note whether pages are shown live."""
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the shell in this package unless the site's own settings name it; give headings readable anchors."""
        self.stock = [folder for folder in config.theme.dirs if is_materials(folder)]
        config.theme.dirs = [folder for folder in config.theme.dirs if folder not in self.stock]
        theme = str(package_data("theme").resolve())
        if theme not in [str(Path(folder).resolve()) for folder in config.theme.dirs]:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        self._secure(config)
        if self.live:  # MkDocs gives the folder that it serves, before each build
            self.shown = self.shown or Shown(Path(config.site_dir))
            config.site_dir = str(self.shown.fresh)
        config.site_url = site_address(config.site_url or "", "site_url")  # Punycode: programs read it
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_anchor)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check everything before MkDocs empties the old site."""
        try:
            self.site, self.ready = self.ready or self._told(self.assemble(config)), None
            if not self.live:
                refuse_place(Path(config.site_dir), sources_of(config, self.config))
        except (UsageError, SiteError) as error:
            raise PluginError(str(error)) from error
        if self.site.failed:
            stands = "; старий сайт лишився як був" if is_marked(Path(config.site_dir)) else ""
            raise PluginError(f"сайт не збудовано, виправте названі вище помилки{stands}")
        Path(config.site_dir).mkdir(parents=True, exist_ok=True)
        if not self.live:
            begin(Path(config.site_dir))
        self.convert = converter(config.markdown_extensions, config.mdx_configs)
        self.done = 0

    def assemble(self, config: MkDocsConfig) -> Assembled:
        """Read plans/ and make the whole site, with every problem met; UsageError or SiteError for what stops all."""
        refuse_strange(Path(config.docs_dir))
        if config.theme.custom_dir:
            refuse_strange(Path(config.theme.custom_dir))
        refuse_unreadable(Path(config.docs_dir))
        self._secure(config)
        self.settings = settings_of(config, self.config)
        folder = plans_folder(config, self.config)
        tested = tested_site(Path(config.docs_dir))
        self.tested_here = tested is not None and made_here(tested, self.settings)
        place = cache_of(folder) / ("served" if self.live else "built")  # so that neither drops what is the other’s
        self.cache = self.stores.setdefault(place, Cache(place, again=self.live))
        self.country = self.cache.shelf("country")
        drafts = self.live or self.config.drafts
        editions = None if self.live else EditionMaker(Typesetter())  # a saved file is to be on screen at once
        files = read_plans(folder)
        self.streams = not (len(config.plugins) > 1 or config.hooks)
        site = assemble(
            files,
            self.settings,
            self.history(folder),
            tested,
            self.cache,
            editions=editions,
            drafts=drafts,
            live=self.live,
            stream=self.streams,
            workers=self.workers,
        )
        file, content = near(Path(config.config_file_path)), lambda: Path(config.docs_dir)
        beside = problems_beside(site.catalogue, files, self.settings.plans_root, file, content)
        problems = tuple(sorted((*site.problems, *beside)))
        return replace(site, problems=problems, notices=(*site.notices, *history_notices(folder)))

    def _secure(self, config: MkDocsConfig) -> None:
        """Give templates the policy of what a page may load; the reloading script of `serve` would be against it."""
        config.extra.setdefault(POLICY_NAME, SECURITY_POLICY)
        if self.live:
            config.extra[POLICY_NAME] = ""

    def _told(self, site: Assembled) -> Assembled:
        """Say every problem where nobody else does."""
        for line in self.told.errors(site.problems):
            log.error(line)
        for line in self.told.warnings(site.problems):
            log.info(line)
        for line in site.notices:
            log.info(line)
        return site

    def _shell_fingerprint(self, config: MkDocsConfig) -> str | None:
        """Return the fingerprint of what finished pages share; None where others may have a hand in them."""
        if not self.streams:
            return None
        theme = {**config.theme, "name": config.theme.name, "locale": str(config.theme.locale)}
        return shell_fingerprint(config, theme, map(Path, config.theme.dirs), self.settings)

    def history(self, plans: Path) -> History | None:
        """Read what changed from version to version; while pages are shown live, only once."""
        if not self.live or plans not in self.histories:
            self.histories[plans] = read_history(plans, cache_of(plans) / "history.json")
        return self.histories[plans]

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add pages and data files where no page written by hand stands."""
        for path, source in pages_of_every_site(self.tested_here):
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, abs_src_path=str(source)))
        self.changed = changed = self._last_changed(config)
        for page in self.site.pages:
            if files.get_file_from_path(page.source_path) is None:
                file = File.generated(config, page.source_path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                PlanPage(page, file, config, self.settings, changed.of(page.address))
                files.append(file)
        self.standing = {file.dest_uri for file in files}
        for asset in (one for one in self.site.assets if one.address not in self.standing):
            files.append(File.generated(config, asset.address, content=asset.content))
        pack_theme(files, config)
        add_engine(files, config)
        try:
            known = {address for one in self.site.streamed for address in one.addresses}
            refuse_dead_menu(config, {*known, *(file.url for file in files)})
        except UsageError as error:
            raise PluginError(str(error)) from error
        leave_out_empty(config, {page.address for page in self.site.pages if page.meta.get("is_empty")})
        self.shell_fingerprint = self._shell_fingerprint(config)  # the menu is as pages show it
        if self.live and self.cache and self.shell_fingerprint and config.nav is None:
            around = fingerprint(self.shell_fingerprint, *sorted(files.src_uris))
            for file in files.documentation_pages():
                if file.page is None:
                    HandPage(file, config, self.cache, around)
        return SiteFiles(files, self.site.streamed, config) if self.site.streamed else files

    def _last_changed(self, config: MkDocsConfig) -> LastChanged:
        """Find the days on which pages changed, those written by hand too; while pages are shown live nobody asks."""
        if self.live:
            self.by_hand = {}
            return LastChanged(Commitments(Catalogue(()), self.settings.as_of), {})
        self.by_hand = {
            path: min(day_in_kyiv(when), self.settings.as_of).isoformat()
            for path, when in last_changes(Path(config.docs_dir)).items()
        }
        files = last_changes(plans_folder(config, self.config)).items()
        days = {path: day_in_kyiv(when) for path, when in files if path != ADDRESSES}  # which a build itself writes
        return LastChanged(Commitments(published(self.site.catalogue), self.settings.as_of), days)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, **_: Any) -> Environment:
        """Let templates find Material's language catalogue, and MkDocs the one that prints a finished page.

        While the theme stays as it is, the environment stays as well: its templates are compiled.
        """
        if env.loader:
            finished = DictLoader({FINISHED: "{{ page.whole }}"})
            env.loader = ChoiceLoader([finished, env.loader, FileSystemLoader(self.stock)])
        self.env = (
            self.cache.get(fingerprint("env", self.shell_fingerprint), lambda: env)
            if self.cache and self.shell_fingerprint
            else env
        )
        self.finisher = Finisher(config, self.settings, self.env, self.convert, self.shell_fingerprint)
        return self.env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Return a page written by hand what every page has."""
        page.update_date = self.settings.as_of.isoformat()
        if page.file.src_uri in self.by_hand:
            page.meta["changed"] = self.by_hand[page.file.src_uri]
        page.meta.setdefault("feedback", site_channels(self.settings, page.url))
        page.meta.update({**front_matter_of(page.meta.get("kind", "text")), **page.meta})
        return markdown

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """Refuse in a page written by hand what the policy of its own site would not let in."""
        try:
            return lines_with_room(without_inline_styles(html))
        except ValueError as error:
            raise MkDocsException(f"{page.file.src_uri}: {error}") from error

    def on_page_context(self, context: TemplateContext, /, *, page: Page, **_: Any) -> TemplateContext:
        """Finish a page of ours, or take it as an earlier build finished it.

        Its template is given nothing that speaks of other pages or of the time of the build.
        """
        if isinstance(page, PlanPage):
            self._count(1)
            page.whole = self._finished(page, context)
        return context

    def _count(self, pages: int) -> None:
        self.done += pages
        if self.progress:
            self.progress(self.done, self.site.number_of_pages)

    def on_template_context(self, context: TemplateContext, /, *, template_name: str, **_: Any) -> TemplateContext:
        """Give the page for lost addresses a front matter, with the way to report errors; list our pages."""
        front = {**front_matter_of("not-found"), "feedback": site_channels(self.settings, None)}
        if template_name == "sitemap.xml":
            ours = listed(self.site.streamed, self.changed, context["config"].site_url)
            return cast("TemplateContext", {**context, "pages": [*context["pages"], *ours]})
        return cast("TemplateContext", {**context, "front": front})

    def _finished(self, page: PlanPage, context: TemplateContext) -> str:
        if not self.streams:  # others have a hand in the context
            return self.finisher.render(page, context)
        return self.finisher.finished(page.ours, self.country if self.cache else None)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Mark the folder as a site of ours, after whatever else was written; forget what no page needed."""
        self.country.close()
        if self.live and self.shown:
            writer = Writer(self.shown.folder, self.finisher, self.standing, over_old=True)
            self.shown.update(self.site.streamed, writer, self._count)
        else:
            writer = Writer(Path(config.site_dir), self.finisher, self.standing)
            workers = usual_workers(len(self.site.streamed)) if self.workers is None else self.workers
            for pages in spread(writer.write, self.site.streamed, workers):
                self._count(pages)
            finish(Path(config.site_dir))
        if self.cache:
            self.cache.forget_unused()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[[], None], **_: Any
    ) -> LiveReloadServer:
        """Rebuild when a plan is saved, and notice it soon: MkDocs itself looks twice a second."""
        watch(server, builder, config, plans_folder(config, self.config))
        return server
