"""What is said of a plan whose time is over or which another replaced; also where only we chose its days."""

from dataclasses import dataclass
from datetime import date

from generator.model.community import Community
from generator.model.plan import Goal, Plan
from generator.model.promise import digest_of


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
    successor = successor_of(community, plan, as_of)
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
    return f"{years}, який замінено" if successor_of(community, plan, as_of) else years


def successor_of(community: Community, plan: Plan, as_of: date) -> Plan | None:
    """Return the plan that replaced this one; None while there is none, only a project of it, or it has not begun."""
    found = next((one for one in community.plans if plan.slug in one.record.replaces and not one.is_project), None)
    return found if found and has_taken_over(found, plan, as_of) else None


def has_taken_over(successor: Plan, plan: Plan, as_of: date) -> bool:
    """Return whether a plan that replaces another has begun, or the other is over."""
    own, period = successor.record.period, plan.record.period
    return own is None or own.start <= as_of or (period is not None and as_of > period.end)


def replaced_by(community: Community, plan: Plan) -> list[Plan]:
    """Return the plans that this one replaces, in its order."""
    by_slug = {one.slug: one for one in community.plans if one is not plan}
    return [by_slug[slug] for slug in plan.record.replaces if slug in by_slug]


def same_goal(community: Community, plan: Plan, goal: Goal, as_of: date) -> tuple[Plan, Goal] | None:
    """Return the plan that replaced this one and the goal of it that has the same title; None where none has."""
    successor = successor_of(community, plan, as_of)
    same = _of_this_title(successor, goal) if successor else None
    return (successor, same) if successor and same else None


def same_goals_before(community: Community, plan: Plan, goal: Goal) -> list[tuple[Plan, Goal]]:
    """Return the plans that this one replaced, each with its goal of the same title; those without one are left out."""
    found = ((old, _of_this_title(old, goal)) for old in replaced_by(community, plan) if not plan.is_project)
    return [(old, same) for old, same in found if same]


def _of_this_title(plan: Plan, goal: Goal) -> Goal | None:
    """Return the goal of a plan that has a title: under the same id, or else the only one of this title."""
    title = digest_of(goal.record.title)
    found = [one for one in plan.all_goals() if digest_of(one.record.title) == title]
    under = [one for one in found if one.id == goal.id]
    return under[0] if under else found[0] if len(found) == 1 else None


def _is_later(other: Plan, plan: Plan) -> bool:
    ends, others = plan.record.period, other.record.period
    return bool(not other.is_project and others and ends and others.end > ends.end)
