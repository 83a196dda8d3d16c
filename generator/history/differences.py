"""The semantic difference between two versions of the plans. Pure; what is ours (summaries, notes, topics) is left out.

A community that is only in one of the two catalogues counts as having no plans in the other.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.history.changes import Change, ChangeKind
from generator.history.measure_differences import measure_differences, number_of
from generator.history.wording import became
from generator.language.terms import date_in_words
from generator.model.community import Catalogue
from generator.model.plan import Goal, NarrativeText, Plan

Thing = TypeVar("Thing")
MANY = 10
"""From so many changes of one kind in one plan on, they are told in one sentence."""

_MANY_WORDS = {
    ChangeKind.GOAL_ADDED: "Додано цілей",
    ChangeKind.GOAL_REMOVED: "Вилучено цілей",
    ChangeKind.GOAL_CHANGED: "Змінено цілей",
    ChangeKind.MEASURE_ADDED: "Додано заходів",
    ChangeKind.MEASURE_REMOVED: "Вилучено заходів",
    ChangeKind.MEASURE_MOVED: "Перенесено заходів",
    ChangeKind.MEASURE_CHANGED: "Змінено заходів",
    ChangeKind.TERM_CHANGED: "Змінено строків",
    ChangeKind.TEXT_CHANGED: "Змінено розділів документа",
    ChangeKind.REPORT_WITHDRAWN: "Вилучено або виправлено звітів",
}


def differences(old: Catalogue, new: Catalogue) -> list[Change]:
    """Say what changed from `old` to `new`, plan by plan in the order of `new`, plans that are gone last."""
    before, after = _by_id(old.plans), _by_id(new.plans)
    found: list[Change] = []
    for plan_id, plan in after.items():
        found += _plan_differences(before[plan_id], plan) if plan_id in before else [_added(plan)]
    found += [_removed(plan) for plan_id, plan in before.items() if plan_id not in after]
    return found


def _by_id(plans: Iterable[Plan]) -> Mapping[str, Plan]:
    return {plan.id: plan for plan in plans}


def _added(plan: Plan) -> Change:
    return _change(
        ChangeKind.PLAN_ADDED, plan, "", plan.address, f"Опубліковано: {plan.record.name}.", (plan.record.title,)
    )


def _removed(plan: Plan) -> Change:
    return _change(
        ChangeKind.PLAN_REMOVED,
        plan,
        "",
        f"{plan.community}/",
        f"Вилучено з сайту: {plan.record.name}.",
        (plan.record.title,),
    )


def _change(
    kind: ChangeKind, plan: Plan, subject: str, address: str, sentence: str, details: tuple[str, ...] = ()
) -> Change:
    return Change(kind, plan.community, plan.id, plan.record.name, subject, address, sentence, details)


def _plan_differences(old: Plan, new: Plan) -> list[Change]:
    found = [*_facts(old, new), *_goals(old, new), *measure_differences(old, new), *_texts(old, new)]
    return _condensed(new, found)


def _condensed(plan: Plan, changes: list[Change]) -> list[Change]:
    """Tell many changes of one kind in one sentence, in the place of the first."""
    kinds = [change.kind for change in changes]
    many = {kind for kind in kinds if kind in _MANY_WORDS and kinds.count(kind) > MANY}
    result: list[Change] = []
    told: set[ChangeKind] = set()
    for change in changes:
        if change.kind not in many:
            result.append(change)
        elif change.kind not in told:
            told.add(change.kind)
            sentence = f"{_MANY_WORDS[change.kind]}: {kinds.count(change.kind)}."
            result.append(_change(change.kind, plan, "", plan.address, sentence))
    return result


def _facts(old: Plan, new: Plan) -> Iterator[Change]:
    facts = (
        ("title", "назву плану", old.record.title, new.record.title),
        ("period", "період дії плану", _period(old), _period(new)),
        ("act", "відомості про акт", _act(old), _act(new)),
    )
    for subject, what, before, after in facts:
        if before != after:
            yield _change(ChangeKind.PLAN_CHANGED, new, subject, new.address, became(what, before, after))


def _period(plan: Plan) -> str:
    return f"{date_in_words(plan.record.period.start)} – {date_in_words(plan.record.period.end)}"


def _act(plan: Plan) -> str | None:
    act = plan.record.act
    return f"{act.kind} від {date_in_words(act.date)} № {act.number} {act.title}" if act else None


def _goals(old: Plan, new: Plan) -> Iterator[Change]:
    before = {goal.id: goal for goal in old.all_goals()}
    after = {goal.id: goal for goal in new.all_goals()}
    for goal_id, goal in after.items():
        if goal_id not in before:
            yield _goal_change(ChangeKind.GOAL_ADDED, new, goal, f"Додано: {goal.heading}")
        elif _title(before[goal_id]) != _title(goal):
            sentence = became(f"назву цілі {number_of(goal)}", _title(before[goal_id]), _title(goal))
            yield _goal_change(ChangeKind.GOAL_CHANGED, new, goal, sentence)
    for goal_id, goal in before.items():
        if goal_id not in after:
            sentence = f"Вилучено: {goal.heading}"
            yield _change(ChangeKind.GOAL_REMOVED, new, goal.id, new.address, sentence)


def _title(goal: Goal) -> str:
    return f"{goal.record.title} {goal.record.motto or ''}".strip()


def _goal_change(kind: ChangeKind, plan: Plan, goal: Goal, sentence: str) -> Change:
    return _change(kind, plan, goal.id, plan.goal_address(goal.id), sentence)


def _texts(old: Plan, new: Plan) -> Iterator[Change]:
    before = {text.name: text for text in old.texts}
    after = {text.name: text for text in new.texts}
    for name, text in after.items():
        if name not in before:
            yield _text_change(new, text, f"Додано розділ документа «{text.record.title}».")
        elif (before[name].record.title, before[name].body) != (text.record.title, text.body):
            yield _text_change(new, text, f"Розділ «{text.record.title}» на сайті записано інакше, ніж раніше.")
    for name, text in before.items():
        if name not in after:
            sentence = f"Вилучено розділ документа «{text.record.title}»."
            yield _change(ChangeKind.TEXT_CHANGED, new, name, new.address, sentence)


def _text_change(plan: Plan, text: NarrativeText, sentence: str) -> Change:
    return _change(ChangeKind.TEXT_CHANGED, plan, text.name, plan.text_address(text.name), sentence)
