"""The folder that a live preview serves: only what came to differ is written into it.

MkDocs empties its folder before each build and writes everything again, so it is given another one.
"""

import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.build.community_parts import Streamed
from generator.build.mkdocs.finishing import Writer
from generator.cache import fingerprint


class Shown:
    """What stands in the served folder, from one build to the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fresh = Path(tempfile.mkdtemp(prefix="plans-"))
        self._marks: dict[str, str] = {}
        weakref.finalize(self, shutil.rmtree, self.fresh, ignore_errors=True)

    def update(self, streamed: Iterable[Streamed], writer: Writer, count: Callable[[int], None]) -> None:
        """Bring the folder to what a build made: what MkDocs wrote elsewhere, and parts of communities that changed."""
        stand = set()
        for file in self.fresh.rglob("*"):
            if file.is_file():
                stand.add(address := file.relative_to(self.fresh).as_posix())
                writer.write_changed(address, file.read_bytes())
        marks: dict[str, str] = {}
        for one in streamed:
            stand |= one.files
            name = one.part.community.id
            marks[name] = fingerprint(one.mark, writer.mark, *sorted(one.files & set(writer.by_hand)))
            if marks[name] != self._marks.get(name):
                writer.write(one)
            count(len(one.contents.pages))
        self._marks = marks
        for file in self.folder.rglob("*"):
            if file.is_file() and file.relative_to(self.folder).as_posix() not in stand:
                file.unlink()
