"""What can happen to a published plan: each change keeps all addresses and reports, or stops with words.

A case is a change, the errors it ends with, and what a person writes then. After that nothing is wrong, every old
address has a place on the site that is made, and each report stands at the words it was given about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.build.recipe import Assembled, assemble
from generator.model.drafts import published as without_drafts
from generator.model.promise import mark_of
from generator.model.referred import referred
from generator.model.settings import Settings
from generator.outputs.address_list import lines_of, list_of
from generator.outputs.gone import lost_of_plans
from generator.outputs.published import FEED, UID, published_of_plans
from generator.rules.load import load
from generator.source.disk import ADDRESSES
from generator.source.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.community import Catalogue

TODAY = date(2026, 11, 22)
COMMUNITY, PLAN, REPORTS = "verbivka/community.yml", "verbivka/plan/plan.yml", "verbivka/plan/progress.yml"
MEASURES = {
    "1.1.1": "Опитати мешканців",
    "1.1.2": "Відкрити денний центр",
    "1.1.3": "Навчити працівників",
    "1.2.1": "Придбати автобус",
    "1.2.2": "Облаштувати зупинки",
}
Files = dict[str, bytes]
Edit = tuple[str, str, str]


def measure(number: str, text: str = "", *, term: str = "до 30 вересня 2026 року", also: str = "") -> str:
    words = text or MEASURES[number]
    return f"      - {{number: {number}, text: {words}, term: {term}, executors: [Відділ освіти, Центр]{also}}}\n"


def goal(number: str, title: str, *measures: str) -> str:
    return f'  - number: "{number}"\n    kind: Ціль\n    title: {title}\n    measures:\n{"".join(measures)}'


FIRST = goal("1.1", "Послуги поруч", measure("1.1.1"), measure("1.1.2"), measure("1.1.3"))
SECOND = goal("1.2", "Дістатися легко", measure("1.2.1"), measure("1.2.2"))
HEAD = """title: План дій Вербівської громади
name: План дій
period: {start: 2026-01-01, end: 2026-12-31}
act: {kind: Рішення, number: "7", date: 2026-01-15, title: Про план}
money_unit: тис. грн.
goals:
"""
BASE: dict[str, str] = {
    COMMUNITY: """name: Вербівська громада
short_name: Вербівка
oblast: Київська область
contacts: {email: rada@example.org}
executors:
  - {id: osvita, name: Відділ освіти}
  - {id: tsentr, name: Центр послуг, short_name: Центр}
""",
    PLAN: HEAD + FIRST + SECOND,
    REPORTS: "entries:\n"
    + "".join(
        f'  - {{measure: {number}, promise: "{mark_of(MEASURES[number])}", date: {day}, status: in-progress, executor: {who}}}\n'
        for number, day, who in (
            ("1.1.2", "2026-06-30", "Центр"),
            ("1.1.3", "2026-06-30", "Відділ освіти"),
            ("1.2.1", "2026-09-30", "Центр"),
        )
    ),
}
BEFORE: Files = {name: text.encode() for name, text in BASE.items()}
LISTED = published_of_plans(without_drafts(load(BEFORE, as_of=TODAY).catalogue))
SITE: Files = {**BEFORE, ADDRESSES: list_of(LISTED)}


def redirects(*pairs: tuple[str, str]) -> Edit:
    lines = "".join(f"  - {{old: '{old}', new: '{new}'}}\n" for old, new in pairs)
    return ("redirects.yml", "", f"redirects:\n{lines}")


def withdrawn(*old: str) -> Edit:
    return (
        "redirects.yml",
        "",
        "withdrawn:\n" + "".join(f"  - {{old: '{one}', reason: Так вирішила рада}}\n" for one in old),
    )


def edited(files: Mapping[str, bytes], edits: tuple[Edit, ...]) -> Files:
    """Return files after edits: in a file, what is replaced by what. «» is the whole; a folder's name renames it."""
    found = dict(files)
    for name, old, new in edits:
        if name.endswith("/"):
            found = {
                path.replace(name, new, 1) if path.startswith(name) else path: text for path, text in found.items()
            }
            continue
        text = found.get(name, b"").decode()
        assert old in text, (name, old)
        found[name] = (text.replace(old, new) if old else new).encode()
    return found


@dataclass(frozen=True)
class Change:
    """A change, words of each error it ends with (none: all is kept), and what is written then."""

    name: str
    edits: tuple[Edit, ...]
    stops: tuple[str, ...] = ()
    then: tuple[Edit, ...] = ()


MERGED = (
    f'  - {{measure: 1.2.2, promise: "{mark_of(MEASURES["1.2.2"])}", date: 2026-09-30, status: merged, '
    f'into: 1.1.1, into_promise: "{mark_of(MEASURES["1.1.1"])}"}}\n'
)
G1, G2, G3 = "verbivka/plan/1-1/", "verbivka/plan/1-2/", "verbivka/plan/1-3/"
REMOVED = ", removed: {date: 2026-10-01, act: Рішення № 45}"
CHANGES = (
    Change(
        "a measure with a report is deleted",
        ((PLAN, measure("1.1.2"), ""),),
        (
            f"заходу за адресою «{G1}#m-1-1-2» (разом 3 адреси) на сайті вже немає",
            (
                "заходу «1.1.2» у плані немає; звіт дано про «Відкрити денний центр»; якщо захід вилучено з плану, лишіть його "
                "там із полем removed"
            ),
        ),
        ((PLAN, measure("1.1.1"), measure("1.1.1") + measure("1.1.2", also=REMOVED)),),
    ),
    Change(
        "a measure without a report is deleted",
        ((PLAN, measure("1.2.2"), ""),),
        (f"заходу за адресою «{G2}#m-1-2-2» (разом 2 адреси) на сайті вже немає",),
        (withdrawn(f"{G2}#m-1-2-2"),),
    ),
    Change(
        "a measure is deleted and the next ones close the gap",
        ((PLAN, measure("1.1.2") + measure("1.1.3"), measure("1.1.2", MEASURES["1.1.3"])),),
        (
            f"заходу за адресою «{G1}#m-1-1-3» (разом 3 адреси) на сайті вже немає",
            "звіт дано про «Відкрити денний центр», а під номером 1.1.2 тепер «Навчити працівників»; якщо виправлено лише",
            "заходу «1.1.3» у плані немає; звіт дано про «Навчити працівників», а цей захід має тепер номер 1.1.2",
        ),
        ((PLAN, measure("1.1.2", MEASURES["1.1.3"]), measure("1.1.2", also=REMOVED) + measure("1.1.3")),),
    ),
    Change(
        "a goal is deleted",
        ((PLAN, SECOND, ""),),
        (
            "сторінки «verbivka/plan/1-2/» (разом 9 адрес) на сайті вже немає",
            "заходу «1.2.1» у плані немає; звіт дано про",
        ),
        (
            withdrawn(G2),
            (REPORTS, "measure: 1.2.1", "measure: 1.1.4"),
            (PLAN, measure("1.1.3"), measure("1.1.3") + measure("1.1.4", MEASURES["1.2.1"])),
        ),
    ),
    Change(
        "a measure gets another number",
        ((PLAN, "number: 1.2.1", "number: 1.2.7"),),
        (
            f"заходу за адресою «{G2}#m-1-2-1» (разом 3 адреси) на сайті вже немає",
            "а цей захід має тепер номер 1.2.7: впишіть",
        ),
        (redirects((f"{G2}#m-1-2-1", f"{G2}#m-1-2-7")), (REPORTS, "measure: 1.2.1", "measure: 1.2.7")),
    ),
    Change(
        "two measures swap texts",
        ((PLAN, MEASURES["1.1.2"], "…"), (PLAN, MEASURES["1.1.3"], MEASURES["1.1.2"]), (PLAN, "…", MEASURES["1.1.3"])),
        (
            "під номером 1.1.2 тепер «Навчити працівників»; той захід має тепер номер 1.1.3: впишіть його",
            "під номером 1.1.3 тепер «Відкрити денний центр»; той захід має тепер номер 1.1.2: впишіть його",
        ),
        (
            (REPORTS, "measure: 1.1.2", "measure: …"),
            (REPORTS, "measure: 1.1.3", "measure: 1.1.2"),
            (REPORTS, "measure: …", "measure: 1.1.3"),
            withdrawn("feed:verbivka/plan/report/1-1-**"),
        ),
    ),
    Change(
        "a measure is added at the end",
        ((PLAN, measure("1.1.3"), measure("1.1.3") + measure("1.1.4", "Видати довідник")),),
    ),
    Change(
        "a measure is put between and the next ones move on",
        (
            (PLAN, "number: 1.1.3", "number: 1.1.4"),
            (PLAN, "number: 1.1.2", "number: 1.1.3"),
            (PLAN, measure("1.1.1"), measure("1.1.1") + measure("1.1.2", "Видати довідник")),
        ),
        (
            "під номером 1.1.2 тепер «Видати довідник»; той захід має тепер номер 1.1.3: впишіть його",
            "під номером 1.1.3 тепер «Відкрити денний центр»; той захід має тепер номер 1.1.4: впишіть його",
        ),
        (
            (REPORTS, "measure: 1.1.3", "measure: 1.1.4"),
            (REPORTS, "measure: 1.1.2", "measure: 1.1.3"),
            withdrawn("feed:verbivka/plan/report/1-1-**"),
        ),
    ),
    Change(
        "the title of the plan changes",
        ((PLAN, "План дій Вербівської громади", "Програма послуг Вербівської громади"),),
    ),
    Change(
        "the folder of the plan is renamed",
        (("verbivka/plan/", "", "verbivka/plan-2026/"),),
        ("сторінки «verbivka/plan/» (разом ",),
        (redirects(("verbivka/plan/", "verbivka/plan-2026/")),),
    ),
    Change(
        "the folder of the community is renamed",
        (("verbivka/", "", "nova-verbivka/"),),
        ("сторінки «verbivka/» (разом ",),
        (redirects(("verbivka/", "nova-verbivka/")),),
    ),
    Change(
        "the name of a body changes",
        ((COMMUNITY, "name: Центр послуг, short_name: Центр", "name: Центр підтримки, short_name: Центр"),),
    ),
    Change(
        "a body gets another id",
        ((COMMUNITY, "id: tsentr", "id: tsentr-pidtrymky"),),
        ("сторінки «verbivka/executors/tsentr/» (разом 8 адрес) на сайті вже немає",),
        (redirects(("verbivka/executors/tsentr/", "verbivka/executors/tsentr-pidtrymky/")),),
    ),
    Change(
        "a body leaves the plan and the registry",
        (
            (COMMUNITY, "  - {id: tsentr, name: Центр послуг, short_name: Центр}\n", ""),
            (PLAN, ", Центр]", "]"),
            (REPORTS, ", executor: Центр", ""),
        ),
        ("сторінки «verbivka/executors/tsentr/» (разом 8 адрес) на сайті вже немає",),
        (withdrawn("verbivka/executors/tsentr/"),),
    ),
    Change(
        "a text moves to another goal",
        (
            (PLAN, measure("1.1.3"), ""),
            (PLAN, measure("1.2.2"), measure("1.2.2") + measure("1.2.3", MEASURES["1.1.3"])),
        ),
        (
            f"заходу за адресою «{G1}#m-1-1-3» (разом 3 адреси) на сайті вже немає",
            "а цей захід має тепер номер 1.2.3: впишіть його",
        ),
        (redirects((f"{G1}#m-1-1-3", f"{G2}#m-1-2-3")), (REPORTS, "measure: 1.1.3", "measure: 1.2.3")),
    ),
    Change(
        "a measure gets another id",
        ((PLAN, "{number: 1.2.1,", "{number: 1.2.1, id: avtobus,"),),
        (f"заходу за адресою «{G2}#m-1-2-1» (разом 3 адреси) на сайті вже немає",),
        (redirects((f"{G2}#m-1-2-1", f"{G2}#m-avtobus")),),
    ),
    Change(
        "goals are merged",
        (
            (PLAN, SECOND, ""),
            (
                PLAN,
                measure("1.1.3"),
                measure("1.1.3") + measure("1.1.4", MEASURES["1.2.1"]) + measure("1.1.5", MEASURES["1.2.2"]),
            ),
        ),
        (
            "сторінки «verbivka/plan/1-2/» (разом 9 адрес) на сайті вже немає",
            "а цей захід має тепер номер 1.1.4: впишіть його",
        ),
        (
            redirects((G2, G1), (f"{G2}#m-1-2-1", f"{G1}#m-1-1-4"), (f"{G2}#m-1-2-2", f"{G1}#m-1-1-5")),
            (REPORTS, "measure: 1.2.1", "measure: 1.1.4"),
        ),
    ),
    Change(
        "a measure has no day any more",
        ((PLAN, measure("1.2.2"), measure("1.2.2", term="Постійно")),),
        ("події календаря «uid:verbivka.plan.1-2-2@hromada-plans» на сайті вже немає",),
        (withdrawn("uid:verbivka.plan.1-2-2@hromada-plans"),),
    ),
    Change(
        "the wording of a reported measure is corrected",
        ((PLAN, "Придбати автобус", "Придбати шкільний автобус"),),
        ("якщо виправлено лише слова, підтвердьте: plans promises verbivka/plan --confirm 1.2.1",),
        ((REPORTS, mark_of("Придбати автобус"), mark_of("Придбати шкільний автобус")),),
    ),
    Change("only signs and capitals of a text are corrected", ((PLAN, "Придбати автобус", "«Придбати Автобус»"),)),
    Change(
        "a whole goal gets another number",
        ((PLAN, 'number: "1.2"', 'number: "1.3"'), (PLAN, "1.2.1", "1.3.1"), (PLAN, "1.2.2", "1.3.2")),
        (
            "сторінки «verbivka/plan/1-2/» (разом 9 адрес) на сайті вже немає",
            "а цей захід має тепер номер 1.3.1: впишіть",
        ),
        (
            redirects((G2, G3), (f"{G2}#m-1-2-1", f"{G3}#m-1-3-1"), (f"{G2}#m-1-2-2", f"{G3}#m-1-3-2")),
            (REPORTS, "measure: 1.2.1", "measure: 1.3.1"),
        ),
    ),
    Change(
        "a plan is renamed twice, and both times it was said",
        (
            ("verbivka/plan/", "", "verbivka/last/"),
            redirects(("verbivka/plan/", "verbivka/next/"), ("verbivka/next/", "verbivka/last/")),
        ),
    ),
    Change(
        "the names of a community change", ((COMMUNITY, "name: Вербівська громада", "name: Нововербівська громада"),)
    ),
    Change(
        "a measure without a report gets another body",
        ((PLAN, measure("1.2.2"), measure("1.2.2").replace("[Відділ освіти, Центр]", "[Центр]")),),
    ),
    Change(
        "what took a merged measure has other words",
        ((REPORTS, "entries:\n", f"entries:\n{MERGED}"), (PLAN, MEASURES["1.1.1"], "Видати довідник")),
        (
            "захід об’єднано з «Опитати мешканців», а під номером 1.1.1 тепер «Видати довідник»; якщо виправлено лише слова",
        ),
        (
            (REPORTS, "into: 1.1.1", "into: 1.1.4"),
            (PLAN, measure("1.1.3"), measure("1.1.3") + measure("1.1.4", MEASURES["1.1.1"])),
        ),
    ),
    Change(
        "what took a merged measure moves on by one",
        (
            (REPORTS, "entries:\n", f"entries:\n{MERGED}"),
            (PLAN, measure("1.1.3"), measure("1.1.3") + measure("1.1.4", MEASURES["1.1.1"])),
            (PLAN, measure("1.1.1"), measure("1.1.1", "Видати довідник")),
        ),
        (
            "захід об’єднано з «Опитати мешканців», а під номером 1.1.1 тепер «Видати довідник»; той захід має тепер номер 1.1.4",
        ),
        ((REPORTS, "into: 1.1.1", "into: 1.1.4"),),
    ),
    Change(
        "another plan replaces it",
        (
            (
                "verbivka/next/plan.yml",
                "",
                HEAD.replace("title: План дій", "replaces: [plan]\ntitle: Новий план") + FIRST,
            ),
        ),
    ),
    Change(
        "a report is taken away",
        ((REPORTS, BASE[REPORTS].splitlines()[3] + "\n", ""),),
        ("запису стрічки змін «feed:verbivka/plan/report/1-2-1@tsentr/2026-09-30/0» на сайті вже немає",),
        (withdrawn("feed:verbivka/plan/report/1-2-1@tsentr/2026-09-30/0"),),
    ),
)


def errors(files: Files) -> list[str]:
    loaded = load(files, as_of=TODAY)
    lost = lost_of_plans(files, loaded.catalogue, TODAY, "plans/", loaded.problems)
    return [str(one) for one in sorted((*loaded.problems, *lost)) if one.severity is Severity.ERROR]


def misplaced_reports(catalogue: Catalogue) -> list[str]:
    """Return the marks of reports that name other words than they were given about, or what took them."""
    named = [
        one
        for plan in catalogue.plans
        for measure in plan.all_measures()
        for entry in measure.entries
        for one in referred(plan, measure, entry)
    ]
    assert named
    return [one.mark or "no mark" for one in named if not one.is_told]


def without_a_place(site: Assembled) -> list[str]:
    """Return old addresses of pages and measures where a reader would find nothing."""
    pages = {page.address: page.markdown for page in site.pages}
    made = {asset.address for asset in site.assets}

    def is_there(line: str) -> bool:
        page, _, anchor = line.partition("#")
        if f"{page}index.html" in made:
            return True  # leads on, or says why it is gone
        return page in pages and (not anchor or f'"{anchor}"' in pages[page] or f"#{anchor}}}" in pages[page])

    return [
        one
        for one in sorted(LISTED)
        if not one.startswith((UID, FEED)) and one.endswith("/") | ("#" in one) and not is_there(one)
    ]


def test_the_plan_is_sound_and_all_of_it_is_on_the_list() -> None:
    assert errors(SITE) == []
    site = assemble(SITE, Settings(TODAY))
    assert without_a_place(site) == []
    assert misplaced_reports(site.catalogue) == []
    assert len(lines_of(SITE[ADDRESSES])) > 50


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_keeps_everything_or_stops_with_words(change: Change) -> None:
    files = edited(SITE, change.edits)
    found = errors(files)
    assert [words for words in change.stops if not any(words in one for one in found)] == [], found
    assert len(found) == len(change.stops), found
    assert assemble(files, Settings(TODAY)).failed is bool(change.stops)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_after_what_was_asked_for_everything_has_its_place(change: Change) -> None:
    files = edited(edited(SITE, change.edits), change.then)
    assert errors(files) == []
    site = assemble(files, Settings(TODAY))
    assert without_a_place(site) == []
    assert misplaced_reports(site.catalogue) == []


def test_kinds_that_were_published_once_are_withdrawn_by_one_line() -> None:
    old = [f"{one}plan.odt" for one in ("verbivka/plan/", "verbivka/old/")]
    files = {**SITE, ADDRESSES: list_of([*LISTED, *old])}
    assert len(errors(files)) == 2
    assert errors(edited(files, (withdrawn("**/plan.odt"),))) == []
