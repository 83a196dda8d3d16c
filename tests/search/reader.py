"""The reader's engine, asked by node: one question, or many of one index in one process."""

import atexit
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from generator.search import Answer, Engine, Question
from generator.search.asking import EngineProcess

SCRIPT = Path(__file__).parents[2] / "theme_overrides" / "assets" / "search-engine.js"


@cache
def _process() -> EngineProcess:
    """The one process of a worker: node and an index of megabytes start once."""
    process = EngineProcess(SCRIPT)
    atexit.register(process.close)
    return process


def engine(files: Mapping[str, bytes]) -> Engine:
    return Engine(SCRIPT, files, _process())


def search(
    files: Mapping[str, bytes],
    query: str,
    community: str = "",
    filters: Mapping[str, str] | None = None,
    limit: int = 10,
) -> Answer:
    [answer] = search_all(files, [Question(query, community, dict(filters or {}), limit)])
    return answer


def search_all(files: Mapping[str, bytes], questions: Iterable[Question]) -> list[Answer]:
    return engine(files).ask(list(questions))


def costs(files: Mapping[str, bytes], packed: Mapping[str, int], queries: Iterable[str]) -> list[int]:
    """Bytes that each query fetches when nothing is kept from before; `packed` are the sizes of the files."""
    answers = search_all(files, [Question(query, alone=True) for query in queries])
    return [sum(packed[path] for path in answer.pieces) for answer in answers]
