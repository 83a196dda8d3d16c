"""Pages shown while plans are written: a saved file is on screen at once, and an error stops nothing."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from generator.build.mkdocs.settings_file import read_settings
from generator.build.mkdocs.telling import LOG
from generator.source.usage_error import UsageError

log = logging.getLogger(LOG)
LOOK_EVERY = 0.1
"""Seconds from one look for saved files to the next, under `plans serve`."""


def watch(server: LiveReloadServer, builder: Callable[[], None], config: MkDocsConfig, plans: Path) -> None:
    """Let a server look often for saved plans, pages and settings, and live through errors in them."""
    server.builder = _or_stay(builder, config.config_file_path)
    server.server_activate = partial(_activated, server.server_activate, server.url)  # type: ignore[method-assign]
    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    server.observer, server.build_delay = PollingObserver(timeout=LOOK_EVERY), LOOK_EVERY / 2
    for path in (*watched, str(plans)):
        server.watch(path)


def _activated(activate: Callable[[], None], address: str) -> None:
    """Say where the site is once it is there: a taken port stops MkDocs before."""
    activate()
    log.info("Сайт видно за адресою %s (зупинити: Ctrl і C).", address)


def _or_stay(build: Callable[[], None], config_file: str) -> Callable[[], None]:
    """Make a rebuild that ends well even when it fails, else MkDocs lets every reader wait for one that does not.

    Plans, pages and settings are checked before the old site goes, so with an error in them it is shown on.
    """

    def rebuild() -> None:
        try:
            read_settings(Path(config_file))
            build()
        except UsageError as error:
            log.warning(str(error))
        except MkDocsException as error:
            if not isinstance(error, Abort):  # before that, MkDocs has told what is wrong
                log.warning(str(error))
        else:
            log.info("Оновлено о %s.", f"{datetime.now(UTC).astimezone():%H:%M:%S}")

    return rebuild
