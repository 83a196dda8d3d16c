"""Numbers of automatic lists as they are printed: 3 as «3», «ІІІ» (Latin letters), «c», «в»."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Letters of Word's own list format («russianLower»), which Ukrainian documents use too."""
_MOST_ROMAN = 3999
_FORMATS = {
    "upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a",
    "russianUpper": "А", "russianLower": "а", "ukrainianUpper": "А", "ukrainianLower": "а",
    "decimalZero": "01", "none": "", "bullet": "",
}  # fmt: skip


def printed(value: int, word_format: str) -> str:
    """Print a list number in one of Word's formats; unknown formats are printed as decimal."""
    return as_style(value, _FORMATS.get(word_format, "1"))


def as_style(value: int, style: str) -> str:
    """Print a list number the way its first one looks: `1`, `01`, `I`, `i`, `A`, `a`, Cyrillic `А`, `а`, or nothing."""
    if not style:
        return ""
    if style == "01":
        return f"{value:02d}"
    if style in {"I", "i"} and 0 < value <= _MOST_ROMAN:
        return _cased(_roman(value), style)
    alphabet = {"A": _LATIN, "a": _LATIN, "А": _CYRILLIC, "а": _CYRILLIC}.get(style)
    if alphabet and value > 0:
        times, place = divmod(value - 1, len(alphabet))
        return _cased(alphabet[place] * (min(times, 20) + 1), style)
    return str(value)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.isupper() else text.lower()


def _roman(value: int) -> str:
    digits = []
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        digits.append(letters * times)
    return "".join(digits)
