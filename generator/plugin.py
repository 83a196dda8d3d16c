"""The MkDocs plugin: hands over virtual pages and files. The only module that imports mkdocs."""

import logging
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from pydantic import ValidationError

from generator.assemble import Assembled, assemble
from generator.clock import as_of_date
from generator.conversion import Converter
from generator.disk import read_files
from generator.outputs.history import History, read_history
from generator.packaged import packaged
from generator.pages.accessibility import RESULTS
from generator.pages.site_context import site_channels
from generator.records.audit import AuditResults, audit_results
from generator.scaffold.romanisation import heading_anchor
from generator.settings import Settings

log = get_plugin_logger("plans")
MEMORY = Path(".cache/history.json")
"""What is remembered between builds, beside the folder of plans; it may be deleted at any time."""
HOST_SCRIPT = "embed.js"
"""The theme's script for sites that show our pages: published at the root, where their code names it."""


Progress = Callable[[int, int], None]
"""Is told how many pages are done, and of how many."""


class SiteError(Exception):
    """MkDocs could not build the pages of content/ or read mkdocs.yml; its own words say why."""


class PlansConfig(base.Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    plans_dir = option.Type(str, default="plans")
    as_of = option.Optional(option.Type[str | date]((str, date)))
    edit_path = option.Type(str, default="blob/main")


class PlansPlugin(BasePlugin[PlansConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages and data files of plans/ beside those of content/."""

    def __init__(self) -> None:
        self.converter = Converter()
        self.ready: Assembled | None = None
        self.live = False
        self.progress: Progress | None = None
        self.done = 0
        self.histories: dict[Path, History | None] = {}

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Stay for all builds of one run of MkDocs; note whether pages are shown live."""
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the shell in this package unless the site's own settings name it; give headings readable anchors."""
        theme = str(packaged("theme").resolve())
        if theme not in [str(Path(folder).resolve()) for folder in config.theme.dirs]:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_anchor)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check everything before MkDocs empties the old site."""
        self.site, self.ready = self.ready or self.assemble(config), None
        if self.site.failed:
            raise PluginError("сайт не збудовано; виправте названі вище помилки, старий сайт лишився як був")
        self.converter.begin(config.markdown_extensions, config.mdx_configs)
        self.by_path = {page.source_path: page for page in self.site.pages}
        self.done = 0

    def assemble(self, config: MkDocsConfig) -> Assembled:
        """Read plans/ and make the whole site, saying every problem."""
        self.settings = settings_of(config, self.config)
        folder = _plans_folder(config, self.config)
        tested = tested_site(Path(config.docs_dir))
        site = assemble(read_files(folder), self.settings, self.history(folder), tested)
        for problem in site.problems:
            log.info(str(problem))
        return site

    def history(self, plans: Path) -> History | None:
        """Read what changed from version to version; while pages are shown live, only once."""
        if not self.live or plans not in self.histories:
            self.histories[plans] = read_history(plans, plans.parent / MEMORY)
        return self.histories[plans]

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add pages and data files where no page written by hand stands; drop what Material alone uses."""
        for file in [file for file in files if _is_materials(file)]:
            files.remove(file)
        for path, source in _pages_of_every_site():
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, abs_src_path=str(source)))
        self.by_path = {path: page for path, page in self.by_path.items() if files.get_file_from_path(path) is None}
        for path in self.by_path:
            files.append(File.generated(config, path, content=""))
        for asset in self.site.assets:
            files.append(File.generated(config, asset.address, content=asset.content))
        host_script = files.get_file_from_path(f"assets/{HOST_SCRIPT}")
        if host_script and host_script.abs_src_path:
            files.remove(host_script)
            files.append(File.generated(config, HOST_SCRIPT, abs_src_path=host_script.abs_src_path))
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Give a page of ours its front matter; its text is converted by `on_page_content`."""
        page.update_date = self.settings.as_of.isoformat()
        ours = self.by_path.get(page.file.src_uri)
        if ours:
            page.meta = {"title": ours.title, **ours.meta}
        page.meta.setdefault("feedback", site_channels(self.settings, page.url))
        return markdown

    def on_template_context(self, context: TemplateContext, /, **_: Any) -> TemplateContext:
        """Give the page for lost addresses, which has no front matter, its way to tell of an error."""
        feedback = {"feedback": site_channels(self.settings, None)}
        return cast("TemplateContext", {**context, **feedback})

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """Give the HTML of a page of ours."""
        ours = self.by_path.get(page.file.src_uri)
        if ours is None:
            return html
        self.done += 1
        if self.progress:
            self.progress(self.done, len(self.by_path))
        return self.converter.convert(ours.markdown)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Rebuild when a plan is saved."""
        server.watch(str(_plans_folder(config, self.config)))
        return server


def build(config_file: Path, site_dir: Path, plans_dir: Path | None, progress: Progress | None = None) -> Assembled:
    """Build a site into a folder through MkDocs, strictly; on an error in plans/ nothing is written."""
    try:
        config = load_config(str(config_file), site_dir=str(site_dir), strict=True)
    except MkDocsException as error:
        raise SiteError(f"налаштування {config_file} не читаються: {error}") from error
    plugin = plugin_of(config)
    plugin.progress = progress
    if plans_dir:
        plugin.config.plans_dir = str(plans_dir)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    plugin.ready = site = plugin.assemble(config)
    if not site.failed:
        try:
            mkdocs_build(config)
        except MkDocsException as error:
            raise SiteError(f"MkDocs зупинився: {error}") from error
    config.plugins.on_shutdown()
    return site


def serve(config_file: Path, address: str) -> None:
    """Show the site live: a saved file is on screen after a rebuild."""
    mkdocs_serve(str(config_file), dev_addr=address)


def plugin_of(config: MkDocsConfig) -> PlansPlugin:
    """Find this plugin in a configuration; KeyError when mkdocs.yml does not name it."""
    plugin = config.plugins["hromada-plans"]
    if not isinstance(plugin, PlansPlugin):
        raise KeyError("hromada-plans")
    return plugin


def tested_site(content: Path) -> AuditResults | None:
    """Read what the tests of accessibility found: on a site's own record, else on the one of this package."""
    for folder in (content, packaged("content")):
        if (folder / RESULTS).is_file():
            try:
                return audit_results((folder / RESULTS).read_bytes())
            except ValidationError as error:
                raise SiteError(f"{folder / RESULTS} не читається; запишіть його наново: make statement") from error
    return None


def _plans_folder(config: MkDocsConfig, plugin: PlansConfig) -> Path:
    return Path(config.config_file_path).parent / plugin.plans_dir


def settings_of(config: MkDocsConfig, plugin: PlansConfig) -> Settings:
    """Read the core's settings from mkdocs.yml and the environment."""
    return Settings(
        as_of=as_of_date(plugin.as_of, os.environ),
        site_name=config.site_name,
        site_url=config.site_url or "",
        repo_url=config.repo_url or "",
        edit_path=plugin.edit_path,
        plans_root=f"{plugin.plans_dir.rstrip('/')}/",
    )


def _is_materials(file: File) -> bool:
    """Tell Material's bundle, styles and fonts, which the own shell does not load, from the theme's own assets."""
    return "/material/templates/" in Path(file.abs_src_path or "").as_posix()


def _pages_of_every_site() -> Iterator[tuple[str, Path]]:
    """Give the pages and pictures that come with this package; a site's own file of the same name comes before."""
    folder = packaged("content")
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield source.relative_to(folder).as_posix(), source
