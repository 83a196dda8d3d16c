"""Ukrainian names in Latin letters, after resolution 55 of the Cabinet of Ministers of 27 January 2010."""

import re

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
    "ь": "",
}  # fmt: skip
"""Each letter where it does not open a word."""
_AT_THE_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_APOSTROPHES = "'’ʼ`´‘"
_WORD = re.compile(rf"[А-ЩЬЮЯҐЄІЇа-щьюяґєії{_APOSTROPHES}\u0301]+")
_COMMON = {"територіальна", "громада", "об'єднана", "міська", "селищна", "сільська", "тг", "отг"}
"""Words that every community's full name has, so that they tell nothing in an address."""


def romanised(text: str) -> str:
    """Write Ukrainian words in Latin letters; what is not a Ukrainian letter stays: «Знам’янка» is `Znamianka`."""
    return _WORD.sub(lambda word: _word(word[0]), text)


def slug_of(name: str, most: int = 40) -> str:
    """Suggest a piece of an address: «Біла Церква» is `bila-tserkva`; whole words, at most `most` characters.

    Empty when nothing of the name can stand in an address.
    """
    words = re.findall(r"[a-z0-9]+", romanised(name).lower())
    kept = words[:1]
    for word in words[1:]:
        if len("-".join([*kept, word])) > most:
            break
        kept.append(word)
    return "-".join(kept)[:most].strip("-")


def heading_anchor(heading: str, separator: str = "-") -> str:
    """Return the anchor of a heading that names none itself: «Хто це робить» is `khto-tse-robyt`.

    Python-Markdown's own way drops Ukrainian letters and leaves `_1`. An anchor begins with a letter, `s-` if need be.
    """
    anchor = slug_of(heading, 60).replace("-", separator) or "s"
    return anchor if anchor[0].isalpha() else f"s{separator}{anchor}"


def community_slug(name: str) -> str:
    """Suggest a community's id; of its full name only the part that is its own: «Прилуцька міська …» is `prylutska`."""
    words = name.replace("’", "'").split()
    own = [word for word in words if word.lower().strip('«»",.') not in _COMMON]
    return slug_of(" ".join(own or words))


def _word(word: str) -> str:
    """Romanise one word; зг is zgh, so that it is not read as ж."""
    bare = re.sub(rf"[{_APOSTROPHES}\u0301]", "", word)
    made = []
    for index, letter in enumerate(bare):
        small = letter.lower()
        latin = _AT_THE_START.get(small) if index == 0 else None
        latin = latin or LETTERS[small]
        if small == "г" and bare[index - 1 : index].lower() == "з":
            latin = "gh"
        made.append(_cased(latin, letter, bare, index))
    return "".join(made)


def _cased(latin: str, letter: str, word: str, index: int) -> str:
    """Keep the case: «Щербухи» is Shcherbukhy, «ЩЕРБУХИ» is SHCHERBUKHY."""
    if not letter.isupper():
        return latin
    beside = word[index + 1 : index + 2] or word[index - 1 : index]
    return latin.upper() if beside.isupper() and len(word) > 1 else latin.capitalize()
