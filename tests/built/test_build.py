"""Building: reproducible, and an error leaves what was published as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import site_mark
from generator.build.mkdocs import build
from generator.build.parts import Part
from project import ADDRESS, AS_OF, ROOT, build_site, run_plans, small_project

pytestmark = pytest.mark.site
STOCK = """site_name: Плани
markdown_extensions: [attr_list, tables]
validation: {links: {unrecognized_links: ignore}, nav: {omitted_files: ignore}}
"""


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def digest(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in read(folder).items()}


def mkdocs(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "AS_OF": AS_OF, **environment},
    )  # fmt: skip


def test_two_builds_are_byte_identical(built_site: Path, built_project: Path, tmp_path: Path) -> None:
    again, nothing_kept = tmp_path / "site", tmp_path / "cache"
    build_site(built_project, again, nothing_kept, PYTHONHASHSEED="7")
    assert digest(again) == digest(built_site)


def test_naming_the_folder_of_plans_changes_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    given = {"SITE_URL": ADDRESS, "PLANS_CACHE": str(tmp_path / "cache")}
    assert run_plans("build", "--site-dir", "../site", cwd=project, **given).returncode == 0
    named = ("--config-file", str(project / "mkdocs.yml"), "--plans-dir", "../project/plans")
    done = run_plans("build", *named, cwd=elsewhere, **given)
    assert done.returncode == 0, done.stdout + done.stderr
    assert digest(elsewhere / "site") == digest(tmp_path / "site")
    assert "/blob/main/plans/nizhyn/plan-2025/plan.yml#L" in (tmp_path / "site/nizhyn/plan-2025/index.html").read_text()


def test_plans_from_elsewhere_have_no_way_to_edit_them(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    shutil.copytree(project / "plans", tmp_path / "plans")
    done = run_plans("build", "--plans-dir", "../plans", cwd=project, PLANS_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stdout + done.stderr
    pages = "".join(page.read_text() for page in (project / "site").rglob("*.html"))
    assert "plan.yml#L" not in pages
    assert str(tmp_path) not in pages


def test_rendered_markdown_builds_under_stock_mkdocs(tmp_path: Path) -> None:
    pages, config = tmp_path / "docs", tmp_path / "mkdocs.yml"
    done = run_plans("render", str(pages))
    assert done.returncode == 0, done.stderr
    assert (pages / "nizhyn/social-services-2025/1-2/index.md").read_text().startswith("---\ntitle: ")
    config.write_text(STOCK)
    built = mkdocs("-f", str(config))
    assert built.returncode == 0, built.stderr
    assert "патронатних родин" in (tmp_path / "site/nizhyn/social-services-2025/1-2/index.html").read_text()


def test_rendered_pages_are_those_of_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small_project(tmp_path / "project")
    given = {"AS_OF": "2026-03-04", "SITE_URL": ADDRESS, "PLANS_CACHE": str(tmp_path / "cache")}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    built = build(project / "mkdocs.yml", tmp_path / "site", None)
    done = run_plans("render", "../docs", cwd=project, **given)
    assert done.returncode == 0, done.stdout + done.stderr
    parts = [Part(built.pages, built.assets), *(one.read() for one in built.streamed)]
    files = {page.source_path: page.text.encode() for part in parts for page in part.pages}
    files |= {asset.address: asset.content for part in parts for asset in part.assets}
    assert {name: content for name, content in read(tmp_path / "docs").items() if name != site_mark.MARK} == files
    plan = files["nizhyn/plan-2025/index.md"].decode()
    assert "as_of: 4\u00a0березня 2026\u00a0року" in plan
    assert "/blob/main/plans/nizhyn/plan-2025/plan.yml#L" in plan
    run_plans("render", "../docs", "--as-of", "2026-03-05", cwd=project, **given)
    assert "as_of: 5\u00a0березня 2026\u00a0року" in (tmp_path / "docs/nizhyn/plan-2025/index.md").read_text()


def test_mkdocs_builds_strictly(tmp_path: Path) -> None:
    done = mkdocs("-d", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr


def test_mkdocs_is_told_in_words_of_a_day_that_is_none(tmp_path: Path) -> None:
    done = mkdocs("-d", str(tmp_path / "site"), AS_OF="foo")
    assert done.returncode == 1
    assert "as_of: «foo» не є датою; дату пишуть так: 2025-12-31" in done.stderr
    assert "Traceback" not in done.stderr


def test_picture_of_a_text_is_published_beside_its_page(tmp_path: Path) -> None:
    plans, site = tmp_path / "plans", tmp_path / "site"
    shutil.copytree(ROOT / "plans", plans)
    texts = plans / "nizhyn/social-services-2025/texts"
    shutil.copy(ROOT / "content/guide/measure.png", texts / "scheme.png")
    with (texts / "01-act.md").open("a") as act:
        act.write("\n![Схема взаємодії](scheme.png)\n")
    done = run_plans("build", "--plans-dir", str(plans), "--site-dir", str(site))
    assert done.returncode == 0, done.stdout
    folder = site / "nizhyn/social-services-2025/text/act"
    assert (folder / "scheme.png").read_bytes() == (texts / "scheme.png").read_bytes()
    assert '<img alt="Схема взаємодії" src="scheme.png">' in (folder / "index.html").read_text()
    assert 'src="text/act/scheme.png"' in (folder.parent.parent / "index.html").read_text()
