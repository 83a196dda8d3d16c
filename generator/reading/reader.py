"""Files under plans/ to records and the model, one community at a time; what is wrong stands beside, with its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.plan import NarrativeText, Plan
from generator.model.records.community import CommunityRecord, ExecutorsRecord
from generator.model.records.glossary import GlossaryEntryRecord, GlossaryRecord
from generator.model.records.plan import PlanRecord
from generator.model.records.progress import ProgressRecord
from generator.model.records.redirects import RedirectsRecord
from generator.model.records.topics import TopicsRecord
from generator.reading import resolve
from generator.reading.country_files import COUNTRY, all_entries, country_record
from generator.reading.layout import (
    COMMUNITY,
    EXECUTORS,
    GLOSSARY,
    PLAN,
    PROGRESS,
    REDIRECTS,
    TEXTS,
    TOPICS,
    plan_slugs,
)
from generator.reading.narrative_text import image_problems, picture_names, read_text, repeated_names
from generator.reading.registry import Registry, executors, registry_of
from generator.reading.validation import RecordT, named, validate
from generator.source.pictures import is_picture
from generator.source.problem import Problem, has_errors
from generator.source.yaml_source import Source, read_source

Files = Mapping[str, bytes]
"""Files below plans/, by path relative to it («nizhyn/community.yml»)."""

Read = Callable[[str, bytes], tuple[Source, list[Problem]]]
"""From a path as messages give it and a content to what the file holds."""
ReadText = Callable[[str, bytes, str], tuple[NarrativeText | None, list[Problem]]]


@dataclass(frozen=True, slots=True)
class Shared:
    """What all communities refer to; `complete` is false when it could not be read."""

    executors: tuple[Executor, ...]
    source: Source | None
    complete: bool


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan, the source it stands in, and that of its reports when there are any that could be read."""

    plan: Plan
    source: Source
    progress: Source | None


@dataclass(frozen=True, slots=True)
class ReadCommunity:
    """One community read by itself; `community` is None when its own file can't be read; its plans stand."""

    community: Community | None
    source: Source
    plans: tuple[ReadPlan, ...]


@dataclass(slots=True)
class Reader:
    """Reads the files below plans/. Gathers every problem, and the source of each file by its path in messages."""

    files: Files
    root: str
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    read: Read = read_source
    """How a YAML file is read; whoever has read it before knows a quicker way."""
    read_text: ReadText = read_text

    def record(self, path: str, record_type: type[RecordT], owner: str) -> tuple[RecordT | None, Source]:
        """Read one YAML file as a record; None when it has errors."""
        source, problems = self.read(self.root + path, self.files[path])
        self.sources[source.path] = source
        self.problems += named(problems, source, owner)
        if has_errors(problems) and source.data is None:
            return None, source
        record, more = validate(source, record_type, owner)
        self.problems += more
        return (None if has_errors(problems) else record), source

    def shared(self) -> Shared:
        """Read the bodies that act in more than one community."""
        if EXECUTORS not in self.files:
            return Shared((), None, complete=True)
        record, source = self.record(EXECUTORS, ExecutorsRecord, "executors")
        found = executors(source, record.executors, None) if record else []
        return Shared(tuple(found), source, complete=record is not None)

    def topics(self) -> TopicsRecord | None:
        """Read the site's own topics; None when they can't be read."""
        return self.record(TOPICS, TopicsRecord, "topics")[0] if TOPICS in self.files else TopicsRecord()

    def topics_of_country(self) -> TopicsRecord:
        """Read the topics that every site gets; none where nothing was laid beneath."""
        content = self.files.get(COUNTRY + TOPICS)
        return country_record(TOPICS, content, TopicsRecord) if content else TopicsRecord()

    def glossary(self) -> tuple[GlossaryEntryRecord, ...]:
        """Read the glossary, the site's own words over those that every site gets; empty when there is none."""
        record = self.record(GLOSSARY, GlossaryRecord, "glossary")[0] if GLOSSARY in self.files else None
        content = self.files.get(COUNTRY + GLOSSARY)
        country = country_record(GLOSSARY, content, GlossaryRecord).entries if content else ()
        return all_entries(country, record.entries if record else ())

    def redirects(self) -> tuple[RedirectsRecord, Source] | None:
        """Read where old addresses lead; None when nothing says so or it can't be read."""
        if REDIRECTS not in self.files:
            return None
        record, source = self.record(REDIRECTS, RedirectsRecord, "redirects")
        return (record, source) if record else None

    def community(self, community_id: str, shared: Shared) -> ReadCommunity:
        """Read one community with its plans, the reports of any day among them."""
        path = f"{community_id}/{COMMUNITY}"
        if path in self.files:
            record, source = self.record(path, CommunityRecord, community_id)
        else:  # told by `misplaced`; its plans are checked all the same
            record, source = None, Source(self.root + path, None)
        own = executors(source, record.executors, community_id) if record else []
        registry = registry_of(own, source, shared.executors, shared.source, community_id)
        registry.complete = record is not None and shared.complete
        self.problems += registry.problems
        read = (self._plan(community_id, slug, registry) for slug in plan_slugs(self.files, community_id))
        plans = tuple(plan for plan in read if plan)
        if record is None:
            return ReadCommunity(None, source, plans)
        community = resolve.community(record, source, community_id, own, [one.plan for one in plans])
        return ReadCommunity(community, source, plans)

    def _plan(self, community_id: str, slug: str, registry: Registry) -> ReadPlan | None:
        folder = f"{community_id}/{slug}"
        record, source = self.record(f"{folder}/{PLAN}", PlanRecord, community_id)
        texts = self._texts(folder, community_id)
        progress = None
        if f"{folder}/{PROGRESS}" in self.files:
            progress_record, progress_source = self.record(f"{folder}/{PROGRESS}", ProgressRecord, community_id)
            progress = (progress_record, progress_source) if progress_record else None
        if record is None:
            return None
        plan, problems = resolve.plan(record, source, community_id, slug, registry, texts, progress)
        self.problems += problems
        return ReadPlan(plan, source, progress[1] if progress else None)

    def _texts(self, folder: str, owner: str) -> tuple[NarrativeText, ...]:
        start = f"{folder}/{TEXTS}/"
        beside = {path.removeprefix(start): self.files[path] for path in sorted(self.files) if path.startswith(start)}
        texts = []
        for path in (start + name for name in beside if name.endswith(".md") and "/" not in name):
            text, problems = self.read_text(self.root + path, self.files[path], owner)
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
