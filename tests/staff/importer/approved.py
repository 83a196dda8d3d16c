"""The approved plans of plans/ as facts to import and as grids to import them from."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from project import plain
from staff.importer.grids import Spot, row, spot

_ROOT = Path(__file__).parents[3] / "plans"
PLANS = {
    "nizhyn": "social-services-2025",
    "chernihiv": "social-services-2025",
    "nova-odesa": "social-services-2026-2027",
    "melitopol": "strategy-2027",
    "kakhovka": "children-families-2021-2026",
}


def flat(text):
    return " ".join(str(text).split())


@dataclass
class Fact:
    """A measure of an approved plan."""

    number: str
    text: str
    goal: str
    parent: str | None
    term: str
    executors: list
    indicators: list
    funding: dict | None
    unaligned: dict
    steps: list = field(default_factory=list)


@dataclass
class Approved:
    """An approved plan: goals as (number, title, level, parent number), measures, the tree itself."""

    goals: list
    measures: list
    tree: dict


@cache
def approved(name):
    tree = plain((_ROOT / name / PLANS[name] / "plan.yml").read_text(encoding="utf-8"))
    goals, measures = [], []

    def walk(goal, parent):
        goals.append((goal["number"], flat(goal["title"]), goal["kind"], parent))
        goal["facts"] = [fact(measure, goal["number"], None) for measure in goal.get("measures", [])]
        for inner in goal.get("goals", []):
            walk(inner, goal["number"])

    def fact(measure, goal, parent):
        term = measure.get("term", "")
        made = Fact(
            measure["number"], flat(measure["text"]), goal, parent,
            flat(term["text"] if isinstance(term, dict) else term),
            [flat(name) for name in measure.get("executors", [])],
            [flat(text) for text in measure.get("indicators", [])],
            measure.get("funding"), measure.get("unaligned", {}),
        )  # fmt: skip
        measures.append(made)
        made.steps = [fact(step, goal, made.number) for step in measure.get("steps", [])]
        return made

    for goal in tree["goals"]:
        walk(goal, None)
    return Approved(goals, measures, tree)


HEADINGS = {
    "goal": "Операційні цілі",
    "measure": "Завдання і заходи",
    "term": "Терміни",
    "executors": "Виконавці",
    "indicators": "Індикатори",
}


def lowest_goals(tree):
    """Yield (full-width goals that begin, goal of the column) down the tree."""
    for outer in tree["goals"]:
        for index, inner in enumerate(outer["goals"]):
            yield ([outer] if index == 0 else []), inner


def label(goal):
    return f"{goal.get('label', goal['number'] + '.')} {flat(goal['title'])}"


def four_columns(name, *, goals="empty", joint="\n", headings=None, numbered=True, header_each=True, indicators=False):
    """Return the plan as a table: goal column, measures, terms, executors (and indicators), strategic goals full width.

    `goals` says how the goal cell goes on over its measures: `empty`, `merged` or `stray` (a stray automatic number).
    """
    plan, words = approved(name), {**HEADINGS, **(headings or {})}
    columns = ["goal", "measure", "term", "executors", *(["indicators"] if indicators else [])]
    words["goal"] = {"kakhovka": "Завдання"}.get(name, words["goal"])
    words["measure"] = {"kakhovka": "Заходи"}.get(name, words["measure"])
    header = row(*(words[column] for column in columns))
    rows = [] if header_each else [header]
    for outer, inner in lowest_goals(plan.tree):
        for goal in outer:
            rows.append([spot(label(goal), colspan=len(columns))])
            rows += [header] if header_each else []
        for index, fact in enumerate(inner["facts"]):
            first = _goal_spot(goals, inner, index, numbered)
            cells = [
                spot(f"{fact.number}. {fact.text}" if numbered else fact.text),
                spot(fact.term),
                spot(joint.join(fact.executors)),
                *([Spot(fact.indicators)] if indicators else []),
            ]
            rows.append([*([first] if first else []), *cells])
    return rows


def _goal_spot(goals, goal, index, numbered):
    if index == 0:
        size = len(goal["facts"]) if goals == "merged" else 1
        return spot(label(goal) if numbered else flat(goal["title"]), rowspan=size)
    if goals == "stray" and index < 3:
        return spot(f"{goal['number'].rsplit('.', 1)[0]}.{index + 1}.")
    return None if goals == "merged" else spot("")


YEARS = range(2021, 2028)


def money_table():
    """Return Melitopol's table: goals, tasks and measures in one column, parallel paragraphs, three rows of header."""
    plan = approved("melitopol")
    rows = [
        [
            spot(text, rowspan=3)
            for text in (
                "Цілі/операційні цілі/завдання/заходи",
                "Індикатор результату",
                "Термін виконання",
                "Відповідальний виконавець",
                "Джерело фінансування",
            )
        ]
        + [spot("Очікуваний обсяг фінансування, тис. грн.", colspan=8), spot("Відмітка про реалізацію", rowspan=3)],
        [spot("Всього", rowspan=2), spot("у т. ч. за роками", colspan=7)],
        row(*map(str, YEARS)),
    ]
    totals = list(plan.tree["totals"])
    for index, outer in enumerate(plan.tree["goals"]):
        rows.append([Spot([label(outer), outer["motto"]], colspan=14)])
        for inner in outer["goals"]:
            rows.append([spot(label(inner), colspan=14)])
            rows += [_task_row(task) for task in inner["facts"]]
        rows.append(_total_row(totals[index]))
    return [*rows, _total_row(totals[-1])]


def _total_row(total):
    return [
        spot(total["label"], colspan=5),
        spot(total["total"]),
        *(spot(total["by_year"][year]) for year in YEARS),
        spot(),
    ]


def _task_row(task):
    all_of = [task, *task.steps]
    measure = [
        f"Завдання {task.number}.",
        task.text,
        "Заходи:",
        *(f"{step.number}. {step.text}" for step in task.steps),
    ]
    if not task.steps:
        measure = measure[:2]
    money = [fact.funding or {} for fact in all_of]
    return [
        Spot(measure),
        Spot(_parallel([" ".join(fact.indicators) for fact in all_of], task, "indicators")),
        Spot(_parallel([fact.term for fact in all_of], task, "terms")),
        Spot(_parallel(["; ".join(fact.executors) for fact in all_of], task, "executors")),
        Spot(_parallel([", ".join(part.get("sources", [])) for part in money], task, "sources")),
        Spot(_parallel([part.get("total", "") for part in money], task, "total")),
        *(Spot(_year(money, task, year)) for year in YEARS),
        spot(),
    ]


def _parallel(texts, task, key):
    return [*filter(None, texts), *map(flat, task.unaligned.get(key, []))]


def _year(money, task, year):
    texts = [part.get("by_year", {}).get(year, "") for part in money]
    return [*filter(None, texts), *map(flat, task.unaligned.get("by_year", {}).get(year, []))]
