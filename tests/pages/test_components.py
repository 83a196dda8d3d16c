"""The convention of components: each is documented, takes what it says, and opens with a comment on its context."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jinja2 import meta

from generator.pages.environment import component_environment

FOLDER = Path(__file__).parent.parent.parent / "generator/components"
COMPONENTS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def template(name: str) -> str:
    return (FOLDER / name / "template.html.j2").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMPONENTS)
def test_spec_names_exactly_the_parameters_of_the_template(name: str) -> None:
    spec = yaml.safe_load((FOLDER / name / "spec.yml").read_text(encoding="utf-8"))
    environment = component_environment()
    used = meta.find_undeclared_variables(environment.parse(template(name))) - set(environment.globals)
    assert set(spec["parameters"]) == used
    assert spec["description"]
    assert spec["accessibility"]


@pytest.mark.parametrize("name", COMPONENTS)
def test_template_opens_with_a_comment_on_its_context(name: str) -> None:
    assert template(name).startswith("{#")


@pytest.mark.parametrize("name", COMPONENTS)
def test_template_is_used_and_marks_nothing_as_safe(name: str) -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in FOLDER.parent.rglob("*")
        if path.suffix in {".py", ".j2"} and path.parent.name != name
    )
    assert f'"{name}"' in sources
    assert "|safe" not in template(name).replace(" ", "")
