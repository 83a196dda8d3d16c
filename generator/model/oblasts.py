"""Oblasts as places on a site: what an oblast's pages are called in addresses; which sites have them."""

from generator.language.romanisation import heading_anchor
from generator.model.outputs import SMALL_SITE

COMMUNITIES = "communities/"
"""The permanent address of the list of communities."""


def have_oblasts(communities: int) -> bool:
    """Return whether a site of so many communities is told oblast by oblast, each with pages of its own."""
    return communities > SMALL_SITE


def oblast_slug(oblast: str) -> str:
    """Return an oblast’s part of an address and its anchor: of «Чернігівська область» `chernihivska-oblast`."""
    return heading_anchor(oblast)


def oblast_address(oblast: str) -> str:
    """Return the permanent address of an oblast's communities."""
    return f"{COMMUNITIES}{oblast_slug(oblast)}/"
