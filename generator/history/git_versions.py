"""Earlier versions of plans/ as git keeps them. An edge: starts git, reads nothing else, changes nothing."""

import io
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_REDIRECTING = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"}
"""Set by git for the hooks it runs; they would lead us to another repository than the one the plans are in."""

_IS_SHALLOW = ("rev-parse", "--is-shallow-repository")
_OF_VERSION = "//"
"""Opens the line of a version in a log of files: no path begins so."""
_FILE_MODES = {"100644", "100755"}


@dataclass(frozen=True, slots=True)
class Version:
    """One version: when it was written, when it came (UTC), and what of the folder it changed, by path in it.

    `written` stays when git's history is rewritten; `when` and the name of the commit do not.
    """

    written: int
    when: datetime
    changed: Mapping[str, str | None]
    """The new blob of each file; None for one that is gone."""


def versions(plans_dir: Path) -> list[Version] | None:
    """List all versions of a folder, oldest first.

    Merged branches count as one version. None when there is no git, no repository, no commit that has the folder,
    or a shallow clone, whose first version would look like news. Git is asked once, however many versions there are.
    """
    if _git(plans_dir, *_IS_SHALLOW) != b"false\n":
        return None
    asked = ("log", "-z", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--relative")
    log = _git(plans_dir, *asked, f"--format={_OF_VERSION}%at %ct", "--", ".")
    if not log:
        return None
    found: list[tuple[str, dict[str, str | None]]] = []
    parts = iter(log.decode(errors="replace").split("\0"))
    for part in filter(None, parts):
        if part.startswith(_OF_VERSION):
            found.append((part.removeprefix(_OF_VERSION), {}))
        else:
            found[-1][1][next(parts)] = _blob(part)
    return [_version(times, changed) for times, changed in reversed(found)]


def _version(times: str, changed: Mapping[str, str | None]) -> Version:
    written, came = map(int, times.split(" "))
    return Version(written, datetime.fromtimestamp(came, UTC), changed)


def _blob(change: str) -> str | None:
    """Read «:old-mode new-mode old-blob new-blob status»; a link or what is no file counts as gone."""
    _, mode, _, blob, _ = change.strip().split(" ")
    return blob if mode in _FILE_MODES else None


def is_shallow(plans_dir: Path) -> bool:
    """Return whether git has only the newest versions here, as after a clone that was told to take no more."""
    return _git(plans_dir, *_IS_SHALLOW) == b"true\n"


def contents(plans_dir: Path, blobs: Mapping[str, str]) -> dict[str, bytes]:
    """Read files by their blobs; those that git no longer has are left out."""
    asked = "".join(f"{blob}\n" for blob in blobs.values()).encode()
    answer = _git(plans_dir, "cat-file", "--batch", given=asked) or b""
    stream = io.BytesIO(answer)
    found: dict[str, bytes] = {}
    for path in blobs:
        header = stream.readline().split()  # «<blob> blob <size>», or «<blob> missing»
        if header[1:2] == [b"blob"]:
            found[path] = stream.read(int(header[2]))
            stream.readline()
    return found


def last_changes(folder: Path) -> dict[str, datetime]:
    """Return when each file of a folder, by its path in it, was last changed by a version; nothing where none is kept.

    Merged branches count as one version. What is only on the disk, and no version has, is not among them.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository") != b"false\n":
        return {}
    asked = ("log", "--first-parent", "-m", "--no-renames", "--name-only", "--relative", f"--format={_OF_VERSION}%ct")
    log = _git(folder, "-c", "core.quotePath=false", *asked, "--", ".") or b""
    found: dict[str, datetime] = {}
    when = datetime.min.replace(tzinfo=UTC)
    for line in filter(None, log.decode(errors="replace").splitlines()):
        if line.startswith(_OF_VERSION):
            when = datetime.fromtimestamp(int(line.removeprefix(_OF_VERSION)), UTC)
        else:
            found.setdefault(line, when)
    return found


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """Run git in a folder; None when there is no git or it refuses."""
    environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env={**environment, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
