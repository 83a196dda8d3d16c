"""Search in Ukrainian: records to static index pieces, and the query engine that reads them.

The browser's engine (theme_overrides/assets/search-engine.js) reads the same pieces by the same rules.
"""

from generator.search.engine import Answer, Found, search
from generator.search.pieces import build_index, index_pieces
from generator.search.reader import PieceReader
from generator.search.records import Field, SearchRecord
from generator.search.synonyms import Synonyms

__all__ = [
    "Answer",
    "Field",
    "Found",
    "PieceReader",
    "SearchRecord",
    "Synonyms",
    "build_index",
    "index_pieces",
    "search",
]
