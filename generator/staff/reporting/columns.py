"""The columns of the reporting form: those of Додаток 1 to Melitopol's strategy, then the few that are ours."""

from dataclasses import dataclass
from enum import StrEnum

from generator.language.folding import fold_words
from generator.model.plan import Plan
from generator.staff.reporting.answer import money_unit


class Field(StrEnum):
    """What a column holds; columns are found by heading, so they may be moved."""

    GOAL = "goal"
    CODE = "code"
    FINGERPRINT = "fingerprint"
    MEASURE = "measure"
    EXECUTORS = "executors"
    STARTED = "started"
    PLANNED_DATE = "planned-date"
    STATUS = "status"
    COMPLETED = "completed"
    PLANNED_MONEY = "planned-money"
    SPENT = "spent"
    VALUES = "values"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    INTO = "into"


FILLED_IN = (Field.STARTED, Field.STATUS, Field.COMPLETED, Field.SPENT, Field.COMMENT, Field.EVIDENCE, Field.INTO)
"""What a person fills in; the other columns are for reading only."""

OPTIONAL = (Field.VALUES,)
"""Columns that only some plans have, and forms sent before there were any: filled in too."""

HIDDEN = (Field.CODE, Field.FINGERPRINT)
"""Columns between two that are seen: whoever selects, sorts or copies rows takes them along."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column; widths are in characters (Excel) and in twentieths of a point (Word, none when it isn't there)."""

    field: Field
    heading: str
    width: int
    word_width: int = 0
    in_money: bool = False

    @property
    def is_filled_in(self) -> bool:
        return self.field in (*FILLED_IN, *OPTIONAL)

    def title(self, plan: Plan) -> str:
        """Return the heading as printed: money names its unit."""
        return f"{self.heading}, {money_unit(plan)}" if self.in_money else self.heading


_COLUMNS = (
    FormColumn(Field.GOAL, "", 26, 1600),
    FormColumn(Field.CODE, "Код заходу", 14),
    FormColumn(Field.FINGERPRINT, "Позначка попереднього звіту", 14),
    FormColumn(Field.MEASURE, "Перелік завдань та заходів", 48, 2520),
    FormColumn(Field.EXECUTORS, "Виконавці за планом", 24),
    FormColumn(Field.STARTED, "Дата початку виконання", 13, 1150),
    FormColumn(Field.PLANNED_DATE, "Планова дата виконання", 18, 1400),
    FormColumn(Field.STATUS, "Статус виконання", 19, 1400),
    FormColumn(Field.COMPLETED, "Фактична дата виконання", 13, 1150),
    FormColumn(Field.PLANNED_MONEY, "Плановий обсяг фінансування", 16, 1350, in_money=True),
    FormColumn(Field.SPENT, "Фактичний обсяг фінансування", 16, 1350, in_money=True),
    FormColumn(Field.VALUES, "Фактичні значення показників", 36, 1700),
    FormColumn(Field.COMMENT, "Коментарі про виконання", 40, 1400),
    FormColumn(Field.EVIDENCE, "Підтвердження", 30, 1410),
    FormColumn(Field.INTO, "З яким заходом об’єднано", 14, 974),
)


def form_columns(plan: Plan) -> tuple[FormColumn, ...]:
    """Return the columns of a plan's form; the first is headed with the plan's word for the level above measures."""
    first = FormColumn(Field.GOAL, goal_word(plan), _COLUMNS[0].width, _COLUMNS[0].word_width)
    has_values = any(indicator.has_values for one in plan.all_measures() for indicator in one.record.indicators)
    return (first, *(column for column in _COLUMNS[1:] if has_values or column.field not in OPTIONAL))


def goal_word(plan: Plan) -> str:
    """Return the plan's own word for goals that hold measures: «Операційна ціль», in another plan «Завдання»."""
    return next((goal.word for goal in plan.all_goals() if goal.measures), "Ціль")


def field_of(heading: str) -> Field | None:
    """Tell which column a heading stands for; a unit after a comma does not count."""
    typed = fold_words(heading)
    for column in _COLUMNS[1:]:
        known = fold_words(column.heading)
        if typed == known or (column.in_money and typed.startswith(f"{known},")):
            return column.field
    return None


def heading_of(field: Field) -> str:
    """Return the heading of a column without its unit."""
    return next(column.heading for column in _COLUMNS if column.field is field)
