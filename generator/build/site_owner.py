"""Warnings where mkdocs.yml does not say whose site it is; read without MkDocs, so that a check stays quick."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.owner import OwnerKind
from generator.source.problem import Problem, Severity
from generator.source.yaml_source import read_text_file
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
    if not file.is_file():
        return []
    text, problems = read_text_file(str(file), file.read_bytes())
    try:
        root = None if problems else yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return []
    return [problem for node in _plugins(root) for problem in _unfilled(str(file), *node)]


def _plugins(root: Node | None) -> Iterator[tuple[Node, Node | None]]:
    """Find the name of our plugin, and its options where there are any."""
    listed = next((value for key, value in _fields(root) if key.value == "plugins"), None)
    for plugin in listed.value if isinstance(listed, SequenceNode) else ():
        if isinstance(plugin, ScalarNode) and plugin.value == PLUGIN:
            yield plugin, None
        yield from ((key, value) for key, value in _fields(plugin) if key.value == PLUGIN)


def _unfilled(path: str, plugin: Node, options: Node | None) -> Iterator[Problem]:
    given = {key.value: value for key, value in _fields(options)}
    for name, asked in _ASKED.items():
        node = given.get(name)
        if node is None or not is_filled(node.value):
            place = line_and_column((node or plugin).start_mark)
            yield Problem(path, *place, name, asked, Severity.WARNING)


def _fields(node: Node | None) -> list[tuple[Node, Node]]:
    return node.value if isinstance(node, MappingNode) else []
