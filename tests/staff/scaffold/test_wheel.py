"""From a built wheel in an empty folder: new site, new community, import, check, build. Nothing is downloaded."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from generator.build.minify import minified
from project import AS_OF, ROOT
from staff.scaffold.small_plan import plan_docx

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    made = run(
        [sys.executable, "-c", f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"], ROOT
    )
    return folder / made.stdout.split()[-1]


def run(command, cwd):
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False,
        env={**environment, "AS_OF": AS_OF, "SITE_URL": "https://example.org/pryluky/"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def plans(wheel, tmp_path_factory):
    """The command `plans` of an environment that has the wheel, and its libraries from the environment of the tests."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)], folder
    )
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    found = run([str(python), "-c", "import generator; print(generator.__file__)"], folder).stdout
    assert Path(found.strip()).is_relative_to(packages)
    return folder / "bin" / "plans"


def test_the_wheel_holds_everything_and_nothing_beside_the_package(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {name.split("/")[0] for name in names} == {
        "generator",
        f"hromada_plans-{wheel.name.split('-')[1]}.dist-info",
    }
    inside = {name.removeprefix("generator/") for name in names}
    for folder, target in (
        ("theme_overrides", "package_data/theme"),
        ("content", "package_data/content"),
        ("generator", ""),
    ):
        there = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
        wanted = {Path(target, path).as_posix() for path in there if "__pycache__" not in path.parts}
        assert wanted - inside == set()
    assert {"package_data/github/workflows/publish.yml", "package_data/github/failure/publish.md"} <= inside


def test_a_new_site_from_the_wheel(plans, tmp_path):
    site = tmp_path / "мій сайт"
    run([plans, "new-site", site.name, "--site-name", "Плани Прилук"], tmp_path)
    assert not (site / "theme_overrides").exists()
    run([plans, "new", "pryluky", "--short-name", "Прилуки", "--oblast", "Чернігівська область"], site)
    (site / "план.docx").write_bytes(plan_docx())
    run([plans, "import", "план.docx", "--community", "pryluky"], site)
    checked = run([plans, "check"], site).stdout
    assert "помилок немає" in checked
    run([plans, "build", "--drafts"], site)

    built = site / "site"
    home = (built / "index.html").read_text(encoding="utf-8")
    assert "<title>Плани Прилук</title>" in home
    assert "assets/site.css" in home
    plan = next(built.glob("pryluky/plan-*/index.html")).read_text(encoding="utf-8")
    assert "Відкрити приймальню" in plan
    assert (built / "pryluky/executors/uszn/index.html").is_file()
    for address in ("about", "accessibility", "settings", "guide", "search"):
        assert (built / address / "index.html").is_file(), address
    style = (ROOT / "theme_overrides/assets/site.css").read_text(encoding="utf-8")
    assert (built / "assets/site.css").read_text(encoding="utf-8") == minified("site.css", style)
    assert not list(built.glob("assets/stylesheets/*"))
    assert (
        site / next(line for line in (site / "requirements.txt").read_text().splitlines() if line[0] == ".")
    ).is_file()
    for path in (
        path for path in site.rglob("*") if path.suffix in {".yml", ".md", ".txt", ".json"} and path.is_file()
    ):
        assert str(ROOT) not in path.read_text(encoding="utf-8"), path


def test_a_page_of_the_sites_own_comes_before_the_one_in_the_package(plans, tmp_path):
    run([plans, "new-site", "site", "--community", "pryluky", "--short-name", "Прилуки"], tmp_path)
    own = tmp_path / "site/content/accessibility/index.md"
    own.parent.mkdir()
    own.write_text("---\ntitle: Наша заява\nkind: about\n---\n# Наша заява\n", encoding="utf-8")
    run([plans, "build"], tmp_path / "site")
    assert "Наша заява" in (tmp_path / "site/site/accessibility/index.html").read_text(encoding="utf-8")
