"""On what terms the data may be used, in the words that every output carries."""

from typing import Any

OFFICIAL = (
    "Плани й акти, якими їх затверджено, – акти органів місцевого самоврядування; "
    "авторське право на них не поширюється (стаття 434 Цивільного кодексу України)."
)
OFFICIAL_EN = (
    "The plans and the acts that approved them are acts of local self-government bodies; "
    "they are not subject to copyright (Civil Code of Ukraine, article 434)."
)
OURS = (
    "Те, що додали ми (короткі пояснення, примітки, прочитані дати, теми), – за ліцензією Creative Commons "
    "«Із зазначенням авторства 4.0 Міжнародна» (CC BY 4.0)."
)
OURS_EN = (
    "What we added (plain-language summaries, notes, dates read from words, topics) "
    "is under Creative Commons Attribution 4.0 International (CC BY 4.0)."
)
OURS_CODE = "CC-BY-4.0"
OURS_TITLE = "Creative Commons Attribution 4.0 International"
OURS_URL = "https://creativecommons.org/licenses/by/4.0/"


def licence() -> dict[str, Any]:
    """Return the terms of use as data files carry them."""
    return {
        "official": {"text": OFFICIAL, "text_en": OFFICIAL_EN},
        "ours": {"code": OURS_CODE, "title": OURS_TITLE, "url": OURS_URL, "text": OURS, "text_en": OURS_EN},
    }
