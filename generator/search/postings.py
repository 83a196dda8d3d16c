"""Posting lists as short printable strings, which search-engine.js reads.

A number is written in base 45, lowest digit first; the last digit is shifted by 45, so a number ends itself.
The 90 characters run from «#» (35) to «|» (124) with «!» (33) for the backslash, so JSON leaves them alone.
A list with impacts alternates the step from the last document's number and the impact (0 to 44).
"""

from collections.abc import Iterable, Sequence

BASE = 45
LEVELS = BASE - 1
"""The highest impact."""
_CHARS = "".join(chr(code) for code in range(35, 126)).replace("\\", "!")[: 2 * BASE]


def _written(number: int) -> str:
    digits = ""
    while number >= BASE:
        number, digit = divmod(number, BASE)
        digits += _CHARS[digit]
    return digits + _CHARS[number + BASE]


_SHORT = [_written(number) for number in range(BASE * BASE)]
"""Most numbers are steps and impacts of one or two digits: they are looked up."""


def encode(numbers: Iterable[int]) -> str:
    """Write numbers >= 0 one after another.

    >>> encode([0, 44, 45, 100_000])
    "P|#Q-4'Q"
    """
    return "".join([_SHORT[number] if number < len(_SHORT) else _written(number) for number in numbers])


def encode_documents(documents: Sequence[int]) -> str:
    """Write ascending document numbers as steps."""
    return encode(number - before for before, number in zip([0, *documents], documents, strict=False))


def encode_postings(postings: Sequence[tuple[int, int]]) -> str:
    """Write (document, impact) pairs, ascending by document."""
    steps: list[int] = []
    before = 0
    for document, impact in postings:
        steps += (document - before, impact)
        before = document
    return encode(steps)
