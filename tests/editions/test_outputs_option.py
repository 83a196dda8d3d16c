"""The option `outputs:`: what is made by default, what stays, what is switched off by name, what a wrong name says."""

from __future__ import annotations

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
from generator.model.outputs import ALL, SMALL_SITE, Output, chosen_outputs, unknown_output
from generator.model.settings import Settings
from generator.pages.editions import size_in_words
from generator.source.usage_error import UsageError
from outputs.sample import FILES, encoded
from project import run_plans, small_project

SETTINGS = Settings(date(2025, 11, 22), site_url="https://example.org/")
ADDRESSES = [f"zelenivka/plan-2025/{output.file}" for output in Output]


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
        assert [f'href="{prefix}{output.file}"' in line for output in Output] == [True] * 4
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
        ({Output.BRAILLE}, SMALL_SITE + 1, ["a/b/plan.pdf"], [], {Output.BRAILLE}),
        (set(), 1, ["a/b/plan.pdf"], [], set()),
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
    with pytest.raises(UsageError) as wrong:
        outputs_named(["epub", "pfd", 7])
    assert str(wrong.value) == (
        "outputs: виду «pfd» немає; можливо, «pdf»; які є: pdf, large-pdf, epub, braille\n"
        "outputs: виду «7» немає; які є: pdf, large-pdf, epub, braille"
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
