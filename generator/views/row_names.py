"""Whether the first cells of a table name its rows, so that they are their headings."""

import re
from collections.abc import Sequence

_LEAST_ROWS = 2
_LEAST_NAMED = 0.5
_LONGEST_NAME = 100


def names_rows(body: Sequence[Sequence[str]]) -> bool:
    """Return whether first cells name their rows: all different, mostly words, shorter than the rest."""
    first = [row[0] for row in body if row]
    if len(body) < _LEAST_ROWS or len(set(first)) < len(first) or not all(first):
        return False
    lettered = sum(1 for cell in first if re.search(r"[^\W\d_]{3,}|^\d{4}$", cell))
    return lettered >= len(first) * _LEAST_NAMED and max(map(len, first)) <= _LONGEST_NAME
