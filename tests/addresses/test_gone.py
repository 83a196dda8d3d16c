"""Nothing published vanishes in silence: checks and builds say what is gone and what to write, or say nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.build.recipe import assemble
from generator.model.drafts import published as without_drafts
from generator.model.promise import mark_of
from generator.model.settings import Settings
from generator.outputs.address_list import lines_of, list_of
from generator.outputs.gone import lost_of_plans
from generator.outputs.published import published_of_plans
from generator.rules.load import load
from generator.source.disk import ADDRESSES, read_files, write_files
from generator.source.problem import Severity
from project import ADDRESS, AS_OF, ROOT, run_plans, small_project
from staff.scaffold.running import run_plans as run_here

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date.fromisoformat(AS_OF)
SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
PLAN = "nizhyn/plan-2025/plan.yml"
GOAL = "nizhyn/plan-2025/1-1/"
REPORT = b"""entries:
  - {measure: 1.1.2, date: 2025-09-30, status: in-progress, comment: "\xd0\x84."}
"""
LAST = """          - number: 1.1.2
            text: Оприлюднити результати
            term: Постійно
            executors: [Карітас]
            funding: {total: "10,0", by_year: {2025: "10,0"}}
totals:
  - {label: "ВСЬОГО:", goal: "1", total: "10,0"}
"""
WHERE = "упишіть у plans/redirects.yml під redirects, куди перенесено (old, new), або під withdrawn, чому вилучено"
EVENT = "упишіть у plans/redirects.yml під withdrawn, чому вилучено (old, reason)"


def published(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files with the list of all that a site of them publishes."""
    return {**files, ADDRESSES: list_of(published_of_plans(without_drafts(load(files).catalogue)))}


def changed(files: dict[str, bytes], *pairs: tuple[str, str], name: str = PLAN) -> dict[str, bytes]:
    text = files[name].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {**files, name: text.encode()}


def said(files: dict[str, bytes], as_of: date | None = TODAY) -> list[str]:
    loaded = load(files, as_of=as_of)
    assert [str(one) for one in loaded.problems if one.severity is Severity.ERROR] == []
    return [str(one) for one in lost_of_plans(files, loaded.catalogue, as_of, "plans/")]


def told(**kinds: str) -> bytes:
    return "\n".join(f"{kind}:\n{items}" for kind, items in kinds.items()).encode()


SITE = published({**SOUND, "nizhyn/plan-2025/progress.yml": REPORT})
ROW = dict(lines_of(SITE[ADDRESSES]))
GONE = changed(SITE, (LAST, ""))
del GONE["nizhyn/plan-2025/progress.yml"]


def test_a_site_as_it_was_published_has_lost_nothing() -> None:
    assert said(SITE) == []
    assert {f"{GOAL}#m-1-1-2", "feed:nizhyn/plan-2025/report/1-1-2/2025-09-30/0"} <= ROW.keys()


def test_where_there_is_no_list_nothing_was_published() -> None:
    assert said({name: content for name, content in GONE.items() if name != ADDRESSES}) == []


def test_a_measure_takes_its_reports_along_in_one_message() -> None:
    place = f"plans/addresses.txt:{ROW[f'{GOAL}#m-1-1-2']}:1: nizhyn"
    assert said(GONE) == [
        f"{place}: заходу за адресою «{GOAL}#m-1-1-2» (разом 2 адреси) на сайті вже немає; {WHERE} (old, reason)"
    ]


def test_what_moved_is_offered_and_everything_is_told_at_once() -> None:
    community = "nizhyn/community.yml"
    files = changed(SITE, ("number: 1.1.1\n", "number: 1.1.3\n"))
    files = changed(files, ("- id: tsentr\n", "- id: centr\n"), name=community)
    executor, measure = said(files)
    assert "сторінки «nizhyn/executors/tsentr/» (разом " in executor
    assert executor.endswith("; можливо, «new: nizhyn/executors/centr/»")
    assert measure.endswith(f"; можливо, «new: {GOAL}#m-1-1-3»")
    assert "(разом 2 адреси)" in measure


def test_an_event_or_an_entry_alone_can_only_be_withdrawn() -> None:
    event = "uid:nizhyn.plan-2025.1-1-1@hromada-plans"
    files = changed(SITE, ("term: ІV квартал 2025 року", "term: Постійно"))
    assert said(files) == [
        f"plans/addresses.txt:{ROW[event]}:1: nizhyn: події календаря «{event}» на сайті вже немає; {EVENT}"
    ]
    files = changed(SITE, ("2025-09-30", "2025-10-01"), name="nizhyn/plan-2025/progress.yml")
    assert [
        "запису стрічки змін «feed:nizhyn/plan-2025/report/1-1-2/2025-09-30/0» на сайті вже немає" in one
        for one in said(files)
    ] == [True]


def test_a_site_of_an_earlier_day_has_lost_no_report() -> None:
    files = {**SITE, "nizhyn/plan-2025/progress.yml": REPORT}
    assert said(files, date(2025, 9, 1)) == []
    assert len(said({**SITE, "nizhyn/plan-2025/progress.yml": b"entries: []\n"}, date(2025, 9, 30))) == 1


@pytest.mark.parametrize(
    "redirects",
    [
        told(redirects=f"  - {{old: '{GOAL}#m-1-1-2', new: '{GOAL}#m-1-1-1', how: merged}}\n"),
        told(withdrawn=f"  - {{old: '{GOAL}#m-1-1-2', reason: Будинок продано, date: 2026-03-01, act: Рішення № 5}}\n"),
        told(withdrawn=f"  - {{old: '{GOAL}#m-*-2', reason: Будинок продано}}\n"),
    ],
)
def test_one_line_answers_for_a_measure_and_all_that_hangs_on_it(redirects: bytes) -> None:
    assert said({**GONE, "redirects.yml": redirects}) == []


def test_one_line_withdraws_a_whole_kind() -> None:
    old = [f"{address}plan.odt" for address in ("nizhyn/plan-2025/", "nizhyn/plan-2024/", "chernihiv/x/")]
    files = {**SITE, ADDRESSES: list_of([*ROW, *old])}
    assert len(said(files)) == 3
    assert said({**files, "redirects.yml": told(withdrawn="  - {old: '**/plan.odt', reason: Не робимо}\n")}) == []
    assert len(said({**files, "redirects.yml": told(withdrawn="  - {old: '*/plan.odt', reason: Не робимо}\n")})) == 3


def test_a_page_that_moved_takes_along_only_what_stands_at_its_new_place() -> None:
    files = changed(SITE, ("number: 1.1.1\n", "number: 1.1.3\n"))
    renamed = {name.replace("plan-2025", "plan-2026"): content for name, content in files.items()}
    assert any(
        "«nizhyn/plan-2025/» (разом " in one and one.endswith("можливо, «new: nizhyn/plan-2026/»")
        for one in said(renamed)
    )
    moved = told(redirects="  - {old: nizhyn/plan-2025/, new: nizhyn/plan-2026/, how: renamed}\n")
    lost = said({**renamed, "redirects.yml": moved})
    assert [one.split(" на сайті вже немає")[0].split(": ", 2)[2] for one in lost] == [
        f"заходу за адресою «{GOAL}#m-1-1-1» (разом 2 адреси)"
    ]


def test_a_withdrawn_address_that_stands_is_an_error() -> None:
    files = {**SITE, "redirects.yml": told(withdrawn=f"  - {{old: '{GOAL}**', reason: Немає}}\n")}
    assert [str(one) for one in load(files).problems] == [
        f"plans/redirects.yml:2:11: redirects: за адресою «{GOAL}» є сторінка чи захід, тому вилученою її не назвати"
    ]


@pytest.mark.parametrize("live", [False, True])
def test_a_build_stops_and_a_preview_only_tells(live: bool) -> None:
    site = assemble(GONE, Settings(TODAY), live=live)
    (problem,) = [one for one in site.problems if one.path.endswith(ADDRESSES)]
    assert problem.severity is (Severity.WARNING if live else Severity.ERROR)
    assert (site.failed, bool(site.pages)) == (not live, live)


def test_the_check_tells_without_a_build(tmp_path: Path) -> None:
    write_files(tmp_path / "plans", GONE.items())
    done = run_here("check", cwd=tmp_path, AS_OF=AS_OF)
    assert (done.returncode, done.stderr) == (1, "")
    (told,) = said(GONE)
    line = told.split(":")[1]
    assert done.stdout.splitlines()[0] == f"рядок {line}: {told}"
    assert done.stdout.splitlines()[3:] == ["Разом: 1 помилка."]
    assert list(tmp_path.iterdir()) == [tmp_path / "plans"]


@pytest.mark.site
def test_a_build_keeps_the_list_and_stops_for_a_lost_page_of_the_site(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    given = {"SITE_URL": ADDRESS, "PLANS_CACHE": str(tmp_path / "cache")}
    page, kept = project / "content/extra.md", project / "plans" / ADDRESSES
    page.write_text("# Ще одна сторінка\n", encoding="utf-8")
    assert run_plans("build", "--drafts", cwd=project, **given).returncode == 0
    assert not kept.exists()
    done = run_plans("build", cwd=project, **given)
    assert done.returncode == 0, done.stdout
    listed = lines_of(kept.read_bytes())
    assert f"До plans/addresses.txt додано {len(listed)} адрес" in done.stdout
    assert {"extra/", "about/", GOAL, f"{GOAL}#m-1-1-1", "uid:nizhyn.plan-2025.1-1-1@hromada-plans"} <= listed.keys()
    before = kept.read_bytes()
    page.unlink()
    done = run_plans("build", cwd=project, **given)
    assert done.returncode == 1
    assert (
        f"plans/addresses.txt:{listed['extra/']}:1: extra: сторінки «extra/» на сайті вже немає; {WHERE}" in done.stdout
    )
    assert "Сайт не збудовано: спершу виправте помилки. Старий сайт лишився як був." in done.stdout
    assert (project / "site/extra/index.html").is_file()
    assert kept.read_bytes() == before
    (project / "plans/redirects.yml").write_text(
        "withdrawn:\n  - {old: extra/, reason: Сторінка застаріла}\n", encoding="utf-8"
    )
    assert run_plans("build", cwd=project, **given).returncode == 0
    assert "Цю сторінку вилучено: Сторінка застаріла." in (project / "site/extra/index.html").read_text(
        encoding="utf-8"
    )


ASK, PUBLISH = "Опитати мешканців", "Оприлюднити результати"
UNMARKED = "nizhyn/plan-2025/progress.yml"


def test_a_published_report_without_a_mark_keeps_to_its_words() -> None:
    """Nobody wrote down what it is about; the list of addresses did, when it was published."""
    swapped = changed(SITE, (ASK, "…"), (PUBLISH, ASK), ("…", PUBLISH))
    moved = (
        "plans/nizhyn/plan-2025/progress.yml:2:1: nizhyn/1.1.2: звіт дано про «Оприлюднити результати», а під номером "
        "1.1.2 тепер «Опитати мешканців»; той захід має тепер номер 1.1.1: впишіть його в поле measure"
    )
    assert said(swapped) == [moved]
    corrected = changed(SITE, (PUBLISH, "Оприлюднити всі результати"))
    (problem,) = said(corrected)
    assert "підтвердьте: plans promises nizhyn/plan-2025 --confirm 1.1.2" in problem
    confirmed = f'measure: 1.1.2, promise: "{mark_of("Оприлюднити всі результати")}"'
    assert said(changed(corrected, ("measure: 1.1.2", confirmed), name=UNMARKED)) == []
    assert said(changed(SITE, (PUBLISH, f"{PUBLISH}."))) == []


def test_words_of_a_report_are_listed_only_where_it_has_no_mark() -> None:
    line = f"promise:nizhyn/plan-2025/1-1-2/2025-09-30 {mark_of(PUBLISH)}"
    assert [one for one in ROW if one.startswith("promise:")] == [line]
    marked = changed(SITE, ("measure: 1.1.2", f'measure: 1.1.2, promise: "{mark_of(PUBLISH)}"'), name=UNMARKED)
    assert not [one for one in lines_of(published(marked)[ADDRESSES]) if one.startswith("promise:")]
    assert said(marked) == []
