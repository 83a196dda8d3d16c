"""Topics: every tag names a topic that topics.yml knows, and every topic has an id of its own."""

from collections.abc import Iterator, Mapping

from generator.model.community import Catalogue
from generator.model.plan import Goal, Measure, Plan
from generator.problem import Problem, maybe
from generator.source import Path, Source


def check_topics(catalogue: Catalogue, sources: Mapping[str, Source]) -> list[Problem]:
    """Find tags that no topic has, in every plan."""
    known = [topic.id for topic in (*catalogue.topics.audiences, *catalogue.topics.services)]
    return [problem for plan in catalogue.plans for problem in _unknown(plan, sources[plan.place.file], known)]


def _unknown(plan: Plan, source: Source, known: list[str]) -> Iterator[Problem]:
    tagged: list[Goal | Measure] = [*plan.all_goals(), *plan.all_measures()]
    for item in tagged:
        for index, topic in enumerate(item.topics):
            if topic not in known:
                path: Path = (*item.place.path, "topics", index)
                yield source.problem(
                    path, f"{plan.community}/{item.number}", f"теми «{topic}» у topics.yml немає{maybe(topic, known)}"
                )
