"""Automatic numbers of OpenDocument lists and headings (ODF 1.3 part 3, 19.880 ff.: text:list-style)."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.staff.importer.number_formats import as_style
from generator.staff.importer.package import attribute, local, whole_number

_MOST_START = 100_000
_MOST_LEVELS = 10


BULLET = "•"
"""What label() returns for an item of a list without numbers."""


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """One level of a list style."""

    style: str
    prefix: str
    suffix: str
    shown: int
    """How many levels are printed: 3 for «1.2.3»."""
    start: int


@dataclass(slots=True)
class OdtNumbering:
    """Counts list items and numbered headings in document order."""

    styles: dict[str, dict[int, OdtLevel]] = field(default_factory=dict)
    bullets: dict[str, set[int]] = field(default_factory=dict)
    """Levels that have a bullet, by list style."""
    outline: dict[int, OdtLevel] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _identifiers: dict[str, str] = field(default_factory=dict)
    _headings: list[int | None] = field(default_factory=lambda: [None] * _MOST_LEVELS)

    def begin(self, element: ET.Element, level: int, outer: str) -> str:
        """Note that a text:list begins; give the name of the style that counts it."""
        style = attribute(element, "style-name") or outer
        earlier = self._identifiers.get(attribute(element, "continue-list") or "")
        identifier = attribute(element, "id")
        if identifier:
            self._identifiers[identifier] = style
        continued = attribute(element, "continue-numbering") == "true" or earlier is not None
        counters = self._counters.setdefault(style, [None] * _MOST_LEVELS)
        if level == 0 and not continued:
            counters[:] = [None] * _MOST_LEVELS
        return style

    def label(self, style: str, level: int, start: str | None) -> str:
        """Return the printed number of the next item, BULLET for a bullet, else nothing."""
        levels = self.styles.get(style, {})
        if level not in levels:
            return BULLET if level in self.bullets.get(style, set()) else ""
        return _advance(self._counters.setdefault(style, [None] * _MOST_LEVELS), levels, level, start)

    def heading(self, element: ET.Element) -> str:
        """Return the printed number of a text:h, if the outline style numbers its level."""
        level = whole_number(attribute(element, "outline-level"), 1, _MOST_LEVELS) - 1
        unnumbered = attribute(element, "is-list-header") == "true"
        if unnumbered or level not in self.outline or not self.outline[level].style:
            return ""
        return _advance(self._headings, self.outline, level, attribute(element, "start-value"))


def _advance(counters: list[int | None], levels: dict[int, OdtLevel], level: int, start: str | None) -> str:
    counted = counters[level]
    if start is not None:
        counters[level] = whole_number(start, 1, _MOST_START)
    else:
        counters[level] = levels[level].start if counted is None else counted + 1
    counters[level + 1 :] = [None] * (len(counters) - level - 1)
    own = levels[level]
    if not own.style:
        return ""
    digits = []
    for index in range(max(level + 1 - own.shown, 0), level + 1):
        at = levels.get(index, own)
        value = counters[index]
        digits.append(as_style(at.start if value is None else value, at.style))
    return own.prefix + ".".join(digit for digit in digits if digit) + own.suffix


def read_odt_numbering(content: ET.Element, styles: ET.Element | None) -> OdtNumbering:
    """Collect the list styles of content.xml and styles.xml."""
    numbering = OdtNumbering()
    for root in (styles, content):
        for element in root.iter() if root is not None else ():
            if local(element) == "list-style":
                name = attribute(element, "name") or ""
                numbering.styles[name] = _levels(element)
                numbering.bullets[name] = {
                    whole_number(attribute(level, "level"), 1, _MOST_LEVELS) - 1
                    for level in element
                    if local(level) == "list-level-style-bullet"
                }
            elif local(element) == "outline-style":
                numbering.outline = _levels(element)
    return numbering


def _levels(style: ET.Element) -> dict[int, OdtLevel]:
    levels = {}
    for element in style:
        if local(element) not in {"list-level-style-number", "outline-level-style"}:
            continue
        level = whole_number(attribute(element, "level"), 1, _MOST_LEVELS) - 1
        levels[max(level, 0)] = OdtLevel(
            style=attribute(element, "num-format") or "",
            prefix=attribute(element, "num-prefix") or "",
            suffix=attribute(element, "num-suffix") or "",
            shown=whole_number(attribute(element, "display-levels"), 1, _MOST_LEVELS),
            start=whole_number(attribute(element, "start-value"), 1, _MOST_START),
        )
    return levels
