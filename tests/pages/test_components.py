"""The convention of templates: each opens with a comment that names what it takes; components have a spec as well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, meta, nodes

from generator.pages.environment import component_environment, page_environment

FOLDER = Path(__file__).parent.parent.parent / "generator/pages/components"
COMPONENTS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
HEADER = re.compile(r"\{#-?(.*?)-?#\}", re.DOTALL)
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|«[^»]*»")
OF_EVERY_PAGE = {"url", "site", "title"}


def template(name: str) -> str:
    return (FOLDER / name / "template.html.j2").read_text(encoding="utf-8")


def source(environment: Environment, name: str) -> str:
    assert environment.loader
    return environment.loader.get_source(environment, name)[0]


def taken(environment: Environment, name: str, within: tuple[str, ...] = ()) -> set[str]:
    """Names a template takes from outside, those of the templates it includes among them."""
    tree = environment.parse(source(environment, name))
    parts = {part for part in meta.find_referenced_templates(tree) if part and part not in within}
    theirs = {one for part in parts for one in taken(environment, part, (*within, name))}
    given = {node.name for node in tree.find_all(nodes.Name) if node.ctx in {"store", "param"}}
    return (meta.find_undeclared_variables(tree) | (theirs - given)) - set(environment.globals)


def named(text: str) -> set[str]:
    """Names in the comment a template opens with: «name, name: what they are; name»."""
    found = HEADER.match(text)
    assert found, "no comment at the start"
    words, before = found[1], ""
    while words != before:
        words, before = ASIDE.sub("", words), words
    return {name.strip() for part in words.split(";") for name in part.partition(":")[0].split(",")}


@pytest.mark.parametrize("name", COMPONENTS)
def test_spec_names_exactly_the_parameters_of_the_template(name: str) -> None:
    spec = yaml.safe_load((FOLDER / name / "spec.yml").read_text(encoding="utf-8"))
    assert set(spec["parameters"]) == taken(component_environment(), f"{name}/template.html.j2")
    assert spec["description"]
    assert spec["accessibility"]


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_opens_with_a_comment_that_names_what_it_takes(name: str) -> None:
    assert named(template(name)) == taken(component_environment(), f"{name}/template.html.j2")


@pytest.mark.parametrize("name", page_environment().list_templates())
def test_page_opens_with_a_comment_that_names_what_it_takes(name: str) -> None:
    """What every page is given may go without saying."""
    environment = page_environment()
    assert named(source(environment, name)) - OF_EVERY_PAGE == taken(environment, name) - OF_EVERY_PAGE


@pytest.mark.parametrize("name", COMPONENTS)
def test_template_is_used_and_marks_nothing_as_safe(name: str) -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in FOLDER.parent.rglob("*")
        if path.suffix in {".py", ".j2"} and path.parent.name != name
    )
    assert f'"{name}"' in sources
    assert "|safe" not in template(name).replace(" ", "")
