"""The semantic difference between two versions of the plans. Pure; what is ours is told apart from the document.

A community that is only in one of the two catalogues counts as having no plans in the other.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.history.changes import Change, ChangeKind
from generator.history.field_differences import field_differences
from generator.history.measure_differences import measure_differences, number_of
from generator.model.community import Catalogue
from generator.model.plan import Goal, NarrativeText, Plan
from generator.model.unnumbered import record_in_words

Thing = TypeVar("Thing")
MANY = 10
"""More changes of one kind in one plan are told in one sentence; more than one, when they concern what is ours."""

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
    ChangeKind.NOTES_CHANGED: "Змінено записів про особливості документа",
    ChangeKind.OURS_CHANGED: "Змінено наших пояснень",
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
    many = {kind for kind in _MANY_WORDS if kinds.count(kind) > (1 if kind is ChangeKind.OURS_CHANGED else MANY)}
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
    for told in field_differences(record_in_words(old), record_in_words(new)):
        yield _change(told.kind(ChangeKind.PLAN_CHANGED), new, told.path, new.address, told.sentence())


def _goals(old: Plan, new: Plan) -> Iterator[Change]:
    before = {goal.id: goal for goal in old.all_goals()}
    after = {goal.id: goal for goal in new.all_goals()}
    for goal_id, goal in after.items():
        if goal_id not in before:
            yield _goal_change(ChangeKind.GOAL_ADDED, new, goal, f"Додано: {goal.heading}")
        else:
            yield from _goal_fields(new, before[goal_id], goal)
    for goal_id, goal in before.items():
        if goal_id not in after:
            sentence = f"Вилучено: {goal.heading}"
            yield _change(ChangeKind.GOAL_REMOVED, new, goal.id, new.address, sentence)


def _goal_fields(plan: Plan, old: Goal, new: Goal) -> Iterator[Change]:
    for told in field_differences(old.record, new.record):
        sentence = told.sentence(f"цілі {number_of(new)}")
        yield _goal_change(told.kind(ChangeKind.GOAL_CHANGED), plan, new, sentence, told.path)


def _goal_change(kind: ChangeKind, plan: Plan, goal: Goal, sentence: str, field: str = "title") -> Change:
    subject = goal.id if field == "title" else f"{goal.id}.{field}"
    return _change(kind, plan, subject, plan.goal_address(goal.id), sentence)


def _texts(old: Plan, new: Plan) -> Iterator[Change]:
    before = {text.name: text for text in old.texts}
    after = {text.name: text for text in new.texts}
    for name, text in after.items():
        if name not in before:
            yield _text_change(new, text, f"Додано розділ документа «{text.record.title}».")
        else:
            yield from _one_text(old, new, before[name], text)
    for name, text in before.items():
        if name not in after:
            sentence = f"Вилучено розділ документа «{text.record.title}»."
            yield _change(ChangeKind.TEXT_CHANGED, new, name, new.address, sentence)


def _one_text(before: Plan, plan: Plan, old: NarrativeText, new: NarrativeText) -> Iterator[Change]:
    """Compare a text; its title and body are told together and not quoted.

    Where the plan has no new edition, the document has not changed: we copied it wrong before.
    """
    title = new.record.title
    if (old.record.title, old.body) != (title, new.body):
        is_ours = before.record.edition == plan.record.edition
        ours, official = f"Ми виправили, як переписано розділ «{title}».", f"Розділ «{title}» тепер читається інакше."
        yield _text_change(plan, new, ours if is_ours else official)
    for told in field_differences(old.record, new.record):
        if told.path != "title":
            sentence = told.sentence(f"розділу «{title}»")
            subject = f"{new.name}.{told.path}"
            yield _change(told.kind(ChangeKind.TEXT_CHANGED), plan, subject, plan.text_address(new.name), sentence)


def _text_change(plan: Plan, text: NarrativeText, sentence: str) -> Change:
    return _change(ChangeKind.TEXT_CHANGED, plan, text.name, plan.text_address(text.name), sentence)
