"""The kinds of page, declared once: what a kind is called, which style sheets it loads, how it explains abbreviations.

Builders make pages of a kind, the audit of accessibility visits each, `make bench` weighs them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Abbreviations(Enum):
    """How a page says what its abbreviations stand for."""

    NOT_AT_ALL = "not at all"
    BY_GLOSSARY = "by glossary"
    """With words explained, in a section of its own."""
    IN_ONE_LINE = "in one line"
    """Where there is no room for more."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page.

    `look` is the kind whose styles it shares, `template` the one it is made by, where these are not its own;
    `theme_template` is what the theme puts around it; pages written `by_hand` stand in content/ or in the theme.
    A kind that `has_search` in its text needs none at its top. One that `is_long` may be as heavy as its documents are;
    people may look on it for help (`urgent_help`), so that with a quick exit it says whom to call.
    `tools` are the row under its title: send, print, keep. A `large` one is made only where a site is told by oblasts.
    """

    id: str
    name: str
    sheets: tuple[str, ...] = ()
    abbreviations: Abbreviations = Abbreviations.NOT_AT_ALL
    look: str = ""
    template: str = ""
    theme_template: str = "main.html"
    by_hand: bool = False
    is_long: bool = False
    urgent_help: bool = False
    has_search: bool = False
    tools: bool = False
    large: bool = False

    @property
    def front_matter(self) -> dict[str, Any]:
        """What the theme is told of the kind."""
        around = {} if self.theme_template == "main.html" else {"template": self.theme_template}
        said = {name: True for name in ("urgent_help", "has_search", "tools") if getattr(self, name)}
        return {"kind": self.look or self.id, "sheets": list(self.sheets), **around, **said}


_TABLES, _MEASURES, _FIGURES, _FRONT, _CHOICES = "tables.css", "measures.css", "figures.css", "front.css", "choices.css"
_SIBLINGS, _RIBBON, _PLAN_TABLE, STATUS = "siblings.css", "ribbon.css", "plan-table.css", "status.css"
_GLOSSARY, _LINE = Abbreviations.BY_GLOSSARY, Abbreviations.IN_ONE_LINE


def _embed(of: str, name: str) -> PageKind:
    """Declare a kind made to be shown inside another site."""
    return PageKind(
        f"embed-{of}", name, (_MEASURES, STATUS, "embed.css"), _LINE, look="embed", theme_template="embed.html"
    )


_DECLARED = (
    PageKind("home", "головна", (_MEASURES, STATUS, _FRONT, "home.css"), _LINE, has_search=True),
    PageKind("communities", "усі громади"),
    PageKind("community", "громада", (_MEASURES, _RIBBON), _GLOSSARY, tools=True),
    PageKind("plan", "увесь план", (_TABLES, _PLAN_TABLE, _MEASURES, _RIBBON), _GLOSSARY, is_long=True, tools=True),
    PageKind("notes", "особливості документа", (), _GLOSSARY),
    PageKind("goal", "ціль", (_MEASURES, "measure.css", _SIBLINGS), _GLOSSARY, urgent_help=True, tools=True),
    PageKind("text", "розділ документа", (_TABLES, _SIBLINGS), _GLOSSARY, tools=True),
    PageKind("executor", "виконавець", (_MEASURES, STATUS), _GLOSSARY, tools=True),
    PageKind(
        "shared-executor",
        "виконавець кількох громад",
        (_MEASURES, STATUS),
        _GLOSSARY,
        look="executor",
        template="executor",
        tools=True,
    ),
    PageKind("executors", "усі виконавці", (), _GLOSSARY),
    PageKind("list", "перелік сторінок", (), _GLOSSARY),
    PageKind("topics", "усі теми"),
    PageKind("topic", "тема", (_MEASURES,), _GLOSSARY, urgent_help=True, tools=True),
    PageKind("audiences", "для мене: перелік громади"),
    PageKind("audience", "для мене", (_MEASURES, "audience.css"), _LINE, urgent_help=True, tools=True),
    PageKind(
        "compare", "порівняння громад", (_TABLES, _MEASURES, "comparison.css"), _GLOSSARY, urgent_help=True, tools=True
    ),
    PageKind("country", "громади країни чи області", (_FRONT, "home.css", "country.css"), large=True),
    PageKind(
        "country-compare",
        "порівняння громад країни",
        (_FRONT, "home.css", "country.css"),
        _GLOSSARY,
        look="country",
        large=True,
    ),
    PageKind("terms", "строки", (_MEASURES, STATUS), _GLOSSARY, tools=True),
    PageKind("community-terms", "строки громади", (_MEASURES, STATUS), _GLOSSARY, look="terms", tools=True),
    PageKind("report", "звіт про виконання", (_MEASURES, STATUS, _FIGURES), _GLOSSARY, tools=True),
    PageKind("data", "відкриті дані"),
    PageKind("search", "пошук", (_FRONT,), is_long=True, has_search=True),
    PageKind("ask", "запитати раду", ("ask.css",)),
    PageKind("workplace", "робоче місце"),
    PageKind("glossary", "словник"),
    PageKind("changes", "зміни", (_MEASURES,), _GLOSSARY),
    PageKind("embed-help", "як вставити на свій сайт", (_CHOICES,)),
    PageKind("settings", "налаштування вигляду", (_CHOICES,), by_hand=True),
    PageKind("guide", "порадник", by_hand=True),
    PageKind("about", "про сайт", (_TABLES,)),
    PageKind("accessibility", "заява про доступність", (_TABLES,), look="about"),
    PageKind("not-found", "сторінки немає", (_FRONT,), by_hand=True, has_search=True),
    PageKind("notice", "оголошення для друку", (_MEASURES, "notice.css"), _LINE, theme_template="notice.html"),
    _embed("community", "громада на чужому сайті"),
    _embed("plan", "план на чужому сайті"),
    _embed("goal", "ціль на чужому сайті"),
    _embed("executor", "виконавець на чужому сайті"),
)


def by_id(kinds: Iterable[PageKind]) -> dict[str, PageKind]:
    return {kind.id: kind for kind in kinds}


KINDS: Mapping[str, PageKind] = by_id(_DECLARED)
"""Every kind by its id, in the order in which they are listed."""


def front_matter_of(kind: str) -> dict[str, Any]:
    """Return what the theme is told of a page written by hand; nothing of a kind of a site's own."""
    return KINDS[kind].front_matter if kind in KINDS else {}
