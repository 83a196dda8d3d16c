"""Search in Ukrainian: records to static index pieces, and the reader's engine asked about them.

The one engine that answers is theme_overrides/assets/search-engine.js; it stems as generator/language/ does.
"""

from generator.search.asking import Answer, Engine, Found, NodeMissingError, Question
from generator.search.pieces import build_index, index_pieces
from generator.search.records import Field, SearchRecord
from generator.search.synonyms import Synonyms

__all__ = [
    "Answer",
    "Engine",
    "Field",
    "Found",
    "NodeMissingError",
    "Question",
    "SearchRecord",
    "Synonyms",
    "build_index",
    "index_pieces",
]
