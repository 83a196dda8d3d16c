"""Slips of mkdocs.yml and of the environment: in Ukrainian, with line, column and what to do; never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.source.disk import write_files
from project import run_plans, small_project

HEAD = "У налаштуваннях сайту не все так:\n"
SOUND = """\
site_name: Плани
site_url: !ENV [SITE_URL, "https://plany.example.org/"]
docs_dir: content
theme: {name: material, language: uk, font: false}
plugins:
  - hromada-plans:
      as_of: !ENV [AS_OF, null]
extra:
  menu:
    - {title: Громади, url: communities/}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = small_project(tmp_path / "project")
    (folder / "mkdocs.yml").write_text(SOUND, encoding="utf-8")
    return folder


def said(project: Path, **environment: str) -> tuple[int, str]:
    done = run_plans("build", cwd=project, **{"PLANS_CACHE": str(project.parent / "cache"), **environment})
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stderr


SLIPS = [
    ("site_name: Плани", "site_name: [Плани]", "1:12: site_name: тут має бути текст, а стоїть список"),
    ("site_name: Плани", "site_name: 5", "1:12: site_name: тут має бути текст, а стоїть число"),
    ("site_name: Плани", "site_name: Рада: селищна", "1:16: файл не читається як YAML: зайва двокрапка або не той відступ; текст із двокрапкою візьміть у лапки"),
    ("docs_dir: content\n", "docs_dir: content\n\tx: 1\n", "4:1: файл не читається як YAML: табуляція замість пробілів; відступи в YAML роблять лише пробілами"),
    ("site_name: Плани", "sitename: Плани", "1:1: site_name: бракує значення"),
    ("docs_dir: content", "docs_dir: contents", "3:11: docs_dir: файлу чи теки «{}/contents» немає"),
    ("docs_dir: content", "site_name: Ще", "3:1: site_name: поле повторено; лишіть одне"),
    ("null]", "2025-13-01]", "7:14: plugins.0.hromada-plans.as_of: «2025-13-01» не є датою; дату пишуть так: 2025-12-31"),
    ('!ENV [SITE_URL, "https://plany.example.org/"]', "http://[", "2:11: site_url: site_url: «http://[» не є адресою сайту: у ній не так написано домен або порт; пишіть так: https://plany.example.org/ або https://example.org/plany/"),
    ("theme:", "repo_url: 'http://['\ntheme:", "4:11: repo_url: repo_url: «http://[» не є адресою сховища: у ній не так написано домен або порт; пишіть так: https://github.com/hromada/plany"),
    ("!ENV [AS_OF, null]", "[1]", "7:14: plugins.0.hromada-plans.as_of: тут має бути дата, а стоїть список; дату пишуть так: 2025-12-31"),
    ("{title: Громади, url: communities/}", "Громади", "10:7: extra.menu.0: пишіть так: - {{title: …, url: …}}"),
    ("material", "materil", "4:8: theme: теми «materil» немає; лишіть material"),
    ("docs_dir: content", "docs_dir: plans", "3:11: docs_dir: тека сторінок «plans» і тека планів «plans» мають бути окремо; сторінки лежать у теці content: docs_dir: content"),
    ("docs_dir: content", "docs_dir: plans/nizhyn", "3:11: docs_dir: тека сторінок «plans/nizhyn» і тека планів «plans» мають бути окремо"),
    ("      as_of", "      plans_dir: content/plans\n      as_of", "3:11: docs_dir: тека сторінок «content» і тека планів «content/plans» мають бути окремо"),
    ("  menu:", "  exit_url: 5\n  menu:", "9:13: extra.exit_url: сюди веде «Швидко вийти», тож це має бути повна адреса іншого сайту: https://www.google.com/"),
    ("  menu:", "  exit_url: [https://a.ua/]\n  menu:", "9:13: extra.exit_url: сюди веде «Швидко вийти»"),
    ("  menu:", "  exit_url: about/\n  menu:", "9:13: extra.exit_url: сюди веде «Швидко вийти»"),
    ("hromada-plans", "hromada-plan", "6:3: plugins: додатка «hromada-plan» не встановлено; перевірте назву"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), SLIPS)
def test_a_slip_has_its_place_and_its_cure(old: str, new: str, words: str, project: Path) -> None:
    assert old in SOUND
    (project / "mkdocs.yml").write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    status, told = said(project, AS_OF="")
    assert status == 2
    assert told.startswith(HEAD)
    assert f"mkdocs.yml:{words.format(project)}" in told


def test_an_unknown_field_is_told_with_the_nearest(project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"{SOUND}sitename: x\n", encoding="utf-8")
    assert said(project) == (2, f"{HEAD}mkdocs.yml:11:11: sitename: невідоме поле «sitename»; можливо, «site_name»\n")


def test_a_file_in_another_encoding_is_told(project: Path) -> None:
    (project / "mkdocs.yml").write_bytes(SOUND.encode("cp1251"))
    status, told = said(project)
    assert status == 2
    assert "mkdocs.yml:1:12: файл не в кодуванні UTF-8; збережіть його як UTF-8: «Файл → Зберегти як" in told


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("AS_OF", "2026-13-05", "у змінній AS_OF стоїть «2026-13-05», а це не дата; дату пишуть так: 2025-12-31"),
        ("AS_OF", "foo", "as_of: «foo» не є датою; дату пишуть так: 2025-12-31"),
        ("SOURCE_DATE_EPOCH", "", "SOURCE_DATE_EPOCH: порожньо, а має бути ціле число секунд від 1970 року"),
        ("SOURCE_DATE_EPOCH", "1.5", "SOURCE_DATE_EPOCH: «1.5» має бути цілим числом секунд"),
        ("SITE_URL", "http://[", "SITE_URL: «http://[» не є адресою сайту"),
        ("SITE_URL", "plany.example.org", "SITE_URL: «plany.example.org» не є адресою сайту: вона має починатися з"),
        ("SITE_URL", "https://plany.example.org/#a", "приберіть знак «#» і все після нього"),
    ],
)
def test_the_environment_is_told_by_its_name(name: str, value: str, words: str, project: Path) -> None:
    status, told = said(project, **{name: value})
    assert status == 2
    assert words in told


def test_a_menu_that_leads_nowhere_stops_the_build(project: Path) -> None:
    write_files(project / "site", [])
    (project / "mkdocs.yml").write_text(SOUND.replace("communities/", "comunities/"), encoding="utf-8")
    status, told = said(project)
    assert status == 2
    assert told.startswith(
        f"{HEAD}mkdocs.yml:10:29: extra.menu.0.url: меню веде на «comunities/», а такої сторінки на сайті немає; можливо, "
        "«communities/»; є: "
    )
    assert not (project / "site").exists()
    for fine in ("communities/#nizhyn", "", "https://rada.gov.ua/", "./communities/", "settings/?from=menu"):
        (project / "mkdocs.yml").write_text(SOUND.replace("url: communities/", f"url: '{fine}'"), encoding="utf-8")
        assert said(project)[0] == 0, fine


def test_addresses_in_letters_reach_programs_in_punycode_and_people_in_letters(project: Path) -> None:
    assert said(project, SITE_URL="https://плани.укр/Ніжин/")[0] == 0
    calendar = (project / "site/nizhyn/calendar.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    assert "https://xn--80aqhjh.xn--j1amh/%D0%9D%D1%96%D0%B6%D0%B8%D0%BD/nizhyn/" in calendar
    page = (project / "site/nizhyn/index.html").read_text(encoding="utf-8")
    assert (
        '<link href="https://xn--80aqhjh.xn--j1amh/%D0%9D%D1%96%D0%B6%D0%B8%D0%BD/nizhyn/" rel="canonical">'
        in page.replace(
            'rel="canonical" href="https://xn--80aqhjh.xn--j1amh/%D0%9D%D1%96%D0%B6%D0%B8%D0%BD/nizhyn/"',
            'href="https://xn--80aqhjh.xn--j1amh/%D0%9D%D1%96%D0%B6%D0%B8%D0%BD/nizhyn/" rel="canonical"',
        )
    )
    sheet = (project / "site/nizhyn/notice/index.html").read_text(encoding="utf-8")
    assert "плани.укр/Ніжин/nizhyn" in sheet


@pytest.mark.parametrize("place", ["content/chuzha.md", "content/tecka", "theme_overrides/assets/tecka"])
def test_links_that_lead_out_are_not_published(place: str, project: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "elsewhere", [("p.md", b"# P"), ("nakaz.txt", b"x")])
    (project / place).symlink_to(tmp_path / "elsewhere" / ("p.md" if place.endswith(".md") else ""))
    (project / "mkdocs.yml").write_text(
        SOUND.replace("font: false", "font: false, custom_dir: theme_overrides"), encoding="utf-8"
    )
    status, told = said(project)
    assert status == 2
    assert f"{place}: це посилання на " in told
    assert not (project / "site").exists()


@pytest.mark.parametrize("folder", ["content", "plans/nizhyn/plan-2025/texts"])
def test_a_pipe_does_not_hold_the_build(folder: str, project: Path) -> None:
    os.mkfifo(project / folder / "20-truba.md")
    status, told = said(project)
    assert status == 2
    assert "20-truba.md: це не файл (канал, сокет чи пристрій); приберіть його звідси" in told
