"""Videos in sign language: each file that a plan names stands in content/."""

from collections.abc import Iterator
from pathlib import Path

from generator.build.sources import SiteError
from generator.model.community import Catalogue
from generator.model.records.formats import SignVideoRecord


def refuse_missing_videos(catalogue: Catalogue, content: Path) -> None:
    """Raise SiteError for a video or its captions that are not there: the page would show an empty frame."""
    missing = [
        name for video in _videos(catalogue) for name in (video.file, video.captions) if not (content / name).is_file()
    ]
    if missing:
        names = ", ".join(f"{content.name}/{name}" for name in missing)
        raise SiteError(f"немає файлів, які названо в полі sign_video: {names}; покладіть їх туди або приберіть поле")


def _videos(catalogue: Catalogue) -> Iterator[SignVideoRecord]:
    for plan in catalogue.plans:
        found = [plan.record.sign_video, *(goal.record.sign_video for goal in plan.all_goals())]
        yield from filter(None, found)
