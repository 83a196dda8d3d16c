"""Queries to try: chosen from what is found on that very site, so that no example leads to an empty answer."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain, islice

import yaml

from generator.language.words import stems
from generator.views.commitment import Commitments

MOST = 3
"""Examples a page shows."""


@cache
def candidates() -> tuple[str, ...]:
    """Return the queries of examples.yml, in their order."""
    return tuple(yaml.safe_load(files("generator.search").joinpath("examples.yml").read_text(encoding="utf-8")))


def examples(commitments: Commitments) -> tuple[str, ...]:
    """Return queries that find something: those whose words one measure holds, else executors by name."""
    return tuple(islice(dict.fromkeys(chain(_held(commitments), _names(commitments))), MOST))


def _held(commitments: Commitments) -> Iterator[str]:
    texts = [frozenset(stems(text, frozenset())) for text in {item.measure.record.text for item in commitments.all}]
    for query in candidates():
        wanted = frozenset(stems(query, frozenset()))
        if any(wanted <= text for text in texts):
            yield query


def _names(commitments: Commitments) -> Iterator[str]:
    """Yield the names of those who do most."""
    by_executor = commitments.by_executor
    busy = sorted(commitments.executors, key=lambda one: (-len(by_executor.get(one.address, ())), one.address))
    yield from (executor.label for executor in busy if by_executor.get(executor.address))
