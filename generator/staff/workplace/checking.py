"""What `plans check` says of the papers on a desk: the same words from the same code, one plan at a time and quick.

A file that did not change is not read again; of one that was spliced only the part that changed is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.community import Catalogue
from generator.model.executor import Executor
from generator.model.plan import NarrativeText
from generator.model.records.community import CommunityRecord
from generator.model.records.topics import TopicsRecord
from generator.reading.country_files import all_topics, with_country
from generator.reading.layout import COMMUNITY, EXECUTORS, TOPICS, misplaced
from generator.reading.narrative_text import read_text
from generator.reading.reader import Files, Reader
from generator.reading.registry import Registry, executors, registry_of
from generator.rules.load import Checked, check_one, load, published_plans
from generator.source.problem import Problem, below
from generator.source.yaml_source import Source, read_source
from generator.staff.workplace.paper import Paper
from generator.staff.workplace.saying import said
from generator.staff.workplace.shapes import Said

ROOT = "plans/"
_MOST_READ = 200
"""Versions of files that are remembered."""
Read = tuple[Source, list[Problem]]


@dataclass(frozen=True, slots=True)
class Known:
    """Who and what a plan may name."""

    registry: Registry
    executors: tuple[Executor, ...]
    topics: TopicsRecord


@dataclass(slots=True)
class Checker:
    """Remembers what was read, by the content of files."""

    read: dict[tuple[str, bytes], Read] = field(default_factory=dict)
    texts: dict[tuple[str, bytes], tuple[NarrativeText | None, list[Problem]]] = field(default_factory=dict)

    def source(self, path: str, content: bytes) -> Read:
        """Read a YAML file, or find it read."""
        key = (path, content)
        if key not in self.read:
            self.read[key] = read_source(path, content)
        source, problems = self.read[key]
        return source, list(problems)

    def spliced(self, path: str, content: bytes, read: Read) -> None:
        """Take a file that is known without reading it whole; what was read longest ago is forgotten."""
        self.read[path, content] = read
        while len(self.read) > _MOST_READ:
            self.read.pop(next(iter(self.read)))

    def shared(self, papers: Mapping[str, Paper]) -> Catalogue:
        """Return what all communities share: bodies, topics, words explained; no communities."""
        reader = self.reader(files_below(papers))
        topics = all_topics(reader.topics_of_country(), reader.topics() or TopicsRecord())
        return Catalogue((), reader.shared().executors, topics, reader.glossary())

    def of_plan(self, papers: Mapping[str, Paper], plan: str, today: date | None) -> list[Said]:
        """Return the problems of one plan, of its community's file and of the site's own bodies and topics."""
        checked = self.checked(papers, plan, today)
        return [said(problem, checked.sources.get(problem.path)) for problem in checked.problems]

    def checked(self, papers: Mapping[str, Paper], plan: str, today: date | None) -> Checked:
        """Read and check one plan with its community; reports from after `today` are told and left out."""
        files = files_below(papers)
        community = plan.partition("/")[0]
        wanted = {f"{community}/{COMMUNITY}", EXECUTORS, TOPICS}
        own = {path: content for path, content in files.items() if path in wanted or path.startswith(f"{plan}/")}
        known = {one for one in published_plans(files) if one.startswith(f"{community}/")}
        reader = self.reader(own)
        reader.problems += below(misplaced(files, ROOT), f"{ROOT}{plan}/")
        return check_one(reader, community, known, today)

    def of_all(self, papers: Mapping[str, Paper], today: date | None) -> list[Said]:
        """Return all that `plans check` says of the folder plans/."""
        from generator.outputs.gone import lost_of_plans  # noqa: PLC0415 - takes calendars along

        files = with_country(files_below(papers))
        loaded = load(files, ROOT, today, reading=self._reader)
        lost = lost_of_plans(files, loaded.catalogue, today, ROOT, loaded.problems)
        return [said(problem, self._source_of(problem, papers)) for problem in sorted((*loaded.problems, *lost))]

    def known(self, papers: Mapping[str, Paper], plan: str) -> Known:
        """Return who may be named in the plan's community, and the topics there are."""
        reader = self.reader(files_below(papers))
        community = plan.partition("/")[0]
        path = f"{community}/{COMMUNITY}"
        shared = reader.shared()
        record, source = None, Source(ROOT + path, None)
        if path in reader.files:
            record, source = reader.record(path, CommunityRecord, community)
        own = executors(source, record.executors, community) if record else []
        registry = registry_of(own, source, shared.executors, shared.source, community)
        topics = all_topics(reader.topics_of_country(), reader.topics() or TopicsRecord())
        return Known(registry, (*own, *shared.executors), topics)

    def reader(self, files: Files) -> Reader:
        """Return a reader that reads nothing twice; every site's own files lie beneath."""
        return self._reader(with_country(files), ROOT)

    def _reader(self, files: Files, root: str) -> Reader:
        return Reader(files, root, read=self.source, read_text=self._text)

    def _text(self, path: str, content: bytes, owner: str) -> tuple[NarrativeText | None, list[Problem]]:
        key = (path, content)
        if key not in self.texts:
            self.texts[key] = read_text(path, content, owner)
        text, problems = self.texts[key]
        return text, list(problems)

    def _source_of(self, problem: Problem, papers: Mapping[str, Paper]) -> Source | None:
        one = papers.get(problem.path)
        return self.source(problem.path, one.content)[0] if one and problem.path.endswith((".yml", ".yaml")) else None


def files_below(papers: Mapping[str, Paper]) -> dict[str, bytes]:
    """Return the files below plans/ as the readers get them."""
    return {path.removeprefix(ROOT): one.content for path, one in papers.items() if path.startswith(ROOT)}
