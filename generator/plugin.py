"""The MkDocs plugin: hands over virtual pages and files. The only module that imports mkdocs."""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.assemble import Assembled, assemble
from generator.clock import as_of_date
from generator.conversion import Converter
from generator.disk import read_files
from generator.settings import Settings

log = get_plugin_logger("plans")


class PlansConfig(base.Config):
    """Settings of the plugin in mkdocs.yml."""

    plans_dir = option.Type(str, default="plans")
    as_of = option.Optional(option.Type(str))
    edit_path = option.Type(str, default="blob/main")


class PlansPlugin(BasePlugin[PlansConfig]):
    """Makes the pages and data files of plans/ beside those of content/."""

    def __init__(self) -> None:
        self.converter = Converter()
        self.ready: Assembled | None = None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check everything before MkDocs empties the old site."""
        self.site, self.ready = self.ready or self.assemble(config), None
        if self.site.failed:
            raise PluginError("сайт не збудовано; виправте названі вище помилки, старий сайт лишився як був")
        self.converter.begin(config.markdown_extensions, config.mdx_configs)
        self.by_path = {page.source_path: page for page in self.site.pages}

    def assemble(self, config: MkDocsConfig) -> Assembled:
        """Read plans/ and make the whole site, saying every problem."""
        self.settings = settings_of(config, self.config)
        site = assemble(read_files(_plans_folder(config, self.config)), self.settings)
        for problem in site.problems:
            log.info(str(problem))
        return site

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages and data files; leave out what Material brings and this theme does not use."""
        for file in [file for file in files if _is_materials(file, config)]:
            files.remove(file)
        for page in self.site.pages:
            files.append(File.generated(config, page.source_path, content=""))
        for asset in self.site.assets:
            files.append(File.generated(config, asset.address, content=asset.content))
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Give a page of ours its front matter; its text is converted by `on_page_content`."""
        page.update_date = self.settings.as_of.isoformat()
        ours = self.by_path.get(page.file.src_uri)
        if ours:
            page.meta = {"title": ours.title, **ours.meta}
        return markdown

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """Give the HTML of a page of ours."""
        ours = self.by_path.get(page.file.src_uri)
        return self.converter.convert(ours.markdown) if ours else html

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Rebuild when a plan is saved."""
        server.watch(str(_plans_folder(config, self.config)))
        return server


def build(config_file: Path, site_dir: Path, plans_dir: Path | None) -> Assembled:
    """Build a site into a folder through MkDocs, strictly; on an error in plans/ nothing is written."""
    config = load_config(str(config_file), site_dir=str(site_dir), strict=True)
    plugin = plugin_of(config)
    if plans_dir:
        plugin.config.plans_dir = str(plans_dir)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    plugin.ready = site = plugin.assemble(config)
    if not site.failed:
        mkdocs_build(config)
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


def _is_materials(file: File, config: MkDocsConfig) -> bool:
    """Tell Material's bundle, styles and fonts, which the own shell does not load, from the theme's own assets."""
    own = config.theme.custom_dir
    source = file.abs_src_path
    return bool(own and source and "/material/templates/" in Path(source).as_posix())
