"""A site built beside the one that stands, then put in its place in one step; what a killed build left is mended.

Where the place itself can't be moved (a mount point, a folder whose parent may not be written), the site is built
inside it and its parts are exchanged one by one.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.build import site_mark
from generator.source.exchange import exchange

_MODE = 0o755
"""Of a site: whatever serves it may read it."""
_SURELY_DEAD = 24 * 60 * 60
"""Seconds after which a folder of a build is left over, where the system can't tell whether anybody still uses it."""
_MOUNTS = Path("/proc/self/mountinfo")
_MOUNT_FIELD = 4
_OCTAL = re.compile(rb"\\([0-7]{3})")
"""How that list writes spaces and the like in a path (proc_pid_mountinfo(5))."""


def heal(target: Path) -> None:
    """Put back a site that a killed build had moved aside, and remove what such builds left."""
    aside = _aside(target)
    if not target.parent.is_dir():
        return
    with _only_one(target.parent):
        if site_mark.is_marked(aside) and not target.exists():
            aside.rename(target)
        elif not target.is_symlink():
            site_mark.remove(aside)
        for folder in (target.parent, target):
            for left in folder.glob(f"{site_mark.STAGING}*") if folder.is_dir() else ():
                if not left.is_symlink() and not _is_used(left):
                    with suppress(FileNotFoundError):  # the build that exchanged it removes it at the same time
                        site_mark.remove(left)


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give a folder to build a site in; what is left in it at the end, the old site among it, is removed."""
    place = target if _stays(target) else target.parent
    place.mkdir(parents=True, exist_ok=True)
    with _only_one(target.parent):
        folder = Path(tempfile.mkdtemp(prefix=site_mark.STAGING, dir=place))
        lock = _lock(folder)
    try:
        site_mark.begin(folder)
        yield folder
    finally:
        with suppress(OSError):
            if folder.is_dir():
                site_mark.remove(folder)
        if lock is not None:
            os.close(lock)


@contextmanager
def undisturbed(target: Path) -> Iterator[None]:
    """Let no other build exchange a site while it is looked at; not to be asked for again meanwhile."""
    with _only_one(target.parent):
        yield


def publish(fresh: Path, target: Path, check: Callable[[Path], None]) -> None:
    """Put a finished site in its place; `fresh` then holds what stood there.

    `check` looks at what stands there and raises when it may not go; no other build changes it meanwhile.
    """
    with _only_one(target.parent):
        check(target)
        if fresh.parent == target:
            _pour(fresh, target)
            return
        fresh.chmod(_MODE)
        if not target.exists():
            fresh.rename(target)
        elif not exchange(fresh, target):
            _move(fresh, target)


def _move(fresh: Path, target: Path) -> None:
    """Do in three steps what the system can't do in one; `heal` mends it when the second does not come."""
    aside = _aside(target)
    target.rename(aside)
    fresh.rename(target)
    aside.rename(fresh)


def _aside(target: Path) -> Path:
    """Return where a site stands for a moment; git is told to pass over such names."""
    return target.with_name(f".site.old-{target.name}")


def _pour(fresh: Path, target: Path) -> None:
    """Exchange what stands in a folder that can't be moved, part by part; until the end it is marked as unfinished."""
    mark = (fresh / site_mark.MARK).read_bytes()
    site_mark.begin(fresh)
    site_mark.begin(target)
    ours = {site_mark.MARK, fresh.name}
    new = {path.name for path in fresh.iterdir()} - ours
    for name in sorted(new):
        if not os.path.lexists(target / name):
            (fresh / name).rename(target / name)
        elif not exchange(fresh / name, target / name):
            (target / name).rename(fresh / f".old-{name}")
            (fresh / name).rename(target / name)
    for path in list(target.iterdir()):
        if path.name not in new | ours and not path.name.startswith(site_mark.STAGING):
            path.rename(fresh / f".gone-{path.name}")
    whole = target / f"{site_mark.MARK}.new"
    whole.write_bytes(mark)
    whole.replace(target / site_mark.MARK)


def _stays(target: Path) -> bool:
    """Return whether a folder has to stay the folder it is: a mount point, or one in a folder we may not write."""
    return target.is_dir() and (_is_mount(target) or not os.access(target.parent, os.W_OK))


def _is_mount(folder: Path) -> bool:
    """Return whether a folder is a mount point, of the same disk as its parent too (a volume of a container)."""
    if folder.is_mount():
        return True
    try:
        mounts = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    places = (_OCTAL.sub(lambda sign: bytes([int(sign[1], 8)]), line.split(b" ")[_MOUNT_FIELD]) for line in mounts)
    return os.fsencode(folder) in places


if sys.platform == "win32":

    def _lock(_folder: Path) -> int | None:
        return None

    def _is_used(folder: Path) -> bool:
        """Return whether a build may still be at work in a folder: this system does not tell."""
        return time.time() - folder.stat().st_mtime < _SURELY_DEAD

    @contextmanager
    def _only_one(_folder: Path) -> Iterator[None]:
        yield

else:
    import fcntl

    def _lock(folder: Path) -> int | None:
        """Keep a folder as used until the process ends, however it ends; None where the file system can't."""
        opened = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(opened, fcntl.LOCK_SH)
        except OSError:
            os.close(opened)
            return None
        return opened

    def _is_used(folder: Path) -> bool:
        """Return whether a build is at work in a folder; where the file system can't tell, by its age."""
        try:
            opened = os.open(folder, os.O_RDONLY)
        except OSError:
            return True
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return time.time() - folder.stat().st_mtime < _SURELY_DEAD
        else:
            return False
        finally:
            os.close(opened)

    @contextmanager
    def _only_one(folder: Path) -> Iterator[None]:
        """Let no other build change what stands in a folder meanwhile."""
        opened = _lock_alone(folder)
        try:
            yield
        finally:
            if opened is not None:
                os.close(opened)

    def _lock_alone(folder: Path) -> int | None:
        try:
            opened = os.open(folder, os.O_RDONLY)
        except OSError:
            return None
        with suppress(OSError):
            fcntl.flock(opened, fcntl.LOCK_EX)
        return opened
