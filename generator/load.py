"""All files under plans/ to one catalogue: read, check, resolve, apply the rules; every problem in one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from generator import resolve
from generator.model.community import Catalogue, Community
from generator.model.executor import Executor
from generator.model.plan import NarrativeText, Plan
from generator.narrative import read_text
from generator.problem import Problem
from generator.records.community import CommunityRecord, ExecutorsRecord
from generator.records.glossary import GlossaryEntryRecord, GlossaryRecord
from generator.records.plan import PlanRecord
from generator.records.progress import ProgressRecord
from generator.records.topics import TopicsRecord
from generator.rules import check_plan
from generator.rules.topics import check_topics
from generator.search import check_synonyms
from generator.source import Source, read_source
from generator.validation import RecordT, validate

Files = Mapping[str, bytes]
"""Files below plans/, by path relative to it («nizhyn/community.yml»)."""

SHARED = "executors.yml"
COMMUNITY = "community.yml"
TOPICS = "topics.yml"
GLOSSARY = "glossary.yml"
SYNONYMS = "synonyms.yml"


@dataclass(slots=True)
class Loaded:
    """What the files hold. `catalogue` lacks what could not be read; the problems say why."""

    catalogue: Catalogue
    problems: list[Problem] = field(default_factory=list)


class _Loader:
    def __init__(self, files: Files, root: str) -> None:
        self.files, self.root = files, root
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}

    def record(self, path: str, record_type: type[RecordT], owner: str) -> tuple[RecordT | None, Source]:
        source, problems = read_source(self.root + path, self.files[path])
        self.sources[source.path] = source
        self.problems += problems
        if problems and source.data is None:
            return None, source
        record, more = validate(source, record_type, owner)
        self.problems += more
        return (None if problems else record), source

    def shared(self) -> tuple[list[Executor], Source | None]:
        if SHARED not in self.files:
            return [], None
        record, source = self.record(SHARED, ExecutorsRecord, "executors")
        return (resolve.executors(source, record.executors, None) if record else []), source

    def topics(self) -> TopicsRecord:
        record = self.record(TOPICS, TopicsRecord, "topics")[0] if TOPICS in self.files else None
        return record or TopicsRecord()

    def glossary(self) -> tuple[GlossaryEntryRecord, ...]:
        record = self.record(GLOSSARY, GlossaryRecord, "glossary")[0] if GLOSSARY in self.files else None
        return record.entries if record else ()

    def synonyms(self) -> Mapping[str, Any]:
        if SYNONYMS not in self.files:
            return {}
        source, problems = read_source(self.root + SYNONYMS, self.files[SYNONYMS])
        found = check_synonyms(source.data) if source.data is not None else []
        problems += [source.problem(problem.path, "synonyms", problem.message) for problem in found]
        self.problems += problems
        return {} if problems else source.data

    def community(self, community_id: str, shared: list[Executor], shared_source: Source | None) -> Community | None:
        record, source = self.record(f"{community_id}/{COMMUNITY}", CommunityRecord, community_id)
        own = resolve.executors(source, record.executors, community_id) if record else []
        known = resolve.bodies(own, source, shared, shared_source, community_id)
        self.problems += [problem for problem in known.problems if problem not in self.problems]
        plans = [self.plan(community_id, slug, known if record else None) for slug in self._plan_slugs(community_id)]
        if record is None:
            return None
        return resolve.community(record, source, community_id, own, [plan for plan in plans if plan])

    def _plan_slugs(self, community_id: str) -> list[str]:
        return sorted(
            PurePosixPath(path).parts[1]
            for path in self.files
            if path.startswith(f"{community_id}/") and PurePosixPath(path).match("*/*/plan.yml")
        )

    def plan(self, community_id: str, slug: str, known: resolve.Bodies | None) -> Plan | None:
        folder = f"{community_id}/{slug}"
        record, source = self.record(f"{folder}/plan.yml", PlanRecord, community_id)
        texts = self._texts(folder, community_id)
        progress = None
        if f"{folder}/progress.yml" in self.files:
            progress_record, progress_source = self.record(f"{folder}/progress.yml", ProgressRecord, community_id)
            progress = (progress_record, progress_source) if progress_record else None
        if record is None or known is None:
            return None
        plan, problems = resolve.plan(record, source, community_id, slug, known, texts, progress)
        self.problems += problems
        self.problems += check_plan(plan, source, progress[1] if progress else None)
        return plan

    def _texts(self, folder: str, owner: str) -> tuple[NarrativeText, ...]:
        texts = []
        for path in sorted(path for path in self.files if path.startswith(f"{folder}/texts/") and path.endswith(".md")):
            text, problems = read_text(self.root + path, self.files[path], owner)
            self.problems += problems
            if text:
                texts.append(text)
        return tuple(texts)


def load(files: Files, root: str = "plans/") -> Loaded:
    """Read everything; `root` stands before each path in messages. Problems come in the order of files and lines."""
    loader = _Loader(files, root)
    shared, shared_source = loader.shared()
    ids = sorted({path.split("/")[0] for path in files if path.count("/") == 1 and path.endswith(f"/{COMMUNITY}")})
    communities = [loader.community(community_id, shared, shared_source) for community_id in ids]
    catalogue = Catalogue(
        communities=tuple(found for found in communities if found),
        shared_executors=tuple(shared),
        topics=loader.topics(),
        glossary=loader.glossary(),
        synonyms=loader.synonyms(),
    )
    loader.problems += check_topics(catalogue, loader.sources)
    return Loaded(catalogue, sorted(set(loader.problems)))
