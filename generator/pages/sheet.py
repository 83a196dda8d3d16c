"""How much text fits a sheet of A4 in letters of 12 points, as `audience.css` prints it."""

import math
from collections.abc import Iterable

_LETTERS, BOLD = 68, 58
"""Letters of a line, and of one in bold."""
_BESIDE_CODE = 34
"""Letters of a line beside the code."""
_CODE = 7.0
"""Lines as high as the code."""
ROOM = 47.0
"""Lines of a sheet."""


def lines_of(text: str, letters: int = _LETTERS) -> int:
    """Return how many printed lines a text takes."""
    return math.ceil(len(text) / letters)


def beside_code(texts: Iterable[str]) -> float:
    """Return the lines that texts take beside the code, or the code itself."""
    return max(_CODE, sum(lines_of(text, _BESIDE_CODE) + 0.5 for text in texts))
