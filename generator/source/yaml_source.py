"""YAML text to plain data in which every key and value knows its line; what YAML would spoil is refused."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from yaml.composer import Composer
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.events import Event
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import Resolver

from generator.source.problem import Problem, has_errors, shown
from generator.source.yaml_syntax import MAX_BYTES, line_and_column, refused

KeyPath: TypeAlias = tuple[str | int, ...]
_TEXT = "tag:yaml.org,2002:str"
_WORD_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of office programs begin: zipped ones, and those of before 2007."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
_CURLY = "„“”‟"
_CURLY_FIGURES = re.compile(rf"[{_CURLY}«]([\d\s.,/+-]*\d[\d\s.,/+-]*)[{_CURLY}»]")
"""Figures in quotes of Word; words in such quotes are an ordinary text."""
_ALLOWED_INVISIBLE = {"\n", "\t", "\u00ad", "\u200c", "\u200d"}
"""Line ends, and the joiners and soft hyphens that writing itself needs."""


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
    values: dict[KeyPath, Position] = field(default_factory=dict)
    keys: dict[KeyPath, Position] = field(default_factory=dict)
    raw: dict[KeyPath, str] = field(default_factory=dict)
    text: str = ""
    """The whole file, remarks included."""
    ends: dict[KeyPath, Position] = field(default_factory=dict)
    """Just behind the last sign of each value; remarks and empty lines below it are not of it."""

    def at(self, path: KeyPath, *, key: bool = False) -> Position:
        """Return the place of a value (or of its key), or of the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Position())

    def problem(self, path: KeyPath, record: str, message: str, *, key: bool = False) -> Problem:
        """Make a problem placed at a value or key of this file."""
        place = self.at(path, key=key)
        return Problem(self.path, place.line, place.column, record, message)


class _Tree(Composer, Resolver):
    """Builds the node tree of events that were met before, so that no text is parsed twice."""

    def __init__(self, events: list[Event]) -> None:
        Composer.__init__(self)
        Resolver.__init__(self)
        self._events, self._next = events, 0

    def check_event(self, *choices: type[Event]) -> bool:
        """Return whether the next event is one of some kinds, or any at all."""
        return self._next < len(self._events) and (not choices or isinstance(self._events[self._next], choices))

    def peek_event(self) -> Event:
        """Return the next event without taking it."""
        return self._events[self._next]

    def get_event(self) -> Event:
        """Take the next event."""
        self._next += 1
        return self._events[self._next - 1]


class _Reader:
    """Builds plain data from a YAML node tree and notes places; collects problems instead of stopping."""

    def __init__(self, path: str) -> None:
        self.source = Source(path, None)
        self.lines: list[str] = []
        self.problems: list[Problem] = []
        self._constructor = SafeConstructor()

    def refuse(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self.source.path, *line_and_column(node.start_mark), "", message))

    def read(self, node: Node, path: KeyPath) -> Any:
        self.source.values[path] = Position(*line_and_column(node.start_mark))
        value = self._value(node, path)
        self.source.ends[path] = self._end(node, path, value)
        return value

    def _value(self, node: Node, path: KeyPath) -> Any:
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            children = self._without_torn(node, node.value)
            return [self.read(child, (*path, index)) for index, child in enumerate(children)]
        return self._scalar(node, path)

    def _end(self, node: Node, path: KeyPath, value: Any) -> Position:
        """Return where a value ends; PyYAML lets what stands line by line reach up to the next thing below it."""
        if isinstance(node, CollectionNode) and not node.flow_style and value:
            last = len(value) - 1 if isinstance(value, list) else next(reversed(value))
            return self.source.ends[*path, last]
        end = Position(*line_and_column(node.end_mark))
        if not (isinstance(node, ScalarNode) and node.style in {"|", ">"}):
            return end
        line = min(end.line - (end.column == 1), len(self.lines))
        while line > 1 and not self.lines[line - 1].strip():
            line -= 1
        return Position(line, len(self.lines[line - 1]) + 1)

    def _mapping(self, node: MappingNode, path: KeyPath) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        lines: dict[str, int] = {}
        parts = [part for pair in node.value for part in pair]
        kept = {id(part) for part in self._without_torn(node, parts)}
        for key_node, value_node in node.value:
            if id(value_node) not in kept or id(key_node) not in kept:
                continue
            if not isinstance(key_node, ScalarNode):
                self.refuse(key_node, "назва поля має бути словом; якщо це текст із дужками, візьміть його в лапки")
                continue
            key = self._scalar(key_node, ())
            if not isinstance(key, str | int) or isinstance(key, bool):
                name = shown(key_node.value)
                self.refuse(key_node, f'назву поля «{name}» YAML читає не як текст; візьміть її в лапки: "{name}"')
                continue
            if str(key) in lines:
                first = lines[str(key)]
                self.refuse(key_node, f"поле «{shown(key)}» повторено (перше стоїть у рядку {first}); лишіть одне")
                continue
            child = (*path, key)
            place = Position(*line_and_column(key_node.start_mark))
            self.source.keys[child], lines[str(key)] = place, place.line
            result[key] = self.read(value_node, child)
        return result

    def _without_torn(self, node: CollectionNode, parts: list[Node]) -> list[Node]:
        """Leave out what a comma in quotes of Word tore in two: «{total: “85,0”}» is “85 and 0” to YAML."""
        if not node.flow_style:
            return parts
        kept: list[Node] = []
        torn: ScalarNode | None = None
        for part in parts:
            words = part.value if isinstance(part, ScalarNode) and not part.style else ""
            if torn is None:
                if isinstance(part, ScalarNode) and words[:1] in set(_CURLY) and words[-1:] not in set(_CURLY):
                    torn = part
                else:
                    kept.append(part)
            elif words[-1:] in set(_CURLY):
                joined = f"{torn.value},{words}".strip(_CURLY)
                self.refuse(torn, _straight(joined))
                torn = None
        return parts if torn else kept

    def _scalar(self, node: Node, path: KeyPath) -> Any:
        """Return the value; a word that only looks like a date or a number stays the word it is."""
        try:
            value = node.value if node.tag == _TEXT else self._constructor.construct_object(node)
        except (ConstructorError, ValueError):
            return str(node.value)
        if isinstance(value, str):
            self._refuse_invisible(node, value)
            if isinstance(node, ScalarNode) and not node.style and (figures := _CURLY_FIGURES.fullmatch(value)):
                self.refuse(node, _straight(figures[1]))
                return figures[1]
        elif value is not None and path:
            self.source.raw[path] = str(node.value)
        return value

    def _refuse_invisible(self, node: Node, value: str) -> None:
        sign = invisible(value)
        if sign:
            self.refuse(node, f"у тексті є невидимий знак U+{ord(sign):04X}; наберіть це місце наново, без нього")


def _straight(words: str) -> str:
    return f'лапки мають бути прямі: "{shown(words)}"'


def invisible(text: str) -> str:
    """Return the first sign of a text that nobody sees and that spoils look-ups, pages and feeds; else nothing."""
    if text.isprintable():
        return ""
    return next(
        (sign for sign in text if unicodedata.category(sign) in _UNSEEN and sign not in _ALLOWED_INVISIBLE),
        "",
    )


def read_text_file(path: str, content: bytes) -> tuple[str, list[Problem]]:
    """Decode a file; line ends become LF and a byte order mark goes. The problems say why it can't be read."""
    if len(content) > MAX_BYTES:
        return "", [Problem(path, 1, 1, "", f"файл завеликий: понад {MAX_BYTES // 1_000_000} МБ; поділіть його")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8-sig", "replace")) + 1
        place = (1, 1) if content.startswith((*_WORD_FILES, *_UTF16)) else (before.count(b"\n") + 1, column)
        return "", [Problem(path, *place, "", _not_utf8(content))]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _not_utf8(content: bytes) -> str:
    """Say what a file is instead of a text in UTF-8, and what to do."""
    if content.startswith(_WORD_FILES):
        return "це файл Word чи Excel, а не текст; перенесіть із нього план: plans import ФАЙЛ"
    how = "збережіть його як UTF-8: «Файл → Зберегти як → Кодування: UTF-8»"
    if content.startswith(_UTF16):
        return f"файл у кодуванні UTF-16, а не UTF-8; {how}"
    return f"файл не в кодуванні UTF-8; {how}"


def read_source(path: str, content: bytes) -> tuple[Source, list[Problem]]:
    """Read one YAML file given as bytes; the problems say why any part of it can't be used."""
    reader = _Reader(path)
    text, problems = read_text_file(path, content)
    events: list[Event] = []
    problems = problems or refused(path, text, events)
    if has_errors(problems):
        return reader.source, problems
    node = _Tree(events).get_single_node()
    if node is None:
        return reader.source, [Problem(path, 1, 1, "", "файл порожній; впишіть у нього поля або видаліть його")]
    reader.lines = text.split("\n")
    data = reader.read(node, ())
    source = reader.source
    read = Source(path, data, source.values, source.keys, source.raw, text, source.ends)
    return read, [*problems, *reader.problems]
