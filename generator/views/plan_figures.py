"""The figures of the public report: what was planned, what was spent, in sentences that name their denominator."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import amount, in_figures
from generator.model.plan import Plan
from generator.model.planned import planned
from generator.views import words
from generator.views.commitment import Tally
from generator.views.money import grand_total


@dataclass(frozen=True, slots=True)
class Money:
    """Sums of one plan in its unit, if it names one; `planned` is the document's, or added up by us without one.

    `silent` counts the measures without a sum in what we added up.
    """

    unit: str | None
    planned: str | None
    planned_is_ours: bool
    silent: int
    spent: Decimal | None
    reporting: int
    """How many measures have a report that names money."""

    @property
    def sentences(self) -> list[str]:
        """Say what is known of money, never more."""
        sentences = [self._planned(), self._spent()]
        if self.unit is None and (self.planned is not None or self.spent is not None):
            sentences.append("Одиниці грошей у плані не названо.")
        return sentences

    def _planned(self) -> str:
        if self.planned is None:
            return "Скільки грошей заплановано, у документі не надруковано."
        source = "ми склали суми заходів" if self.planned_is_ours else "так надруковано в документі"
        if self.planned_is_ours and self.silent:
            source += f"; для {words.of_measures(self.silent)} суми в документі немає"
        return f"На весь строк плану заплановано {self._with_unit(self.planned)} ({source})."

    def _spent(self) -> str:
        if self.spent is None:
            return "Скільки витрачено, невідомо: жоден звіт не називає суми."
        sum_of_all = self._with_unit(in_figures(self.spent))
        return f"Витрачено {sum_of_all}: у звітах суму названо для {words.of_measures(self.reporting)}."

    def _with_unit(self, printed: str) -> str:
        return f"{printed} {self.unit}" if self.unit else printed


def money_of(plan: Plan) -> Money:
    """Gather a plan's sums: spent is the newest figure of each measure."""
    newest = [amount(measure.last_entry.record.spent) for measure in plan.all_measures() if measure.last_entry]
    sums = [value for value in newest if value is not None]
    printed = grand_total(plan)
    added = planned((measure for goal in plan.all_goals() for measure in goal.measures), plan.record.money_unit)
    return Money(
        unit=plan.record.money_unit,
        planned=printed or (in_figures(added.total) if added.total is not None else None),
        planned_is_ours=printed is None,
        silent=added.silent,
        spent=sum(sums, Decimal()) if sums else None,
        reporting=len(sums),
    )


def count_sentences(counted: Tally) -> list[str]:
    """Say the counts; ongoing, conditional, cancelled and merged measures are in no percentage."""
    if not counted.reported:
        return []
    sentences = [f"Звіт є про {counted.reported} із {words.of_measures(counted.total)}."]
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
