"""Every YAML example of the guide loads without a word from the checks; narrative samples too."""

from __future__ import annotations

import re
import textwrap

import pytest
import yaml

from generator.build.mkdocs.edges import outputs_named
from generator.model.outputs import EDITIONS, Output
from generator.rules.load import load
from guide.guide_pages import ROOT, page, pages
from project import plain

COMMUNITY = "plans/zrazkove/community.yml"
PLAN = "plans/zrazkove/plan-2026/plan.yml"
PROGRESS = "plans/zrazkove/plan-2026/progress.yml"
BASE: dict[str, str] = {
    COMMUNITY: """
name: Зразкова міська територіальна громада
short_name: Зразкове
oblast: Чернігівська область
contacts: {email: rada@example.org}
executors:
  - {id: uszn, name: Управління соціального захисту населення, short_name: УСЗН}
  - {id: tsentr, name: Центр соціальних служб}
""",
    PLAN: """
title: План
name: План
period: {start: 2026-01-01, end: 2026-12-31}
act: {kind: Рішення, number: "1", date: 2026-01-05, title: Про план}
money_unit: тис. грн.
goals:
  - number: "1"
    kind: Ціль
    title: Ціль
    measures:
      - {number: "1.1", text: Захід, term: 2026 рік, executors: [УСЗН]}
""",
    "plans/topics.yml": (ROOT / "generator/country/topics.yml").read_text(encoding="utf-8"),
    "plans/zrazkove/plan-2026/texts/01-act.md": "---\ntitle: Акт\npart: act\n---\nТекст.\n",
}
EXAMPLES = [
    pytest.param(example.text, id=f"{name}-{number}")
    for name, guide_page in pages().items()
    for number, example in enumerate(guide_page.examples)
    if example.language == "yaml" and not example.text.startswith("# mkdocs.yml")
]
SAMPLES = [
    example.text for guide_page in pages().values() for example in guide_page.examples if example.language == "markdown"
]


def merged(path: str, text: str) -> dict[str, str]:
    """Put the fields of an example into the base file."""
    return {**BASE, path: yaml.safe_dump({**plain(BASE[path]), **plain(text)}, allow_unicode=True)}


def inside(path: str, text: str, below: str, depth: int) -> dict[str, str]:
    """Put list items of an example at the end of a list of the base file."""
    items = textwrap.indent(text, " " * depth)
    return {**BASE, path: f"{BASE[path].rstrip()}\n{items}"} if below in BASE[path] else {}


def files_of(text: str) -> dict[str, str]:
    """Return the files that an example belongs to, by what its first line says."""
    first, rest = text.split("\n", 1)
    if not rest.strip():
        return {**BASE, PLAN: f"{first}\n{BASE[PLAN]}"}
    whole = re.fullmatch(r"# (plans/\S+\.yml)", first)
    if whole:
        return {**BASE, whole[1]: text}
    return {
        "# у plan.yml": lambda: merged(PLAN, rest),
        "# у plan.yml, захід": lambda: measure(rest),
        "# у community.yml, виконавець": lambda: inside(COMMUNITY, rest, "executors:", 2),
    }[first]()


def measure(text: str) -> dict[str, str]:
    """Put measures of an example in the place of the base plan's, under a goal whose number fits."""
    numbers = [str(item["number"]) for item in plain(text) if "number" in item] or ["1.1"]
    head = BASE[PLAN].split("    measures:")[0].replace('number: "1"', f'number: "{numbers[0].rsplit(".", 1)[0]}"')
    return {**BASE, PLAN: f"{head}    measures:\n{textwrap.indent(text, ' ' * 6)}"}


def problems(files: dict[str, str]) -> list[str]:
    found = load({path.removeprefix("plans/"): text.encode() for path, text in files.items()})
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize("text", EXAMPLES)
def test_example_loads_without_problems(text: str) -> None:
    assert problems(files_of(text)) == []


def test_outputs_that_the_guide_names_are_all_there_are() -> None:
    text = page("editions.md")
    [settings] = [example.text for example in text.examples if example.text.startswith("# mkdocs.yml")]
    assert outputs_named(yaml.safe_load(settings)["plugins"][0]["hromada-plans"]["outputs"])
    named = re.findall(r"^- `([a-z-]+)`, файл `(\S+)`:", text.without_examples, re.MULTILINE)
    assert named == [(output.value, output.file) for output in EDITIONS]
    others = re.findall(r"^- `([a-z-]+)`: ", text.without_examples, re.MULTILINE)
    assert others == [output.value for output in Output if output not in EDITIONS]
    assert [output for output in Output if f'`"{output.pattern}"`' not in text.without_examples] == []


def test_base_itself_is_sound_and_a_wrong_example_is_found() -> None:
    assert problems(BASE) == []
    assert problems(files_of("# у plan.yml, захід\n- {number: 1.1, text: а}\n"))
    assert problems(files_of("# у community.yml, виконавець\n- {id: УСЗН, name: а}\n"))


def test_every_kind_of_file_has_an_example() -> None:
    named = {
        match[1].split("/")[-1] for param in EXAMPLES if (match := re.match(r"# (plans/\S+)", str(param.values[0])))
    }
    assert named == {
        "community.yml",
        "plan.yml",
        "progress.yml",
        "topics.yml",
        "glossary.yml",
        "synonyms.yml",
        "redirects.yml",
    }


def test_narrative_samples_load_without_problems() -> None:
    folder = "plans/zrazkove/plan-2026/texts"
    whole = next(sample for sample in SAMPLES if sample.startswith("---\n"))
    parts = [sample for sample in SAMPLES if not sample.startswith("---\n")]
    assert len(parts) >= 2
    text = "\n".join([whole, *parts])
    assert problems({**BASE, f"{folder}/02-vstup.md": text, f"{folder}/karta.png": ""}) == []


def test_filled_plan_uses_the_schema_that_is_there() -> None:
    comment = next(
        str(param.values[0]) for param in EXAMPLES if str(param.values[0]).startswith("# yaml-language-server")
    )
    plan = ROOT / "plans/nizhyn/social-services-2025/plan.yml"
    assert plan.read_text(encoding="utf-8").startswith(comment)
    assert (plan.parent / comment.split("=")[1].strip()).resolve().is_file()
