"""Reports that can hardly be true: asked about before they are written, warned of where they already stand."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from generator.language.plurals import Forms, form
from generator.language.terms import date_in_words
from generator.model.indicators import meant, quantity
from generator.model.money import amount, in_figures
from generator.model.plan import Measure, Plan
from generator.model.planned import planned
from generator.model.records.indicator import IndicatorValueRecord
from generator.model.vocabulary import Status

_FAR_ABOVE: Final = Decimal(3)
"""How many times the planned sum may be spent before it is asked about."""
_TIMES: Final[Forms] = ("раз", "рази", "разів")
_THOUSAND: Final = Decimal(1000)
_HUNDRED: Final = Decimal(100)
_TENFOLD: Final = Decimal(10)
"""How many times an indicator may be off its target before it is asked about."""
_REASON: Final = {Status.SUSPENDED, Status.CANCELLED}
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<![\d№])(?:\+?38[\s(-]*)?0\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)")
_PATRONYMIC: Final = re.compile(
    r"\b[А-ЯІЇЄҐ][а-яіїєґʼ’'-]+\s+[А-ЯІЇЄҐ][а-яіїєґʼ’'-]+\s+[А-ЯІЇЄҐ][а-яіїєґʼ’'-]+"
    r"(?:вич|вича|вичу|вичем|івна|ївна|івни|ївни|івні|ївні|івною|ївною)\b"
)


class Told(Protocol):
    """What a report says, whether it stands in progress.yml or in a filled form."""

    @property
    def status(self) -> Status | None: ...
    @property
    def status_words(self) -> str | None: ...
    @property
    def completed(self) -> date | None: ...
    @property
    def spent(self) -> str | None: ...
    @property
    def comment(self) -> str | None: ...
    @property
    def values(self) -> Sequence[IndicatorValueRecord]: ...


def questions(plan: Plan, measure: Measure, told: Told) -> Iterator[tuple[str, str]]:
    """Ask about what can hardly be true: the name of a field and the question in Ukrainian."""
    first = begun(plan)
    if told.status_words and told.status:
        yield "status", f"«{told.status_words}» ми розуміємо як «{told.status.words}»; чи так?"
    if told.completed and first and told.completed < first:
        yield (
            "completed",
            f"виконано {date_in_words(told.completed)}, а план почався {date_in_words(first)}; перевірте рік",
        )
    if told.status in _REASON and not told.comment:
        yield "comment", f"«{told.status.words}» без пояснення; напишіть у коментарі, чому"
    yield from _spent(plan, measure, told.spent)
    yield from _personal(told.comment)
    for value in told.values:
        yield from (("values", question) for question in _value(measure, value))


def begun(plan: Plan) -> date | None:
    """Return the first day a plan can have been worked on: that of its period, or of an earlier act."""
    period, act = plan.record.period, plan.record.act
    return min((day for day in (period and period.start, act and act.date) if day), default=None)


def _spent(plan: Plan, measure: Measure, spent: str | None) -> Iterator[tuple[str, str]]:
    value, wanted = amount(spent), planned([measure], plan.record.money_unit).total
    if value is None or not wanted or value < wanted * _FAR_ABOVE:
        return
    unit = plan.record.money_unit or ""
    count = round(value / wanted)
    times, by_plan = f"{count} {form(count, _TIMES)}", f"{in_figures(wanted)} {unit}"
    money = f"{in_figures(value)} {unit}"
    smaller = value / _THOUSAND
    if wanted / _FAR_ABOVE <= smaller <= wanted * _FAR_ABOVE:
        fits = f"{in_figures(smaller.normalize())} {unit}"
        yield "spent", f"{money} – у {times} більше за план ({by_plan}); чи не гривні замість тисяч ({fits})?"
    else:
        yield "spent", f"{money} – у {times} більше за план ({by_plan}); перевірте суму"


def _value(measure: Measure, value: IndicatorValueRecord) -> Iterator[str]:
    """Ask about a value that is no number where one was planned, in another unit, or far from what was planned."""
    indicator = meant(measure.record.indicators, value.indicator)
    planned = indicator.targets.get(value.year) if indicator else None
    wanted = quantity(planned, indicator.unit) if indicator and planned else None
    found = quantity(value.value, indicator.unit if indicator else None)
    said = f"«{value.value}» за {value.year} рік"
    if found and found.number > _HUNDRED and found.unit == "%":
        yield f"{said}: це більше за 100 %; чи так?"
    if wanted is None:
        return
    if found is None:
        yield f"{said} – не число, а заплановано {planned}; відхилення не порахувати"
    elif found.unit != wanted.unit:
        yield f"{said} – в іншій одиниці, ніж заплановано ({planned} {wanted.unit}); відхилення не порахувати"
    elif wanted.number and not wanted.number / _TENFOLD <= found.number <= wanted.number * _TENFOLD:
        yield f"{said} – далеко від запланованого ({planned}); перевірте число"


def _personal(comment: str | None) -> Iterator[tuple[str, str]]:
    """Ask about what the law on personal data keeps from being published: names, telephones, mailboxes of people."""
    for found, what in ((_PATRONYMIC, "повне ім’я"), (_PHONE, "телефон"), (_EMAIL, "електронна адреса")):
        if match := found.search(comment or ""):
            yield (
                "comment",
                f"у коментарі {what} («{match[0]}»), а його прочитають усі; приберіть або назвіть посаду",
            )
