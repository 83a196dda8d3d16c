"""Terms of measures (строки виконання): Ukrainian words to dates and back.

Pure: no disk, no clock. The rules are those of the project's design, section "Terms".
"""

from generator.language.terms.dates import date_in_words, day_in_words, range_in_words
from generator.language.terms.describe import describe
from generator.language.terms.occurrences import Occurrence, occurrences
from generator.language.terms.parser import parse_term
from generator.language.terms.term import Recurrence, Term, TermKind

__all__ = [
    "Occurrence",
    "Recurrence",
    "Term",
    "TermKind",
    "date_in_words",
    "day_in_words",
    "describe",
    "occurrences",
    "parse_term",
    "range_in_words",
]
