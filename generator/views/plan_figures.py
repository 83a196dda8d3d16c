"""The figures of a plan, in sentences that name their denominator: at a glance, and in the public report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.language.terms import TermKind
from generator.model.money import in_figures
from generator.model.plan import Plan
from generator.model.planned import planned
from generator.model.said import Said, said_of_plan
from generator.model.standing import spent_on
from generator.model.vocabulary import Absent, MeasureGroup, Status, TimeState
from generator.views import words
from generator.views.commitment import Commitment
from generator.views.money import added_totals, grand_row
from generator.views.outcome import by_outcome
from generator.views.undertakings import Undertakings, share_of

NO_MONEY = "Скільки грошей заплановано, у документі не надруковано."
_REMOVED = "вилучені з плану"
_BY_STATUS = {Status.CANCELLED: "скасовані", Status.MERGED: "об’єднані з іншими"}
_BY_TIME = {TimeState.SUSPENDED: "строк не рахуємо", TimeState.PROJECT: "у проєкті плану"}
_BY_TERM = {
    TermKind.ONGOING: "постійні",
    TermKind.RECURRING: "періодичні",
    TermKind.CONDITIONAL: "залежні від події",
}
_OUTSIDE = (*_BY_TERM.values(), *_BY_TIME.values(), *_BY_STATUS.values(), _REMOVED)
"""Why measures are in no percentage, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Money:
    """Sums of one plan in its unit, if it names one; `planned` is the document's, or added up by us without one.

    `silent` counts the measures that have no sum in what we added up.
    """

    unit: str | None
    planned: str | None
    planned_is_ours: bool
    added: str
    """What we added up, in the accusative, where the document prints no sum of all."""
    source: str | None
    """The only source that the printed sum is of, if it names one."""
    silent: int
    spent: Decimal | None
    reporting: int
    """How many measures have a report that names money."""
    absent: bool = False
    """Whether the document is said to name no money at all."""
    summed: int = 0
    """How many measures the sum that we added up is of."""

    @property
    def sentences(self) -> list[str]:
        """Say what is known of money, never more."""
        sentences = [*filter(None, [self._planned()]), self._spent()]
        if self.unit is None and (self.planned is not None or self.spent is not None):
            sentences.append("Одиниці грошей тут не вказано.")
        return sentences

    def _planned(self) -> str:
        if self.planned is None:
            return NO_MONEY if self.absent else ""
        of_source = f", джерело – {self.source}" if self.source else ""
        source = f"ми склали {self.added}" if self.planned_is_ours else f"так надруковано в документі{of_source}"
        if self.planned_is_ours and self.silent:
            source = f"ми склали суми {self.summed} із {words.of_measures(self.summed + self.silent)}"
        return f"На весь строк плану заплановано {self._with_unit(self.planned)} ({source})."

    def _spent(self) -> str:
        if self.spent is None:
            return "Скільки витрачено, невідомо: жоден звіт не називає суми."
        sum_of_all = self._with_unit(in_figures(self.spent))
        return f"Витрачено {sum_of_all}: у звітах суму названо для {words.of_measures(self.reporting)}."

    def _with_unit(self, printed: str) -> str:
        return f"{printed} {self.unit}" if self.unit else printed


def money_of(plan: Plan) -> Money:
    """Gather a plan's sums: spent is what the reports of each measure come to."""
    sums = [value for value in map(spent_on, plan.all_measures()) if value is not None]
    row = grand_row(plan)
    printed = row.total if row else None
    totals = added_totals(plan) if printed is None else None
    added = planned((measure for goal in plan.all_pages() for measure in goal.measures), plan.record.money_unit)
    total = added.total if totals is None else totals
    return Money(
        unit=plan.record.money_unit,
        planned=printed or (in_figures(total) if total is not None else None),
        planned_is_ours=printed is None,
        added="суми заходів" if totals is None else "підсумки, надруковані в документі",
        source=row.source if row else None,
        silent=added.silent if totals is None else 0,
        spent=sum(sums, Decimal()) if sums else None,
        reporting=len(sums),
        absent=said_of_plan(plan, Absent.FUNDING) is Said.ABSENT,
        summed=added.summed,
    )


def at_a_glance(plan: Plan, items: Sequence[Commitment], *, is_over: bool = False) -> list[str]:
    """Return what pages say of a plan before its goals: what is in it, how much of `items` is done or late.

    Of a plan that is over nobody answers any more: its executors did.
    """
    bodies = {body.address for item in items for body in item.measure.bodies}
    now, then = ("відповідає", "відповідають"), ("відповідав", "відповідали")
    one, many = then if is_over else now
    answer = words.form(len(bodies), one, many, many)
    sentences = [
        f"У плані {' і '.join(filter(None, (_goals_by_kind(plan), _tasks_and_measures(items))))}.",
        f"За них {answer} {words.executors(len(bodies))}.",
    ]
    if plan.is_project:
        return sentences
    return [*sentences, *(count_sentences(items) or ["Звітів про виконання ще немає."]), *late_sentences(items)]


def _goals_by_kind(plan: Plan) -> str:
    """Count the goals of each level, or all together where we have no forms for a document's own word."""
    kinds = Counter(goal.word for goal in plan.all_goals())
    if not all(kind in words.GOALS for kind in kinds):
        return f"{words.goals(kinds.total())} усіх рівнів"
    return ", ".join(words.plural(count, *words.GOALS[kind]) for kind, count in kinds.items())


def _tasks_and_measures(items: Sequence[Commitment]) -> str:
    """Count the measures; where tasks hold measures, both are told apart."""
    found = Undertakings.of(items)
    removed = Undertakings.of(item for item in items if item.state.is_removed)
    but = f" (із них вилучено з плану: {removed.words})" if removed else ""
    if found.tasks and found.measures and all(item.measure.is_task for item in items if not item.measure.parent):
        return f"{Undertakings(tasks=found.tasks).words}, у них {words.measures(found.measures)}{but}"
    return f"{found.words}{but}"


def count_sentences(items: Sequence[Commitment]) -> list[str]:
    """Say how much is reported and done, each of how many; nothing while there is no report.

    Ongoing, conditional, cancelled and merged measures are in no percentage, and none where terms are suspended.
    """
    reported = [item for item in items if item.state.status]
    if not reported:
        return []
    sentences = [f"Звіт є про {share_of(reported, items)}."]
    countable = [item for item in items if item.state.counts]
    if countable:
        done = [item for item in countable if item.state.status is Status.DONE]
        have = words.form(len(countable), "який має", "які мають", "які мають")
        told = f"Із {Undertakings.of(countable).genitive}, {have} кінцевий строк, виконано"
        alike = not Undertakings.of(countable).tasks
        share = f"{len(done)} ({round(100 * len(done) / len(countable))} %)" if alike else Undertakings.of(done).words
        sentences.append(f"{told} {share}.")
    outside = [item for item in items if not item.state.counts]
    if countable and outside:
        kinds = Counter(map(_outside, outside))
        named = ", ".join(f"{kind} – {kinds[kind]}" for kind in _OUTSIDE if kind in kinds)
        verb = words.form(len(outside), "входить", "входять", "входять")
        sentences.append(f"До цього ліку не {verb} {Undertakings.of(outside).words}: {named}.")
    return sentences


def _outside(item: Commitment) -> str:
    """Say why a measure is in no percentage; what was done where terms are suspended has no other reason."""
    state, term = item.state, item.measure.term
    reasons = (
        _REMOVED if state.is_removed else None,
        _BY_STATUS.get(state.status) if state.status else None,
        _BY_TIME.get(state.time),
        _BY_TERM.get(term.kind) if term else None,
    )
    return next(filter(None, reasons), _BY_TIME[TimeState.SUSPENDED])


def late_sentences(items: Sequence[Commitment]) -> list[str]:
    """Say of how many the term has passed: without a report, and with one that does not say it is done."""
    groups = by_outcome(items)
    silent, told = groups.get(MeasureGroup.LATE, ()), groups.get(MeasureGroup.REPORTED_LATE, ())
    sentences = [f"Строк минув, а звіту немає: {share_of(silent, items)}."] if silent else []
    return [*sentences, *([f"Повідомили, але строк минув: {share_of(told, items)}."] if told else [])]
