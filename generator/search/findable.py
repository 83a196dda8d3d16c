"""What can be found by the search: measures first, then goals, executors, texts and communities."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from generator.model.community import Catalogue, Community
from generator.model.executor import Executor
from generator.model.money_lines import words_of
from generator.model.plan import Goal, Measure, NarrativeText, Plan
from generator.reading.narrative_markdown import plain_words
from generator.search import Field, SearchRecord
from generator.search.records import Kind
from generator.views import words
from generator.views.commitment import Commitment, Commitments
from generator.views.outcome import counted_by_outcome
from generator.views.plan_over import years_when_over
from generator.views.shape import said_in_a_line, until_when
from generator.views.words import small

_NAMED = 2
"""How many executors a line of a result names; the rest are counted."""


def search_records(commitments: Commitments) -> Iterator[SearchRecord]:
    """Return everything that can be found, in the order of communities."""
    catalogue = commitments.catalogue
    names = {topic.id: topic.name for topic in catalogue.topics.all}
    audiences = {topic.id for topic in catalogue.topics.audiences}
    yield _help()
    yield from _topics(commitments)
    for community in catalogue.communities:
        yield _community(community)
        for plan in community.plans:
            for item in commitments.by_plan.get(plan.id, []):
                yield _measure(item, names, audiences, commitments.as_of)
            for goal in plan.all_goals():
                yield _goal(community, plan, goal, names, audiences, commitments)
            for text in plan.texts:
                yield _text(community, plan, text, commitments.as_of)
        for executor in _executors_of(catalogue, commitments, community):
            yield _executor(community, executor, commitments)


def _topics(commitments: Commitments) -> Iterator[SearchRecord]:
    """Return the topics under which something is promised."""
    counts = Counter(topic for item in commitments.all for topic in item.measure.record.topics)
    topics = commitments.catalogue.topics
    called = [
        *((topic, (topic.name, topic.question)) for topic in topics.audiences),
        *((topic, (topic.name, topic.official_name)) for topic in topics.services),
    ]
    for topic, names in called:
        if counts[topic.id]:
            context = words.measures(counts[topic.id])
            yield _of_the_site("topic", topic.address, topic.name, context, names)


@cache
def _help() -> SearchRecord:
    """Return the way to ask the council; its words and addresses stand in help.yml."""
    said = yaml.safe_load(files("generator.search").joinpath("help.yml").read_text(encoding="utf-8"))
    record = _of_the_site("help", said["address"], said["title"], said["about"], said["words"])
    return replace(record, url_in_community=said["in_community"])


def _of_the_site(kind: Kind, url: str, title: str, context: str, names: Iterable[str | None]) -> SearchRecord:
    return SearchRecord(
        kind, url, title, community="", community_name="", texts=(), context=context, names=tuple(filter(None, names))
    )


def _executors_of(catalogue: Catalogue, commitments: Commitments, community: Community) -> Iterator[Executor]:
    yield from community.executors
    for executor in catalogue.shared_executors:
        items = commitments.by_executor.get(executor.address, [])
        if any(item.community.id == community.id for item in items):
            yield executor


def community_forms(community: Community) -> tuple[str, ...]:
    """Return the words residents call a community by: its town and its adjective («Ніжин», «Ніжинська»)."""
    return (community.record.short_name, community.record.name.split()[0])


def _measure(item: Commitment, names: dict[str, str], audiences: set[str], as_of: date) -> SearchRecord:
    measure, plan = item.measure, item.plan
    above = [] if item.goal.is_ours else [item.goal.record.title]
    above += [plan.goal(item.goal.parent).record.title] if item.goal.parent else []
    above += [plan.measure(measure.parent).record.text] if measure.parent else []
    funding = measure.record.funding
    indicators = [indicator.text for indicator in measure.record.indicators]
    texts = [
        *_number(measure),
        (Field.TITLE, measure.record.text),
        *((Field.GOAL, title) for title in above),
        *((Field.EXECUTORS, name) for body in measure.bodies for name in _names(body)),
        *((Field.EXECUTORS, words) for words in dict.fromkeys(_roles(measure))),
        *((Field.INDICATORS, text) for text in indicators),
        *((Field.INDICATORS, text) for text in (words_of(funding) if funding else ())),
        *((Field.INDICATORS, f"{heading}: {words}") for heading, words in measure.record.other.items()),
        *((Field.SUMMARY, text) for text in measure.record.summary),
        *((Field.TOPICS, names[topic]) for topic in measure.record.topics if topic in names),
    ]
    if measure.term:
        texts.append((Field.TERM, measure.term.text))
    return _record(
        item.community,
        "measure",
        item.address,
        measure.printed,
        texts,
        context=_known(_who_until_when(item), item.community, plan, as_of),
        snippet=" ".join([*indicators, *measure.record.summary]),
        executors=tuple(dict.fromkeys(body.id for body in measure.bodies)),
        audiences=tuple(topic for topic in measure.record.topics if topic in audiences),
        services=tuple(topic for topic in measure.record.topics if topic not in audiences),
        state=item.state.status_code,
        years=_years(measure, plan),
    )


def _who_until_when(item: Commitment) -> str:
    """Return the line of a measure: who does it, until when, where it stands; which plan where there are several."""
    named = sorted(item.measure.executors, key=lambda one: not one.answers)
    names = list(dict.fromkeys(one.executor.label if one.has_page else one.as_written for one in named))
    who = ", ".join(names[:_NAMED]) + (f" і ще {len(names) - _NAMED}" if len(names) > _NAMED else "")
    several = [item.plan.record.name] if len(item.community.plans) > 1 else []
    said = [who or f"виконавець: {small(item.no_executors)}", until_when(item), said_in_a_line(item), *several]
    return " · ".join(filter(None, said))


def _number(thing: Goal | Measure) -> Iterator[tuple[Field, str]]:
    """Yield the numbers that the document prints; an id of ours is none."""
    if thing.record.number:
        yield Field.NUMBER, thing.record.number


def _roles(measure: Measure) -> Iterator[str]:
    """Yield what the document says of bodies beside their names: their roles, and what exactly they do."""
    for assigned in measure.executors:
        yield from [assigned.role_words] if assigned.role_words else []
        yield from [assigned.record.does] if assigned.record.does else []


def _years(measure: Measure, plan: Plan) -> tuple[int, ...]:
    """Return the years a measure concerns: those of its term within the plan's period."""
    term, period = measure.term, plan.record.period
    end = term.end if term and term.end else period and period.end
    start = term.start if term and term.start else term.end if term and term.end else period and period.start
    return tuple(range(start.year, end.year + 1)) if start and end else ()


def _known(context: str, community: Community, plan: Plan, as_of: date) -> str:
    """Add to the line of a result that its plan is over, where it does not: «5 заходів · у плані на 2025 рік»."""
    over = years_when_over(community, plan, as_of)
    return f"{context} · {over}" if over and over not in context else context


def _goal(
    community: Community, plan: Plan, goal: Goal, names: dict[str, str], audiences: set[str], commitments: Commitments
) -> SearchRecord:
    as_of, items = commitments.as_of, commitments.of_goal(plan, goal)
    topics = [names[topic] for topic in goal.record.topics if topic in names]
    return _record(
        community,
        "goal",
        plan.goal_address(goal.id),
        goal.heading,
        [
            *_number(goal),
            (Field.TITLE, goal.record.title),
            *((Field.SUMMARY, text) for text in goal.record.summary),
            *((Field.TOPICS, name) for name in topics),
        ],
        context=_known(f"{counted_by_outcome(items)} · {plan.record.name}", community, plan, as_of),
        names=(goal.record.title, goal.heading),
        snippet=" ".join(goal.record.summary),
        audiences=tuple(topic for topic in goal.record.topics if topic in audiences),
        services=tuple(topic for topic in goal.record.topics if topic not in audiences),
    )


def _executor(community: Community, executor: Executor, commitments: Commitments) -> SearchRecord:
    items = commitments.by_executor.get(executor.address, [])
    where = dict.fromkeys(item.community.record.short_name for item in items)
    shared = executor.community is None and len(where) > 1
    return _record(
        community,
        "executor",
        executor.address,
        executor.record.name,
        [(Field.TITLE, executor.record.name), *((Field.EXECUTORS, name) for name in _names(executor))],
        context=counted_by_outcome(items) if items else "заходів у планах немає",
        community_name=", ".join(where) if shared else "",
        names=_names(executor),
        executors=(executor.id,),
    )


def _text(community: Community, plan: Plan, text: NarrativeText, as_of: date) -> SearchRecord:
    plain = plain_words(text.body)
    return _record(
        community,
        "text",
        plan.text_address(text.name),
        text.record.title,
        [(Field.TITLE, text.record.title), (Field.BODY, plain)],
        context=_known(plan.record.name, community, plan, as_of),
        snippet=plain,
    )


def _community(community: Community) -> SearchRecord:
    return _record(
        community,
        "community",
        community.address,
        community.record.name,
        [(Field.TITLE, community.record.name), (Field.BODY, community.record.oblast)],
        context=community.record.oblast,
        names=(community.record.name, community.record.short_name),
    )


def _names(executor: Executor) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            name for name in (executor.record.name, executor.record.short_name, *executor.record.spellings) if name
        )
    )


def _record(
    community: Community,
    kind: Kind,
    url: str,
    title: str,
    texts: list[tuple[Field, str]],
    *,
    context: str = "",
    community_name: str = "",
    names: tuple[str, ...] = (),
    snippet: str = "",
    executors: tuple[str, ...] = (),
    audiences: tuple[str, ...] = (),
    services: tuple[str, ...] = (),
    state: str = "",
    years: tuple[int, ...] = (),
) -> SearchRecord:
    return SearchRecord(
        kind=kind,
        url=url,
        title=title,
        community=community.id,
        community_name=community_name or community.record.short_name,
        names=names,
        community_forms=community_forms(community),
        texts=tuple(texts),
        context=context,
        snippet=snippet,
        executors=executors,
        audiences=audiences,
        services=services,
        state=state,
        years=years,
    )
