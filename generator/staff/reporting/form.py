"""The form that asks executors how their measures stand: which rows, with what already reported."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.language.terms import TermKind, date_in_words
from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.money import in_figures
from generator.model.money_lines import in_short, whole
from generator.model.plan import Goal, Measure, Plan
from generator.model.said import Said, said_of_measure
from generator.model.standing import latest_word
from generator.model.vocabulary import Absent
from generator.source.problem import maybe
from generator.source.usage_error import UsageError
from generator.staff.reporting.answer import NOTHING, Answer, answer_of
from generator.views.commitment import with_role

NOBODY = "bez-vykonavtsia"
"""Part of a file's name: measures for which the document names no executor."""

ALL = "usi"
"""Part of a file's name: all measures of the plan."""

NO_EXECUTOR = "виконавця в документі не названо"
UNFILLED_EXECUTOR = "виконавця тут не вказано"
"""Where nobody has said whether the document names one."""
ALL_EXECUTORS = "усі виконавці плану"

_KINDS = (("стратегі", "Стратегії"), ("програм", "програми"), ("план", "плану"), ("регіональний план", "плану"))


@dataclass(frozen=True, slots=True)
class FormRow:
    """One measure or step to report on; `executors` are its task's where its own cell is empty."""

    measure: Measure
    goal: Goal
    top: Goal
    executors: tuple[Executor, ...]
    answer: Answer = NOTHING
    """What the form's addressee last reported; an empty answer while there is no report."""

    @property
    def goal_text(self) -> str:
        return "" if self.goal.is_ours else self.goal.printed

    @property
    def named(self) -> str:
        """Who answers for it and who takes part, in the document's words for their roles."""
        own = [with_role(one, one.executor.label) for one in self.measure.executors if one.has_page]
        return "; ".join(own or [body.label for body in self.executors])

    @property
    def planned_money(self) -> str:
        """The sum as printed, or sums by year, or the document's words in place of sums."""
        if self.measure.record.funding is None:
            return ""
        funding = in_short(self.measure.record.funding)
        added = whole(funding.lines, None)
        if added is not None and not funding.total:
            return in_figures(added)
        years = "; ".join(f"{year}: {money}" for year, money in sorted(funding.by_year.items()))
        money = funding.total or funding.text or years
        return f"{money} {funding.unit}" if funding.unit and money != funding.text else money


@dataclass(frozen=True, slots=True)
class Form:
    """One form to send: for one executor, for measures without one, or for the whole plan."""

    community: Community
    plan: Plan
    as_of: date
    name: str
    responsible: str
    rows: tuple[FormRow, ...]
    is_whole: bool = False

    @property
    def title(self) -> str:
        """The heading that Додаток 1 prescribes."""
        return f"Звіт про стан виконання {document_word(self.plan)} станом на {date_in_words(self.as_of)}"

    @property
    def file_stem(self) -> str:
        """The file's name without its ending: «zvit-nizhyn-social-services-2025-2025-10-31-uszn»."""
        return f"zvit-{self.plan.community}-{self.plan.slug}-{self.as_of.isoformat()}-{self.name}"


def planned_date(plan: Plan, measure: Measure) -> str:
    """Return the term in the document's words; in brackets the last day as this site reads it."""
    term = measure.term
    if term is None:
        return "у документі не зазначено" if said_of_measure(plan, measure, Absent.TERM) is Said.ABSENT else ""
    dated = term.kind in {TermKind.PERIOD, TermKind.DEADLINE} and term.end is not None
    day = f"{term.end:%d.%m.%Y}" if dated else ""
    return f"{term.text} (до {day})" if day and day not in term.text else term.text


def make_forms(
    community: Community, plan: Plan, as_of: date, executor: str | None = None, *, one_file: bool = False
) -> tuple[Form, ...]:
    """Make the forms of a plan; UsageError when it names no executor of that id."""
    rows = tuple(_rows(plan))
    bodies = {body.id: body for row in rows for body in row.executors}
    if executor is not None:
        if executor not in bodies:
            known = ", ".join(sorted(bodies))
            raise UsageError(f"виконавця «{executor}» у плані «{plan.id}» немає{maybe(executor, bodies)}; є: {known}")
        return (_form_of(community, plan, as_of, bodies[executor], rows),)
    if one_file:
        return (Form(community, plan, as_of, ALL, ALL_EXECUTORS, _answered(rows, None), is_whole=True),)
    forms = [_form_of(community, plan, as_of, bodies[body_id], rows) for body_id in sorted(bodies)]
    unassigned = tuple(row for row in rows if not row.executors)
    if unassigned:
        forms.append(Form(community, plan, as_of, NOBODY, _nobody(plan, unassigned), _answered(unassigned, None)))
    return tuple(forms)


def _nobody(plan: Plan, rows: Iterable[FormRow]) -> str:
    """Say in the place of an executor that the document names none, where that was said of every row."""
    absent = all(said_of_measure(plan, row.measure, Absent.EXECUTORS) is Said.ABSENT for row in rows)
    return NO_EXECUTOR if absent else UNFILLED_EXECUTOR


def document_word(plan: Plan) -> str:
    """Say what the document is, in the genitive: «плану», «Стратегії»; «документа» for anything else."""
    opening = plan.record.title.casefold()
    return next((word for start, word in _KINDS if opening.startswith(start)), "документа")


def code_of(plan: Plan, measure: Measure) -> str:
    """Return the code that stands in the hidden column: «nizhyn/social-services-2025#1-1-1»."""
    return f"{plan.id}#{measure.id}"


def _form_of(community: Community, plan: Plan, as_of: date, body: Executor, rows: tuple[FormRow, ...]) -> Form:
    own = (row for row in rows if body in row.executors)
    return Form(community, plan, as_of, body.id, body.record.name, _answered(own, body))


def _answered(rows: Iterable[FormRow], body: Executor | None) -> tuple[FormRow, ...]:
    """Show in each row what this body last reported; the community itself for None."""
    return tuple(replace(row, answer=answer_of(latest_word(row.measure, body), row.measure)) for row in rows)


def _rows(plan: Plan) -> Iterator[FormRow]:
    for top in plan.tops:
        for goal in top.with_goals():
            for measure in goal.measures:
                asked = (one for one in measure.with_steps() if one.record.removed is None)
                yield from (FormRow(one, goal, top, one.answering) for one in asked)
