"""The fingerprint of all that a page is made from besides its own matter: theme and settings of the builder."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.cache import fingerprint
from generator.model.settings import Settings

_ELSEWHERE = {"site_dir", "plugins", "hooks", "theme", "watch", "validation", "dev_addr", "nav"}
"""What no page of ours is made from, or what is given beside the configuration."""


def shell_fingerprint(
    config: Mapping[str, Any], theme: Mapping[str, Any], folders: Iterable[Path], settings: Settings
) -> str | None:
    """Return the fingerprint of a build's shell; None when the configuration holds what can't be written down.

    `folders` are those of the theme that may change while the same libraries are installed.
    """
    options = {name: value for name, value in config.items() if name not in _ELSEWHERE}
    try:
        written = json.dumps([options, dict(theme)], default=_plain, sort_keys=True)
    except TypeError:
        return None
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    undated = replace(settings, as_of=date.min)  # a page that says the day is told it by its own front matter
    return fingerprint(
        repr(undated), written, *(part for path in files for part in (path.as_posix(), path.read_bytes()))
    )


def _plain(value: Any) -> Any:
    """Write down what JSON has no form for; TypeError for what could change without its looks changing."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if getattr(value, "__module__", "").startswith("generator."):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, date):
        return str(value)
    raise TypeError
