"""What is wrong beside the files of plans: videos that are not there, an owner nobody filled in."""

from collections.abc import Callable
from pathlib import Path

from generator.build.site_owner import unfilled_owner
from generator.build.videos import missing_videos, names_videos
from generator.model.community import Catalogue
from generator.reading.reader import Files
from generator.source.problem import Problem


def problems_beside(
    catalogue: Catalogue, files: Files, root: str, settings: Path, content: Callable[[], Path]
) -> list[Problem]:
    """Return what a check and a build both tell; `content` is asked for only where a plan names a video.

    `files` and `root` as in `load`; `settings` is mkdocs.yml, whether it is there or not.
    """
    videos = missing_videos(catalogue, files, root, content()) if names_videos(catalogue) else []
    return [*videos, *unfilled_owner(settings)]
