"""The project under test: its command as a person runs it, and copies of it that a site is built from."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.reading.country_files import read_plans
from generator.rules.load import Loaded, load

if TYPE_CHECKING:
    from generator.model.community import Catalogue

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-22"
ADDRESS = "https://example.org/plans/"


def tries(usual: int) -> int:
    """Return how many inputs a property is tried with: as many as usual, or EXAMPLES times that."""
    return max(10, round(usual * float(os.environ.get("EXAMPLES", "1"))))


def plain(text: str) -> Any:
    """Return YAML as plain data; libyaml reads it ten times as fast as PyYAML alone."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - either is safe


@cache
def real_plans() -> Loaded:
    """The plans of this project as the command reads them, once for all tests of a worker; do not change it."""
    return load(read_plans(ROOT / "plans"))


def real_catalogue() -> Catalogue:
    return real_plans().catalogue


@cache
def tree(module: Path) -> ast.Module:
    """The syntax of a module of ours; do not change it."""
    return ast.parse(module.read_text(encoding="utf-8"))


def run_plans(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the `plans` command as a person would."""
    return subprocess.run(  # noqa: PLW1510 - callers look at the status
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "AS_OF": AS_OF, "PYTHONPATH": str(ROOT), **environment},
    )


def copy_project(target: Path) -> None:
    """Copy all that a site is built from, history included, so that saving or committing meanwhile changes nothing."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    if shutil.which("git"):  # without git, or where it refuses, a site tells no changes
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", ROOT, target], env=own, check=False)
    for name in ("plans", "content", "theme_overrides", "generator"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)


def build_site(project: Path, site: Path, cache: Path, **environment: str) -> None:
    """Build the site of a copy of the project, by the code of that copy."""
    given = {"SITE_URL": ADDRESS, "PLANS_CACHE": str(cache), "PYTHONPATH": str(project)}
    done = run_plans("build", "--site-dir", str(site), cwd=project, **given, **environment)
    assert done.returncode == 0, done.stdout + done.stderr


def small_project(target: Path) -> Path:
    """Make a project of one small sound plan, with all else that this site has: it builds in seconds."""
    shutil.copytree(ROOT / "tests/bad_input/sound/plans", target / "plans")
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target
