"""What templates show: lines of their text in which every value is marked with the output that printed it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Environment
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_OUTPUT = re.compile(r"\{\{ (?P<output>.*?) \}\}|\{% (?P<branch>(?:el)?if [^%]*?|else) %\}\n?(?=[^\n{])", re.DOTALL)
"""What prints a value, and what opens a branch of words."""
_OPENING, _BETWEEN, _CLOSING = "\ue000", "\ue001", "\ue002"
"""Signs of private use around what an output shows: its name, then its value."""
_NAME = re.compile(f"{_OPENING}([^{_BETWEEN}]*){_BETWEEN}")


def marking(environment: Environment, escape: Callable[[Any], str]) -> Environment:
    """Return an environment whose templates mark all values, escaped as its own are."""
    marked = environment.overlay(loader=_Marking(environment))
    marked.filters = {
        **environment.filters,
        "shown": lambda value, name: _shown(escape(value), name),
        "begins": _begins,
    }
    return marked


class _Marking(BaseLoader):
    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def get_source(self, _: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, names = _source(self._environment, template), iter(_names(self._environment, template))
        return _OUTPUT.sub(lambda found: _marked(found, next(names)), source), template, lambda: True


def _marked(found: re.Match[str], name: str) -> str:
    if found["branch"]:
        return f"{found[0]}{{{{ ''|begins({name!r}) }}}}"
    return f"{{{{ ({found['output']})|shown({name!r}) }}}}"


def _source(environment: Environment, template: str) -> str:
    assert environment.loader
    return environment.loader.get_source(environment, template)[0]


def _names(environment: Environment, template: str) -> list[str]:
    """Name the outputs and branches of a template in their order; those that read alike are numbered."""
    met: Counter[str] = Counter()
    names = []
    for found in _OUTPUT.finditer(_source(environment, template)):
        said = " ".join((found["output"] or found["branch"]).split())
        met[said] += 1
        again = f" ({met[said]})" if met[said] > 1 else ""
        names.append(f"{template.removesuffix('/template.html.j2')}: {said}{again}")
    return names


def _shown(text: str, name: str) -> Markup:
    """Mark a value; of a block of HTML, which has tests of its own, say only that it is there."""
    said = f"[[{name.partition(': ')[2]}]]" if text.startswith("<") and ("\n" in text or "<svg" in text) else text
    return Markup(f"{_OPENING}{name}{_BETWEEN}{said}{_CLOSING}") if text else Markup()  # noqa: S704 - it is escaped


def _begins(nothing: str, name: str) -> Markup:
    return Markup(f"{_OPENING}{name}{_BETWEEN}{nothing}{_CLOSING}")  # noqa: S704 - nothing is added


def lines_with_values(texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the title of a text and its lines, still marked, that show what no line before shows."""
    seen: set[str] = set()
    for title, text in texts:
        lines = []
        for line in text.splitlines():
            if not seen.issuperset(outputs_in([line])):
                seen |= outputs_in([line])
                lines.append(line)
        if lines:
            yield from (f"= {title}", *lines, "")


def plain(lines: Iterable[str]) -> str:
    """Return lines as readers get them."""
    return "\n".join(_NAME.sub("", line).replace(_CLOSING, "") for line in lines)


def outputs_in(lines: Iterable[str]) -> set[str]:
    """Return the names of the outputs that show something in these lines."""
    return {name for line in lines for name in _NAME.findall(line)}


def outputs_of(environment: Environment) -> set[str]:
    """Return the name of each output and branch of each template."""
    templates = (template for template in environment.list_templates() if template.endswith(".j2"))
    return {name for template in templates for name in _names(environment, template)}
