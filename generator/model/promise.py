"""What a report is about: the promise in the document's words, and not the number that it bears today.

A mark keeps the first words of a measure and a digest of all of them: «Опитати мешканців громади… [8f3a12bc]».
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.model.records.plan import GoalRecord, MeasureRecord, PlanRecord

_DIGITS = 8
_MOST_WORDS = 40
_MARK = re.compile(r"(?P<words>.*?)\s*\[(?P<digest>[0-9a-f]{8})\]")
_SIGNS = re.compile(r"[\W_]+")
_ALIKE = str.maketrans("aceiopxy", "асеіорху")
"""Small Latin letters as the Cyrillic ones they look like. Like all of `digest_of`, never to be changed: marks last."""


def mark_of(text: str) -> str:
    """Return the mark of a measure by its official text."""
    return f"{_first_words(text)} [{digest_of(text)}]"


def digest_of(text: str) -> str:
    """Return the digest of a text; letters that look alike, case, white space and punctuation do not count."""
    bare = _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE))
    return hashlib.sha256(bare.encode()).hexdigest()[:_DIGITS]


def digest_in(mark: str) -> str | None:
    """Return the digest that a mark holds; None for what is no mark."""
    found = _MARK.fullmatch(mark.strip())
    return found["digest"] if found else None


def words_in(mark: str) -> str:
    """Return the first words that a mark holds."""
    found = _MARK.fullmatch(mark.strip())
    return found["words"] if found else mark


def same_promise(mark: str, texts: Mapping[str, str]) -> list[str]:
    """Return which of the measures, given their texts by id, are what a mark was made of."""
    wanted = digest_in(mark)
    return [name for name, text in texts.items() if digest_of(text) == wanted]


def texts_of(plan: PlanRecord) -> Iterator[MeasureRecord]:
    """Return the records of all measures of a plan, tasks before their steps."""
    yield from _with_steps(plan.measures)
    yield from _measures(plan.goals)


def _measures(goals: Iterable[GoalRecord]) -> Iterator[MeasureRecord]:
    for goal in goals:
        yield from _with_steps(goal.measures)
        yield from _measures(goal.goals)


def _with_steps(measures: Iterable[MeasureRecord]) -> Iterator[MeasureRecord]:
    for measure in measures:
        yield measure
        yield from _with_steps(measure.steps)


def _first_words(text: str) -> str:
    """Cut a text at a word; brackets are left out, so that they can't be taken for a digest."""
    plain = " ".join(re.sub(r"[\[\]]", " ", text).split())
    if len(plain) <= _MOST_WORDS:
        return plain
    return f"{plain[:_MOST_WORDS].rpartition(' ')[0].rstrip(' ,;:–-«(') or plain[:_MOST_WORDS]}…"
