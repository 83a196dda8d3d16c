"""The figures of a plan, in sentences that name their denominator: at a glance, and in the public report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.language.terms import date_in_words
from generator.model.money import in_figures
from generator.model.plan import Plan
from generator.model.planned import planned
from generator.model.said import Said, said_of_plan
from generator.model.standing import spent_on
from generator.model.vocabulary import Absent
from generator.views import words
from generator.views.commitment import Commitment, Tally, tally
from generator.views.money import added_totals, grand_row


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
            return "Скільки грошей заплановано, у документі не надруковано." if self.absent else ""
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


def at_a_glance(plan: Plan, items: Sequence[Commitment], as_of: date) -> list[str]:
    """Return what pages say of a plan before its goals: what is in it, whether it is over, how much is done or late.

    `items` are the plan's commitments on the day.
    """
    counted = tally(items)
    bodies = {body.address for item in items for body in item.measure.bodies}
    answer = words.form(len(bodies), "відповідає", "відповідають", "відповідають")
    sentences = [
        f"У плані {' і '.join(filter(None, (_goals_by_kind(plan), _tasks_and_measures(items))))}.",
        f"За них {answer} {words.executors(len(bodies))}.",
    ]
    if plan.is_project:
        return sentences
    if plan.named_end and plan.named_end < as_of:
        sentences.append(f"Період плану закінчився {date_in_words(plan.named_end)}.")
    sentences += [_reported(counted)] if counted.reported else ["Звітів про виконання ще немає."]
    if counted.reported and counted.countable:
        sentences.append(f"Виконано {counted.done} із {words.of_measures(counted.countable)} з визначеним строком.")
    if counted.overdue:
        late = words.of_measures(counted.overdue)
        sentences.append(f"Строк за планом уже минув у {late}, а звіту про виконання немає.")
    return sentences


def _reported(counted: Tally) -> str:
    return f"Звіт є про {counted.reported} із {words.of_measures(counted.total)}."


def _goals_by_kind(plan: Plan) -> str:
    """Count the goals of each level, or all together where we have no forms for a document's own word."""
    kinds = Counter(goal.record.kind for goal in plan.all_goals())
    if not all(kind in words.GOALS for kind in kinds):
        return f"{words.goals(kinds.total())} усіх рівнів"
    return ", ".join(words.plural(count, *words.GOALS[kind]) for kind, count in kinds.items())


def _tasks_and_measures(items: Sequence[Commitment]) -> str:
    """Count the measures; where tasks hold measures, both are told. Elsewhere on the site both are measures."""
    parts = sum(1 for item in items if item.measure.parent)
    if not parts:
        return words.measures(len(items))
    tasks = words.plural(len(items) - parts, "завдання", "завдання", "завдань")
    return f"{words.measures(len(items))}: {tasks} і {words.parts(parts)} цих завдань"


def count_sentences(counted: Tally) -> list[str]:
    """Say the counts; ongoing, conditional, cancelled and merged measures are in no percentage."""
    if not counted.reported:
        return []
    sentences = [_reported(counted)]
    if counted.countable:
        share = round(100 * counted.done / counted.countable)
        whole = words.of_measures(counted.countable)
        sentences.append(f"Виконано {counted.done} із {whole}, що мають визначений строк ({share} %).")
    outside = counted.total - counted.countable
    if outside:
        verb = words.form(outside, "входить", "входять", "входять")
        sentences.append(
            f"До відсотка не {verb} {words.measures(outside)}: постійні, періодичні, залежні від події, "
            "скасовані й об’єднані з іншими."
        )
    return sentences


def late_sentence(counted: Tally) -> str:
    """Say how many terms have passed without a report of the measure's being done; nothing when none has."""
    if not counted.overdue:
        return ""
    whole = words.of_measures(counted.total)
    return f"Строк за планом минув у {counted.overdue} із {whole}, а звіту про те, що їх виконано, немає."
