"""The figures of the public report: what was planned, what was spent, in sentences that name their denominator."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.money import amount, in_figures
from generator.model.plan import Measure, Plan
from generator.reporting.answer import money_unit
from generator.views import words
from generator.views.commitment import Tally
from generator.views.money import grand_total


@dataclass(frozen=True, slots=True)
class Money:
    """Sums of one plan in its unit; `planned` is the document's, or added up by us where it prints no total."""

    unit: str
    planned: str | None
    planned_is_ours: bool
    spent: Decimal | None
    reporting: int
    """How many measures have a report that names money."""

    @property
    def sentences(self) -> list[str]:
        """Say what is known of money, never more."""
        return [self._planned(), self._spent()]

    def _planned(self) -> str:
        if self.planned is None:
            return "Скільки грошей заплановано, у документі не надруковано."
        source = "ми склали суми заходів" if self.planned_is_ours else "так надруковано в документі"
        return f"На весь строк плану заплановано {self.planned} {self.unit} ({source})."

    def _spent(self) -> str:
        if self.spent is None:
            return "Скільки витрачено, невідомо: жоден звіт не називає суми."
        told = words.form(self.reporting, "звіт про", "звіти про", "звіти про")
        return (
            f"Витрачено {in_figures(self.spent)} {self.unit}: суми називають {told} {words.measures(self.reporting)}."
        )


def money_of(plan: Plan) -> Money:
    """Gather a plan's sums: spent is the newest figure of each measure."""
    newest = [amount(measure.last_entry.spent) for measure in plan.all_measures() if measure.last_entry]
    sums = [value for value in newest if value is not None]
    printed = grand_total(plan)
    planned = None if printed else _added(plan)
    return Money(
        unit=money_unit(plan),
        planned=printed or (in_figures(planned) if planned is not None else None),
        planned_is_ours=printed is None,
        spent=sum(sums, Decimal()) if sums else None,
        reporting=len(sums),
    )


def count_sentences(counted: Tally) -> list[str]:
    """Say the counts; ongoing, conditional, cancelled and merged measures are in no percentage."""
    if not counted.reported:
        return []
    sentences = [f"Звіт є про {counted.reported} із {of_measures(counted.total)}."]
    if counted.countable:
        share = round(100 * counted.done / counted.countable)
        whole = of_measures(counted.countable)
        sentences.append(f"Виконано {counted.done} із {whole}, що мають визначений строк ({share} %).")
    outside = counted.total - counted.countable
    if outside:
        verb = words.form(outside, "входить", "входять", "входять")
        sentences.append(
            f"До відсотка не {verb} {words.measures(outside)}: постійні, періодичні, залежні від події, "
            "скасовані й об’єднані з іншими."
        )
    return sentences


def of_measures(number: int) -> str:
    """Give the denominator of a count: «із 35 заходів», «із 21 заходу»."""
    return words.plural(number, "заходу", "заходів", "заходів")


def late_sentence(counted: Tally) -> str:
    """Say how many terms have passed without a report of the measure's being done; nothing when none has."""
    if not counted.overdue:
        return ""
    whole = of_measures(counted.total)
    return f"Строк за планом минув у {counted.overdue} із {whole}, а звіту про те, що їх виконано, немає."


def _added(plan: Plan) -> Decimal | None:
    """Add what measures cost; a task that has its own sum stands for its steps. None when nothing has a sum."""
    sums = [value for goal in plan.all_goals() for value in _sums(goal.measures)]
    return sum(sums, Decimal()) if sums else None


def _sums(measures: Iterable[Measure]) -> Iterable[Decimal]:
    for measure in measures:
        own = amount(measure.funding.total) if measure.funding and measure.funding.unit is None else None
        if own is not None:
            yield own
        else:
            yield from _sums(measure.steps)
