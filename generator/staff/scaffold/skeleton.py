"""The commented skeleton of a community and of a plan."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from generator.reading.layout import COMMUNITY, PLAN, PROGRESS, TEXTS
from generator.source.yaml_scalars import scalar

TABLE_MARK = "# ── Таблиця плану ──"
"""Everything below this line of a skeleton is the place of the table's goals and measures."""
_TO_FILL = "ЗАПОВНІТЬ: "
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class NewCommunity:
    """What is known of a new community; empty strings are left to fill."""

    id: str
    name: str = ""
    short_name: str = ""
    oblast: str = ""


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What is known of a new plan; empty strings are left to fill. `period` is first and last day."""

    community: str
    slug: str
    period: tuple[date, date]
    period_is_known: bool = False
    title: str = ""
    template: str = ""


def community_files(community: NewCommunity, schemas: str) -> dict[str, str]:
    """Return the files of a community by path below plans/; `schemas` is the folder of schemas seen from plans/."""
    text = template("templates/community.yml.j2").render(
        schemas=f"../{schemas}",
        name=community.name or f"{_TO_FILL}повна назва громади",
        short_name=community.short_name or f"{_TO_FILL}коротка назва громади",
        oblast=community.oblast or f"{_TO_FILL}область",
    )
    return {f"{community.id}/{COMMUNITY}": text}


def plan_files(plan: NewPlan, schemas: str) -> dict[str, str]:
    """Return the files of a plan by path below plans/."""
    context = {
        "schemas": f"../../{schemas}",
        "marker": TABLE_MARK,
        "community": plan.community,
        "slug": plan.slug,
        "title": plan.title or f"{_TO_FILL}повна назва плану, як у документі",
        "name": plan.title if 0 < len(plan.title) <= _LONGEST_NAME else f"{_TO_FILL}коротка назва плану для меню",
        "template": plan.template,
        "start": plan.period[0],
        "end": plan.period[1],
        "period_is_known": plan.period_is_known,
    }
    folder = f"{plan.community}/{plan.slug}"
    names = {PLAN: "plan.yml", f"{TEXTS}/01-act.md": "01-act.md", PROGRESS: "progress.yml"}
    return {f"{folder}/{path}": template(f"templates/{name}.j2").render(context) for path, name in names.items()}


@cache
def _environment() -> Environment:
    """Templates with << >>, because YAML and workflows use braces themselves."""
    environment = Environment(
        loader=PackageLoader("generator.staff", "scaffold"),
        autoescape=False,  # noqa: S701 - YAML, not HTML; `value` quotes what must be quoted
        undefined=StrictUndefined,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["value"] = scalar
    return environment


def template(name: str) -> Template:
    """Find a template of this package by its path in scaffold/."""
    return _environment().get_template(name)
