"""YAML text to plain data in which every key and value knows its line; what YAML would spoil is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problem import Problem

Path: TypeAlias = tuple[str | int, ...]
MAX_BYTES = 4_000_000
MAX_DEPTH = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What PyYAML says when it can't read a file, and what a person should do about it.
_SYNTAX = (
    (r"found character '\\t'", "табуляція замість пробілів; відступи в YAML роблять лише пробілами"),
    (r"found unexpected end of stream|unexpected end", "лапки або дужку відкрито, але не закрито"),
    (r"mapping values are not allowed", "зайва двокрапка: текст із двокрапкою візьміть у лапки"),
    (r"could not find expected ':'", "бракує двокрапки після назви поля або лапок навколо тексту"),
    (
        r"did not find expected (key|<block end>|'-')|expected <block end>",
        "порушено відступ або бракує лапок: порівняйте відступ із сусідніми рядками",
    ),
    (r"did not find expected ',' or|expected ',' or", "у списку в дужках бракує коми або закривної дужки"),
    (r"cannot start any token", "текст починається зі знака, який YAML тлумачить по-своєму; візьміть текст у лапки"),
    (r"undefined alias|found undefined", "знак «*» на початку: візьміть текст у лапки"),
    (r"unknown escape|found unknown", "у подвійних лапках знак «\\» має особливе значення; візьміть одинарні лапки"),
    (r"special characters are not allowed|control characters", "у тексті є невидимий керівний знак; видаліть його"),
)


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; both numbers count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file read: plain data, the place of every key and value, the raw words of scalars that are not text."""

    path: str
    data: Any
    values: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    raw: dict[Path, str] = field(default_factory=dict)

    def at(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of a value (or of its key), or of the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Position())

    def problem(self, path: Path, record: str, message: str, *, key: bool = False) -> Problem:
        """Make a problem placed at a value or key of this file."""
        place = self.at(path, key=key)
        return Problem(self.path, place.line, place.column, record, message)


class _Reader:
    """Builds plain data from a YAML node tree and notes places; collects problems instead of stopping."""

    def __init__(self, path: str) -> None:
        self.source = Source(path, None)
        self.problems: list[Problem] = []
        self._constructor = SafeConstructor()

    def refuse(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self.source.path, *_line_and_column(node.start_mark), "", message))

    def read(self, node: Node, path: Path) -> Any:
        self.source.values[path] = Position(node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.read(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.refuse(key_node, "назва поля має бути словом, а не списком чи групою полів")
                continue
            key = self._scalar(key_node, ())
            if not isinstance(key, str | int) or isinstance(key, bool):
                self.refuse(key_node, f"назву поля «{key_node.value}» YAML читає не як текст; візьміть її в лапки")
                continue
            if key in result:
                first = self.source.keys[(*path, key)].line
                self.refuse(key_node, f"поле «{key}» повторено (перше стоїть у рядку {first}); лишіть одне")
                continue
            child = (*path, key)
            self.source.keys[child] = Position(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            result[key] = self.read(value_node, child)
        return result

    def _scalar(self, node: Node, path: Path) -> Any:
        try:
            value = self._constructor.construct_object(node)
        except (ConstructorError, ValueError):
            self.refuse(node, f"значення «{node.value}» не можна прочитати; візьміть його в лапки")
            return str(node.value)
        if not isinstance(value, str) and value is not None:
            self.source.raw[path] = str(node.value)
        return value


def read_source(path: str, content: bytes) -> tuple[Source, list[Problem]]:
    """Read one YAML file given as bytes; the problems say why any part of it can't be used."""
    reader = _Reader(path)
    if len(content) > MAX_BYTES:
        return reader.source, [Problem(path, 1, 1, "", f"файл завеликий: понад {MAX_BYTES // 1_000_000} МБ")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return reader.source, [Problem(path, line, 1, "", "файл не в кодуванні UTF-8; збережіть його як UTF-8")]
    trouble = _refuse_events(path, text)
    if trouble:
        return reader.source, trouble
    node = yaml.compose(text, Loader=_LOADER)
    if node is None:
        return reader.source, [Problem(path, 1, 1, "", "файл порожній; почніть його командою «plans new»")]
    data = reader.read(node, ())
    source = reader.source
    return Source(path, data, source.values, source.keys, source.raw), reader.problems


def _refuse_events(path: str, text: str) -> list[Problem]:
    """Find what is never read, before anything is built: syntax errors, aliases, tags, depth, second documents."""
    found: list[Problem] = []
    try:
        for event, message in _forbidden(text):
            found.append(Problem(path, *_line_and_column(event.start_mark), "", message))
    except yaml.MarkedYAMLError as error:
        found.append(_syntax_problem(path, error))
    except yaml.YAMLError as error:  # a character that YAML does not allow; it carries a position in the text
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        found.append(Problem(path, line, 1, "", "у тексті є невидимий керівний знак; видаліть його"))
    return found


def _forbidden(text: str) -> Iterator[tuple[yaml.Event, str]]:
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield event, "у файлі має бути один документ YAML; приберіть рядок «---» посередині"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield event, f"вкладено глибше ніж {MAX_DEPTH} рівнів; перевірте відступи й дужки"
                return
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield event, "посилання YAML (знаки «&» і «*») тут не діють; повторіть текст або візьміть його в лапки"
        if getattr(event, "tag", None) not in (None, "!"):
            yield event, "мітки YAML (знак «!») тут не діють; візьміть текст у лапки"


def _syntax_problem(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = " ".join(part for part in (error.context, error.problem) if part)
    advice = next((words for pattern, words in _SYNTAX if re.search(pattern, said)), "перевірте відступи й лапки")
    return Problem(path, *_line_and_column(mark), "", f"файл не читається як YAML: {advice}")


def _line_and_column(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
