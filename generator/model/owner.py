"""Whose site it is: said on «Про сайт» and in the statement of accessibility, asked for while nobody wrote it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OwnerKind(StrEnum):
    """Whether the council itself keeps the site, or somebody else; the names are those of mkdocs.yml."""

    COUNCIL = "council"
    THIRD_PARTY = "third-party"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for the site, and since which day; what is empty was not filled in, and nothing is concluded."""

    kind: OwnerKind | None = None
    name: str = ""
    since: date | None = None
