"""Versions of plans/ to dated changes. Each pair of versions is compared once and may be remembered in a file.

Each community has a history of its own: its newest versions are told, however many others there were meanwhile.
Only communities whose files changed are read. A version with errors in a community's files is passed over for that
community: the next good one is compared with the last good one.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
"""Versions of one community that are told."""
_NAME_LENGTH = 16
_NOTHING = Catalogue(())
_SHARED_FILES = {EXECUTORS, TOPICS}
"""Files that communities refer to; what else is shared says nothing about a plan."""


@dataclass(frozen=True, slots=True)
class History:
    """What happened to the plans, oldest first. `since`: from when on all changes are told."""

    changes: tuple[DatedChange, ...]
    since: datetime
    complete: bool
    """Whether it reaches back to the first version; else older changes are not told."""
    cut: Mapping[str, datetime] = field(default_factory=dict)
    """From when on the changes of communities are told that have more versions than that."""
    first: datetime | None = None
    """When the first version was made, where it is not `since`."""

    def of(self, community: str) -> "History":
        """Return what happened in one community."""
        own = tuple(dated for dated in self.changes if dated.change.community == community)
        if community in self.cut:
            return History(own, self.cut[community], complete=False)
        return History(own, self.first or self.since, self.complete or bool(self.cut))


def read_history(plans_dir: Path, memory_file: Path | None = None, most: int = MOST_VERSIONS) -> History | None:
    """Read what changed from version to version; None when git keeps no history of the folder here.

    `memory_file` keeps what was worked out between builds; without it everything is worked out anew. `most` versions of
    each community are told.
    """
    found = versions(plans_dir)
    if found is None:
        return None
    reader = _Reader(plans_dir, Memory.read(memory_file), _untold(found, most))
    changes = tuple(dated for version in found for dated in reader.follow(version))
    reader.used.write(memory_file)
    first = found[0].when
    return History(changes, max(reader.cut.values(), default=first), not reader.cut, reader.cut, first)


def _untold(found: Sequence[Version], most: int) -> Counter[str]:
    """Count for each community the versions that are too old to be told."""
    count = Counter(name for version in found for name in _communities(version.changed))
    return Counter({name: number - most for name, number in count.items() if number > most})


def _communities(paths: Iterable[str]) -> set[str]:
    return {path.split("/", 1)[0] for path in paths if "/" in path}


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
    untold: Counter[str]
    """Versions of each community that are still to be passed over, because they are too old."""
    used: Memory = field(default_factory=Memory)
    states: dict[str, _State] = field(default_factory=dict)
    catalogues: dict[str, tuple[str, Catalogue | None]] = field(default_factory=dict)
    """The catalogue of each community read last, with the fingerprint of its state."""
    cut: dict[str, datetime] = field(default_factory=dict)
    """When the last version came of each community that was passed over."""
    _files: dict[str, dict[str, str]] = field(default_factory=dict)
    """Blobs of each community's files by path, as of the version that was followed last."""
    _shared: dict[str, str] = field(default_factory=dict)
    _unread: set[str] = field(default_factory=set)
    """Communities whose last version could not be read; it may be mended by a file that is shared."""

    def follow(self, version: Version) -> Iterator[DatedChange]:
        """Go to the next version and tell what changed in it."""
        touched = _communities(version.changed)
        self._take(version)
        for community in sorted(touched | self._unread):
            old, new = self.states.get(community), self._state(community)
            if community in touched and self.untold[community]:
                self.untold[community] -= 1
                self.cut[community] = version.when
                self._stand(community, new)
            elif (old and old.own) != (new and new.own):
                yield from self._told(community, old, new, version)

    def _told(self, community: str, old: _State | None, new: _State | None, version: Version) -> Iterator[DatedChange]:
        changes = self._compare(community, old, new)
        if changes is None:
            self._unread.add(community)
            return
        self._stand(community, new)
        name = _step(version, old, new)
        yield from (DatedChange(change, version.when, name) for change in changes)

    def _stand(self, community: str, state: _State | None) -> None:
        self._unread.discard(community)
        if state:
            self.states[community] = state
        else:
            self.states.pop(community, None)

    def _take(self, version: Version) -> None:
        """Bring the files to what they are in a version."""
        for path, blob in version.changed.items():
            if "/" in path:
                kept = self._files.setdefault(path.split("/", 1)[0], {})
            elif path in _SHARED_FILES:
                kept = self._shared = dict(self._shared)  # states hold the one of their time
            else:
                continue
            if blob is None:
                kept.pop(path, None)
            else:
                kept[path] = blob

    def _state(self, community: str) -> _State | None:
        """Return a community as it stands; a folder without its community.yml is none."""
        files = self._files.get(community, {})
        return _State(dict(files), self._shared) if f"{community}/{COMMUNITY}" in files else None

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
