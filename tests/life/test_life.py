"""Four years of a made-up community: every statement of its pages stays true, whatever order reports come in."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.rules.load import load
from generator.search.findable import search_records
from generator.views.commitment import Commitments, due_next
from life.life import DAYS, NAME, ROOT, files_on, seen, seen_on, site_of, site_on

if TYPE_CHECKING:
    from icalendar import Event

    from generator.build.recipe import Assembled

GOLDEN = Path(__file__).with_name("golden")
PROGRESS = f"{NAME}/plan-2025/progress.yml"
QUESTION = "7\u00a0900,0 тис. грн – у 9 разів більше за план (900,0 тис. грн); перевірте суму"


@pytest.mark.parametrize("name", DAYS)
def test_pages_of_the_day_say_what_was_read_and_found_true(name: str) -> None:
    """The texts in `golden` were read by a person, line by line; write them anew with GOLDEN=1 and read them again."""
    seen, kept = seen_on(DAYS[name]), GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN"):
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DAYS)
def test_nothing_is_wrong_with_the_files_of_the_day(name: str) -> None:
    """Only the sum that the health centre corrects in July is asked about, as long as it stands in the file."""
    asked = [QUESTION] if DAYS[name] >= DAYS["first-reports"] else []
    assert [problem.message for problem in site_on(DAYS[name]).problems] == asked


@pytest.mark.parametrize("name", ["approved", "a-year-on"])
def test_badges_and_reports_bring_their_sheet(name: str) -> None:
    """A goal has it from the day of the first report; lists that tell each measure in sentences always have."""
    shown = re.compile(r'class="(?:status |timeline)')
    pages = {page.address: page for page in site_on(DAYS[name]).pages if shown.search(page.markdown)}
    sheets = {address: [*page.meta["sheets"], *page.meta.get("styles", [])] for address, page in pages.items()}
    assert [address for address, loaded in sheets.items() if "status.css" not in loaded] == []
    assert (f"{NAME}/plan-2025/1/" in pages) == (name == "a-year-on")


@pytest.mark.parametrize(("spent", "times"), [("3600,0", "4 рази"), ("18900,0", "21 раз"), ("10800,0", "12 разів")])
def test_how_many_times_more_was_spent_is_said_in_its_form(spent: str, times: str) -> None:
    files = dict(files_on(DAYS["first-reports"]))
    progress = f"{NAME}/plan-2025/progress.yml"
    files[progress] = files[progress].replace(b"7900,0", spent.encode())
    found = [problem.message for problem in site_of(files, DAYS["first-reports"]).problems]
    assert [f"у {times} більше за план" in message for message in found] == [True]


REPORTS = [line for line in files_on(DAYS["succeeded"])[PROGRESS].decode().splitlines() if line.startswith("  - ")]


@settings(max_examples=6)
@given(order=st.permutations(REPORTS))
def test_all_orders_of_the_reports_give_one_site(order: list[str]) -> None:
    day = DAYS["succeeded"]
    files = {**files_on(day), PROGRESS: "\n".join(["entries:", *order, ""]).encode()}
    site, usual = site_of(files, day), site_on(day)
    assert {page.address: page.markdown for page in site.pages} == {page.address: page.markdown for page in usual.pages}
    assert {one.address: one.content for one in site.assets} == {one.address: one.content for one in usual.assets}


def _results(name: str) -> dict[str, str]:
    """Return the line under each result of the search on a day, by its address."""
    records = search_records(Commitments(load(files_on(DAYS[name])).catalogue, DAYS[name]))
    return {record.url.removeprefix(f"{NAME}/"): record.context for record in records}


def test_a_result_of_the_search_says_that_its_plan_is_over_or_replaced() -> None:
    measure, goal, new = "plan-2025/1/#m-1-3", "plan-2025/1/", "plan-2028/1/#m-1-2"
    assert _results("last-day")[measure] == "Амбулаторія · постійно · виконується"
    over = _results("over")
    assert over[measure] == (
        "Амбулаторія · постійно – у плані на 2025–2027 роки · виконується (звіт 10 липня 2025 року)"
    )
    assert over[goal].endswith(" · План підтримки, 2025–2027 · у плані на 2025–2027 роки")
    succeeded = _results("succeeded")
    assert succeeded[measure].endswith(" · у плані на 2025–2027 роки, який замінено")
    assert succeeded[new] == "Амбулаторія · постійно · звіту ще немає · План підтримки, 2028–2030"


def test_the_frame_of_an_executor_says_what_stands_in_a_plan_that_is_over() -> None:
    names = ("last-day", "over", "succeeded")
    frames = {name: _page(name, "executors/biblioteka/embed/") for name in names}
    assert ["Час цього плану минув, або його замінено." in frames[name] for name in names] == [False, True, False]
    assert ["З них у планах, час яких минув" in frames[name] for name in names] == [False, False, True]
    assert ["Відповідає за" in frames[name] for name in names] == [True, False, True]


def test_measures_of_two_plans_with_one_number_are_told_apart() -> None:
    lines = [re.findall(r'<p class="who">.*?План підтримки, 20', _page(name, "")) for name in ("over", "succeeded")]
    assert [len(found) for found in lines] == [0, 6]


def test_on_the_page_of_a_body_another_body_s_word_is_not_taken_for_its_own() -> None:
    assert "Виконується: так повідомлено 5 квітня 2025 року (Відділ соцзахисту)." in _page(
        "corrected", "executors/ambulatoriia/"
    )


def test_a_letter_speaks_of_what_was_promised_in_the_tense_of_its_day() -> None:
    kept = "За планом захід {} постійно.{} За звітами на сайті «Плани громад» стан такий: «Виконується» (звіт від 10 липня 2025 року)."
    ended = " Період плану закінчився 31 грудня 2027 року."
    told = {name: _letters(name)["1-3"]["late"] for name in ("last-day", "over", "succeeded")}
    assert told == {
        "last-day": kept.format("виконують", ""),
        "over": kept.format("мали виконувати", ended),
        "succeeded": kept.format("мали виконувати", f"{ended} Цей план замінено іншим: «План підтримки, 2028–2030»."),
    }
    assert "late" not in _letters("over")["2-3"], "what was removed from the plan is not asked about"


def _letters(name: str) -> dict[str, dict[str, str]]:
    (asset,) = [one for one in site_on(DAYS[name]).assets if one.address == f"ask/{NAME}.json"]
    (plan,) = [one for one in json.loads(asset.content)["plans"] if one["id"] == f"{NAME}/plan-2025"]
    return plan["measures"]


def test_frames_and_sheets_say_that_a_plan_is_over_and_when_a_report_was_made() -> None:
    sheet = "Це план на 2025–2027 роки. Чи діє він тепер і чи є новий, ми не знаємо."
    for address in ("notice/", "plan-2025/1/notice/", "embed/", "plan-2025/embed/", "plan-2025/1/embed/"):
        assert [sheet in _page(name, address) for name in ("last-day", "over")] == [False, True], address
    assert "Його замінив інший: План підтримки, 2028–2030." in _page("succeeded", "plan-2025/2/notice/")
    assert [("Що обіцяє план" in _page(name, "plan-2025/embed/")) for name in ("last-day", "over")] == [True, False]
    assert "виконується (звіт 5 жовтня 2026 року), строк минув" in _page("last-day", "plan-2025/1/embed/")


def test_a_frame_counts_for_a_body_only_what_it_answers_for() -> None:
    assert "Відповідає за 2 заходи, бере участь у 1 заході." in _page("last-day", "executors/ambulatoriia/embed/")
    assert "Було доручено 2 заходи і участь у 1 заході." in _page("over", "executors/ambulatoriia/embed/")
    assert "Було доручено 1 захід." in _page("over", "executors/molodizhna-rada/embed/")


def test_what_a_plan_that_was_replaced_promised_is_not_due_next() -> None:
    day = DAYS["amended"]
    new = _begun_in_2026()
    due = [
        {item.plan.slug for item in due_next(Commitments(load(files).catalogue, day).all, day)}
        for files in (files_on(day), {**files_on(day), f"{NAME}/plan-2028/plan.yml": new})
    ]
    assert due == [{"plan-2025"}, {"plan-2028"}]


def test_events_of_a_plan_that_was_replaced_say_so_and_those_to_come_are_called_off() -> None:
    day = DAYS["amended"]
    files = {**files_on(day), f"{NAME}/plan-2028/plan.yml": _begun_in_2026()}
    events = {name: _events(site) for name, site in (("amended", site_on(day)), ("replaced", site_of(files, day)))}
    assert {name: one["plan-2025.1-4"].get("status") for name, one in events.items()} == {
        "amended": "CONFIRMED",
        "replaced": "CANCELLED",
    }
    assert events["replaced"]["plan-2025.1-1"].get("status") == "CONFIRMED", "done before"
    said = "Це план на 2025–2027 роки. Його замінив інший: План підтримки, 2028–2030"
    assert [said in one["plan-2025.1-4"].get("description") for one in events.values()] == [False, True]


def _begun_in_2026() -> bytes:
    """Return the successor as it would be, had it taken the place of a plan that is still running."""
    text = (ROOT / "plan-2028/plan.yml").read_text(encoding="utf-8")
    return text.replace("start: 2028-01-01", "start: 2026-07-01").encode()


def test_a_successor_that_has_not_begun_takes_nothing_away() -> None:
    day = DAYS["amended"]
    files = {**files_on(day), f"{NAME}/plan-2028/plan.yml": (ROOT / "plan-2028/plan.yml").read_bytes()}
    pages = {page.address: page.markdown for page in site_of(files, day).pages}
    assert "замінив інший" not in "".join(pages.values())
    assert "Цей план замінить [План підтримки, 2025–2027]" in pages[f"{NAME}/plan-2028/"]


def test_nothing_of_a_plan_replaced_in_its_time_is_said_to_go_on() -> None:
    day = DAYS["amended"]
    site = site_of({**files_on(day), f"{NAME}/plan-2028/plan.yml": _begun_in_2026()}, day)
    pages = {page.address: seen(page.markdown) for page in site.pages}
    told = "План замінив інший: «План підтримки, 2028–2030»"
    for page in ("plan-2025/1/", "plan-2025/1/embed/"):
        text = pages[f"{NAME}/{page}"]
        assert told.lower() in text.lower()
        assert "триває" not in text.lower()
    assert f"Виконується: так повідомлено 10 липня 2025 року. {told}." in pages[f"{NAME}/executors/ambulatoriia/"]


def _events(site: Assembled) -> dict[str, Event]:
    (asset,) = [one for one in site.assets if one.address == f"{NAME}/calendar.ics"]
    found = Calendar.from_ical(asset.content).walk("VEVENT")
    return {event.get("uid").partition("@")[0].removeprefix(f"{NAME}."): event for event in found}


def _page(name: str, address: str) -> str:
    pages = {page.address: page.markdown.replace("\xa0", " ") for page in site_on(DAYS[name]).pages}
    return pages[f"{NAME}/{address}"]


def test_where_terms_are_suspended_pages_speak_of_what_was_reported_and_of_no_lateness() -> None:
    day = DAYS["a-year-on"]
    files = dict(files_on(day))
    files[f"{NAME}/community.yml"] += "\nsuspended: {reason: громада під окупацією, since: 2026-01-25}\n".encode()
    pages = {page.address: page.markdown.replace("\xa0", " ") for page in site_of(files, day).pages}
    own = {
        address: seen(text)
        for address, text in pages.items()
        if address.startswith(f"{NAME}/") and not address.endswith(("changes/", "terms/"))
    }
    for address, text in own.items():
        for words in ("минув", "%", "пізніше строку", "Запитати раду", "ідповідає за", "Хто це робить"):
            assert words not in text, (address, words)
    assert "Виконується: так повідомлено 10 липня 2025 року." in own[f"{NAME}/executors/ambulatoriia/"]
    assert "◐" not in own[f"{NAME}/"]
    assert "Звіт є про 6 із 7 заходів." in own[f"{NAME}/"]
