import gzip
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from judging import SETS, judged
from plan_records import plan_records, synonyms
from reader import search_all

from generator.search import Answer, Question, build_index


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return build_index(plan_records(), synonyms())


@pytest.fixture(scope="session")
def packed(files: dict[str, bytes]) -> dict[str, int]:
    """Compressed sizes of the index's files."""
    return {path: len(gzip.compress(body)) for path, body in files.items()}


@pytest.fixture(scope="session")
def answers(files: dict[str, bytes]) -> dict[str, Answer]:
    """Answers to every judged query."""
    queries = list(dict.fromkeys(row.query for name in (*SETS, "tuning.yml") for row in judged(name)))
    return dict(zip(queries, search_all(files, map(Question, queries)), strict=True))
