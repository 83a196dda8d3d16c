"""The option `outputs:`: what is made by default, what stays, what is switched off by name, what a wrong name says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.build.editions import EditionMaker, outputs_of
from generator.build.mkdocs.edges import outputs_named
from generator.build.recipe import Assembled, assemble
from generator.build.typesetter import Typesetter
from generator.cache import Cache
from generator.model.outputs import ALL, EDITIONS, SMALL_SITE, Output, chosen_outputs, unknown_output
from generator.model.records.redirects import matches
from generator.model.settings import Settings
from generator.pages.editions import size_in_words
from generator.source.usage_error import UsageError
from outputs.sample import FILES, encoded
from project import run_plans, small_project

SETTINGS = Settings(date(2025, 11, 22), site_url="https://example.org/")
ADDRESSES = [f"zelenivka/plan-2025/{output.file}" for output in EDITIONS]


class Counting(Typesetter):
    """Notes how many PDFs were really made."""

    made = 0

    def pdf(self, data: str, moment: int) -> bytes:
        self.made += 1
        return super().pdf(data, moment)


def site(settings: Settings = SETTINGS, *, typesetter: Typesetter | None = None, cache: Cache | None = None,
         **files: str) -> Assembled:  # fmt: skip
    given = encoded({**FILES, **{name.replace("__", "."): text for name, text in files.items()}})
    made = assemble(given, settings, cache=cache, editions=EditionMaker(typesetter or Typesetter()))
    assert not made.failed, list(map(str, made.problems))
    return made


def editions(made: Assembled) -> list[str]:
    return [asset.address for asset in made.assets if asset.address in ADDRESSES]


def test_a_small_site_makes_all_and_its_pages_lead_to_them() -> None:
    made = site()
    assert editions(made) == ADDRESSES
    pages = {page.address: page.markdown for page in made.pages}
    for address, prefix in (("zelenivka/plan-2025/", ""), ("zelenivka/", "plan-2025/")):
        line = next(line for line in pages[address].split("\n") if 'class="editions"' in line)
        assert [f'href="{prefix}{output.file}"' in line for output in EDITIONS] == [True] * 4
        assert line.startswith('<p class="editions">Прочитати інакше: <a href="')
        assert "ще не вичитано незрячим читачем" in line
        assert "відповідає" not in line


def test_only_what_is_named_is_made_and_led_to() -> None:
    made = site(replace(SETTINGS, outputs=frozenset({Output.EPUB})))
    assert editions(made) == ["zelenivka/plan-2025/plan.epub"]
    page = next(page.markdown for page in made.pages if page.address == "zelenivka/plan-2025/")
    assert "plan.pdf" not in page
    none = site(replace(SETTINGS, outputs=frozenset()))
    assert editions(none) == []
    assert not any("editions" in page.markdown for page in none.pages)


def test_a_kind_that_is_withdrawn_is_switched_off_and_its_addresses_answer_for_themselves() -> None:
    told = 'withdrawn:\n  - {old: "**/plan.brf", reason: Не друкуємо.}\n'
    assert editions(site(redirects__yml=told)) == ADDRESSES[:3]


def test_one_edition_of_one_plan_can_be_withdrawn() -> None:
    told = "withdrawn:\n  - {old: zelenivka/plan-2025/plan.epub, reason: Помилка.}\n"
    assert editions(site(redirects__yml=told)) == [ADDRESSES[0], ADDRESSES[1], ADDRESSES[3]]


@pytest.mark.parametrize(
    ("named", "communities", "listed", "withdrawn", "made"),
    [
        (None, SMALL_SITE, [], [], ALL),
        (None, SMALL_SITE + 1, [], [], set()),
        (None, SMALL_SITE + 1, ["a/b/plan.pdf", "a/b/plan.csv"], [], {Output.PDF}),
        (None, SMALL_SITE + 1, ["a/b/plan.pdf"], ["**/plan.pdf"], set()),
        (
            None,
            SMALL_SITE + 1,
            ["a/executors/b/executor.csv", "a/notice/"],
            [],
            {Output.EXECUTOR_TABLES, Output.NOTICES},
        ),
        (None, SMALL_SITE + 1, ["executors/b/calendar.ics", "a/calendar.ics"], [], {Output.EXECUTOR_CALENDARS}),
        (None, SMALL_SITE + 1, ["a/calendar.ics", "a/b/calendar.ics", "a/b/plan.csv", "a/b/embed/"], [], set()),
        (None, SMALL_SITE + 1, ["a/for/", "a/for/t/", "oembed.json"], ["*/for/**"], set()),
        (None, 1, [], ["a/notice/", "**/oembed.json"], ALL - {Output.OEMBED}),
        (None, 1, [], ["*/notice/"], ALL),
        (None, 1, [], ["**executors/*/calendar.ics", "**/notice/"], ALL - {Output.EXECUTOR_CALENDARS, Output.NOTICES}),
        ({Output.BRAILLE}, SMALL_SITE + 1, ["a/b/plan.pdf"], [], {Output.BRAILLE, Output.PDF}),
        (set(), 1, ["a/b/plan.pdf"], [], {Output.PDF}),
        (None, 1, [], ["*/*/plan-large.pdf"], ALL - {Output.LARGE_PDF}),
    ],
)
def test_what_is_chosen(
    named: set[Output] | None, communities: int, listed: list[str], withdrawn: list[str], made: set[Output]
) -> None:
    assert chosen_outputs(named, communities, listed, withdrawn) == made


def test_a_large_site_begins_with_the_small_set() -> None:
    many = SimpleNamespace(settings=SETTINGS, catalogue=SimpleNamespace(communities=range(13), withdrawn=()))
    assert outputs_of(many, []) == set()  # type: ignore[arg-type]
    assert outputs_of(many, ["a/b/plan.epub"]) == {Output.EPUB}  # type: ignore[arg-type]


def test_unknown_names_are_told_all_at_once_with_the_nearest() -> None:
    assert unknown_output("pdf") == ""
    names = "pdf, large-pdf, epub, braille, for-me, notices, oembed, executor-tables, executor-calendars"
    with pytest.raises(UsageError) as wrong:
        outputs_named(["epub", "pfd", 7])
    assert str(wrong.value) == (
        f"outputs: виду «pfd» немає; можливо, «pdf»; які є: {names}\noutputs: виду «7» немає; які є: {names}"
    )


def test_nothing_is_made_again_while_nothing_changes(tmp_path: Path) -> None:
    first = Counting()
    whole = site(typesetter=first, cache=Cache(tmp_path))
    again = Counting()
    assert site(typesetter=again, cache=Cache(tmp_path)).assets == whole.assets
    changed = FILES["zelenivka/plan-2025/plan.yml"].replace("Без строку", "З іншими словами")
    later = Counting()
    site(typesetter=later, cache=Cache(tmp_path), **{"zelenivka/plan-2025/plan__yml": changed})
    assert (first.made, again.made, later.made) == (2, 0, 2)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    yield small_project(tmp_path / "project")
    shutil.rmtree(tmp_path / "project")


def told(project: Path, outputs: str) -> str:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - hromada-plans:\n", f"  - hromada-plans:\n      outputs: {outputs}\n"), encoding="utf-8"
    )
    done = run_plans("build", cwd=project)
    assert done.returncode == 2
    return done.stdout + done.stderr


def test_a_wrong_name_in_mkdocs_yml_stops_with_its_line(project: Path) -> None:
    line = next(
        at
        for at, text in enumerate((project / "mkdocs.yml").read_text(encoding="utf-8").split("\n"), 2)
        if "hromada-plans:" in text
    )
    assert f"mkdocs.yml:{line}:22: plugins.0.hromada-plans.outputs.1: виду «brajl» немає; " in told(
        project, "[pdf, brajl]"
    )


def test_a_list_that_is_none_stops_with_its_line(project: Path) -> None:
    assert "тут має бути список, а стоїть текст" in told(project, "pdf")


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 кілобайт"), (102_400, "102 кілобайти"), (999_600, "1,0 мегабайта"), (1_250_000, "1,2 мегабайта")],
)
def test_sizes(size: int, words: str) -> None:
    assert size_in_words(size) == words


BESIDE = {
    Output.NOTICES: "/notice/", Output.OEMBED: "/oembed.json",
    Output.EXECUTOR_TABLES: "/executor.csv", Output.EXECUTOR_CALENDARS: "/calendar.ics",
}  # fmt: skip
"""How addresses of a kind end; of the pages «Для мене» tests/pages/test_audiences.py tells."""


@pytest.mark.parametrize("output", BESIDE)
def test_a_kind_that_is_not_made_is_nowhere_and_nothing_leads_to_it(output: Output) -> None:
    where = "executors/" if output is Output.EXECUTOR_CALENDARS else ""

    def told(made: Assembled) -> list[str]:
        """Return the addresses of the kind, and the pages that lead to one."""
        ending = BESIDE[output]
        found = [one.address for one in (*made.pages, *made.assets) if ending in one.address and where in one.address]
        link = re.compile(rf"""["'](https?:[^"']*/)?{ending.lstrip("/")}""")
        leading = [
            page.address for page in made.pages if where in page.address and link.search(f"{page.markdown}{page.meta}")
        ]
        return [*found, *leading]

    assert told(site())
    without = site(replace(SETTINGS, outputs=ALL - {output}))
    assert told(without) == []
    withdrawn = site(redirects__yml=f'withdrawn:\n  - {{old: "{output.pattern}", reason: Не робимо.}}\n')
    assert told(withdrawn) == []


def test_a_pattern_of_a_kind_speaks_of_all_its_addresses_and_of_no_others() -> None:
    everything = [one.address for one in (*site().pages, *site().assets)]
    for output in set(Output) - {Output.FOR_ME}:
        own = [address for address in everything if matches(output.pattern, address)]
        rest = [one.address for made in [site(replace(SETTINGS, outputs=ALL - {output}))]
                for one in (*made.pages, *made.assets)]  # fmt: skip
        assert own, output
        assert sorted({*everything} - {*rest}) == sorted(own)
