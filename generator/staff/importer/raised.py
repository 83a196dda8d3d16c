"""Letters set higher or lower than the line («гурток¹», «CO₂»): figures stay what they are to the eye."""

import re

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_MARK = re.compile(r"(?P<word>[^\W\d_]+)[.,;:»)]?(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_UNITS = {"м", "км", "см", "дм", "мм", "m", "km"}
"""Words whose raised figure is a power and no footnote."""


def raised(text: str) -> str:
    """Return `text` with its figures raised."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """Return `text` with its figures lowered."""
    return text.translate(_LOWERED)


def hand_made_marks(text: str) -> list[str]:
    """Find words that carry a raised figure, as a footnote typed by hand does: «гурток¹»."""
    return [found[0] for found in _MARK.finditer(text) if found["word"].casefold() not in _UNITS]
