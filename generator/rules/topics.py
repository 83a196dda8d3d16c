"""Topics: every tag names a topic that topics.yml knows, and every topic has an id of its own."""

from collections.abc import Iterator, Mapping

from generator.model.community import Catalogue
from generator.model.plan import Goal, Measure, Plan
from generator.model.records.topics import TopicsRecord
from generator.model.reserved_names import IN_WINDOWS
from generator.reading.registry import not_in_windows
from generator.source.problem import Problem, maybe
from generator.source.yaml_source import KeyPath, Source


def check_topics(
    catalogue: Catalogue, sources: Mapping[str, Source], own: TopicsRecord, source: Source | None
) -> list[Problem]:
    """Find topics of the `own` file with the id of another one there, and tags that no topic has, in every plan."""
    known = [topic.id for topic in catalogue.topics.all]
    unknown = [problem for plan in catalogue.plans for problem in _unknown(plan, sources[plan.place.file], known)]
    return [*(_repeated(own, source) if source else ()), *unknown]


def _repeated(record: TopicsRecord, source: Source) -> Iterator[Problem]:
    """Find ids that a topic above has already; audiences and services share one space of addresses."""
    lines: dict[str, int] = {}
    for group, listed in (("audiences", record.audiences), ("services", record.services)):
        for index, topic in enumerate(listed):
            path: KeyPath = (group, index, "id")
            if topic.id in lines:
                message = f"ідентифікатор «{topic.id}» уже є в рядку {lines[topic.id]}; дайте інший"
                yield source.problem(path, f"topics/{topic.id}", message)
            if topic.id in IN_WINDOWS:
                yield source.problem(path, f"topics/{topic.id}", not_in_windows(topic.id))
            lines.setdefault(topic.id, source.at(path).line)


def _unknown(plan: Plan, source: Source, known: list[str]) -> Iterator[Problem]:
    tagged: list[Goal | Measure] = [*plan.all_goals(), *plan.all_measures()]
    for item in tagged:
        for index, topic in enumerate(item.record.topics):
            if topic not in known:
                path: KeyPath = (*item.place.path, "topics", index)
                yield source.problem(
                    path,
                    f"{plan.community}/{item.called}",
                    f"теми «{topic}» у topics.yml немає{maybe(topic, known)}",
                )
