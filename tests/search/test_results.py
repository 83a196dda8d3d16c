"""What a line of a result says: who does it, until when, where it stands; in words."""

import re

import pytest
from plan_records import plan_records

from generator.search.records import SearchRecord


@pytest.fixture(scope="module")
def lines() -> dict[str, SearchRecord]:
    return {record.url: record for record in plan_records()}


def test_every_measure_says_who_and_what_is_known_in_words(lines: dict[str, SearchRecord]) -> None:
    measures = [record.context for record in lines.values() if record.kind == "measure"]
    assert len(measures) > 200
    state = re.compile(
        r"звіту (ще )?немає|строк минув|строків не рахуємо|строк не рахуємо|виконано|не настав час|триває|закінчив",
        re.IGNORECASE,
    )
    assert [line for line in measures if not state.search(line)] == []
    assert [line for line in measures if len(line.split(" · ")) < 2] == []


def test_a_line_names_two_bodies_and_counts_the_others(lines: dict[str, SearchRecord]) -> None:
    line = lines["nizhyn/social-services-2025/1-3/#m-1-3-1"].context
    assert line == (
        "Служба у справах дітей, Відділ у справах сім’ї та молоді і ще 1 · постійно – у плані на 2025 рік · звіту немає"
    )


def test_goals_and_bodies_say_how_many_and_what_they_came_to(lines: dict[str, SearchRecord]) -> None:
    goal = lines["nizhyn/social-services-2025/1-2/"].context
    assert re.match(r"\d+ захо\w+; строк минув, звіту немає – \d+ зах\w+ · План дій із соціальних послуг, 2025", goal)
    assert "строк минув, звіту немає – " in lines["nizhyn/executors/uszn/"].context
