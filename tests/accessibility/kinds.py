"""Every kind of page, with the addresses of the real site that stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NIZHYN: Final = "nizhyn/social-services-2025/"
MELITOPOL: Final = "melitopol/strategy-2027/"
LARGEST: Final = 30_000
"""Most compressed bytes of a first view, without images; `make bench` names those over 15 000."""
SHELL: Final = 9_500
"""Of them, style sheets and scripts; a further page does not fetch them again."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page. `results` waits for the search to answer; `is_long`: may be heavier, its colours are looked at alone."""

    id: str
    name: str
    addresses: tuple[str, ...]
    results: bool = False
    is_long: bool = False
    in_frame: bool = False
    """Made for other sites: looked at inside a foreign page too."""


KINDS: Final = (
    Kind("home", "головна", ("",)),
    Kind("communities", "усі громади", ("communities/",)),
    Kind("community", "громада", ("nizhyn/", "melitopol/", "kakhovka/")),
    Kind("plan", "увесь план", (NIZHYN, MELITOPOL), is_long=True),
    Kind("notes", "особливості документа", (f"{MELITOPOL}notes/",)),
    Kind("goal", "ціль", (f"{NIZHYN}1-3/", f"{MELITOPOL}1-2/", f"{NIZHYN}1/")),
    Kind("text", "розділ документа", (f"{MELITOPOL}text/demography/", f"{MELITOPOL}text/swot/")),
    Kind("executor", "виконавець", ("nizhyn/executors/uszn/",)),
    Kind("shared-executor", "виконавець кількох громад", ("executors/caritas-chernihiv/",)),
    Kind("executors", "усі виконавці", ("executors/",)),
    Kind("topics", "усі теми", ("topics/",)),
    Kind("topic", "тема", ("topics/older-people/", "topics/violence-survivors/")),
    Kind("compare", "порівняння громад", ("compare/social-services-capacity/1-2/",)),
    Kind("terms", "строки", ("terms/",)),
    Kind("community-terms", "строки громади", ("nizhyn/terms/", "melitopol/terms/")),
    Kind("report", "звіт про виконання", (f"{NIZHYN}report/",)),
    Kind("data", "відкриті дані", ("data/",)),
    Kind("search-results", "пошук зі знайденим", ("search/?q=патронат",), results=True, is_long=True),
    Kind("search-nothing", "пошук без знайденого", ("search/?q=криптовалюта",), results=True, is_long=True),
    Kind("glossary", "словник", ("glossary/",)),
    Kind("changes", "зміни", ("changes/", "nizhyn/changes/")),
    Kind("embed-help", "як вставити на свій сайт", ("embed/",)),
    Kind("settings", "налаштування вигляду", ("settings/",)),
    Kind("guide", "порадник", ("guide/", "guide/plan-fields/")),
    Kind("about", "про сайт", ("about/",)),
    Kind("accessibility", "заява про доступність", ("accessibility/",)),
    Kind("not-found", "сторінки немає", ("no/such/page/",)),
    Kind("notice", "оголошення для друку", ("nizhyn/notice/", f"{NIZHYN}1-2/notice/")),
    Kind("embed-community", "громада на чужому сайті", ("nizhyn/embed/",), in_frame=True),
    Kind("embed-plan", "план на чужому сайті", (f"{MELITOPOL}embed/",), in_frame=True),
    Kind("embed-goal", "ціль на чужому сайті", (f"{NIZHYN}1-2/embed/",), in_frame=True),
    Kind("embed-executor", "виконавець на чужому сайті", ("nizhyn/executors/uszn/embed/",), in_frame=True),
)
