"""Every kind of page as the audit visits it: which addresses of the real site stand for the kinds that are declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.pages import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.outputs.site_files import Page

NIZHYN: Final = "nizhyn/social-services-2025/"
MELITOPOL: Final = "melitopol/strategy-2027/"
LARGEST: Final = 30_000
"""Most compressed bytes of a first view, without images; `make bench` names those over 15 000."""
SHELL: Final = 10_000
"""Of them, style sheets and scripts; a further page does not fetch them again."""
ADDRESSES: Final = {
    "home": ("",),
    "communities": ("communities/",),
    "community": ("nizhyn/", "melitopol/", "kakhovka/"),
    "plan": (NIZHYN, MELITOPOL),
    "notes": (f"{MELITOPOL}notes/",),
    "goal": (f"{NIZHYN}1-3/", f"{MELITOPOL}1-2/", f"{NIZHYN}1/"),
    "text": (f"{MELITOPOL}text/demography/", f"{MELITOPOL}text/swot/"),
    "executor": ("nizhyn/executors/uszn/",),
    "shared-executor": ("executors/caritas-chernihiv/",),
    "executors": ("executors/",),
    "list": ("nizhyn/executors/", f"{MELITOPOL}text/", "compare/"),
    "topics": ("topics/",),
    "topic": ("topics/older-people/", "topics/violence-survivors/"),
    "audiences": ("nizhyn/for/",),
    "audience": ("nizhyn/for/families-with-children/", "nizhyn/for/violence-survivors/", "melitopol/for/residents/"),
    "compare": ("compare/social-services-capacity/1-2/",),
    "terms": ("terms/",),
    "community-terms": ("nizhyn/terms/", "melitopol/terms/"),
    "report": (f"{NIZHYN}report/",),
    "data": ("data/",),
    "ask": ("ask/",),
    "workplace": ("workplace/",),
    "glossary": ("glossary/",),
    "changes": ("changes/", "nizhyn/changes/"),
    "embed-help": ("embed/",),
    "settings": ("settings/",),
    "guide": ("guide/", "guide/plan-fields/"),
    "about": ("about/",),
    "accessibility": ("accessibility/",),
    "not-found": ("no/such/page/",),
    "notice": ("nizhyn/notice/", f"{NIZHYN}1-2/notice/"),
    "embed-community": ("nizhyn/embed/",),
    "embed-plan": (f"{MELITOPOL}embed/",),
    "embed-goal": (f"{NIZHYN}1-2/embed/",),
    "embed-executor": ("nizhyn/executors/uszn/embed/",),
}
SEARCHES: Final = (
    ("search-results", "пошук зі знайденим", "search/?q=патронат"),
    ("search-nothing", "пошук без знайденого", "search/?q=криптовалюта"),
)
"""The search is visited twice, by what it answers."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page with its addresses. `results` waits for the search to answer; of one that `is_long` colours are looked at alone."""

    id: str
    name: str
    addresses: tuple[str, ...]
    results: bool = False
    is_long: bool = False
    in_frame: bool = False
    """Made for other sites: looked at inside a foreign page too."""


def visited(declared: Iterable[kinds.PageKind]) -> Iterator[Kind]:
    """Yield what the audit visits; a kind without addresses is one that it asks for (`unvisited`)."""
    for kind in declared:
        if kind.large:
            continue  # tests/corpus looks at these
        if kind.id == "search":
            for name, words, address in SEARCHES:
                yield Kind(name, words, (address,), results=True, is_long=kind.is_long)
        else:
            in_frame = kind.theme_template == "embed.html"
            yield Kind(kind.id, kind.name, ADDRESSES.get(kind.id, ()), is_long=kind.is_long, in_frame=in_frame)


KINDS: Final = tuple(visited(kinds.KINDS.values()))


def unvisited(pages: Iterable[Page]) -> list[str]:
    """Ask for an address of every kind that is declared, or built, and that nobody looks at."""
    asked = "додайте адресу до tests/accessibility/kinds.py і виконайте make statement"
    built = {page.kind: page.address for page in pages}
    known = {kind.id: kind.name for kind in kinds.KINDS.values() if not kind.large}
    return [
        f"вид сторінок «{known.get(kind, '')}» ({kind}), як-от {built.get(kind, 'у content/')}, ніхто не перевіряє: {asked}"
        for kind in {**known, **built}
        if kind not in {*ADDRESSES, "search"}
    ]
