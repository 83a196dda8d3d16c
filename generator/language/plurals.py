"""The form of a noun that a number asks for."""

_TEENS = range(11, 15)
_FEW = range(2, 5)

Forms = tuple[str, str, str]
"""After 1, after 2 to 4, after 5: («гривня», «гривні», «гривень»)."""


def form(number: int, forms: Forms) -> str:
    """Return the form that a number asks for (CLDR plural rules for Ukrainian)."""
    tail, last = number % 100, number % 10
    if tail in _TEENS:
        return forms[2]
    if last == 1:
        return forms[0]
    return forms[1] if last in _FEW else forms[2]
