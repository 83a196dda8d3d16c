"""What a plan's reports had told by a day."""

from dataclasses import replace
from datetime import date

from generator.model.plan import Goal, Measure, Plan


def plan_as_of(plan: Plan, day: date) -> Plan:
    """Return the plan without reports dated after a day: a site of that day shows and counts none of them."""
    return replace(
        plan,
        goals=tuple(_goal(goal, day) for goal in plan.goals),
        loose=_goal(plan.loose, day) if plan.loose else None,
    )


def _goal(goal: Goal, day: date) -> Goal:
    return replace(
        goal,
        goals=tuple(_goal(inner, day) for inner in goal.goals),
        measures=tuple(_measure(measure, day) for measure in goal.measures),
    )


def _measure(measure: Measure, day: date) -> Measure:
    return replace(
        measure,
        entries=tuple(entry for entry in measure.entries if entry.record.date <= day),
        steps=tuple(_measure(step, day) for step in measure.steps),
    )
