"""Goals as a two-level list, each with its count and what is overdue or reported."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.plan import Goal, Plan
from generator.pages.site_context import Link, SiteContext
from generator.views import words
from generator.views.commitment import tally


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


def _counts(site: SiteContext, plan: Plan, goal: Goal) -> tuple[str, str]:
    counted = tally(site.commitments.of_goal(plan, goal))
    remarks = []
    if counted.overdue:
        remarks.append(f"строк минув у {counted.overdue}")
    if counted.reported:
        remarks.append(f"звіт є про {counted.reported}")
    return words.measures(counted.total), ", ".join(remarks)
