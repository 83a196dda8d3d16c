"""Every folding of Ukrainian text, each for its purpose. What is folded is for comparison, never for show.

| folding | for | besides case and white space, alike are |
|---|---|---|
| `fold_name` | names in YAML: look-up and offers | nothing more: a slip has to be told |
| `fold_look` | names that look the same to a person | letters of any alphabet, quotation marks, apostrophes |
| `fold_words` | headings and words of Office files and forms | alphabets mixed in a word, dashes, apostrophes |
| `letters.folded` | terms | letters of any alphabet, diacritics, dashes, digits typed as letters |
| `words.fold` | the index of the search and what readers type | what stemming.yml says, for Python and browser alike |
"""

import re
from typing import Final

from generator.language.letters import LATIN_AS_CYRILLIC, folded

_APOSTROPHES: Final = dict.fromkeys(map(ord, "`´ʼ‘’'"), "'")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES: Final = re.compile(r"[«»“”„\"'’ʼ`]")
_MIXED: Final = re.compile(r"[a-zA-Z]*[а-яіїєґА-ЯІЇЄҐ][а-яіїєґА-ЯІЇЄҐa-zA-Z'-]*")


def fold_name(name: str) -> str:
    """Fold a name for look-up: case and white space do not count."""
    return " ".join(name.casefold().split())


def fold_look(name: str) -> str:
    """Fold a name to how it looks: letters of any alphabet, quotation marks and apostrophes of any kind are alike."""
    return " ".join(_QUOTES.sub("", folded(name)).split())


def fold_words(text: str) -> str:
    """Fold what people typed in an Office file: one alphabet in mixed words, one kind of dash and apostrophe."""
    text = " ".join(text.translate(_APOSTROPHES).translate(_DASHES).split())
    return _MIXED.sub(lambda match: match[0].translate(LATIN_AS_CYRILLIC), text).casefold()
