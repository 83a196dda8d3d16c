"""The columns of the tables: name, title and description in Ukrainian and English, and what stands in a cell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.indicators import in_one_line
from generator.model.money_lines import in_short
from generator.model.plan import Goal
from generator.model.records.money import FundingRecord, MoneyLineRecord
from generator.model.standing import spent_as_told
from generator.outputs.rows import Row

SEPARATOR = " | "
"""Stands between the items of a cell that holds several: executors, indicators, sources."""

Value = str | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `name` is permanent. `width` is how many letters wide it is in a spreadsheet."""

    name: str
    title: str
    title_en: str
    description: str
    description_en: str
    read: Callable[[Row], Value]
    width: int = 16
    dates: bool = False
    required: bool = False


def _cell(value: Any) -> Value:
    """Bring an attribute to what a cell can hold: several items are joined, a code becomes its word."""
    if isinstance(value, tuple):
        return _joined(value)
    return value if value is None or isinstance(value, date) else str(value)


def _from_record(attribute: str) -> Callable[[Row], Value]:
    return lambda row: _cell(getattr(row.measure.record, attribute))


def _from_term(attribute: str) -> Callable[[Row], Value]:
    return lambda row: _cell(getattr(row.measure.term, attribute)) if row.measure.term else None


def _heading(goal: Goal) -> str | None:
    """Return level, number and title of a goal; nothing of our page for measures under none."""
    return None if goal.is_ours else goal.heading


def _funding(row: Row) -> FundingRecord | None:
    """Return the money of a measure in the short form, as far as the document prints it so."""
    return in_short(row.measure.record.funding) if row.measure.record.funding else None


def _from_funding(attribute: str) -> Callable[[Row], Value]:
    return lambda row: _cell(getattr(funding, attribute)) if (funding := _funding(row)) else None


def _lines(row: Row) -> str | None:
    funding = row.measure.record.funding
    return _joined(map(_line, funding.lines)) if funding else None


def _line(line: MoneyLineRecord) -> str:
    """Write one line of money: «Обласний бюджет; капітальні; 2026: 850,0»."""
    years = str(line.year) if line.year else ", ".join(map(str, line.years))
    named = "; ".join(filter(None, (line.source, line.kind, years)))
    said = f"{line.sum or line.words}{f' {line.unit}' if line.unit else ''}"
    return f"{named}: {said}" if named else said


def of_year(row: Row, year: int) -> str | None:
    """Return the sum of one year, as far as the document prints one for all sources together."""
    funding = _funding(row)
    return funding.by_year.get(year) if funding else None


def years_with_money(table: Iterable[Row]) -> list[int]:
    """Return the years for which any row has a sum of its own."""
    return sorted({year for row in table if (funding := _funding(row)) for year in funding.by_year})


def _indicator_values(row: Row) -> str | None:
    return _joined(map(in_one_line, (one for one in row.measure.record.indicators if one.has_values)))


def _reported(row: Row) -> Value:
    standing = row.commitment.state.standing
    return standing.deciding.record.date if standing else None


def _completed(row: Row) -> Value:
    standing = row.commitment.state.standing
    return standing.completed if standing else None


def _joined(items: Iterable[str]) -> str | None:
    return SEPARATOR.join(items) or None


def _by_year(row: Row) -> str | None:
    funding = _funding(row)
    return _joined(f"{year}: {printed}" for year, printed in funding.by_year.items()) if funding else None


def _unit(row: Row) -> str | None:
    funding = row.measure.record.funding
    has_sums = funding and (funding.total or funding.by_year or any(line.sum for line in funding.lines))
    return (funding.unit or row.plan.record.money_unit) if funding and has_sums else None


def _roles(row: Row) -> str | None:
    """Say of each executor what the document says beside its name; nothing where it says nothing of any."""
    said = ["; ".join([*([one.role_words] if one.role_words else []), *one.said]) for one in row.measure.executors]
    return _joined(words or "–" for words in said) if any(said) else None


_SEVERAL = "Кілька значень розділено знаком « | »."
_SEVERAL_EN = "Several values are separated by “ | ”."
_PRINTED = "Як надруковано в документі; риска – якщо там риска."
_PRINTED_EN = "As printed in the document; a dash where it prints a dash."
_FROM_WORDS = "Прочитано нами зі слів строку."
_FROM_WORDS_EN = "Read by us from the words of the term."

COLUMNS: tuple[Column, ...] = (
    Column("community", "Громада", "Community", "Повна назва громади.", "Full name of the community.",
           lambda row: row.commitment.community.record.name, 24, required=True),
    Column("plan", "План (код)", "Plan (id)", "Ідентифікатор плану: громада/план.", "Id of the plan: community/plan.",
           lambda row: row.plan.id, 20, required=True),
    Column("id", "Код заходу", "Id of the measure", "Ідентифікатор заходу, єдиний у плані.",
           "Id of the measure, unique in its plan.", lambda row: row.measure.id, 10, required=True),
    Column("number", "Номер", "Number",
           "Номер у документі; може повторюватися.", "Number in the document; may repeat.",
           _from_record("number"), 10),
    Column("text", "Захід", "Measure", "Текст заходу, слово в слово.", "Text of the measure, verbatim.",
           _from_record("text"), 60, required=True),
    Column("parent", "Код завдання", "Id of the parent task",
           "Завдання, кроком якого є захід; порожньо, якщо такого немає.",
           "The task whose step this is; empty when there is none.", lambda row: row.measure.parent, 10),
    Column("goal", "Код цілі", "Id of the goal", "Ідентифікатор цілі, до якої належить захід.",
           "Id of the goal the measure belongs to.", lambda row: row.plan.goal_of(row.measure), 9),
    Column("goal_title", "Ціль", "Goal", "Рівень, номер і назва цього рівня цілей.",
           "Level, number and title of that goal.", lambda row: _heading(row.commitment.goal), 36),
    Column("top_goal_title", "Ціль найвищого рівня", "Outermost goal",
           "Рівень, номер і назва найвищої цілі над заходом.",
           "Level, number and title of the outermost goal above the measure.",
           lambda row: _heading(row.top_goal), 36),
    Column("term", "Строк", "Term", "Строк словами документа.", "The term in the words of the document.",
           _from_term("text"), 20),
    Column("term_kind", "Вид строку", "Kind of term",
           f"period, deadline, ongoing, recurring, conditional або unknown. {_FROM_WORDS}",
           f"period, deadline, ongoing, recurring, conditional or unknown. {_FROM_WORDS_EN}",
           _from_term("kind"), 12),
    Column("term_start", "Початок", "Start", f"Перший день строку. {_FROM_WORDS}",
           f"First day of the term. {_FROM_WORDS_EN}",
           _from_term("start"), 12, dates=True),
    Column("term_end", "Кінець", "End", f"Останній день строку включно. {_FROM_WORDS}",
           f"Last day of the term, inclusive. {_FROM_WORDS_EN}",
           _from_term("end"), 12, dates=True),
    Column("recurrence", "Повторення", "Recurrence", "weekly, monthly, quarterly, half-yearly або yearly.",
           "weekly, monthly, quarterly, half-yearly or yearly.",
           _from_term("recurrence"), 12),
    Column("window_start", "Щороку з", "Each year from", "Перший день відтинку року, на який припадає захід, ММ-ДД.",
           "First day of the part of each year the measure falls in, MM-DD.",
           _from_term("window_start"), 9),
    Column("window_end", "Щороку до", "Each year until", "Останній день цього відтинку року, ММ-ДД.",
           "Last day of that part of the year, MM-DD.",
           _from_term("window_end"), 9),
    Column("executors", "Виконавці", "Executors", f"Виконавці, як записано в документі. {_SEVERAL}",
           f"Executors as the document writes them. {_SEVERAL_EN}",
           lambda row: _joined(a.as_written for a in row.measure.executors), 32),
    Column("executor_roles", "Ролі виконавців", "Roles of executors",
           f"Роль кожного словами документа, згода, що саме робить; порожньо, де документ про це мовчить. {_SEVERAL}",
           f"Role of each in the document’s words, consent, what it does; empty where it says nothing. {_SEVERAL_EN}",
           _roles, 24),
    Column("executor_ids", "Виконавці (коди)", "Executors (ids)",
           f"Ідентифікатори виконавців у тому самому порядку. {_SEVERAL}",
           f"Ids of the executors in the same order. {_SEVERAL_EN}",
           lambda row: _joined(a.executor.id if a.has_page else "–" for a in row.measure.executors), 20),
    Column("indicators", "Показники", "Indicators", f"Показники результату. {_SEVERAL}",
           f"Indicators of the result. {_SEVERAL_EN}",
           lambda row: _joined(indicator.text for indicator in row.measure.record.indicators), 40),
    Column("indicator_values", "Значення показників", "Values of indicators",
           f"Показник, одиниця: на початок; рік – заплановане значення. {_SEVERAL}",
           f"Indicator, unit: baseline; year – planned value. {_SEVERAL_EN}", _indicator_values, 40),
    Column("funding_sources", "Джерела фінансування", "Sources of money", f"Джерела, як у документі. {_SEVERAL}",
           f"Sources as in the document. {_SEVERAL_EN}",
           _from_funding("sources"), 24),
    Column("funding_unit", "Одиниця грошей", "Unit of money", "Наприклад, «тис. грн.».",
           "For example “тис. грн.” (thousand hryvnias).",
           _unit, 10),
    Column("funding_total", "Усього коштів", "Money in total", f"Сума на весь строк. {_PRINTED}",
           f"Sum for the whole term. {_PRINTED_EN}",
           _from_funding("total"), 12),
    Column("funding_by_year", "Кошти за роками", "Money by year", f"«рік: сума». {_PRINTED} {_SEVERAL}",
           f"“year: sum”. {_PRINTED_EN} {_SEVERAL_EN}", _by_year, 28),
    Column("funding_text", "Кошти словами", "Money in words", "Слова, які стоять у документі замість сум.",
           "Words that stand in the document in place of sums.",
           _from_funding("text"), 24),
    Column("funding_lines", "Кошти за джерелами й призначенням", "Money by source and purpose",
           f"«джерело; на що; рік: сума або слова», де документ дає їх окремо. {_SEVERAL}",
           f"“source; purpose; year: sum or words” where the document tells them apart. {_SEVERAL_EN}", _lines, 40),
    Column("estimate", "Кошторисна вартість", "Estimate", f"Вартість усієї роботи. {_PRINTED}",
           f"Cost of the whole work. {_PRINTED_EN}", _from_record("estimate"), 12),
    Column("remainder", "Залишок кошторисної вартості", "Rest of the estimate",
           f"Залишок на час складання плану. {_PRINTED}",
           f"What was left of it when the plan was made. {_PRINTED_EN}", _from_record("remainder"), 12),
    Column("other", "Інші стовпці документа", "Other columns of the document",
           f"«заголовок: слова документа». {_SEVERAL}", f"“heading: words of the document”. {_SEVERAL_EN}",
           lambda row: _joined(f"{heading}: {words}" for heading, words in row.measure.record.other.items()), 40),
    Column("also_numbered", "Інші номери", "Other numbers", f"Інші номери цього заходу в документі. {_SEVERAL}",
           f"Other numbers the same measure carries in the document. {_SEVERAL_EN}",
           _from_record("also_numbered"), 10),
    Column("status", "Стан за звітом (код)", "Reported status",
           "not-started, in-progress, done, suspended, cancelled або merged; порожньо, якщо звіту немає.",
           "not-started, in-progress, done, suspended, cancelled or merged; empty when there is no report.",
           lambda row: row.commitment.state.status.value if row.commitment.state.status else None, 12),
    Column("state", "Стан за строком (код)", "State by term",
           "upcoming, current, due-soon, overdue, done-late, ongoing, recurring, conditional, closed або unknown; "
           "пораховано нами на дату даних.",
           "upcoming, current, due-soon, overdue, done-late, ongoing, recurring, conditional, closed or unknown; "
           "worked out by us for the date of the data.",
           lambda row: row.commitment.state.time.value, 12, required=True),
    Column("state_words", "Що відомо", "What is known", "Те саме реченням.", "The same in a sentence.",
           lambda row: row.commitment.state.sentence, 36, required=True),
    Column("reported", "Дата звіту", "Date of report", "Дата звіту, за яким названо стан.",
           "Date of the report that gives the state.", _reported, 12, dates=True),
    Column("completed", "Виконано", "Completed", "День, коли захід виконано, за звітами.",
           "Day the measure was done, by the reports.",
           _completed, 12, dates=True),
    Column("spent", "Витрачено", "Spent", "Витрачені кошти за звітами, в одиниці плану; суми різних виконавців додано.",
           "Money spent, by the reports, in the plan’s unit; sums of several executors are added.",
           lambda row: spent_as_told(row.measure), 12),
    Column("notes", "Примітки від нас", "Our notes", f"Примітки від нас до цього заходу. {_SEVERAL}",
           f"Our notes on this measure. {_SEVERAL_EN}", _from_record("notes"), 36),
    Column("url", "Сторінка", "Page", "Постійна адреса заходу на сайті.", "Permanent address of the measure.",
           lambda row: row.url, 30, required=True),
)  # fmt: skip
