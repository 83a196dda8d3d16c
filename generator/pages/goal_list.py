"""Goals as a two-level list, each with its count and what is done, late or reported."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.plan import Goal, Plan
from generator.pages.site_context import Link, SiteContext
from generator.views.outcome import outcomes_in_short
from generator.views.undertakings import counted


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One line of the list."""

    heading: str
    url: str
    count: str
    remark: str
    goals: tuple["GoalLine", ...]


def goal_lines(site: SiteContext, plan: Plan, goals: Iterable[Goal], url: Link) -> list[GoalLine]:
    """Make the lines of a list of goals, with the goals under them."""
    return [
        GoalLine(
            goal.heading,
            url(plan.goal_address(goal.id)),
            *_counts(site, plan, goal),
            tuple(goal_lines(site, plan, goal.goals, url)),
        )
        for goal in goals
    ]


def goal_names(plan: Plan, goals: Iterable[Goal]) -> dict[str, str]:
    """Name goals for a list, by id; where numbers begin anew under each goal above, that goal is named too."""
    short = {goal.id: goal.name for goal in goals}
    if len(set(short.values())) == len(short):
        return short
    return {goal.id: _full_name(plan, goal) for goal in goals}


def _full_name(plan: Plan, goal: Goal) -> str:
    above = ", ".join(other.name for other in plan.above(goal))
    return f"{above}, {goal.in_sentence}" if above else goal.name


def _counts(site: SiteContext, plan: Plan, goal: Goal) -> tuple[str, str]:
    items = site.commitments.of_goal(plan, goal)
    return counted(items), "; ".join(outcomes_in_short(items))
