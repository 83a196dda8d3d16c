"""The data flows one way, and mkdocs is imported in one module."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from project import tree

ROOT = Path(__file__).parent.parent
STAGES = (
    "language",
    "source",
    "cache",
    "country",
    "model",
    "reading",
    "rules",
    "views",
    "history",
    "outputs",
    "search",
    "pages",
    "build",
    "staff",
    "commands",
    "cli",
)
"""The way of the data: each imports only from those before it. README's map tells them in this order."""
ORDER = {name: place for place, name in enumerate(STAGES)}
MOST_ARROWS = 80
BESIDE = {"__init__.py", "__main__.py", "schemas", "decisions"}
"""What stands in generator/ and is no stage: no code, or next to nothing in it."""
MODULES = sorted((ROOT / "generator").rglob("*.py"))


@cache
def imported(module: Path) -> set[str]:
    return imports(tree(module), module.relative_to(ROOT).parts)


def imports(source: ast.Module, place: tuple[str, ...]) -> set[str]:
    """Full names of what a module imports; `place` its path below the project, by which relative imports are resolved."""
    found = set()
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = place[: -node.level] if node.level else ()
            origin = ".".join([*above, *([node.module] if node.module else [])])
            found |= {origin} | {f"{origin}.{alias.name}" for alias in node.names}
    return found


def stage(name: str) -> str:
    return name.split(".")[1] if name.startswith("generator.") else ""


def test_imports_point_one_way() -> None:
    upward = []
    for module in MODULES:
        place = module.relative_to(ROOT / "generator")
        own = ORDER.get(place.parts[0].removesuffix(".py"), len(STAGES))
        upward += [(place.as_posix(), name) for name in imported(module) if ORDER.get(stage(name), -1) > own]
    assert upward == []


@pytest.mark.parametrize(
    "source",
    ["import generator.rules", "from generator import rules", "from generator.rules import RULES",
     "from .. import rules", "from ..rules import RULES", "def late():\n    from ..rules.terms import check"],
)  # fmt: skip
def test_every_way_to_import_is_seen(source: str) -> None:
    assert "rules" in {stage(name) for name in imports(ast.parse(source), ("generator", "terms", "parser.py"))}


def test_only_the_plugin_imports_mkdocs() -> None:
    users = {
        module.relative_to(ROOT / "generator").parent.as_posix()
        for module in MODULES
        if any(name == "mkdocs" or name.startswith("mkdocs.") for name in imported(module))
    }
    assert users == {"build/mkdocs"}


def test_every_stage_is_known() -> None:
    found = {path.name for path in (ROOT / "generator").iterdir()} - BESIDE - {"__pycache__"}
    assert {name.removesuffix(".py") for name in found} == set(STAGES)


def test_no_module_is_loose() -> None:
    loose = {path.name for path in (ROOT / "generator").glob("*.py")}
    assert loose == {"__init__.py", "__main__.py", "cli.py", "cache.py"}


def test_the_map_of_the_readme_is_the_way_of_the_data() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(
        r"^ {4}([a-z]+)/? +\S", readme.split("Data flows one way", 1)[1].split("\n\n## ")[0], re.MULTILINE
    )
    assert told == list(STAGES)


def test_rooms_are_tied_by_few_arrows() -> None:
    arrows = {
        (module.relative_to(ROOT / "generator").parts[0].removesuffix(".py"), stage(name))
        for module in MODULES
        for name in imported(module)
        if stage(name) in ORDER
    }
    assert len({(one, other) for one, other in arrows if one != other}) <= MOST_ARROWS
