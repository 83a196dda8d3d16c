"""Terms and sums of the plans as a voice says them: the official words before, what is heard in their place after."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator

from generator.language.spoken import spoken

TERMS = 20
"""How many are told, each written in a way of its own."""
_FIGURES = re.compile(r"\d+")
VOICE = shutil.which("espeak-ng")


def told_terms(written: Iterable[str]) -> list[str]:
    """Return lines for each of twenty texts: the words, the reading, and with eSpeak NG at hand what it makes of both."""
    differing = sorted({" ".join(text.split()) for text in written if spoken(text) != " ".join(text.split())})
    by_shape = {_FIGURES.sub("0", text): text for text in reversed(differing)}
    shapes = sorted(by_shape)
    step = max(1, len(shapes) // TERMS)
    return [line for shape in shapes[::step][:TERMS] for line in _told(by_shape[shape])]


def _told(text: str) -> Iterator[str]:
    heard = spoken(text)
    yield f"написано: {text}"
    if VOICE:
        yield f"  голос без прочитання: {_phonemes(text)}"
    yield f"чується: {heard}"
    if VOICE:
        yield f"  голос із прочитанням: {_phonemes(heard)}"
    yield ""


def _phonemes(text: str) -> str:
    """Return what eSpeak NG's Ukrainian voice says, in its own letters for sounds."""
    asked = [str(VOICE), "-v", "uk", "-q", "-x", text]
    return " ".join(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split())
