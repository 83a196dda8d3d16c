"""What a report is about: the promise in the document's words, and not the number that it bears today.

A mark keeps the first words of a measure and a digest of all of them: «Опитати мешканців громади… [8f3a12bc]».
"""

import hashlib
import re
import unicodedata

from generator.language.letters import LATIN_IN_MARKS

_DIGITS = 8
_MOST_WORDS = 40
_MARK = re.compile(r"(?P<words>.*?)\s*\[(?P<digest>[0-9a-f]{8})\]")
_SIGNS = re.compile(r"[\W_]+")


def mark_of(text: str) -> str:
    """Return the mark of a measure by its official text."""
    return f"{_first_words(text)} [{digest_of(text)}]"


def digest_of(text: str) -> str:
    """Return the digest of a text; letters that look alike, case, white space and punctuation do not count.

    Never to be changed: marks last.
    """
    bare = _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold().translate(LATIN_IN_MARKS))
    return hashlib.sha256(bare.encode()).hexdigest()[:_DIGITS]


def digest_in(mark: str) -> str | None:
    """Return the digest that a mark holds; None for what is no mark."""
    found = _MARK.fullmatch(mark.strip())
    return found["digest"] if found else None


def words_in(mark: str) -> str:
    """Return the first words that a mark holds."""
    found = _MARK.fullmatch(mark.strip())
    return found["words"] if found else mark


def _first_words(text: str) -> str:
    """Cut a text at a word; brackets are left out, so that they can't be taken for a digest."""
    plain = " ".join(re.sub(r"[\[\]]", " ", text).split())
    if len(plain) <= _MOST_WORDS:
        return plain
    return f"{plain[:_MOST_WORDS].rpartition(' ')[0].rstrip(' ,;:–-«(') or plain[:_MOST_WORDS]}…"
