"""Long texts made short at a word, with an ellipsis that says so."""

_OPENING = 60
"""Letters of a text by which a sentence names what has no number."""


def shortened(text: str, most: int) -> str:
    """Cut a text at a word so that it has at most `most` letters; the ellipsis says that it was cut."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0].rstrip(' ,;:–-«(')}…"


def quoted_opening(text: str) -> str:
    """Return the first words of a text in quotation marks, on one line: «Засипати ями на вулиці Шевченка»."""
    return f"«{shortened(' '.join(text.split()).rstrip(' .;,:'), _OPENING)}»"
