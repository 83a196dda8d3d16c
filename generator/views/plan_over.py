"""What is said of a plan whose time is over or which another replaced; also where only we chose its days."""

from dataclasses import dataclass
from datetime import date

from generator.model.community import Community
from generator.model.plan import Goal, Plan


@dataclass(frozen=True, slots=True)
class PlanOver:
    """The sentence of the band, and where it leads: the plan that came after, its same goal where there is one."""

    sentence: str
    link_words: str = ""
    address: str = ""


def plan_over(community: Community, plan: Plan, as_of: date, goal: Goal | None = None) -> PlanOver | None:
    """Return what a reader must know before reading a plan that is over or replaced; None of a plan in its time."""
    period = plan.record.period
    opening = f"Це план {period.for_years}." if period else "Це попередній план."
    successor = next((other for other in community.plans if plan.slug in other.record.replaces), None)
    if successor and not successor.is_project:
        return _leading_to(successor, f"{opening} Його замінив інший:", goal)
    if period is None or as_of <= period.end or plan.is_project:
        return None
    later = next((other for other in community.plans if _is_later(other, plan)), None)
    if later:
        return _leading_to(later, f"{opening} Чи діє він тепер, ми не знаємо. У громади є пізніший план:", None)
    return PlanOver(f"{opening} Чи діє він тепер і чи є новий, ми не знаємо.")


def _is_later(other: Plan, plan: Plan) -> bool:
    ends, others = plan.record.period, other.record.period
    return bool(not other.is_project and others and ends and others.end > ends.end)


def _leading_to(plan: Plan, sentence: str, goal: Goal | None) -> PlanOver:
    key = (goal.id, goal.record.title) if goal else None
    same = next((one for one in plan.all_goals() if (one.id, one.record.title) == key), None)
    if same:
        return PlanOver(sentence, f"{plan.record.name}, {same.name.lower()}", plan.goal_address(same.id))
    return PlanOver(sentence, plan.record.name, plan.address)
