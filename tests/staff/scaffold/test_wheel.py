"""From a built wheel in an empty folder: new site, new community, import, check, build. Nothing is downloaded."""

import hashlib
import html
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from generator.build.minify import minified
from project import AS_OF, ROOT
from staff.scaffold.small_plan import plan_docx

pytestmark = pytest.mark.slow
spec = importlib.util.spec_from_file_location("template", ROOT / ".ci/template.py")
template = importlib.util.module_from_spec(spec)
spec.loader.exec_module(template)


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
    plans = template.program_of(wheel, folder)
    found = run([str(plans.with_name("python")), "-c", "import generator; print(generator.__file__)"], folder).stdout
    assert Path(found.strip()).is_relative_to(next(folder.glob("lib/python*/site-packages")))
    return plans


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
    assert {
        "package_data/github/workflows/publish.yml",
        "package_data/github/failure/publish.md",
        "package_data/github/phone.png",
        "package_data/requirements/site.txt",
    } <= inside


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
    run([plans, "build", "--drafts"], site)  # what it published is still there

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
    assert "owner: попередження: не сказано, чий це сайт" in checked
    assert "Моя громада" not in home
    about, statement = (
        (built / f"{address}/index.html").read_text(encoding="utf-8") for address in ("about", "accessibility")
    )
    assert "Чи це сайт ради, тут ще не написано" in about
    assert "соціальних послуг" not in about
    assert "Тексти саме цього сайту програма не перевіряла" in statement
    assert "Заяву складено" not in statement
    assert not (built / "accessibility/results.json").exists()
    for path in ("index.html", "about/index.html", "accessibility/index.html", "search/index.html"):
        page = (built / path).read_text(encoding="utf-8")
        assert "ЗАПОВНІТЬ: council" not in page
        assert not re.search(r"<ul>\s*</ul>(?!\s*</nav>)", page), path
    locked = (site / "requirements.txt").read_text(encoding="utf-8").splitlines()
    program = next(number for number, line in enumerate(locked) if line.startswith("./"))
    taken = site / locked[program].removesuffix(" \\")
    assert locked[program + 1].strip() == f"--hash=sha256:{hashlib.sha256(taken.read_bytes()).hexdigest()}"
    for path in (
        path for path in site.rglob("*") if path.suffix in {".yml", ".md", ".txt", ".json"} and path.is_file()
    ):
        assert str(ROOT) not in path.read_text(encoding="utf-8"), path


UNLIKE = ROOT / "tests/staff/importer/files/11-environment-objects.xlsx"


def test_a_document_unlike_ours_becomes_a_published_plan_and_the_site_speaks_of_itself(plans, tmp_path):
    """What a clerk does, step by step: the words of the document, filled in where asked, read as a resident."""
    named = [
        "--name",
        "Брідська селищна територіальна громада",
        "--short-name",
        "Брід",
        "--oblast",
        "Полтавська область",
    ]
    run([plans, "new-site", "site", "--site-name", "Плани Броду", "--community", "brid", *named], tmp_path)
    site = tmp_path / "site"
    told = run([plans, "import", str(UNLIKE), "--community", "brid"], site).stdout
    assert "Прочитано: 0 цілей, 3 заходи." in told
    (plan,) = site.glob("plans/brid/*/plan.yml")
    (plan.parent / "texts/01-act.md").unlink()
    fill(
        plan,
        ("# ПЕРЕВІРТЕ назву: її взято з тексту над таблицею\n", ""),
        ("  # ПЕРЕВІРТЕ: роки взято з назви", ""),
        ("  # ПЕРЕВІРТЕ: узято звідси: аркуш «Додаток 3», рядок 1", ""),
        ('"ЗАПОВНІТЬ: коротка назва плану для меню"', "Програма довкілля, 2018"),
        ('"ЗАПОВНІТЬ: назва акта («Про затвердження …»)"', "Про затвердження Програми"),
    )
    fill(
        site / "plans/brid/community.yml",
        ("# contacts:\n#   email: rada@hromada.example", "contacts:\n  email: rada@brid.example"),
    )
    fill(
        site / "mkdocs.yml",
        ('"ЗАПОВНІТЬ: council чи third-party"', "council"),
        ('"ЗАПОВНІТЬ: повна назва"', "Брідська селищна рада"),
        ('"ЗАПОВНІТЬ: день"', "2026-11-01"),
    )
    assert "помилок немає" in run([plans, "check"], site).stdout
    assert "Чернетку" not in run([plans, "build"], site).stdout

    read = {
        path: visible(site / f"site/{path}index.html")
        for path in ("", "about/", "accessibility/", "search/", "terms/", "ask/")
    }
    assert "Це сайт самої ради." in read["about/"]
    assert "Сайт веде Брідська селищна рада, з 1 листопада 2026 року." in read["about/"]
    assert "За сайт і цю заяву відповідає Брідська селищна рада" in read["accessibility/"]
    assert "Тексти саме цього сайту програма не перевіряла" in read["accessibility/"]
    assert "Програма довкілля, 2018" in read[""]
    for path, text in read.items():
        offered = text.replace("Усі громадиБрідська", "")  # the field of the search that is not shown
        assert not re.search("Усі громади|Моя громада|своєї громади у списку|ЗАПОВНІТЬ", offered), path
    menu = re.search(
        r"<nav aria-label=.Головне меню.*?</nav>", (site / "site/index.html").read_text(encoding="utf-8"), re.DOTALL
    )
    assert menu is not None
    assert re.findall(r'href="(?:\./)?([a-z]+/)"', menu[0]) == ["executors/", "terms/", "data/", "about/", "settings/"]
    pages = {path: visible(path) for path in site.glob("site/brid/*/index.html")}
    measure = "Спорудження Станції сортування сміття з навісами в м. Сонцеград (коригування)"
    assert any(measure in text for text in pages.values())
    assert not any("перевірте рік" in text for text in pages.values()), "what a clerk is told stands on no page"


def fill(file: Path, *answers: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for asked, answer in answers:
        assert asked in text, (file, asked)
        text = text.replace(asked, answer, 1)
    file.write_text(text, encoding="utf-8")


def visible(file: Path) -> str:
    """Return the words of a page's own part."""
    page = re.search(r"<main.*</main>", file.read_text(encoding="utf-8"), re.DOTALL)
    assert page is not None
    bare = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "", page[0], flags=re.DOTALL)
    return html.unescape(bare).replace("\N{NO-BREAK SPACE}", " ")


def test_a_page_of_the_sites_own_comes_before_the_one_in_the_package(plans, tmp_path):
    run([plans, "new-site", "site", "--community", "pryluky", "--short-name", "Прилуки"], tmp_path)
    own = tmp_path / "site/content/accessibility/index.md"
    own.parent.mkdir()
    own.write_text("---\ntitle: Наша заява\nkind: about\n---\n# Наша заява\n", encoding="utf-8")
    run([plans, "build"], tmp_path / "site")
    assert "Наша заява" in (tmp_path / "site/site/accessibility/index.html").read_text(encoding="utf-8")


ADDRESS = "https://github.com/o/r/releases/download/v1.0.0/hromada_plans-1.0.0-py3-none-any.whl"
GH = """#!/bin/sh
echo "$*" >> "$SAID"
case "$1 $2" in
"api repos/o/site/pages") [ -n "${PAGES:-}" ] || { echo 'gh: Not Found (HTTP 404)' >&2; exit 1; } ;;
"release download") cp "$NEWEST" "$8/requirements.txt" ;;
"pr view") exit 1 ;;
"pr create") [ -z "${FORBIDDEN:-}" ] ;;
esac
"""
PIP = """#!/bin/sh
echo "pip: $*" >> "$SAID"
"""


class Runner:
    """The shell steps of a site's workflows, run here: GitHub's command answers as told, and pip installs nothing."""

    def __init__(self, plans: Path, folder: Path) -> None:
        self.site, self.folder, tools = folder / "site", folder, folder / "tools"
        tools.mkdir()
        for name, text in (("gh", GH), ("python", PIP)):
            (tools / name).write_text(text, encoding="utf-8")
            (tools / name).chmod(0o755)
        (tools / "plans").symlink_to(plans)
        self.path = f"{tools}{os.pathsep}{os.environ['PATH']}"
        self.said, self.output, self.summary = (folder / name for name in ("said", "output", "summary"))

    def git(self, *command: str) -> str:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        return run(["git", *identity, *command], self.site).stdout

    def steps(self, workflow: str, job: str, **given: str) -> str:
        """Run the steps of a job as GitHub does; their outputs as text."""
        read = yaml.safe_load((self.site / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"))
        for path in (self.said, self.output, self.summary):
            path.write_text("", encoding="utf-8")
        for step in read["jobs"][job]["steps"]:
            if "run" not in step or step.get("if") == "failure()" or not given_by(step, self.output):
                continue
            environment = {
                **os.environ, "PATH": self.path, "SAID": str(self.said), "GITHUB_OUTPUT": str(self.output),
                "GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_REPOSITORY": "o/site", "AS_OF": AS_OF,
                "GITHUB_SERVER_URL": "https://github.com", "GH_TOKEN": "x", "SITE_URL": "https://example.org/", **given,
            }  # fmt: skip
            done = subprocess.run(
                ["bash", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.site, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
        return self.output.read_text(encoding="utf-8")


def given_by(step, output):
    """Whether the condition of a step holds: `steps.turned.outputs.NAME == 'true'`, or none."""
    asked = re.fullmatch(r"steps\.turned\.outputs\.(\w+) == 'true'", step.get("if", ""))
    return not asked or f"{asked[1]}=true" in output.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def runner(plans, tmp_path):
    made = Runner(plans, tmp_path)
    run([plans, "new-site", "site", "--program-address", ADDRESS], tmp_path)
    made.git("init", "-q")
    made.git("init", "-q", "--bare", str(tmp_path / "origin"))
    made.git("add", "-A")
    made.git("commit", "-qm", "Початок")
    made.git("remote", "add", "origin", str(tmp_path / "origin"))
    made.git("push", "-q", "-u", "origin", "HEAD:main")
    return made


def test_the_first_push_of_an_empty_site_ends_green_and_says_what_to_press(runner):
    assert runner.steps("publish", "build").splitlines() == ["plans=false", "on=false"]
    runner.steps("check", "data")
    run([runner.folder / "tools/plans", "new", "pryluky", "--short-name", "Прилуки"], runner.site)
    assert runner.steps("publish", "build").splitlines() == ["plans=true", "on=false"]
    assert "рядку «Source», виберіть «GitHub Actions»" in runner.summary.read_text(encoding="utf-8")
    assert (runner.site / "site/index.html").is_file()
    assert re.fullmatch(r"plans=true\non=true\nnew=\S+\n", runner.steps("publish", "build", PAGES="1"))
    runner.steps("check", "data")
    runner.steps("labels", "labels")
    assert [line for line in runner.said.read_text(encoding="utf-8").splitlines() if line.startswith("label")] == [
        "label create звіт --force --repo o/site",
        "label create помилка --force --repo o/site",
    ]


@pytest.mark.parametrize("forbidden", ["", "1"])
def test_a_newer_program_comes_as_a_request_with_words(runner, tmp_path, forbidden):
    newest = tmp_path / "newest.txt"
    ours = (runner.site / "requirements.txt").read_text(encoding="utf-8")
    newest.write_text(ours, encoding="utf-8")
    assert runner.steps("weekly", "newer", NEWEST=str(newest)) == ""
    newest.write_text(ours.replace("v1.0.0", "v1.1.0"), encoding="utf-8")
    output = runner.steps("weekly", "newer", NEWEST=str(newest))
    assert "pip: -m pip install --quiet --require-hashes --requirement requirements.txt" in runner.said.read_text(
        encoding="utf-8"
    )
    runner.git("checkout", "-q", ".")
    runner.steps("weekly", "propose", NEW=output.removeprefix("new=").strip(), FORBIDDEN=forbidden)
    (asked,) = [line for line in runner.said.read_text(encoding="utf-8").splitlines() if line.startswith("pr create")]
    assert "--title Оновлення програми до 1.1.0" in asked
    assert "v1.1.0" in runner.git("show", "origin/update-program:requirements.txt")
    assert runner.git("diff", "--stat", "origin/main", "origin/update-program").splitlines()[-1].startswith(" 1 file")
    summary = runner.summary.read_text(encoding="utf-8")
    assert ("compare/update-program?expand=1" in summary) == bool(forbidden)


def test_the_template_is_what_new_site_writes(wheel, plans, tmp_path, monkeypatch):
    monkeypatch.setattr(template, "DIST", tmp_path / "dist")
    monkeypatch.setattr(template, "program_of", lambda _wheel, _folder: plans)
    monkeypatch.delenv("REPO_URL", raising=False)
    assert template.main() == 1, "no wheel yet"
    (tmp_path / "dist").mkdir()
    shutil.copyfile(wheel, tmp_path / "dist" / wheel.name)
    assert template.main() == 0
    version = wheel.name.split("-")[1]
    address = f"https://github.com/hromada-plans/hromada-plans/releases/download/v{version}/{wheel.name}"
    run([plans, "new-site", "site", "--program-address", address], tmp_path)

    def files(folder):
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    made = files(tmp_path / "dist/template")
    assert made == files(tmp_path / "site")
    assert made[Path("requirements.txt")] == (tmp_path / "dist/requirements.txt").read_bytes()
    with zipfile.ZipFile(tmp_path / f"dist/template-{version}.zip") as archive:
        assert {Path(name): archive.read(name) for name in archive.namelist()} == made
