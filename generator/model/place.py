"""Where a fact stands in the YAML, so that a page can lead to the line and a rule can name it."""

from dataclasses import dataclass

from generator.source.yaml_source import KeyPath, Source


@dataclass(frozen=True, slots=True)
class Place:
    """A record's file, its line (from 1) and its path of keys inside the file."""

    file: str
    line: int = 1
    path: KeyPath = ()

    @classmethod
    def of(cls, source: Source, path: KeyPath) -> "Place":
        """Return the place of what stands at a path of a file."""
        return cls(source.path, source.at(path).line, path)
