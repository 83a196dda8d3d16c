"""`plans term`: how a term is understood."""

import json

from generator.commands.outcome import Outcome, Say
from generator.language.terms import parse_term


def term(text: str, year: int | None, say: Say) -> Outcome:
    """Print a term as one line of JSON."""
    say(json.dumps(parse_term(text, year).as_dict(), ensure_ascii=False))
    return Outcome.FINE
