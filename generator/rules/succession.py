"""A plan replaces other plans of its own community, and none is replaced by itself or twice."""

from collections.abc import Iterator, Mapping

from generator.model.community import Community
from generator.source.problem import Problem, maybe
from generator.source.yaml_source import Source


def replaced_plans_stand(community: Community, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """See that what a plan replaces is another plan of the community that nothing else replaces."""
    taken: dict[str, str] = {}
    slugs = [plan.slug for plan in community.plans]
    for plan in community.plans:
        for index, slug in enumerate(plan.record.replaces):
            path = ("replaces", index)
            others = [other for other in slugs if other != plan.slug]
            if slug not in others:
                message = f"плану «{slug}», який цей замінив, у громаді немає{maybe(slug, others)}; впишіть теку плану"
                yield sources[plan.id].problem(path, plan.id, message)
            elif slug in taken:
                message = f"план «{slug}» уже замінив план «{taken[slug]}»; лишіть лише одного наступника"
                yield sources[plan.id].problem(path, plan.id, message)
            taken.setdefault(slug, plan.slug)
