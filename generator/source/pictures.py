"""Files that are pictures, by their names."""

from pathlib import PurePosixPath

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""Pictures that narrative texts may show, in letters of either size. SVG is not among them: it can carry scripts."""


def is_picture(name: str) -> bool:
    """Return whether a file is a picture that narrative texts may show."""
    return PurePosixPath(name).suffix.lower() in PICTURES
