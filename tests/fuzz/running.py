"""Runs of a parser over many inputs: what it stumbled over, and what took it long."""

from __future__ import annotations

import contextlib
import hashlib
import io
import random
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from fuzz.mutation import mutated
from fuzz.parsers import CORPUS, Parser

SLOW = 5.0
"""Seconds of processor time from which an input is worth a look."""


@dataclass(frozen=True)
class Finding:
    """An input and what became of it."""

    parser: str
    data: bytes
    told: str

    @property
    def where(self) -> str:
        """Where it happened: findings of one place are one."""
        return next((line for line in reversed(self.told.splitlines()) if line.startswith("  File ")), "slow")

    @property
    def name(self) -> str:
        return hashlib.sha256(self.data).hexdigest()[:16]


def corpus(parser: Parser) -> list[bytes]:
    """Return what was found before."""
    return [file.read_bytes() for file in sorted((CORPUS / parser.name).glob("*"))]


def inputs(parser: Parser, count: int, seed: int) -> Iterator[bytes]:
    """Make inputs; the same ones for the same seed."""
    chance = random.Random(f"{parser.name} {seed}")
    known = [*parser.seeds(), *corpus(parser)]
    for _ in range(count):
        yield mutated(chance.choice(known), chance, known)


def tried(parser: Parser, data: bytes) -> Finding | None:
    """Let a parser read an input; a finding when it raises, warns on the screen or takes long."""
    started = time.process_time()
    screen = io.StringIO()
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            warnings.simplefilter("error")
            parser.read(data)
    except Exception:  # noqa: BLE001 - whatever it is, that is what is looked for
        return Finding(parser.name, data, traceback.format_exc(limit=-4))
    took = time.process_time() - started
    return Finding(parser.name, data, f"{took:.1f} s") if took > SLOW else None
