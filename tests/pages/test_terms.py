"""A term that is not in the document and one that can't be read as a day stand apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.source.disk import read_files

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"
ABSENT = "            absent: [term]\n"
UNREAD = "Строк не вдалося прочитати як дату"


def pages(first: str, second: str) -> dict[str, str]:
    """Render the site with these lines in place of the terms of 1.1.1 and 1.1.2, in a plan of two years."""
    text = SOUND[PLAN].decode().replace("end: 2025-12-31", "end: 2026-12-31")
    text = text.replace("            term: ІV квартал 2025 року\n", first).replace(
        "            term: Постійно\n", second
    )
    site = assemble({**SOUND, PLAN: text.encode()}, Settings(date(2025, 6, 1)))
    assert not site.failed, site.problems
    return {page.address: page.markdown for page in site.pages}


@pytest.mark.parametrize("page", ["terms/", "nizhyn/terms/"])
def test_a_term_without_a_day_is_not_said_to_be_absent(page: str) -> None:
    made = pages("            term: протягом року\n", ABSENT)[page]
    unread = made.index(f"## {UNREAD} ")
    absent = made.index("## Строку не зазначено ")
    assert unread < absent
    if page == "nizhyn/terms/":
        assert unread < made.index("Строк: протягом року") < absent < made.index("Строку в документі немає")


STEPS = "            steps: [{number: 1.1.2.1, text: Зібрати%s}]\n"


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (ABSENT, "строку в документі немає"),
        (ABSENT + STEPS % ", term: 2026 рік", "окремого строку в документі немає"),
        (f"            term: 2026 рік\n{STEPS % ', absent: [term]'}", "окремого строку в документі немає"),
    ],
)
def test_an_absent_term_is_said_alike_wherever_a_measure_stands(second: str, words: str) -> None:
    made = pages("            term: 2025 рік\n", second)
    for address in ("nizhyn/plan-2025/1-1/", "nizhyn/plan-2025/1-1/embed/", "nizhyn/terms/"):
        text = made[address].casefold()
        assert (text.count(words), text.count("строку в документі")) == (1, 1), address


def test_what_is_permanent_no_more_or_not_yet_is_not_said_to_go_on() -> None:
    made = pages("            term: Постійно до 1 травня 2025 року\n", "            term: Постійно з 2026 року\n")
    terms = made["nizhyn/terms/"]
    assert "## Постійно" not in terms
    assert (
        terms.index("## Почнеться пізніше ") < terms.index("Оприлюднити") < terms.index("## Строк або план закінчився ")
    )
    assert terms.index("## Строк або план закінчився ") < terms.index("Опитати")
    assert "### Строк або план закінчився: 1 " in made["nizhyn/executors/uszn/"]
    assert "### Попереду: 1 " in made["executors/caritas/"]
    for address in ("nizhyn/terms/", "nizhyn/plan-2025/1-1/", "nizhyn/plan-2025/1-1/embed/"):
        assert "мали виконувати постійно до" in made[address]
        assert "status--ongoing" not in made[address]


def test_an_executor_has_them_apart_too() -> None:
    made = pages("            term: протягом року\n", "            term: найближчим часом\n")
    assert f"### {UNREAD}: 1 " in made["nizhyn/executors/uszn/"]
    assert f"### {UNREAD}: 1 " in made["executors/caritas/"]
    absent = pages(ABSENT, "            term: Постійно\n")["nizhyn/executors/uszn/"]
    assert "### Строку не зазначено: 1 " in absent
    assert UNREAD not in absent


def test_what_is_late_is_counted_from_the_day_after_its_term() -> None:
    made = pages("            term: травень 2025 року\n", "            term: Щокварталу\n")
    terms = made["nizhyn/terms/"]
    assert "Строк минув, а\u00a0звіту немає: 1 із\u00a02\u00a0заходів." in terms
    assert "Строків, які ще не минули" not in terms
    assert "\n{: #late }\n" in terms, "its quarter is not over, so no heading bears the anchor"
    assert "terms/#late" in made["terms/"]


def test_no_day_ahead_is_said_when_nothing_recurs_either() -> None:
    made = pages("            term: березень 2025 року\n", "            term: Постійно\n")["nizhyn/terms/"]
    assert "Строків, які ще не минули, у планах громади немає." in made
    assert made.count("{#late}") == 1
