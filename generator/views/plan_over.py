"""What is said of a plan whose time is over or which another replaced; also where only we chose its days."""

from dataclasses import dataclass
from datetime import date

from generator.model.community import Community
from generator.model.plan import Goal, Plan


@dataclass(frozen=True, slots=True)
class PlanOver:
    """The sentence of the band, and where it leads: the plan that came after."""

    sentence: str
    link_words: str = ""
    address: str = ""


def plan_over(community: Community, plan: Plan, as_of: date) -> PlanOver | None:
    """Return what a reader must know before reading a plan that is over or replaced; None of a plan in its time."""
    period = plan.record.period
    opening = f"Це план {period.for_years}." if period else "Це попередній план."
    successor = successor_of(community, plan)
    if successor:
        return PlanOver(f"{opening} Його замінив інший:", successor.record.name, successor.address)
    if period is None or as_of <= period.end or plan.is_project:
        return None
    later = next((other for other in community.plans if _is_later(other, plan)), None)
    if later:
        sentence = f"{opening} Чи діє він тепер, ми не знаємо. У громади є пізніший план:"
        return PlanOver(sentence, later.record.name, later.address)
    return PlanOver(f"{opening} Чи діє він тепер і чи є новий, ми не знаємо.")


def years_when_over(community: Community, plan: Plan, as_of: date) -> str:
    """Return the years of a plan that is over or replaced, for a line of search results; nothing of one in its time."""
    if plan_over(community, plan, as_of) is None:
        return ""
    years = f"у плані {plan.record.period.for_years}" if plan.record.period else "у попередньому плані"
    return f"{years}, який замінено" if successor_of(community, plan) else years


def successor_of(community: Community, plan: Plan) -> Plan | None:
    """Return the plan that replaced this one; None while there is none, or only a project of it."""
    return next((one for one in community.plans if plan.slug in one.record.replaces and not one.is_project), None)


def same_goal(community: Community, plan: Plan, goal: Goal) -> tuple[Plan, Goal] | None:
    """Return the plan that replaced this one and its goal of the same id and title; None where they do not match."""
    successor = successor_of(community, plan)
    goals = successor.all_goals() if successor else ()
    same = next((one for one in goals if (one.id, one.record.title) == (goal.id, goal.record.title)), None)
    return (successor, same) if successor and same else None


def _is_later(other: Plan, plan: Plan) -> bool:
    ends, others = plan.record.period, other.record.period
    return bool(not other.is_project and others and ends and others.end > ends.end)
