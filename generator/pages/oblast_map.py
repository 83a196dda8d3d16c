"""The tile map of oblasts: one tile each, laid out after our own drawing; no outline of anybody's map is used."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from generator.pages.environment import component
from generator.views import words

One = TypeVar("One")
_SIDE = 40
_ROWS: tuple[tuple[str, ...], ...] = (
    ("", "Волинська", "Рівненська", "Житомирська", "Київська", "Чернігівська", "Сумська"),
    (
        "Львівська", "Тернопільська", "Хмельницька", "Вінницька", "Київ", "Черкаська", "Полтавська", "Харківська",
        "Луганська",
    ),
    (
        "Закарпатська", "Івано-Франківська", "Чернівецька", "", "", "Кіровоградська", "Дніпропетровська", "Донецька",
    ),
    ("", "", "", "", "Одеська", "Миколаївська", "Херсонська", "Запорізька"),
    ("", "", "", "", "", "Севастополь", "Автономна Республіка Крим"),
)  # fmt: skip
"""Oblasts from west to east, from north to south; nothing where no tile stands."""
_SHORT = {
    "Волинська": "Вол", "Рівненська": "Рівн", "Житомирська": "Жит", "Київська": "Київщ", "Чернігівська": "Чрнг",
    "Сумська": "Сум", "Львівська": "Льв", "Тернопільська": "Терн", "Хмельницька": "Хмел", "Вінницька": "Вінн",
    "Київ": "Київ", "Черкаська": "Черк", "Полтавська": "Полт", "Харківська": "Харк", "Луганська": "Луг",
    "Закарпатська": "Закр", "Івано-Франківська": "Ів-Фр", "Чернівецька": "Чрнв", "Кіровоградська": "Кіров",
    "Дніпропетровська": "Дніпр", "Донецька": "Дон", "Одеська": "Одес", "Миколаївська": "Мик", "Херсонська": "Херс",
    "Запорізька": "Запр", "Севастополь": "Севас", "Автономна Республіка Крим": "Крим",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile at its place; `name`, `count` and `link` are empty where no community of the oblast is published."""

    x: int
    y: int
    short: str
    name: str = ""
    count: int = 0
    link: str = ""


def oblast_map(groups: Mapping[str, Iterable[One]], link: Callable[[str, list[One]], str]) -> Markup:
    """Draw the oblasts; each that has communities is a link named with their count."""
    return component(
        "oblast-map",
        tiles=list(_tiles({name: list(found) for name, found in groups.items()}, link)),
        width=_SIDE * max(map(len, _ROWS)),
        height=_SIDE * len(_ROWS),
    )


def _tiles(groups: Mapping[str, list[One]], link: Callable[[str, list[One]], str]) -> Iterable[Tile]:
    by_name = {_bare(oblast): (oblast, found) for oblast, found in groups.items()}
    for row, names in enumerate(_ROWS):
        for column, name in enumerate(names):
            if not name:
                continue
            x, y = column * _SIDE, row * _SIDE
            if name in by_name:
                oblast, found = by_name[name]
                named = f"{oblast}: {words.communities(len(found))}"
                yield Tile(x, y, _SHORT[name], named, len(found), link(oblast, found))
            else:
                yield Tile(x, y, _SHORT[name])


def _bare(oblast: str) -> str:
    """Return an oblast's name as it stands on the map: «Чернігівська область» is «Чернігівська»."""
    return oblast.removesuffix(" область").removeprefix("місто ").removeprefix("м. ").strip()
