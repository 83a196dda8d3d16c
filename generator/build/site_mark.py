"""Our mark in a folder that we made. Without it a folder is not ours, whatever it is called and whatever is in it.

The mark lists what we put there: what else is found is somebody else's, and such a folder is never emptied. While a
folder is being written its mark says so and names that very folder, so that no copy of it is taken for ours.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

MARK = ".hromada-plans"
_FRESH = f"{MARK}.new"
"""A mark that is being written."""
STAGING = ".site.new-"
"""How the name of a folder begins in which a site is built."""
_NOTE = "Цю теку зробила програма hromada-plans і щоразу замінює її повністю; нічого свого сюди не кладіть."
_CLUTTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What systems leave in any folder that somebody looks at; nobody misses it."""
_NO_FILE = -1
"""The size of what is no plain file: links, pipes, sockets. No file has it."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a mark says: sizes of our files by path, or that all is ours as long as the folder is being written."""

    files: Mapping[str, int]
    is_finished: bool = True

    def owns(self, path: str, size: int) -> bool:
        return not self.is_finished or self.files.get(path) == size


def begin(folder: Path) -> None:
    """Mark a folder as one that we are writing: all of it is ours until it is finished."""
    _write(folder, {"writing": [_inode(folder), str(folder.resolve())]})


def finish(folder: Path) -> None:
    """Mark a folder as written: all that is in it now is ours, and nothing that may come later."""
    files = _content(folder)
    _write(folder, {"version": version("hromada-plans"), "digest": _digest(files), "files": files})


def is_free(folder: Path) -> bool:
    """Return whether a folder holds nothing, or only what systems leave."""
    return not _content(folder) and not (folder / MARK).exists()


def stamp(folder: Path) -> bytes:
    """Return the bytes of a folder's mark, by which one sees whether it was written anew; none when it has no mark."""
    try:
        return (folder / MARK).read_bytes()
    except OSError:
        return b""


def is_marked(folder: Path) -> bool:
    """Return whether a folder carries a whole mark of ours."""
    return _mark_of(folder) is not None


def strangers(folder: Path) -> list[str]:
    """List what in a folder is not ours, by path: everything when it has no whole mark.

    A file of ours whose length is another now is a stranger too; one that is gone is not missed.
    """
    mark = _mark_of(folder) or _Mark({})
    return sorted(path for path, size in _content(folder).items() if not mark.owns(path, size))


def remove(folder: Path) -> None:
    """Delete what is ours in a folder, and the folder when nothing else is left; one without a mark when it is empty.

    The mark goes last, so that a removal that was stopped can be taken up again.
    """
    mark = _mark_of(folder)
    if not folder.is_dir() or (mark is None and not is_free(folder)):
        return
    if mark and not mark.is_finished:
        _remove_whole(folder)
        return
    with suppress(OSError):
        for path, size in _content(folder, with_clutter=True).items():
            if Path(path).name in _CLUTTER or (mark and mark.owns(path, size)):
                (folder / path).unlink()
    for below, _, _ in os.walk(folder, topdown=False):
        if Path(below) != folder:
            with suppress(OSError):
                Path(below).rmdir()
    if {path.name for path in folder.iterdir()} <= {MARK, _FRESH}:
        _remove_whole(folder)


def _remove_whole(folder: Path) -> None:
    """Delete a folder, its mark after all else."""
    for path in folder.iterdir():
        if path.name != MARK:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with suppress(OSError):
                    path.unlink()
    with suppress(OSError):
        (folder / MARK).unlink(missing_ok=True)
        folder.rmdir()


def _mark_of(folder: Path) -> _Mark | None:
    """Read a mark; None when there is none, or it is not whole, or was made for another folder."""
    try:
        said = json.loads((folder / MARK).read_bytes())
        if "writing" in said:
            inode, place = said["writing"]
            is_here = inode == _inode(folder) or place == str(folder.resolve())
            return _Mark({}, is_finished=False) if is_here else None
        files = dict(said["files"])
        return _Mark(files) if said["digest"] == _digest(files) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _content(folder: Path, *, with_clutter: bool = False) -> dict[str, int]:
    """Return the sizes of all files below a folder, by path. OSError when a part of it can't be seen."""
    found: dict[str, int] = {}
    for below, folders, names in os.walk(folder, onerror=_raise):
        here = Path(below)
        if here == folder:
            folders[:] = [name for name in folders if not name.startswith(STAGING)]
        links = [name for name in folders if (here / name).is_symlink()]
        for path in (here / name for name in (*names, *links)):
            if path in {folder / MARK, folder / _FRESH} or (path.name in _CLUTTER and not with_clutter):
                continue
            is_plain = path.is_file() and not path.is_symlink()
            found[path.relative_to(folder).as_posix()] = path.lstat().st_size if is_plain else _NO_FILE
    return found


def _raise(error: OSError) -> None:
    raise error


def _inode(folder: Path) -> str:
    status = folder.stat()
    return f"{status.st_dev}:{status.st_ino}"


def _digest(files: Mapping[str, int]) -> str:
    return hashlib.blake2b(json.dumps(files, sort_keys=True).encode(), digest_size=20).hexdigest()


def _write(folder: Path, said: Mapping[str, object]) -> None:
    """Write a mark whole or not at all."""
    text = json.dumps({"note": _NOTE, **said}, ensure_ascii=False, indent=0, sort_keys=True)
    fresh = folder / _FRESH
    fresh.write_bytes(text.encode("utf-8", "surrogateescape") + b"\n")
    fresh.replace(folder / MARK)
