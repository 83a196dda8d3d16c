"""All files under plans/ to one catalogue: read, check, resolve, apply the rules; every problem in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from generator.cache import Kept, mark
from generator.model.community import Catalogue, Community
from generator.model.executor import Executor
from generator.model.known import known_on
from generator.model.plan import NarrativeText, Plan
from generator.model.records.community import CommunityRecord, ExecutorsRecord
from generator.model.records.glossary import GlossaryEntryRecord, GlossaryRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressRecord
from generator.model.records.redirects import RedirectsRecord
from generator.model.records.topics import TopicsRecord
from generator.reading import resolve
from generator.reading.layout import (
    COMMUNITY,
    EXECUTORS,
    GLOSSARY,
    PLAN,
    PROGRESS,
    REDIRECTS,
    SYNONYMS,
    TEXTS,
    TOPICS,
    files_by_community,
    misplaced,
    plan_slugs,
)
from generator.reading.narrative_text import image_problems, picture_names, read_text, repeated_names
from generator.reading.registry import Bodies, bodies, executors
from generator.reading.validation import RecordT, named, validate
from generator.rules import check_community, check_plan, check_reports
from generator.rules.redirects import check_redirects, final_addresses
from generator.rules.topics import check_topics
from generator.search import check_synonyms
from generator.source.pictures import is_picture
from generator.source.problem import Problem, has_errors
from generator.source.yaml_source import Source, read_source

Files = Mapping[str, bytes]
"""Files below plans/, by path relative to it («nizhyn/community.yml»)."""


@dataclass(slots=True)
class Loaded:
    """What the files hold. `catalogue` lacks what could not be read; the problems say why."""

    catalogue: Catalogue
    problems: list[Problem] = field(default_factory=list)


class _Loader:
    def __init__(self, files: Files, root: str, as_of: date | None) -> None:
        self.files, self.root, self.as_of = files, root, as_of
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}

    def record(self, path: str, record_type: type[RecordT], owner: str) -> tuple[RecordT | None, Source]:
        source, problems = read_source(self.root + path, self.files[path])
        self.sources[source.path] = source
        self.problems += named(problems, source, owner)
        if has_errors(problems) and source.data is None:
            return None, source
        record, more = validate(source, record_type, owner)
        self.problems += more
        return (None if has_errors(problems) else record), source

    def shared(self) -> "_Shared":
        if EXECUTORS not in self.files:
            return _Shared((), None, complete=True)
        record, source = self.record(EXECUTORS, ExecutorsRecord, "executors")
        found = executors(source, record.executors, None) if record else []
        return _Shared(tuple(found), source, complete=record is not None)

    def topics(self) -> TopicsRecord | None:
        """Read the topics; none when they can't be read."""
        return self.record(TOPICS, TopicsRecord, "topics")[0] if TOPICS in self.files else TopicsRecord()

    def glossary(self) -> tuple[GlossaryEntryRecord, ...]:
        record = self.record(GLOSSARY, GlossaryRecord, "glossary")[0] if GLOSSARY in self.files else None
        return record.entries if record else ()

    def synonyms(self, kept: Kept) -> Mapping[str, Any]:
        if SYNONYMS not in self.files:
            return {}
        path, content = self.root + SYNONYMS, self.files[SYNONYMS]
        synonyms, problems = kept.get(mark("synonyms", path, content), partial(_read_synonyms, path, content))
        self.problems += problems
        return synonyms

    def redirects(self, catalogue: Catalogue) -> Mapping[str, str]:
        """Read where old addresses lead; they can be judged only when everything else could be read."""
        if REDIRECTS not in self.files:
            return {}
        sound = not has_errors(self.problems)
        record, source = self.record(REDIRECTS, RedirectsRecord, "redirects")
        if record is None:
            return {}
        self.problems += check_redirects(catalogue, record, source) if sound else ()
        return final_addresses(record)

    def community(self, community_id: str, shared: "_Shared") -> Community | None:
        path = f"{community_id}/{COMMUNITY}"
        if path in self.files:
            record, source = self.record(path, CommunityRecord, community_id)
        else:  # told by `misplaced`; its plans are checked all the same
            record, source = None, Source(self.root + path, None)
        own = executors(source, record.executors, community_id) if record else []
        known = bodies(own, source, shared.executors, shared.source, community_id)
        known.complete = record is not None and shared.complete
        self.problems += known.problems
        plans = [self.plan(community_id, slug, known) for slug in plan_slugs(self.files, community_id)]
        if record is None:
            return None
        community = resolve.community(record, source, community_id, own, [plan for plan in plans if plan])
        self.problems += check_community(community, source)
        return community

    def plan(self, community_id: str, slug: str, known: Bodies) -> Plan | None:
        folder = f"{community_id}/{slug}"
        record, source = self.record(f"{folder}/{PLAN}", PlanRecord, community_id)
        texts = self._texts(folder, community_id)
        progress = None
        if f"{folder}/{PROGRESS}" in self.files:
            progress_record, progress_source = self.record(f"{folder}/{PROGRESS}", ProgressRecord, community_id)
            progress = (progress_record, progress_source) if progress_record else None
        if record is None:
            return None
        plan, problems = resolve.plan(record, source, community_id, slug, known, texts, progress)
        self.problems += problems
        self.problems += check_plan(plan, source)
        self.problems += check_reports(plan, progress[1], self.as_of) if progress else []
        return known_on(plan, self.as_of) if self.as_of else plan

    def _texts(self, folder: str, owner: str) -> tuple[NarrativeText, ...]:
        start = f"{folder}/{TEXTS}/"
        beside = {path.removeprefix(start): self.files[path] for path in sorted(self.files) if path.startswith(start)}
        texts = []
        for path in (start + name for name in beside if name.endswith(".md") and "/" not in name):
            text, problems = read_text(self.root + path, self.files[path], owner)
            self.problems += problems
            if text:
                self.problems += image_problems(text, self.files[path], beside, owner)
                texts.append(replace(text, pictures=tuple(self._pictures(text, start))))
        self.problems += repeated_names(texts, owner)
        return tuple(texts)

    def _pictures(self, text: NarrativeText, folder: str) -> Iterator[tuple[str, bytes]]:
        for name in picture_names(text.body):
            if is_picture(name) and folder + name in self.files:
                yield name, self.files[folder + name]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all communities refer to."""

    executors: tuple[Executor, ...]
    source: Source | None
    complete: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """One community read by itself: what its files hold, what is wrong with them."""

    community: Community | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]


def _read_synonyms(path: str, content: bytes) -> tuple[Mapping[str, Any], list[Problem]]:
    source, problems = read_source(path, content)
    found = check_synonyms(source.data) if source.data is not None else []
    problems += [source.problem(problem.path, "synonyms", problem.message) for problem in found]
    return {} if has_errors(problems) else source.data, named(problems, source, "synonyms")


def _read_community(community_id: str, files: Files, root: str, as_of: date | None, shared: _Shared) -> _Read:
    """Read one community; `files` are its own."""
    loader = _Loader(files, root, as_of)
    community = loader.community(community_id, shared)
    return _Read(community, tuple(loader.problems), loader.sources)


def load(files: Files, root: str = "plans/", as_of: date | None = None, kept: Kept | None = None) -> Loaded:
    """Read everything; `root` stands before each path in messages. Problems come in the order of files and lines.

    With an as-of date, reports from after it are told and left out. `kept` has the files an earlier build read.
    """
    kept, loader = kept or Kept(), _Loader(files, root, as_of)
    loader.problems += misplaced(files, root)
    shared = loader.shared()
    common = mark("community", root, repr(as_of), files.get(EXECUTORS, b""), "" if EXECUTORS in files else "none")
    communities = []
    for community_id, own in files_by_community(files).items():
        inputs = mark(common, community_id, *(part for item in own.items() for part in item))
        read = kept.get(inputs, partial(_read_community, community_id, own, root, as_of, shared))
        communities.append(read.community)
        loader.problems += read.problems
        loader.sources.update(read.sources)
    topics = loader.topics()
    catalogue = Catalogue(
        communities=tuple(found for found in communities if found),
        shared_executors=shared.executors,
        topics=topics or TopicsRecord(),
        glossary=loader.glossary(),
        synonyms=loader.synonyms(kept),
    )
    if topics:
        loader.problems += check_topics(catalogue, loader.sources, loader.sources.get(root + TOPICS))
    catalogue = replace(catalogue, redirects=loader.redirects(catalogue))
    return Loaded(catalogue, sorted(set(loader.problems)))
