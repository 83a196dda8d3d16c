"""Signs that a font or a table of Braille does not have: said by their code instead of lost."""

from collections.abc import Container

_NEEDS_NO_SHAPE = set("\n\t\r \u00a0\u00ad\u200b\u2060")


def called(sign: str) -> str:
    """Return what stands for a sign that can't be shown: «[знак U+1F33B]»."""
    return f"[знак U+{ord(sign):04X}]"


def with_known_signs(text: str, known: Container[str]) -> str:
    """Return a text in which every sign is known, or stands by its code."""
    if all(sign in known or sign in _NEEDS_NO_SHAPE for sign in set(text)):
        return text
    return "".join(sign if sign in known or sign in _NEEDS_NO_SHAPE else called(sign) for sign in text)
