"""Another builder tomorrow: the rendered pages build under ProperDocs, which continues MkDocs 1.x, to the same articles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from built.builders import built_by, folder_for_builders, tree
from project import ADDRESS, AS_OF, ROOT, run_plans, small_project

if TYPE_CHECKING:
    from pathlib import Path

BUILDERS = ("mkdocs", "properdocs")


@pytest.mark.slow
@pytest.mark.parametrize("plans", ["small", "five"])
def test_articles_are_the_same_under_properdocs(plans: str, tmp_path: Path) -> None:
    pytest.importorskip("properdocs", reason="ProperDocs is not installed here; `make test` installs it")
    project = small_project(tmp_path / "project") if plans == "small" else ROOT
    done = run_plans(
        "render",
        str(tmp_path / "docs"),
        cwd=project,
        SITE_URL=ADDRESS,
        AS_OF=AS_OF,
        PLANS_CACHE=str(tmp_path / "cache"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    config = folder_for_builders(tmp_path)
    first, second = (
        built_by(
            [sys.executable, "-m", name, "build", "--strict", "--quiet", "-f", str(config), "-d", str(tmp_path / name)],
            tmp_path,
            tmp_path / name,
        )
        for name in BUILDERS
    )
    assert len(first) > 20
    assert first.keys() == second.keys()
    different = [name for name in first if tree(first[name]) != tree(second[name])]
    assert different == []
