"""The data flows one way, and mkdocs is imported in one module."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = [
    {"wrong_use"},
    {
        "vocabulary",
        "settings",
        "site",
        "packaged",
        "packed",
        "conversion",
        "reserved",
        "kept",
        "romanisation",
        "pictures",
    },
    {"problem"},
    {"yaml_syntax"},
    {"source", "disk"},
    {"terms"},
    {"records"},
    {"wrong_value", "layout", "clock"},
    {"validation"},
    {"model"},
    {"registry", "references", "narrative_body"},
    {"narrative", "reports"},
    {"resolve"},
    {"search"},
    {"rules"},
    {"load"},
    {"views"},
    {"outputs"},
    {"importer"},
    {"reporting", "scaffold"},
    {"pages"},
    {"parts"},
    {"assemble", "shell"},
    {"plugin"},
    {"commands"},
    {"cli"},
]
ORDER = {name: place for place, names in enumerate(STAGES) for name in names}
MODULES = sorted((ROOT / "generator").rglob("*.py"))


def imported(module: Path) -> set[str]:
    return imports(module.read_text(encoding="utf-8"), module.relative_to(ROOT).parts)


def imports(source: str, place: tuple[str, ...]) -> set[str]:
    """Full names of what a module imports; `place` its path below the project, by which relative imports are resolved."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = place[: -node.level] if node.level else ()
            origin = ".".join([*above, *([node.module] if node.module else [])])
            found |= {origin} | {f"{origin}.{alias.name}" for alias in node.names}
    return found


def stage(name: str) -> str:
    return name.split(".")[1] if name.startswith("generator.") else ""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_one_way(module: Path) -> None:
    own = module.relative_to(ROOT / "generator").parts[0].removesuffix(".py")
    if own == "__init__":
        return
    later = {name for name in imported(module) if stage(name) in ORDER and ORDER[stage(name)] > ORDER[own]}
    assert later == set()


@pytest.mark.parametrize(
    "source",
    ["import generator.rules", "from generator import rules", "from generator.rules import RULES",
     "from .. import rules", "from ..rules import RULES", "def late():\n    from ..rules.terms import check"],
)  # fmt: skip
def test_every_way_to_import_is_seen(source: str) -> None:
    assert "rules" in {stage(name) for name in imports(source, ("generator", "terms", "parser.py"))}


def test_only_the_plugin_imports_mkdocs() -> None:
    users = {
        module.relative_to(ROOT / "generator").parts[0]
        for module in MODULES
        if any(name == "mkdocs" or name.startswith("mkdocs.") for name in imported(module))
    }
    assert users == {"plugin"}


def test_every_stage_is_known() -> None:
    names = {
        path.name.removesuffix(".py")
        for path in (ROOT / "generator").iterdir()
        if path.suffix == ".py" or path.is_dir()
    }
    assert names - {"__init__", "__pycache__", "components", "schemas", "decisions"} == set(ORDER)
