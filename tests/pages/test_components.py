"""The convention of templates: each opens with a comment that names what it takes; components have a spec as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, meta, nodes

from components.examples import FOLDER, Example, all_examples, examples, names, piece, problems, spec
from generator.pages.environment import component_environment, page_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPONENTS = names()
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
    assert set(spec(name)["parameters"]) == taken(component_environment(), f"{name}/template.html.j2")


@pytest.mark.parametrize("name", COMPONENTS)
def test_spec_says_what_the_component_is_and_shows_it(name: str) -> None:
    assert problems(spec(name)) == []


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"examples": {}}, "no examples"),
        ({"examples": {"a": {}}}, "example «a» lacks items"),
        ({"examples": {"a": {"items": [], "other": 1}}}, "example «a» gives other, which is no parameter"),
        ({"accessibility": []}, "no accessibility criteria"),
        ({"description": ""}, "no description"),
    ],
)
def test_a_component_that_keeps_the_convention_only_in_part_is_told(said: dict[str, object], problem: str) -> None:
    whole = {"description": "Words", "parameters": {"items": "[str]"}, "accessibility": ["A list."]}
    assert problems({**whole, "examples": {"a": {"items": []}}}) == []
    assert problems({**whole, "examples": {"a": {"items": []}}, **said}) == [problem]


@pytest.mark.parametrize("example", list(all_examples()), ids=lambda example: f"{example.component}: {example.name}")
def test_every_example_renders(example: Example) -> None:
    """Undefined values are errors: `StrictUndefined`."""
    assert "<" in example.html


@pytest.mark.parametrize("example", examples("facts"), ids=lambda example: example.name)
def test_a_measure_says_whether_it_has_facts_to_show(example: Example) -> None:
    assert piece(example.given["item"]).has_facts == ("<dt>" in example.html)


def printed(environment: Environment, name: str) -> Iterator[str]:
    """Yield every piece of text that stands in a template itself, branches and inline alternatives included."""
    tree = environment.parse(source(environment, name))
    for node in tree.find_all(nodes.TemplateData):
        yield from (line.strip() for line in node.data.splitlines() if line.strip())
    for choice in tree.find_all(nodes.CondExpr):
        yield from (
            str(end.value).strip() for end in (choice.expr1, choice.expr2) if isinstance(end, nodes.Const) and end.value
        )


@pytest.mark.parametrize("name", COMPONENTS)
def test_examples_show_every_branch_of_the_template(name: str) -> None:
    shown = "\n".join(example.rendered for example in examples(name))
    unseen = [text for text in printed(component_environment(), f"{name}/template.html.j2") if text not in shown]
    assert unseen == []


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
