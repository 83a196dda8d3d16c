"""Videos in sign language: each file that a plan names stands in content/."""

from collections.abc import Iterator
from pathlib import Path

from generator.model.community import Catalogue
from generator.model.place import Place
from generator.model.records.formats import SignVideoRecord
from generator.reading.reader import Files
from generator.source.problem import Problem
from generator.source.yaml_source import KeyPath, Source, read_source

FIELD = "sign_video"


def names_videos(catalogue: Catalogue) -> bool:
    """Tell whether any plan names a video, so that whoever checks has to know where they stand."""
    return any(True for _ in _videos(catalogue))


def missing_videos(catalogue: Catalogue, files: Files, root: str, content: Path) -> list[Problem]:
    """Say which videos and captions are not there, each at its line: the page would show an empty frame.

    `files` and `root` as in `load`; `content` is the folder the videos stand in.
    """
    return [
        _missing(_source_of(place, files, root), (*place.path, FIELD, key), name, content)
        for place, video in _videos(catalogue)
        for key, name in (("file", video.file), ("captions", video.captions))
        if not (content / name).is_file()
    ]


def _source_of(place: Place, files: Files, root: str) -> Source:
    return read_source(place.file, files[place.file.removeprefix(root)])[0]


def _missing(source: Source, path: KeyPath, name: str, content: Path) -> Problem:
    words = f"файлу {content.name}/{name} немає; покладіть його туди або приберіть поле {FIELD}"
    return source.problem(path, ".".join(map(str, path[-2:])), words)


def _videos(catalogue: Catalogue) -> Iterator[tuple[Place, SignVideoRecord]]:
    for plan in catalogue.plans:
        named = [(plan.place, plan.record.sign_video)]
        named += [(goal.place, goal.record.sign_video) for goal in plan.all_goals()]
        yield from ((place, video) for place, video in named if video)
