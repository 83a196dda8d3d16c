"""Words for a console of any code page: what it has no sign for is written with the nearest one."""

import codecs
import os
import sys
from io import TextIOWrapper

from generator.language.romanisation import romanised

_NEAREST = {
    "–": "-", "—": "-", "’": "'", "ʼ": "'", "«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "…": "...", "№": "N",
    "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "·": "*", "×": "x", "≈": "~", "→": "->",
    "і": "i", "І": "I", "ґ": "г", "Ґ": "Г",
}  # fmt: skip
"""What old code pages lack (866 of DOS, 1251 of Windows, 1252 of the West), and what people read in its place."""
_HANDLER = "hromada-plans-nearest"


def speak_any_code_page() -> None:
    """Let the streams of this process write any text: signs that their code page lacks become the nearest ones."""
    codecs.register_error(_HANDLER, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def hang_up() -> None:
    """Write no more where nobody reads on (`plans check | head`), so that the end of the process is silent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            os.dup2(nowhere, stream.fileno())


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run, encoding = error.object[error.start : error.end], error.encoding
    nearest = "".join(_NEAREST[sign] if _has(_NEAREST.get(sign, sign), encoding) else sign for sign in run)
    latin = nearest if _has(nearest, encoding) else romanised(nearest)  # what the state writes Ukrainian letters with
    return "".join(sign if _has(sign, encoding) else "?" for sign in latin), error.end


def _has(text: str, encoding: str) -> bool:
    """Return whether a code page can write a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
