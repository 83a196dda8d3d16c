"""The parts of communities as a build goes through them: each made or found, looked at, and out of memory again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from typing import TypeVar

from generator.build.editions import EditionMaker
from generator.build.parts import PART, Inputs, Part, community_part
from generator.cache import Cache, Shelf, Store, Written, fingerprint
from generator.model.community import Community
from generator.outputs.site_files import Asset, Page
from generator.pages.site_context import SiteContext

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class PageEntry:
    """What is known of a page that is not at hand."""

    address: str
    title: str
    is_indexed: bool
    """Whether search engines may list it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a part: the mark of all it is made from, its pages, the sizes in bytes of its files by address."""

    mark: str
    pages: tuple[PageEntry, ...]
    sizes: Mapping[str, int]

    @classmethod
    def of(cls, mark: str, part: Part) -> "Contents":
        """Take down what a part holds."""
        pages = tuple(PageEntry(page.address, page.title, not page.meta.get("robots")) for page in part.pages)
        return cls(mark, pages, {asset.address: len(asset.content) for asset in part.assets})


@dataclass(frozen=True)
class CommunityPart:
    """The part of one community; it is on its shelf once it was made, and made again where that can't be written."""

    site: SiteContext
    community: Community
    inputs: Inputs
    editions: EditionMaker | None
    cache: Cache
    shelf: Shelf

    def read(self) -> Part:
        """Return the part, its editions first."""
        own = self.site.of(self.community)
        made: tuple[Asset, ...] = ()
        if self.editions:
            made = tuple(self.editions.of(own, self.community, self.shelf))
            own = replace(own, editions={asset.address: len(asset.content) for asset in made})
        part = self.shelf.read(self.inputs.of(own, self.community), partial(community_part, own, self.community), PART)
        return Part(part.pages, (*made, *part.assets))

    def whole(self) -> Part:
        """Return the part, its shelf closed."""
        part = self.read()
        self.shelf.close(keep_all=True)
        return part

    def contents(self) -> Contents:
        """Make the part, and return what is in it; while pages are shown live, as remembered."""
        mark = self.mark
        return self.cache.get(fingerprint("contents", mark), lambda: Contents.of(mark, self.whole()))

    @cached_property
    def mark(self) -> str:
        """The mark of all that the part is made from."""
        own = self.site.of(self.community)
        return fingerprint(self.inputs.of(own, self.community), "with editions" if self.editions else "")


@dataclass(frozen=True)
class Streamed:
    """A part whose pages and files are still to be written, with what is added to some pages."""

    part: CommunityPart
    contents: Contents
    added: Mapping[str, str]
    """Markdown at the end of a page, by address: what became of anchors that were on it."""

    @property
    def addresses(self) -> set[str]:
        """The address of every page and file."""
        return {page.address for page in self.contents.pages} | set(self.contents.sizes)

    @property
    def files(self) -> set[str]:
        """Every file of the part, by its path in the site."""
        return {f"{page.address}index.html" for page in self.contents.pages} | set(self.contents.sizes)

    @property
    def mark(self) -> str:
        """The mark of all that the part is made from, and of what is added to its pages."""
        added = [(page.address, more) for page in self.contents.pages if (more := self.added.get(page.address))]
        return fingerprint(self.contents.mark, repr(added))

    def read(self) -> Part:
        """Return the part as it is published; to be followed by closing its shelf."""
        part = self.part.read()
        return Part(tuple(with_more(page, self.added) for page in part.pages), part.assets)


def with_more(page: Page, added: Mapping[str, str]) -> Page:
    """Return a page with the Markdown that is added at its end, if any."""
    more = added.get(page.address)
    return replace(page, markdown=page.markdown + more) if more else page


class Shelves:
    """The shelves of communities for whoever goes through them: of one after another, each closed before the next."""

    def __init__(self, parts: Iterable[CommunityPart]) -> None:
        self._parts = {part.community.id: part for part in parts}
        self._open: Shelf | None = None

    def __call__(self, community: str) -> Store:
        """Return where the results of a community are kept; those that were read stay in memory for a next build."""
        self.close()
        part = self._parts[community]
        self._open = part.shelf
        return _Remembered(part.cache, part.shelf)

    def close(self) -> None:
        """Close the shelf that is open."""
        if self._open:
            self._open.close(keep_all=True)
        self._open = None


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A shelf whose results stay in memory as well, where builds follow one another."""

    cache: Cache
    shelf: Shelf

    def read(self, inputs: str, make: Callable[[], Made], written: Written[Made]) -> Made:
        return self.cache.get(fingerprint(written.kind, inputs), lambda: self.shelf.read(inputs, make, written))


class _Files(Mapping[str, bytes]):
    """Files by address, those of communities read from their shelves when they are asked for."""

    def __init__(self, own: Mapping[str, bytes], streamed: Sequence[Streamed]) -> None:
        self._own = own
        self._of = {address: one for one in streamed for address in one.contents.sizes}

    def __getitem__(self, address: str) -> bytes:
        if address in self._own:
            return self._own[address]
        part = self._of[address].part.read()
        self._of[address].part.shelf.close(keep_all=True)
        return next(asset.content for asset in part.assets if asset.address == address)

    def __contains__(self, address: object) -> bool:
        return address in self._own or address in self._of

    def __iter__(self) -> Iterator[str]:
        return chain(self._own, self._of)

    def __len__(self) -> int:
        return len(self._own) + len(self._of)


def files_at_hand(own: Mapping[str, bytes], streamed: Sequence[Streamed]) -> Mapping[str, bytes]:
    """Return the content of files by address; without streamed parts, what is given."""
    return _Files(own, streamed) if streamed else own
