"""What readers see where a file names something without a number by its id: its words, never the id."""

from generator.model.plan import DocumentNote, Plan
from generator.model.records.plan import PlanRecord


def place_in_words(plan: Plan, note: DocumentNote) -> str:
    """Return the place of a note as the file has it; of what has no number, its name."""
    thing = plan.measure(note.measure) if note.measure else plan.goal(note.goal) if note.goal else None
    return note.record.place if thing is None or thing.record.number else thing.name


def goal_in_words(plan: Plan, goal_id: str) -> str:
    """Return the id of a goal as the file has it; of one without a number, the words that name it."""
    goal = next((one for one in plan.all_goals() if one.id == goal_id), None)
    return goal_id if goal is None or goal.record.number else goal.called


def record_in_words(plan: Plan) -> PlanRecord:
    """Return a plan's record with such words in its notes and totals, as changes of them are told."""
    notes = (note.record.model_copy(update={"place": place_in_words(plan, note)}) for note in plan.notes)
    totals = (
        total.model_copy(update={"goal": goal_in_words(plan, total.goal)}) if total.goal else total
        for total in plan.record.totals
    )
    return plan.record.model_copy(update={"notes": tuple(notes), "totals": tuple(totals)})
