"""The map of oblasts: a tile for each region, a link where communities are; the list carries what the map lacks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.pages.oblast_map import oblast_map
from views.test_counting import items_of, measure

if TYPE_CHECKING:
    from generator.model.community import Community

REGIONS = 27
"""24 oblasts, the Autonomous Republic of Crimea, Kyiv and Sevastopol (Constitution of Ukraine, article 133)."""


def drawn(*oblasts: tuple[str, int]) -> str:
    [item] = items_of(measure(0, "deadline", None))
    groups: dict[str, list[Community]] = {
        name: [replace(item.community, id=f"misto-{number}") for number in range(count)] for name, count in oblasts
    }
    return str(oblast_map(groups, lambda name, found: found[0].address if len(found) == 1 else f"#{len(name)}"))


def test_every_region_has_a_tile_of_its_own() -> None:
    places = re.findall(r'transform="translate\(([^)]*)\)"', drawn())
    assert len(places) == len(set(places)) == REGIONS
    assert len(set(re.findall(r'y="24">([^<]*)<', drawn()))) == REGIONS


def test_regions_with_communities_are_links_named_with_their_count_and_the_rest_is_hidden() -> None:
    html = drawn(("Чернігівська область", 2), ("Автономна Республіка Крим", 1), ("місто Київ", 1))
    assert re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"', html) == [
        ("#20", "Чернігівська область: 2 громади, Чрнг 2"),
        ("misto-0/", "місто Київ: 1 громада, Київ 1"),
        ("misto-0/", "Автономна Республіка Крим: 1 громада, Крим 1"),
    ]
    assert html.count('aria-hidden="true"') == REGIONS - 3


def test_an_oblast_that_the_map_does_not_know_stands_in_the_list_alone() -> None:
    assert "<a " not in drawn(("Вигадана область", 1))
