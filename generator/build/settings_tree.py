"""mkdocs.yml as a tree that knows its places; read without MkDocs, so that a check stays quick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.source.problem import Problem
from generator.source.yaml_source import read_text_file
from generator.source.yaml_syntax import line_and_column, syntax_problem


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The file as a tree of nodes, which know their places."""

    path: str
    root: MappingNode

    def node(self, *steps: str | int) -> Node | None:
        """Find what stands at a place; None when nothing does."""
        found: Node | None = self.root
        for step in steps:
            if isinstance(found, MappingNode) and isinstance(step, str):
                found = next((value for key, value in found.value if key.value == step), None)
            elif isinstance(found, SequenceNode) and isinstance(step, int) and step < len(found.value):
                found = found.value[step]
            else:
                return None
        return found

    def option(self, key: str) -> tuple[str | int, ...]:
        """Return the way to an option of a plugin, whichever has it."""
        for index, name in self.plugins():
            if self.node("plugins", index, name, key):
                return "plugins", index, name, key
        return ("plugins",)

    def plugins(self) -> Iterator[tuple[int, str]]:
        """Return the plugins in their order, each with its place in the list."""
        listed = self.node("plugins")
        for index, plugin in enumerate(listed.value if isinstance(listed, SequenceNode) else ()):
            if isinstance(plugin, ScalarNode):
                yield index, plugin.value
            yield from ((index, name.value) for name, _ in (plugin.value if isinstance(plugin, MappingNode) else ()))

    def problem(self, steps: Sequence[str | int], message: str) -> Problem:
        """Make a problem at the nearest thing that stands on the way to a place."""
        for length in range(len(steps), -1, -1):
            if node := self.node(*steps[:length]):
                return Problem(self.path, *line_and_column(node.start_mark), ".".join(map(str, steps)), message)
        return Problem(self.path, 1, 1, "", message)


def settings_tree(file: Path) -> tuple[SettingsFile | None, list[Problem]]:
    """Read the file; None with what is wrong where it is no YAML or holds no fields."""
    path = str(file)
    text, problems = read_text_file(path, file.read_bytes())
    wrong = problems or [problem for problem in [syntax_problem(path, text)] if problem]
    if wrong:
        return None, wrong
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, MappingNode):
        words = "файл має складатися з полів «назва: значення», як-от «site_name: Плани»"
        return None, [Problem(path, 1, 1, "", words)]
    return SettingsFile(path, root), []
