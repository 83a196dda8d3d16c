"""Versions of plans/ to dated changes. Each pair of versions is compared once and may be remembered in a file.

Only communities whose files changed are read. A version with errors in a community's files is passed over for that
community: the next good one is compared with the last good one.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.history.changes import Change, DatedChange
from generator.history.differences import differences
from generator.history.git_versions import Version, contents, versions
from generator.history.memory import Memory
from generator.model.community import Catalogue
from generator.reading.country_files import with_country
from generator.reading.layout import COMMUNITY, EXECUTORS, TOPICS
from generator.rules.load import load
from generator.source.problem import has_errors

MOST_VERSIONS = 200
_NAME_LENGTH = 16
_NOTHING = Catalogue(())
_SHARED_FILES = {EXECUTORS, TOPICS}
"""Files that communities refer to; what else is shared says nothing about a plan."""


@dataclass(frozen=True, slots=True)
class History:
    """What happened to the plans, oldest first. `since`: when the oldest version that was read was made."""

    changes: tuple[DatedChange, ...]
    since: datetime
    complete: bool
    """Whether it reaches back to the first version; else older changes are not told."""

    def of(self, community: str) -> "History":
        """Return what happened in one community."""
        own = tuple(dated for dated in self.changes if dated.change.community == community)
        return History(own, self.since, self.complete)


def read_history(plans_dir: Path, memory_file: Path | None = None, most: int = MOST_VERSIONS) -> History | None:
    """Read what changed from version to version; None when git keeps no history of the folder here.

    `memory_file` keeps what was worked out between builds; without it everything is worked out anew.
    """
    found = versions(plans_dir, most + 1)
    if found is None:
        return None
    complete = len(found) <= most
    reader = _Reader(plans_dir, Memory.read(memory_file))
    if not complete:
        reader.start_from(found[0])
    told = found if complete else found[1:]
    changes = tuple(dated for version in told for dated in reader.follow(version))
    reader.used.write(memory_file)
    return History(changes, found[0].when, complete)


@dataclass(slots=True)
class _State:
    """The last good version of one community: the blobs of its files, and of the files all communities share."""

    own: dict[str, str]
    shared: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        listing = "\n".join(f"{path} {blob}" for path, blob in sorted({**self.shared, **self.own}.items()))
        return hashlib.sha256(listing.encode()).hexdigest()


@dataclass(slots=True)
class _Reader:
    """Follows versions one by one; keeps the last good state of each community."""

    plans_dir: Path
    remembered: Memory
    used: Memory = field(default_factory=Memory)
    states: dict[str, _State] = field(default_factory=dict)
    catalogues: dict[str, tuple[str, Catalogue | None]] = field(default_factory=dict)
    """The catalogue of each community read last, with the fingerprint of its state."""

    def start_from(self, version: Version) -> None:
        """Take a version as known, telling nothing of it."""
        self.states = _states(version)

    def follow(self, version: Version) -> Iterator[DatedChange]:
        """Go to the next version and tell what changed in it."""
        now = _states(version)
        for community in sorted({*self.states, *now}):
            old, new = self.states.get(community), now.get(community)
            if old and new and old.own == new.own:
                continue
            changes = self._compare(community, old, new)
            if changes is None:
                continue
            if new:
                self.states[community] = new
            else:
                del self.states[community]
            name = _step(version, old, new)
            yield from (DatedChange(change, version.when, name) for change in changes)

    def _compare(self, community: str, old: _State | None, new: _State | None) -> tuple[Change, ...] | None:
        """Compare two states of a community; None when the new one can't be read."""
        key = f"{community}:{old.fingerprint if old else ''}:{new.fingerprint if new else ''}"
        if key not in self.used:
            known = key in self.remembered
            self.used[key] = self.remembered[key] if known else self._differences(community, old, new)
        return self.used[key]

    def _differences(self, community: str, old: _State | None, new: _State | None) -> tuple[Change, ...] | None:
        before, after = self._catalogue(community, old), self._catalogue(community, new)
        if after is None:
            return None
        return () if before is None else tuple(differences(before, after))

    def _catalogue(self, community: str, state: _State | None) -> Catalogue | None:
        if state is None:
            return _NOTHING
        fingerprint, catalogue = self.catalogues.get(community, ("", None))
        if fingerprint != state.fingerprint:
            loaded = load(with_country(contents(self.plans_dir, {**state.shared, **state.own})))
            ours = (f"plans/{community}/", f"plans/{EXECUTORS}")
            spoiled = has_errors(problem for problem in loaded.problems if problem.path.startswith(ours))
            catalogue = None if spoiled else loaded.catalogue
            self.catalogues[community] = (state.fingerprint, catalogue)
        return catalogue


def _step(version: Version, old: _State | None, new: _State | None) -> str:
    """Name the step from one state of a community to the next: by its files and by when they were written.

    A commit of another name that brings the same is the same step: ids of feeds outlive a history rewritten.
    """
    parts = (str(version.written), *(json.dumps(state.own, sort_keys=True) if state else "" for state in (old, new)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_NAME_LENGTH]


def _states(version: Version) -> dict[str, _State]:
    """Part the files of a version by community; a folder without its community.yml is none."""
    shared = {path: blob for path, blob in version.blobs.items() if path in _SHARED_FILES}
    own: dict[str, dict[str, str]] = {}
    for path, blob in version.blobs.items():
        if "/" in path:
            own.setdefault(path.split("/", 1)[0], {})[path] = blob
    return {name: _State(files, shared) for name, files in own.items() if f"{name}/{COMMUNITY}" in files}
