"""A built site against the list of addresses: what it no longer answers stops it, what is new goes on the list."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.build.built_addresses import addresses, answering, published
from generator.model.community import Catalogue
from generator.model.drafts import published as without_drafts
from generator.outputs.address_list import lines_of, list_of
from generator.outputs.gone import Published, gone_problems
from generator.outputs.published import beside_pages
from generator.source.disk import ADDRESSES
from generator.source.problem import Problem
from generator.views import words


class BuiltAddresses:
    """What a site in a folder publishes; `catalogue` is what it was built from."""

    def __init__(self, site_dir: Path, catalogue: Catalogue) -> None:
        self.site = published(site_dir)
        self.catalogue = without_drafts(catalogue)
        self.lines = addresses(self.site) | set(beside_pages(self.catalogue))

    def lost(self, list_file: Path, as_of: date | None, root: str) -> list[Problem]:
        """Say what of the list the site no longer answers, though nobody wrote where it went."""
        listed = lines_of(_content(list_file))
        standing = frozenset(self.lines | answering(listed, self.site))
        return [*gone_problems(Published(listed, standing, self.catalogue, as_of, site_pages=True), root)]

    def new(self, list_file: Path) -> list[str]:
        """Return what is not on the list yet."""
        return sorted(self.lines - lines_of(_content(list_file)).keys())


def list_beside(plans: Path) -> Path:
    """Return where the list of a folder of plans is."""
    return plans / ADDRESSES


def add(list_file: Path, new: Iterable[str]) -> None:
    """Add lines to a list, or begin one; OSError when it can't be written."""
    list_file.write_bytes(list_of((*lines_of(_content(list_file)), *new)))


def count_of(found: list[str]) -> str:
    """Return how many addresses there are, in words that follow «додано»."""
    return words.plural(len(found), "адресу", "адреси", "адрес")


def _content(list_file: Path) -> bytes:
    return list_file.read_bytes() if list_file.is_file() else b""
