"""The Jinja environments: Markdown templates that escape for Markdown, components that escape for HTML."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.language.romanisation import heading_anchor
from generator.language.terms import date_in_words, describe
from generator.model.vocabulary import MeasureGroup
from generator.pages.markup import block, bound, escape_markdown, in_lines, label, lined
from generator.pages.readings import (
    for_the_ear,
    heading_heard,
    heard,
    numbered_heard,
    quotes_heard,
    sum_heard,
    term_line,
)
from generator.views import words
from generator.views.about_plan import project_sentences
from generator.views.commitment import under_tasks
from generator.views.plan_over import plan_over
from generator.views.undertakings import counted


@cache
def component_environment() -> Environment:
    """Components are HTML: every value is escaped unless it is itself a component's output."""
    environment = Environment(
        loader=PackageLoader("generator.pages", "components"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    _share(environment)
    return environment


@cache
def page_environment() -> Environment:
    """Pages are Markdown: every value is escaped for Markdown unless it is a component's output."""
    environment = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=False,  # noqa: S701 - `finalize` escapes for Markdown, where HTML escaping would not do
        undefined=StrictUndefined,
        finalize=escape_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    _share(environment)
    return environment


def _share(environment: Environment) -> None:
    environment.globals["component"] = component
    environment.globals["anchor"] = anchor
    environment.globals["raw"] = raw
    environment.globals["words"] = words
    environment.globals["project_sentences"] = project_sentences
    environment.globals["counted"] = counted
    environment.globals["community_notice"] = lambda community, as_of: community.notice_on(as_of)
    environment.globals["over_notice"] = lambda site, plan: plan_over(
        site.communities_by_id[plan.community], plan, site.settings.as_of
    )
    environment.globals["group_words"] = lambda code: MeasureGroup(code).words
    environment.filters["in_words"] = lambda day: bound(date_in_words(day))
    environment.filters["bound"] = bound
    environment.filters["small"] = words.small
    environment.filters["lined"] = lined
    environment.filters["in_lines"] = in_lines
    environment.filters["label"] = label
    environment.filters["anchor_of"] = heading_anchor
    environment.filters["describe"] = describe
    environment.filters["heard"] = heard
    environment.filters["for_the_ear"] = for_the_ear
    environment.filters["sum_heard"] = sum_heard
    environment.filters["term_line"] = term_line
    environment.filters["heading_heard"] = heading_heard
    environment.filters["numbered_heard"] = numbered_heard
    environment.filters["quotes_heard"] = quotes_heard
    environment.filters["under_tasks"] = under_tasks


def component(name: str, /, **context: Any) -> Markup:
    """Render a component as one block of HTML that Markdown leaves alone."""
    return block(_template(name)(**context))


def raw(code: str) -> Markup:
    """Let an address of the site stand in a block of code, where Markdown has no escapes."""
    return Markup(code)  # noqa: S704 - addresses are made of slugs and the site's own address


def anchor(identifier: str) -> Markup:
    """Return a heading its permanent anchor (Python-Markdown's attribute lists)."""
    return Markup("{{#{}}}").format(identifier)


@cache
def _template(name: str) -> Callable[..., str]:
    return component_environment().get_template(f"{name}/template.html.j2").render


@cache
def page_template(name: str) -> Callable[..., str]:
    """Return the renderer of one page template."""
    return page_environment().get_template(f"{name}.md.j2").render
