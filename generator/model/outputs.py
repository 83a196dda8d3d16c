"""What is made beside pages and may be switched: the names of the option `outputs:` in mkdocs.yml."""

from collections.abc import Collection, Iterable

from generator.model.vocabulary import Worded
from generator.source.problem import maybe, shown

SMALL_SITE = 12
"""So many communities and no more: a site of that size makes everything unless it is told otherwise."""


class Output(Worded):
    """A kind of files that every plan has: the name in mkdocs.yml, and what a link to it says."""

    PDF = "pdf", "позначений PDF"
    LARGE_PDF = "large-pdf", "PDF великими літерами"
    EPUB = "epub", "EPUB"
    BRAILLE = "braille", "Брайль"

    @property
    def file(self) -> str:
        """The name of the file beside the page of its plan (design, «Addresses»)."""
        return _FILES[self]


_FILES = {
    Output.PDF: "plan.pdf",
    Output.LARGE_PDF: "plan-large.pdf",
    Output.EPUB: "plan.epub",
    Output.BRAILLE: "plan.brf",
}
ALL = frozenset(Output)


def unknown_output(name: object) -> str:
    """Say of a name in the list that it is none of a kind; nothing of one that is."""
    names = [output.value for output in Output]
    if name in names:
        return ""
    return f"виду «{shown(str(name))}» немає{maybe(str(name), names)}; які є: {', '.join(names)}"


def chosen_outputs(
    named: Collection[Output] | None, communities: int, listed: Iterable[str], withdrawn: Iterable[str] = ()
) -> frozenset[Output]:
    """Return the kinds a site makes: those `named`, else all of a small site, and of a large one what it has made.

    `listed` are the addresses that were ever published; a kind among `withdrawn` is switched off by name.
    """
    off = {output for output in Output if any(old.endswith(f"*/{output.file}") for old in withdrawn)}
    if named is not None:
        return frozenset(named) - off
    if communities <= SMALL_SITE:
        return ALL - off
    files = {address.rpartition("/")[2] for address in listed}
    return frozenset(output for output in Output if output.file in files) - off
