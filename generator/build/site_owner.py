"""Warnings where mkdocs.yml does not say whose site it is."""

from collections.abc import Iterator
from pathlib import Path

from generator.build.settings_tree import SettingsFile, settings_tree
from generator.model.owner import OwnerKind
from generator.source.problem import Problem, Severity
from generator.source.yaml_syntax import line_and_column

PLUGIN = "hromada-plans"
_UNFILLED = "ЗАПОВНІТЬ"
_ASKED = {
    "owner": "не сказано, чий це сайт; впишіть owner: council, якщо самої ради, або owner: third-party, якщо ні",
    "owner_name": "не сказано, хто веде сайт і відповідає за заяву про доступність; впишіть owner_name: повна назва",
    "owner_since": "не сказано, з якого дня цей власник відповідає за сайт; впишіть owner_since: 2026-01-31",
}
"""Options of the plugin, and how each is asked for."""


def is_filled(value: object) -> bool:
    """Whether a person has put something in place of what the scaffold holds."""
    return bool(value) and _UNFILLED not in str(value)


def unknown_owner(name: object) -> str:
    """Return what is wrong with a kind of owner, or nothing."""
    kinds = ", ".join(OwnerKind)
    return "" if name in set(OwnerKind) else f"owner: «{name}» тут не пишуть; може бути: {kinds}"


def unfilled_owner(file: Path) -> list[Problem]:
    """Return a warning for each option that is not filled; none without such a file, or where it can't be read.

    What can't be read is told by whoever builds the site.
    """
    settings = settings_tree(file)[0] if file.is_file() else None
    if settings is None:
        return []
    ours = (index for index, name in settings.plugins() if name == PLUGIN)
    return [problem for index in ours for problem in _unfilled(settings, index)]


def _unfilled(settings: SettingsFile, index: int) -> Iterator[Problem]:
    for name, asked in _ASKED.items():
        node = settings.node("plugins", index, PLUGIN, name)
        there = node or settings.node("plugins", index)
        if there and (node is None or not is_filled(node.value)):
            yield Problem(settings.path, *line_and_column(there.start_mark), name, asked, Severity.WARNING)
