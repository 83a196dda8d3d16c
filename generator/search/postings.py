"""Posting lists as short printable strings, the same in Python and in the browser.

A number is written in base 45, lowest digit first; the last digit is shifted by 45, so a number ends itself.
The 90 characters run from «#» (35) to «|» (124) with «!» (33) for the backslash, so JSON leaves them alone.
A list with impacts alternates the step from the last document's number and the impact (0 to 44).
"""

from collections.abc import Iterable, Iterator, Sequence

BASE = 45
LEVELS = BASE - 1
"""The highest impact."""
_CHARS = "".join(chr(code) for code in range(35, 126)).replace("\\", "!")[: 2 * BASE]
_VALUES = {char: value for value, char in enumerate(_CHARS)}


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

    >>> decode(encode([0, 44, 45, 100_000]))
    [0, 44, 45, 100000]
    """
    return "".join([_SHORT[number] if number < len(_SHORT) else _written(number) for number in numbers])


def decode(text: str) -> list[int]:
    """Read what `encode` wrote."""
    numbers: list[int] = []
    number, unit = 0, 1
    for char in text:
        digit = _VALUES[char]
        if digit < BASE:
            number += digit * unit
            unit *= BASE
        else:
            numbers.append(number + (digit - BASE) * unit)
            number, unit = 0, 1
    return numbers


def encode_documents(documents: Sequence[int]) -> str:
    """Write ascending document numbers as steps."""
    return encode(number - before for before, number in zip([0, *documents], documents, strict=False))


def decode_documents(text: str) -> list[int]:
    """Read what `encode_documents` wrote."""
    total = 0
    return [total := total + step for step in decode(text)]


def encode_postings(postings: Sequence[tuple[int, int]]) -> str:
    """Write (document, impact) pairs, ascending by document."""
    steps: list[int] = []
    before = 0
    for document, impact in postings:
        steps += (document - before, impact)
        before = document
    return encode(steps)


def decode_postings(text: str) -> Iterator[tuple[int, int]]:
    """Read what `encode_postings` wrote."""
    numbers = decode(text)
    document = 0
    for step, impact in zip(numbers[::2], numbers[1::2], strict=True):
        document += step
        yield document, impact
