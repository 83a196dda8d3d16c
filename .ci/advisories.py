"""Known weaknesses from a list that stands on this machine: advisories in the format of OSV, one JSON file each.

Where a list comes from is the business of who keeps it; databases of advisories are given out in this format
(ossf.github.io/osv-schema), and a folder of them is enough to audit without the internet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from dependencies import Dependency

ECOSYSTEMS = {"PyPI", "npm"}


def stored(folder: Path) -> list[dict[str, Any]]:
    """Read the advisories that stand below a folder, those that were withdrawn left out."""
    read = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.json"))]
    return [one for one in read if "affected" in one and not one.get("withdrawn")]


def day_of(advisories: Iterable[dict[str, Any]]) -> str:
    """Return the day the list knows of last, for who reads its answer; empty when it names none."""
    return max((one.get("modified", "")[:10] for one in advisories), default="")


def findings(dependencies: Iterable[Dependency], advisories: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Say which package is known for what, and since which version it is mended."""
    by_name: dict[tuple[str, str], list[tuple[dict[str, Any], dict[str, Any]]]] = {}
    for advisory in advisories:
        for affected in advisory["affected"]:
            package = affected.get("package", {})
            if package.get("ecosystem") in ECOSYSTEMS:
                by_name.setdefault((package["ecosystem"], _plain(package["name"])), []).append((advisory, affected))
    for one in dependencies:
        for advisory, affected in by_name.get(("npm" if one.lock == "npm" else "PyPI", _plain(one.name)), ()):
            if is_affected(one.version, affected):
                mended = ", ".join(_mended_in(affected)) or "ще ніде"
                words = advisory.get("summary") or advisory.get("details", "")[:120] or "без опису"
                yield f"{one.name} {one.version}: {advisory['id']}: {words}; виправлено: {mended}"


def is_affected(version: str, affected: dict[str, Any]) -> bool:
    """Say whether a version is among those listed, or within a range of them."""
    if version in affected.get("versions", ()):
        return True
    try:
        own = Version(version)
        return any(_within(own, one["events"]) for one in affected.get("ranges", ()) if one["type"] != "GIT")
    except InvalidVersion:  # neither can be compared: a person has to look
        return True


def _within(version: Version, events: list[dict[str, str]]) -> bool:
    """Say whether a version stands between an event that brings the weakness and the one that ends it."""
    marks = sorted(
        ((Version(text), kind) for event in events for kind, text in event.items() if kind != "limit"),
        key=lambda mark: mark[0],
    )
    for (begin, kind), after in pairwise([*marks, None]):
        if kind != "introduced" or version < begin:
            continue
        if after is None or version < after[0] or (version == after[0] and after[1] == "last_affected"):
            return True
    return False


def _mended_in(affected: dict[str, Any]) -> list[str]:
    events = (event for one in affected.get("ranges", ()) if one["type"] != "GIT" for event in one["events"])
    return sorted({event["fixed"] for event in events if "fixed" in event})


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
