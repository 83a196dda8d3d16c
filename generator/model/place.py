"""Where a fact stands in the YAML, so that a page can lead to the line and a rule can name it."""

from dataclasses import dataclass

from generator.source import Path


@dataclass(frozen=True, slots=True)
class Place:
    """A record's file, its line (from 1) and its path of keys inside the file."""

    file: str
    line: int = 1
    path: Path = ()
