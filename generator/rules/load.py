"""All files under plans/ to one checked catalogue: read, resolved, every rule applied; every problem in one run."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

from generator.cache import Cache, fingerprint
from generator.model.as_of import plan_as_of
from generator.model.community import Catalogue, Community
from generator.model.drafts import published
from generator.model.records.topics import TopicsRecord
from generator.reading.country_files import COUNTRY, all_synonyms, all_topics, country_data
from generator.reading.layout import EXECUTORS, GLOSSARY, PLAN, SYNONYMS, TOPICS, files_by_community, misplaced
from generator.reading.reader import Files, ReadCommunity, Reader, ReadPlan, Shared
from generator.reading.validation import named
from generator.rules import (
    check_community,
    check_draft,
    check_drafted_community,
    check_plan,
    check_reports,
    check_shared,
)
from generator.rules.redirects import check_redirects, final_addresses
from generator.rules.succession import replaced_plans_stand
from generator.rules.synonyms import check_synonyms
from generator.rules.topics import check_topics
from generator.source.disk import ADDRESSES
from generator.source.problem import Problem, has_errors
from generator.source.yaml_source import Source, read_source


@dataclass(slots=True)
class Loaded:
    """What the files hold. `catalogue` lacks what could not be read; the problems say why."""

    catalogue: Catalogue
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Checked:
    """One community read and checked by itself: what its files hold, what is wrong with them."""

    community: Community | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]


def load(
    files: Files,
    root: str = "plans/",
    as_of: date | None = None,
    cache: Cache | None = None,
    reading: Callable[[Files, str], Reader] = Reader,
) -> Loaded:
    """Read and check everything; `root` stands before each path in messages. Problems come by file and line.

    With an as-of date, reports from after it are told and left out. `cache` has the files an earlier build read;
    `reading` makes a reader that knows a quicker way to files it has read before.
    """
    cache, reader = cache or Cache(), reading(files, root)
    reader.problems += misplaced(files, root)
    shared = reader.shared()
    common = fingerprint(
        "community", root, repr(as_of), files.get(EXECUTORS, b""), "" if EXECUTORS in files else "none"
    )
    communities, listed = [], published_plans(files)
    for community_id, own in files_by_community(files).items():
        known = frozenset(plan for plan in listed if plan.startswith(f"{community_id}/"))
        inputs = fingerprint(common, community_id, *sorted(known), *(part for item in own.items() for part in item))
        checked = cache.get(inputs, partial(_checked, reading(own, root), community_id, as_of, shared, known))
        communities.append(checked.community)
        reader.problems += checked.problems
        reader.sources.update(checked.sources)
    topics, glossary = reader.topics(), reader.glossary()
    reader.problems += _hints(reader)
    synonyms, problems = _synonyms(files, root, cache)
    reader.problems += problems
    catalogue = Catalogue(
        communities=tuple(found for found in communities if found),
        shared_executors=tuple(one for one in shared.executors if not one.is_person),
        topics=all_topics(reader.topics_of_country(), topics or TopicsRecord()),
        glossary=glossary,
        synonyms=synonyms,
    )
    if topics:
        reader.problems += check_topics(catalogue, reader.sources, topics, reader.sources.get(root + TOPICS))
        catalogue = _with_topics_in_use(catalogue, topics, files)
    catalogue = _with_redirects(reader, catalogue)
    return Loaded(catalogue, sorted(set(reader.problems)))


def check_one(reader: Reader, community_id: str, known: Collection[str], as_of: date | None = None) -> Checked:
    """Check one community by itself, its topics among it; `known` are its plans that were published before.

    `reader` has its files, and those of the site and the country; of its plans only those that are to be checked.
    """
    shared, topics = reader.shared(), reader.topics()
    reader.problems += _hints(reader)
    checked = _checked(reader, community_id, as_of, shared, known)
    if topics is None or checked.community is None:
        return checked
    catalogue = Catalogue((checked.community,), topics=all_topics(reader.topics_of_country(), topics))
    wrong = check_topics(catalogue, reader.sources, topics, reader.sources.get(reader.root + TOPICS))
    return replace(checked, problems=tuple(sorted({*checked.problems, *wrong})))


def _with_topics_in_use(catalogue: Catalogue, own: TopicsRecord, files: Files) -> Catalogue:
    """Leave out topics of the country that no plan names, but for those whose page was published."""
    tagged = [one.record.topics for plan in catalogue.plans for one in plan.all_goals()]
    tagged += [one.record.topics for plan in catalogue.plans for one in plan.all_measures()]
    named = set(chain(*tagged))
    named |= {topic.id for topic in own.all}
    listed = set(files.get(ADDRESSES, b"").decode("utf-8", errors="replace").splitlines())
    topics = catalogue.topics
    kept = TopicsRecord(
        audiences=tuple(one for one in topics.audiences if one.id in named or one.address in listed),
        services=tuple(one for one in topics.services if one.id in named or one.address in listed),
    )
    return replace(catalogue, topics=kept)


def _hints(reader: Reader) -> Iterator[Problem]:
    """Refuse what is left to fill in files of the whole site: they belong to no draft that could be held back."""
    for name in (EXECUTORS, TOPICS, GLOSSARY):
        if source := reader.sources.get(reader.root + name):
            yield from check_shared(source, name.removesuffix(".yml"))


def published_plans(files: Files) -> frozenset[str]:
    """Return the plans («nizhyn/plan-2025») that the list of published addresses knows."""
    lines = files.get(ADDRESSES, b"").decode("utf-8", errors="replace").splitlines()
    return frozenset("/".join(line.split("/")[:2]) for line in lines if line.count("/") > 1)


def _checked(reader: Reader, community_id: str, as_of: date | None, shared: Shared, known: Collection[str]) -> Checked:
    """Read and check one community; the reader's files are its own, `known` its plans that were published before."""
    read = reader.community(community_id, shared)
    lacking = {one.plan.id: _lacking(one, published=one.plan.id in known) for one in read.plans}
    own = read.community and check_drafted_community(read.community, read.source, published=bool(known))
    problems = (*reader.problems, *_broken_rules(read, as_of), *chain(*lacking.values()), *(own or ()))
    community = read.community and _on(_with_drafts(read.community, lacking, own or []), as_of)
    return Checked(community, problems, reader.sources)


def _lacking(read: ReadPlan, *, published: bool) -> list[Problem]:
    """Return what makes a plan a draft, in its reports too."""
    sources = [read.source, *([read.progress] if read.progress else [])]
    return check_draft(read.plan, *sources, published=published)


def _with_drafts(community: Community, lacking: Mapping[str, list[Problem]], own: list[Problem]) -> Community:
    """Note in each plan what makes it a draft; what its community has left to fill does too."""
    lacks = tuple(map(_lack, own))
    plans = (replace(plan, lacks=(*map(_lack, lacking[plan.id]), *lacks)) for plan in community.plans)
    return replace(community, plans=tuple(plans), lacks=lacks)


def _lack(problem: Problem) -> str:
    """Say it as a page does; the file is named where it is not plan.yml."""
    name = problem.path.rpartition("/")[2]
    file = "" if name == PLAN else f"{name}, "
    return f"{file}рядок {problem.line}: {problem.record}: {problem.message}"


def _broken_rules(read: ReadCommunity, as_of: date | None) -> Iterator[Problem]:
    for one in read.plans:
        yield from _broken_rules_of_plan(one, as_of)
    if read.community:
        yield from check_community(read.community, read.source)
        yield from replaced_plans_stand(read.community, {one.plan.id: one.source for one in read.plans})


def _broken_rules_of_plan(read: ReadPlan, as_of: date | None) -> Iterator[Problem]:
    yield from check_plan(read.plan, read.source)
    if read.progress:
        yield from check_reports(read.plan, read.progress, as_of)


def _on(community: Community, as_of: date | None) -> Community:
    """Leave out what was reported after the as-of date."""
    return replace(community, plans=tuple(plan_as_of(plan, as_of) for plan in community.plans)) if as_of else community


def _synonyms(files: Files, root: str, cache: Cache) -> tuple[Mapping[str, Any], list[Problem]]:
    beneath = files.get(COUNTRY + SYNONYMS)
    country = country_data(SYNONYMS, beneath) if beneath else {}
    if SYNONYMS not in files:
        return country, []
    path, content = root + SYNONYMS, files[SYNONYMS]
    inputs = fingerprint("synonyms", path, content, beneath or b"")
    own, problems = cache.get(inputs, partial(_read_synonyms, path, content, country.get("stop_words", ())))
    return all_synonyms(country, own) if country else own, problems


def _read_synonyms(path: str, content: bytes, stop_words: Sequence[str]) -> tuple[Mapping[str, Any], list[Problem]]:
    source, problems = read_source(path, content)
    found = check_synonyms(source.data, stop_words) if source.data is not None else []
    problems += [source.problem(problem.path, "synonyms", problem.message) for problem in found]
    return {} if has_errors(problems) else source.data, named(problems, source, "synonyms")


def _with_redirects(reader: Reader, catalogue: Catalogue) -> Catalogue:
    """Read where old addresses lead; they can be judged only when everything else could be read."""
    sound = not has_errors(reader.problems)
    read = reader.redirects()
    if read is None:
        return catalogue
    reader.problems += check_redirects(published(catalogue), *read) if sound else ()
    record = read[0]
    how = {one.old: one.how for one in record.redirects if one.how}
    return replace(catalogue, redirects=final_addresses(record), moved_how=how, withdrawn=record.withdrawn)
