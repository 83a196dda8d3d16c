"""Examples of components: what each spec.yml gives, with pieces of a sample plan in the place of «$…».

A piece is named `$kind/name`, then attributes or places after dots: `$measure/overdue.state.in_list`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.pages.environment import component_environment
from generator.pages.letters import LETTERS
from generator.pages.markup import block
from generator.pages.notices import drawing
from generator.pages.plan_table import head_rows, plan_columns, plan_tables
from generator.pages.site_context import channels, link_from
from generator.rules.load import load
from generator.source.disk import read_files
from generator.views.commitment import Commitments, under_tasks
from generator.views.indicators import indicator_values
from project import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

    from generator.views.commitment import Commitment

FOLDER = Path(__file__).parents[2] / "generator/pages/components"
PLANS = Path(__file__).parent / "plans"
AS_OF = date(2026, 11, 22)
HERE = "components/"
"""The address from which links of the examples lead."""


@dataclass(frozen=True)
class Example:
    """One component with what it is given, pieces by their names."""

    component: str
    name: str
    given: dict[str, Any]

    @property
    def rendered(self) -> str:
        """All that the template makes of it."""
        return self.rendered_by(component_environment())

    def rendered_by(self, environment: Environment) -> str:
        """Return what the template of an environment makes of it."""
        return environment.get_template(f"{self.component}/template.html.j2").render(**_filled(self.given))

    @property
    def html(self) -> Markup:
        return block(self.rendered)

    @property
    def in_place(self) -> Markup:
        """The HTML inside what its spec says must stand around it."""
        return Markup(spec(self.component).get("inside", "{}")).format(self.html)  # noqa: S704 - a spec is ours

    @property
    def is_page(self) -> bool:
        """Whether it is a whole page, which can stand inside no other."""
        return self.rendered.lstrip().startswith("<!DOCTYPE")


def names() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@cache
def spec(name: str) -> dict[str, Any]:
    """Return what a component says of itself."""
    found: dict[str, Any] = plain((FOLDER / name / "spec.yml").read_text(encoding="utf-8"))
    return found


@cache
def examples(name: str) -> tuple[Example, ...]:
    """Return the examples of a component, in the order of its spec; none when it has none."""
    given = spec(name).get("examples") or {}
    return tuple(Example(name, title, parameters) for title, parameters in given.items())


def all_examples() -> Iterator[Example]:
    for name in names():
        yield from examples(name)


def problems(said: dict[str, Any]) -> list[str]:
    """Say in what a spec falls short of the convention; a parameter whose words say «only» may be left out."""
    parameters: dict[str, str] = said["parameters"]
    needed = {name for name, words in parameters.items() if ", only " not in words}
    given: dict[str, dict[str, Any]] = said.get("examples") or {}
    return [
        *([] if said.get("description") else ["no description"]),
        *([] if said.get("accessibility") else ["no accessibility criteria"]),
        *([] if given else ["no examples"]),
        *(f"example «{title}» lacks {name}" for title, own in given.items() for name in sorted(needed - own.keys())),
        *(
            f"example «{title}» gives {name}, which is no parameter"
            for title, own in given.items()
            for name in sorted(own.keys() - parameters.keys())
        ),
    ]


def _filled(value: Any) -> Any:
    """Put pieces in the place of their names, at any depth."""
    if isinstance(value, dict):
        return {key: _filled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner) for inner in value]
    return piece(value) if isinstance(value, str) and value.startswith("$") else value


def piece(reference: str) -> Any:
    """Find a piece; KeyError or AttributeError when there is none of this name."""
    named, *path = reference.removeprefix("$").split(".")
    kind, _, name = named.partition("/")
    found = PIECES[kind](name)
    for step in path:
        found = found[int(step)] if step.isdigit() else getattr(found, step)
    return found


@cache
def sample() -> Commitments:
    """Read the plan that holds each state; its warnings are the documents' oddities it shows."""
    loaded = load(read_files(PLANS), as_of=AS_OF)
    return Commitments(loaded.catalogue, AS_OF)


def _measure(name: str) -> Commitment:
    return sample().by_measure["zrazkova/plan", name]


def _task(name: str) -> Commitment:
    """Return a task with its steps beneath it."""
    task = _measure(name)
    return under_tasks(_measure(measure.id) for measure in task.measure.with_steps())[0]


def _channels(_: str) -> Any:
    home = sample().catalogue.communities[0]
    return channels(home.record.contacts, home.record.site)


def _executor(name: str) -> Any:
    return next(executor for executor in sample().executors if executor.id == name)


def _goal(name: str) -> Any:
    return sample().catalogue.plans[0].goal(name)


def _table(name: str) -> Any:
    plan = sample().catalogue.plans[0]
    columns = plan_columns(plan)
    made = {"columns": columns, "head": head_rows(plan, columns)}
    return made.get(name) or plan_tables(plan, columns, link_from(HERE))


def _component(name: str) -> Markup:
    """Return an example of another component: the first, or the one named after a slash."""
    component, _, title = name.partition("/")
    return next(example.html for example in examples(component) if title in {"", example.name})


PIECES: dict[str, Callable[[str], Any]] = {
    "channels": _channels,
    "community": lambda _: sample().catalogue.communities[0],
    "component": _component,
    "executor": _executor,
    "goal": _goal,
    "indicators": lambda name: indicator_values(_measure(name).measure),
    "letters": lambda _: LETTERS,
    "measure": _measure,
    "qr": lambda _: drawing("https://example.org/plans/"),
    "table": _table,
    "task": _task,
    "url": lambda _: link_from(HERE),
}
"""What a spec can name, by kind: `task` is a measure with its steps beneath, `component` an example of another component."""
