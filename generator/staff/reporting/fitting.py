"""How much room words need in a form: lines of a cell, heights of rows, widths that break no word.

Widths of letters are guesses on the safe side: no font is at hand, and each office program has its own.
"""

import re
import textwrap
from collections.abc import Iterable

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_LINE = 15.0
"""Height of a line of 11 points, in points."""
_TALLEST = 409.0
"""No row of Excel is higher, in points."""
_ROOM = 0.88
"""Cyrillic letters are wider than the figures that a column's width is counted in."""
_WIDEST = 150
_WIDE = frozenset("жмшщюфЖМШЩЮФДЬЫЁ@%")
_NARROW = frozenset("іїІЇjiltf'’.,:;!()[]«»-–/ ")
_PARTS = re.compile("(?<=[-–/\N{SOFT HYPHEN}])|\\s")
"""Where a line may end inside a text."""
_TWIPS = 20
"""Twentieths of a point, in which Word counts."""


class GrowingRow(RowDimension):
    """A row with a height to begin with, that still grows when somebody types more into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's name
        """No: the height is no choice of a person's that a program would have to keep."""
        return False


def lines_in(text: str, width: float) -> int:
    """Return how many lines a text takes in a column so many figures wide."""
    room = max(1, int(width * _ROOM))
    return sum(len(textwrap.wrap(line, room)) or 1 for line in text.split("\n"))


def fitting_width(texts: Iterable[str], width: float) -> float:
    """Return the width, or a greater one where a text would not fit the tallest row."""
    listed = [text for text in texts if text]
    while width < _WIDEST and any(lines_in(text, width) * _LINE > _TALLEST for text in listed):
        width += 10
    return width


def fit_row(sheet: Worksheet, line: int, cells: Iterable[tuple[str, float]]) -> None:
    """Make a row as high as its cells need, each a text and the width of its column."""
    lines = max((lines_in(text, width) for text, width in cells), default=1)
    sheet.row_dimensions[line] = GrowingRow(sheet, index=line, ht=min(_TALLEST, lines * _LINE + 2))


def word_room(text: str, points: float) -> int:
    """Return how wide, in twentieths of a point, the longest word of a text is in a font so many points high."""
    words = _PARTS.split(text)
    return round(max((sum(map(_em, word)) for word in words), default=0.0) * points * _TWIPS)


def _em(letter: str) -> float:
    """Return the width of a letter, in the height of its font."""
    if letter in _WIDE:
        return 0.8
    return 0.33 if letter in _NARROW else 0.7 if letter.isupper() else 0.56
