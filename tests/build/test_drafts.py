"""Drafts on a site: left out and said so, or made apart, marked, and reached from nowhere."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from generator.build.built_addresses import addresses, published
from generator.build.recipe import assemble
from generator.model.settings import Settings
from generator.source.disk import read_files
from project import run_plans, small_project

SOUND = read_files(Path(__file__).parents[1] / "bad_input" / "sound" / "plans")
PLAN = "nizhyn/plan-2025/plan.yml"
DRAFT = "nizhyn/chernetka/plan.yml"
UNFINISHED = (
    SOUND[PLAN]
    .decode()
    .replace("            term: Постійно\n", "")
    .replace("  text: act\n", "")
    .replace("title: План дій\n", "title: План без строку\n")
    .replace("name: План дій, 2025", "name: План без строку")
)
BOTH = {**SOUND, DRAFT: UNFINISHED.encode()}
LEFT_OUT = (
    "Чернетку nizhyn/chernetka не опубліковано: чого в ній бракує, сказано вище. Подивитися її: plans serve або plans "
    "build --drafts."
)


def made(files, **how):
    site = assemble(files, Settings(date(2025, 6, 1), site_url="https://example.org/"), **how)
    assert not site.failed, site.problems
    return site


def everything(site):
    return {page.address: page.markdown for page in site.pages}, {one.address: one.content for one in site.assets}


def test_beside_a_published_plan_it_changes_nothing_but_a_line():
    with_draft, without = made(BOTH), made(SOUND)
    assert everything(with_draft) == everything(without)
    assert with_draft.notices == (LEFT_OUT,)
    assert without.notices == ()


def test_a_body_that_only_a_draft_names_is_shown_with_it_alone():
    bodies = (
        SOUND["nizhyn/community.yml"].decode().replace("executors:\n", "executors:\n  - {id: khor, name: Хор}\n", 1)
    )
    draft = UNFINISHED.replace("executors: [Карітас]", "executors: [Хор]")
    files = {**SOUND, "nizhyn/community.yml": bodies.encode(), DRAFT: draft.encode()}
    plain = everything(made(SOUND))
    assert everything(made(files)) == plain
    site = made(files, drafts=True)
    pages, assets = everything(site)
    assert {address: pages[address] for address in plain[0]} == plain[0]
    assert {address: assets[address] for address in plain[1]} == plain[1]
    (own,) = [page for page in site.pages if page.address == "nizhyn/executors/khor/"]
    assert own.meta["robots"] == "noindex"
    assert own.address in assets["drafts.txt"].decode()


def test_when_asked_for_it_is_marked_and_apart():
    site, plain = made(BOTH, drafts=True), made(SOUND)
    pages, assets = everything(site)
    shared = everything(plain)
    assert {address: pages[address] for address in shared[0]} == shared[0]
    assert {address: assets[address] for address in shared[1]} == shared[1]
    new = [page for page in site.pages if page.address not in shared[0]]
    assert {page.address for page in new} >= {"nizhyn/chernetka/", "nizhyn/chernetka/1-1/", "nizhyn/chernetka/embed/"}
    for page in new:
        assert page.meta["robots"] == "noindex", page.address
        assert page.markdown.count('<aside class="notice" aria-label="Чернетка">') == 1, page.address
    lacks = ": nizhyn/1.1.2: немає строку: впишіть term"
    assert [page.address for page in new if lacks in page.markdown] == ["nizhyn/chernetka/"]
    listed = assets["drafts.txt"].decode().split()
    assert set(listed) == {page.address for page in new} | (set(assets) - set(shared[1]) - {"drafts.txt"})
    assert site.notices == (
        "Чернетка nizhyn/chernetka: сторінки позначено, пошуковики їх не показують. Адреса: nizhyn/chernetka/",
    )


def test_links_of_a_draft_lead_to_what_is_there():
    site = made({**SOUND, PLAN: UNFINISHED.encode()}, drafts=True)
    pages, assets = everything(site)
    there = {*pages, *assets, "guide/", "about/", "settings/", "assets/site.css"}
    for address, text in pages.items():
        if address.startswith("nizhyn/plan-2025/"):
            for link in re.findall(r'href="((?:\.\./)*)([^":#?]*)["#?]', text):
                parts = address.split("/")[:-1]
                target = "/".join([*parts[: len(parts) - link[0].count("../")], link[1]])
                assert target in there, (address, target)


def test_a_community_with_nothing_but_a_draft_is_nowhere():
    pages, assets = everything(made({**SOUND, PLAN: UNFINISHED.encode()}))
    assert [address for address in pages if address.startswith("nizhyn/")] == []
    index = json.loads(assets["data/index.json"])
    assert (index["communities"], index["plans"]) == ([], [])
    assert not any("nizhyn" in text for text in pages.values())


@pytest.mark.site
def test_a_real_build_leaves_it_out_marks_it_when_asked_and_keeps_the_old_site_of_a_published_one(tmp_path):
    project = small_project(tmp_path / "project")
    (project / DRAFT.replace("nizhyn", "plans/nizhyn")).parent.mkdir()
    (project / "plans" / DRAFT).write_text(UNFINISHED, encoding="utf-8")
    done = run_plans("build", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert LEFT_OUT in done.stdout
    site = project / "site"
    assert not (site / "nizhyn/chernetka").exists()
    done = run_plans("build", "--drafts", "--site-dir", "all", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    whole = project / "all"
    assert '<meta name="robots" content="noindex">' in (whole / "nizhyn/chernetka/index.html").read_text(
        encoding="utf-8"
    )
    for name in ("index.html", "sitemap.xml", "communities/index.html", "data/index.json", "nizhyn/changes.xml"):
        assert "chernetka" not in (whole / name).read_text(encoding="utf-8"), name
    assert addresses(published(whole)) == addresses(published(site))
    assert run_plans("addresses", "--write", cwd=project).returncode == 0
    text = (project / "plans" / PLAN).read_text(encoding="utf-8")
    (project / "plans" / PLAN).write_text(text.replace("            term: Постійно\n", ""), encoding="utf-8")
    before = (site / "nizhyn/plan-2025/index.html").read_bytes()
    done = run_plans("build", cwd=project)
    assert done.returncode == 1
    assert "nizhyn/1.1.2: немає строку: впишіть term, а якщо його немає в документі – absent: [term]" in done.stdout
    assert "Сайт не збудовано: спершу виправте помилки. Старий сайт лишився як був." in done.stdout
    assert (site / "nizhyn/plan-2025/index.html").read_bytes() == before
