"""Automatic numbers of Word: numbering.xml and styles.xml say what stands before a paragraph (ECMA-376, 17.9)."""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.staff.importer.number_formats import printed
from generator.staff.importer.package import attribute, child, local, whole_number

LEVELS = 9
_MOST_START = 100_000
_LINKS = 20
BULLET = "•"
"""What label() returns for a paragraph of a list without numbers."""
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class Numbering:
    """Counts list paragraphs in document order; one instance per document, as counting is stateful."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    """numId to abstractNumId."""
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    replaced: dict[str, dict[int, Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    """Style to its numId, level and the style it is based on."""
    default_style: str | None = None
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def label(self, properties: ET.Element | None) -> str:
        """Return the printed number of the next paragraph with these properties, BULLET for a bullet, else nothing."""
        number, level = self._list_of(properties)
        if number is None or number not in self.numbers:
            return ""
        levels = self.abstract.get(self.numbers[number], {}) | self.replaced.get(number, {})
        if level not in levels:
            return ""
        counters = self._count(number, level, levels)
        own = levels[level]
        if own.number_format == "bullet":
            return BULLET if own.text.strip() else ""
        return _PLACEHOLDER.sub(lambda match: self._digit(int(match[1]) - 1, levels, counters, own), own.text)

    @staticmethod
    def _digit(index: int, levels: dict[int, Level], counters: list[int | None], own: Level) -> str:
        level = levels.get(index, Level())
        counted = counters[index]
        value = level.start if counted is None else counted
        return printed(value, "decimal" if own.legal else level.number_format)

    def _count(self, number: str, level: int, levels: dict[int, Level]) -> list[int | None]:
        counters = self._counters.setdefault(self.numbers[number], [None] * LEVELS)
        if number not in self._started:
            self._started.add(number)
            for index, start in self.overrides.get(number, {}).items():
                counters[index] = start - 1
        counted = counters[level]
        counters[level] = levels[level].start if counted is None else counted + 1
        for index in range(level + 1, LEVELS):
            restart = levels.get(index, Level()).restart
            if restart is None or (restart > 0 and level < restart):
                counters[index] = None
        return counters

    def _list_of(self, properties: ET.Element | None) -> tuple[str | None, int]:
        own = child(properties, "numPr")
        number = attribute(child(own, "numId"), "val")
        level = attribute(child(own, "ilvl"), "val")
        style = attribute(child(properties, "pStyle"), "val") or self.default_style
        if number is None:
            number, style_level = self._list_of_style(style)
            level = level if level is not None else str(style_level)
        return (None if number in {None, "0"} else number), whole_number(level, 0, LEVELS - 1)

    def _list_of_style(self, style: str | None) -> tuple[str | None, int]:
        first = style
        for _ in range(_LINKS):
            if style is None or style not in self.styles:
                break
            number, level, parent = self.styles[style]
            if number is not None:
                return number, self._level_of_style(number, {first, style}) if level is None else level
            style = parent
        return None, 0

    def _level_of_style(self, number: str, styles: set[str | None]) -> int:
        levels = self.abstract.get(self.numbers.get(number, ""), {})
        return next((index for index, level in levels.items() if level.style in styles), 0)


def read_numbering(numbering: ET.Element | None, styles: ET.Element | None) -> Numbering:
    """Build the counter from the roots of numbering.xml and styles.xml; either may be missing."""
    result = Numbering()
    for style in styles if styles is not None else ():
        if local(style) == "style":
            _add_style(result, style)
    links: dict[str, str] = {}
    for part in numbering if numbering is not None else ():
        if local(part) == "abstractNum":
            identifier = attribute(part, "abstractNumId") or ""
            result.abstract[identifier] = _levels(part)
            link = attribute(child(part, "numStyleLink"), "val")
            if link is not None:
                links[identifier] = link
        elif local(part) == "num":
            _add_number(result, part)
    for identifier, link in links.items():
        target, *_ = result.styles.get(link, (None, None, None))
        result.abstract[identifier] = result.abstract.get(result.numbers.get(target or "", ""), {})
    return result


def _add_style(result: Numbering, style: ET.Element) -> None:
    identifier = attribute(style, "styleId") or ""
    own = child(style, "pPr", "numPr")
    level = attribute(child(own, "ilvl"), "val")
    result.styles[identifier] = (
        attribute(child(own, "numId"), "val"),
        None if level is None else whole_number(level, 0, LEVELS - 1),
        attribute(child(style, "basedOn"), "val"),
    )
    if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
        result.default_style = identifier


def _add_number(result: Numbering, part: ET.Element) -> None:
    identifier = attribute(part, "numId") or ""
    result.numbers[identifier] = attribute(child(part, "abstractNumId"), "val") or ""
    for override in part:
        if local(override) != "lvlOverride":
            continue
        index = whole_number(attribute(override, "ilvl"), 0, LEVELS - 1)
        start = attribute(child(override, "startOverride"), "val")
        if start is not None:
            result.overrides.setdefault(identifier, {})[index] = whole_number(start, 1, _MOST_START)
        result.replaced.setdefault(identifier, {}).update(_levels(override))


def _levels(part: ET.Element) -> dict[int, Level]:
    levels = {}
    for element in part:
        if local(element) != "lvl":
            continue
        index = whole_number(attribute(element, "ilvl"), 0, LEVELS - 1)
        restart = attribute(child(element, "lvlRestart"), "val")
        legal = child(element, "isLgl")
        levels[index] = Level(
            start=whole_number(attribute(child(element, "start"), "val"), 0, _MOST_START),
            number_format=attribute(child(element, "numFmt"), "val") or "decimal",
            text=attribute(child(element, "lvlText"), "val") or "",
            legal=legal is not None and attribute(legal, "val") not in {"0", "false", "off"},
            restart=None if restart is None else whole_number(restart, 0, LEVELS),
            style=attribute(child(element, "pStyle"), "val"),
        )
    return levels
