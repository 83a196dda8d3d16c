"""Terms of measures (строки виконання): Ukrainian words to dates and back.

Pure: no disk, no clock. The rules are those of the project's design, section "Terms".
"""

from .dates import MONTHS_GENITIVE, MONTHS_LOCATIVE, MONTHS_NOMINATIVE, date_in_words, day_in_words, range_in_words
from .describe import describe
from .occurrences import Occurrence, occurrences
from .parser import parse_term
from .term import Kind, Recurrence, Term

__all__ = [
    "MONTHS_GENITIVE",
    "MONTHS_LOCATIVE",
    "MONTHS_NOMINATIVE",
    "Kind",
    "Occurrence",
    "Recurrence",
    "Term",
    "date_in_words",
    "day_in_words",
    "describe",
    "occurrences",
    "parse_term",
    "range_in_words",
]
