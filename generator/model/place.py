"""Where a fact stands in the YAML, so that a page can lead to the line and a rule can name it."""

from dataclasses import dataclass

from generator.source.yaml_source import Path, Source


@dataclass(frozen=True, slots=True)
class Place:
    """A record's file, its line (from 1) and its path of keys inside the file."""

    file: str
    line: int = 1
    path: Path = ()

    @classmethod
    def of(cls, source: Source, path: Path) -> "Place":
        """Give the place of what stands at a path of a file."""
        return cls(source.path, source.at(path).line, path)
