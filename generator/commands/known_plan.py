"""The plan that a person names on the command line."""

from generator.model.community import Catalogue
from generator.model.plan import Plan
from generator.source.problem import maybe
from generator.source.usage_error import UsageError


def known_plan(catalogue: Catalogue, plan_id: str) -> Plan:
    """Find a plan by its id («nizhyn/plan-2025»); UsageError with the plans there are when there is none."""
    known = {plan.id: plan for plan in catalogue.plans}
    if plan_id not in known:
        raise UsageError(f"плану «{plan_id}» немає{maybe(plan_id, known)}; є: {', '.join(known)}")
    return known[plan_id]
