"""Bytes and seconds of a processor of every edition of every plan, kind by kind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from editions.editions_of import real_editions
from generator.build.editions import EditionMaker
from generator.build.typesetter import Typesetter
from generator.model.outputs import EDITIONS, Output
from generator.model.settings import Settings
from outputs.sample import AS_OF, SITE_URL


def editions() -> Iterator[str]:
    """Say what each plan's editions take; the fonts are read once, before."""
    maker, settings = EditionMaker(Typesetter()), Settings(AS_OF, site_url=SITE_URL)
    for name, (_, edition) in real_editions().items():
        makers = maker.makers(edition, settings)
        yield f"{name}: {', '.join(_cost(output, *_made(makers[output][1])) for output in EDITIONS)}"


def _made(make: Callable[[], bytes]) -> tuple[int, float]:
    before = time.process_time()
    size = len(make())
    return size, time.process_time() - before


def _cost(output: Output, size: int, seconds: float) -> str:
    return f"{output.file} {size / 1000:.0f} КБ за {seconds:.2f} с"
