"""MkDocs run from Python: a strict build, and the live preview."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.build.mkdocs.edges import sources_of
from generator.build.mkdocs.hooks import PlansPlugin
from generator.build.mkdocs.settings_file import hearing, read_settings, translated
from generator.build.mkdocs.telling import LOG
from generator.build.recipe import Assembled, Progress
from generator.build.sources import SiteError, Sources, bare_sources
from generator.source.usage_error import UsageError


def sources(config_file: Path | None, plans_dir: Path | None) -> Sources:
    """Read what a site is made from, by the same settings as a build; UsageError for mistakes in them.

    Without a file of settings, the folder of plans is all there is.
    """
    if config_file is None:
        return bare_sources(plans_dir or Path("plans"))
    config = _configured(config_file, plans_dir)
    return sources_of(config, plugin_of(config).config)


def build(
    config_file: Path, site_dir: Path, plans_dir: Path | None, progress: Progress | None = None, *,
    drafts: bool = False, workers: int | None = 1,
) -> Assembled:  # fmt: skip
    """Build a site into a folder through MkDocs, strictly; on an error in plans/ nothing is written.

    `site_dir` is an absolute path: MkDocs would look for another beside mkdocs.yml.
    """
    config = _configured(config_file, plans_dir, site_dir=str(site_dir), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    plugin = plugin_of(config)
    plugin.progress, plugin.workers = progress, workers
    plugin.config.drafts = plugin.config.drafts or drafts
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    plugin.ready = site = plugin.assemble(config)
    if not site.failed:
        try:
            mkdocs_build(config)
        except MkDocsException as error:
            raise _own(error) or SiteError(f"MkDocs зупинився: {error}") from error
    config.plugins.on_shutdown()
    return site


def _own(error: BaseException | None) -> UsageError | None:
    """Find the error of ours that made MkDocs stop; None when it stopped by itself."""
    while error is not None and not isinstance(error, UsageError):
        error = error.__cause__ or error.__context__
    return error


def _configured(config_file: Path, plans_dir: Path | None, **given: Any) -> MkDocsConfig:
    """Read mkdocs.yml; another folder of plans counts before the one it names. UsageError for mistakes in it."""
    settings = read_settings(config_file)
    with hearing() as said:
        try:
            config = load_config(str(config_file), **given)
        except MkDocsException as error:
            raise translated(settings, said, error) from error
    try:
        plugin = plugin_of(config)
    except KeyError as error:
        raise SiteError(f"у налаштуваннях {config_file} серед plugins немає hromada-plans") from error
    if plans_dir:
        plugin.config.plans_dir = os.path.abspath(plans_dir)  # noqa: PTH100 - a path without «..», links kept
    return config


def serve(config_file: Path, address: str, say: Callable[[str], None]) -> bool:
    """Show the site live: a saved file is on screen after a rebuild. False when there is nothing to show at first.

    `say` is told every problem, of each rebuild as well, and what MkDocs warns of. UsageError as in `sources`.
    """
    _configured(config_file, None)
    teller = _Teller(say)
    messages = logging.getLogger("mkdocs")
    messages.addHandler(teller)
    messages.setLevel(logging.WARNING)
    logging.getLogger(LOG).setLevel(logging.INFO)
    try:
        mkdocs_serve(str(config_file), dev_addr=address)
    except Abort:  # what is wrong has been told
        return False
    except MkDocsException as error:
        say(str(error))
        return False
    finally:
        messages.removeHandler(teller)
    return True


class _Teller(logging.Handler):
    """Passes messages on as they are."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self.say = say

    def emit(self, record: logging.LogRecord) -> None:
        self.say(record.getMessage())


def plugin_of(config: MkDocsConfig) -> PlansPlugin:
    """Find this plugin in a configuration; KeyError when mkdocs.yml does not name it."""
    plugin = config.plugins["hromada-plans"]
    if not isinstance(plugin, PlansPlugin):
        raise KeyError("hromada-plans")
    return plugin
