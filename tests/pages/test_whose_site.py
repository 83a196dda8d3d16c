"""«Про сайт» and the statement say of a site only what holds for that very site; one community is not chosen from."""

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.build.recipe import assemble
from generator.model.community import Catalogue
from generator.model.owner import Owner, OwnerKind
from generator.model.records.audit import AuditResults
from generator.model.settings import Settings
from generator.outputs.published import published_of_plans
from generator.pages.overview import home_page
from generator.pages.site_context import SiteContext
from generator.reading.country_files import with_country
from generator.source.disk import read_files
from project import ROOT

SOUND = read_files(ROOT / "tests/bad_input/sound/plans")
HERE = Settings(
    date(2026, 11, 29), site_url="https://a.example/", repo_url="https://github.com/o/r", program="1.0",
    owner=Owner(OwnerKind.COUNCIL, "Рада", date(2026, 12, 1)),
)  # fmt: skip
TESTED = AuditResults(
    date=date(2026, 10, 1), browser="Chromium 156", program="1.0", repository="https://github.com/o/r",
    site_url="https://a.example/", axe="4", html_validate="10", widths=(320,), site_pages=9, markup_errors=0, kinds=(),
)  # fmt: skip


def pages(settings: Settings = HERE, tested: AuditResults | None = TESTED) -> dict[str, str]:
    made = assemble(SOUND, settings, None, tested)
    assert not made.failed
    return {page.address: page.markdown.replace("\u00a0", " ") for page in made.pages}


def test_results_are_shown_where_they_were_made() -> None:
    statement = pages()["accessibility/"]
    assert "Заяву складено 1 жовтня 2026 року." in statement
    assert "Чи змінилися відтоді тексти планів, не відомо" in statement
    assert "За сайт і цю заяву відповідає Рада, з 1 грудня 2026 року." in statement


@pytest.mark.parametrize(
    "other",
    [
        {"program": "1.1"},
        {"repo_url": "https://github.com/o/fork"},
        {"repo_url": ""},
        {"site_url": "https://b.example/"},
    ],
)
def test_results_of_another_site_or_version_are_told_as_such(other: dict[str, str]) -> None:
    statement = pages(replace(HERE, **other))["accessibility/"]
    assert "Заяву складено" not in statement
    assert "EPUBCheck" not in statement
    assert "1 жовтня 2026 року перевірено сайт зі сховища самої програми, версію 1.0." in statement


def test_results_that_know_no_address_hold_at_every_address_of_their_repository() -> None:
    unknown = TESTED.model_copy(update={"site_url": ""})
    assert "Заяву складено" in pages(tested=unknown)["accessibility/"]


def test_the_councils_own_site_is_not_called_a_strangers() -> None:
    assert "Це сайт самої ради." in pages()["about/"]
    assert "Це не сайт" not in pages()["about/"]
    nobody = pages(replace(HERE, owner=Owner()))
    assert "Чи це сайт ради, тут ще не написано." in nobody["about/"]
    assert "Хто відповідає за сайт і цю заяву, тут ще не написано." in nobody["accessibility/"]


def test_of_one_community_none_is_chosen() -> None:
    home = pages()[""]
    assert "Моя громада" not in home
    assert "Усі громади" not in home
    assert 'class="big-links"' in home


def test_every_file_of_a_plan_without_goals_is_known_without_a_build() -> None:
    plan = next(path for path in SOUND if path.endswith("plan.yml"))
    flat = (
        "title: План\nname: План\nperiod: {start: 2026-01-01, end: 2026-12-31}\nabsent: [act]\nmeasures:\n"
        "  - {number: '1', text: Зробити., term: 2026 рік, executors: [УСЗН]}\n"
    )
    kept = {path: body for path, body in SOUND.items() if path.count("/") < 2 or path == plan}
    made = assemble({**kept, plan: flat.encode()}, HERE)
    assert not made.failed, [str(problem) for problem in made.problems]
    files = {asset.address for asset in made.assets if asset.address.endswith("oembed.json")}
    assert any("/measures/" in address for address in files)
    assert files <= published_of_plans(made.catalogue)


def test_a_site_of_nothing_yet_offers_no_choice() -> None:
    home = home_page(SiteContext(HERE, Catalogue(()))).markdown
    assert "Планів тут ще не опубліковано." in home
    assert "Моя громада" not in home


def test_one_community_is_nowhere_chosen_from() -> None:
    made = pages()
    assert "Усі громади" not in re.sub(r"<select.*?</select>", "", made["search/"], flags=re.DOTALL)
    assert '<p hidden><label for="search-c">' in made["search/"]
    assert "<summary>Вибрати стан, рік</summary>" in made["search/"]
    assert 'id="ask-community"' not in made["ask/"]
    assert '<div id="ask" data-only="nizhyn">' in made["ask/"]
    assert "Строки однієї громади" not in made["terms/"]
    assert "[Усі строки, за кварталами](../nizhyn/terms/)" in made["terms/"]
    listed = {page.address: page.meta.get("is_empty") for page in assemble(SOUND, HERE).pages}
    assert listed["communities/"] is True, "the menu leads to no list of one"


def test_several_communities_are_chosen_from() -> None:
    more = {path.replace("nizhyn/", "druha/"): body for path, body in SOUND.items() if path.startswith("nizhyn/")}
    made = {page.address: page for page in assemble({**SOUND, **more}, HERE).pages}
    assert '<p><label for="search-c">' in made["search/"].markdown
    assert 'id="ask-community"' in made["ask/"].markdown
    assert "data-only" not in made["ask/"].markdown
    assert "Строки однієї громади" in made["terms/"].markdown
    assert "is_empty" not in made["communities/"].meta


def test_the_glossary_explains_what_the_site_uses_and_what_it_says_itself() -> None:
    plan = next(path for path in SOUND if path.endswith("plan.yml"))
    own = "entries:\n  - {term: НЕВЖИТЕ, kind: abbreviation, expansion: наше слово, meaning: Пояснення.}\n"
    files = {
        **SOUND,
        "glossary.yml": own.encode(),
        plan: SOUND[plan].replace("title: Знати потреби".encode(), "title: Знати потреби ВПО".encode(), 1),
    }
    made = assemble(with_country(files), HERE)
    assert not made.failed, [str(problem) for problem in made.problems]
    found = next(page for page in made.pages if page.address == "glossary/").markdown
    assert "внутрішньо переміщена особа" in found
    assert "наше слово" in found
    assert "Дитячий фонд Організації" not in found
    assert "## Слова" not in found, "no heading over nothing"


def test_a_glossary_of_nothing_is_no_entry_of_the_menu() -> None:
    made = {page.address: page for page in assemble(SOUND, HERE).pages}
    page = made["glossary/"]
    assert "glossary/" not in made["search/"].markdown + made["about/"].markdown
    assert page.meta["is_empty"] is True
    assert "Скорочень і слів, які треба пояснити, на цьому сайті ще немає." in page.markdown


def test_what_a_clerk_is_told_stands_on_no_page() -> None:
    plan = next(path for path in SOUND if path.endswith("plan.yml"))
    late = {**SOUND, plan: re.sub(rb"term: .*", "term: 2044 рік".encode(), SOUND[plan], count=1)}
    made = assemble(late, HERE)
    assert any("поза періодом плану" in problem.message for problem in made.problems)
    assert not any("поза періодом плану" in page.markdown for page in made.pages)
