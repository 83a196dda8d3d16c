"""What parsers stumbled over before stays right, and a small part of `make fuzz` runs every time."""

from __future__ import annotations

import pytest

from fuzz.parsers import PARSERS
from fuzz.running import corpus, inputs, tried
from project import tries

COUNT = tries(120)
NAMES = [pytest.param(name, marks=[pytest.mark.slow] if name == "queries" else []) for name in PARSERS]
"""Every input of the search starts the reader’s engine."""


@pytest.mark.parametrize("name", NAMES)
def test_what_was_found_before_is_read(name: str) -> None:
    for data in corpus(PARSERS[name]):
        finding = tried(PARSERS[name], data)
        assert finding is None, finding.told


@pytest.mark.parametrize("name", NAMES)
def test_sound_inputs_are_read(name: str) -> None:
    for data in PARSERS[name].seeds():
        finding = tried(PARSERS[name], data)
        assert finding is None, finding.told


@pytest.mark.parametrize("name", NAMES)
def test_spoilt_inputs_are_read(name: str) -> None:
    for data in inputs(PARSERS[name], COUNT, seed=1):
        finding = tried(PARSERS[name], data)
        assert finding is None, (finding.data[:400], finding.told)
