"""Editions of plans as files of a site: which kinds, and each made only when what it says changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.build.typesetter import Typesetter
from generator.cache import BYTES, Store, fingerprint
from generator.model.community import Community
from generator.model.outputs import EDITIONS, Output, chosen_outputs
from generator.model.settings import Settings
from generator.outputs.addresses import moment
from generator.outputs.editions.blocks import Edition
from generator.outputs.editions.brf import brf
from generator.outputs.editions.contents import edition_of
from generator.outputs.editions.epub import epub
from generator.outputs.editions.pdf import pdf_data
from generator.outputs.site_files import Asset
from generator.pages.editions import size_in_words
from generator.pages.site_context import SiteContext

Maker = Callable[[], bytes]


def outputs_of(site: SiteContext, listed: Iterable[str]) -> frozenset[Output]:
    """Return the kinds that a site makes; `listed` are the addresses that were ever published."""
    withdrawn = [one.old for one in site.catalogue.withdrawn]
    return chosen_outputs(site.settings.outputs, len(site.catalogue.communities), listed, withdrawn)


def edition_lines(made: Mapping[str, int]) -> Iterator[str]:
    """Say what editions were made, kind by kind with what they take; `made` are the sizes of files by address."""
    sizes = [(output, [size for address, size in made.items() if address.endswith(f"/{output.file}")])
             for output in EDITIONS]  # fmt: skip
    said = [f"{output.words} – {len(found)} ({size_in_words(sum(found))})" for output, found in sizes if found]
    if said:
        yield f"Видання планів: {', '.join(said)}."


class EditionMaker:
    """Makes editions, or takes them as an earlier build made them."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def of(self, site: SiteContext, community: Community, cache: Store) -> Iterator[Asset]:
        """Yield the editions of a community's plans; one that is withdrawn by its own address is left out."""
        outputs = [output for output in EDITIONS if output in site.outputs]
        for plan in community.plans if outputs else ():
            items = site.commitments.by_plan.get(plan.id, [])
            makers = self.makers(edition_of(community, plan, items, site.settings), site.settings)
            for output in outputs:
                address = f"{plan.address}{output.file}"
                if not any(one.tells_of(address) for one in site.catalogue.withdrawn):
                    inputs, make = makers[output]
                    yield Asset(address, cache.read(fingerprint("edition", output, inputs), make, BYTES))

    def makers(self, edition: Edition, settings: Settings) -> Mapping[Output, tuple[str, Maker]]:
        """Return for every kind all that it is made from, and how."""
        stamp = int(moment(settings).timestamp())
        return {
            Output.PDF: self._pdf(edition, stamp, large=False),
            Output.LARGE_PDF: self._pdf(edition, stamp, large=True),
            Output.EPUB: (f"{stamp} {edition!r} {edition.blocks!r}", partial(epub, edition, moment(settings))),
            Output.BRAILLE: (f"{edition!r} {edition.blocks!r}", partial(brf, edition)),
        }

    def _pdf(self, edition: Edition, stamp: int, *, large: bool) -> tuple[str, Maker]:
        data = pdf_data(edition, self._typesetter.mark, self._typesetter.known, large=large)
        return f"{stamp} {data}", partial(self._typesetter.pdf, data, stamp)
