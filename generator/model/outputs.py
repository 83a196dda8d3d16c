"""What is made beside pages and may be switched: the names of the option `outputs:` in mkdocs.yml."""

from collections.abc import Collection, Iterable, Sequence

from generator.model.records.redirects import matches
from generator.model.vocabulary import Worded
from generator.source.problem import maybe, shown

SMALL_SITE = 12
"""So many communities and no more: a site of that size makes everything unless it is told otherwise."""


class Output(Worded):
    """A kind of files or pages that many pages have: the name in mkdocs.yml, and what a link to it says."""

    PDF = "pdf", "позначений PDF"
    LARGE_PDF = "large-pdf", "PDF великими літерами"
    EPUB = "epub", "EPUB"
    BRAILLE = "braille", "Брайль"
    FOR_ME = "for-me", "сторінки «Для мене»"
    NOTICES = "notices", "оголошення з QR-кодом"
    OEMBED = "oembed", "описи oEmbed"
    EXECUTOR_TABLES = "executor-tables", "таблиці виконавців"
    EXECUTOR_CALENDARS = "executor-calendars", "календарі виконавців"

    @property
    def file(self) -> str:
        """The name of the file of an edition, beside the page of its plan (design, «Addresses»)."""
        return _EDITIONS[self]

    @property
    def pattern(self) -> str:
        """The line of redirects.yml that withdraws the whole kind: all its addresses, and no others."""
        return f"**/{self.file}" if self in _EDITIONS else _PATTERNS[self]

    @property
    def _places(self) -> Sequence[str]:
        """An address of the kind for every sort of page that has one."""
        return [f"a/b/{self.file}"] if self in _EDITIONS else _PLACES[self]

    def is_withdrawn(self, patterns: Iterable[str]) -> bool:
        """Return whether a line of redirects.yml withdraws the kind wherever it is made."""
        return any("*" in old and all(matches(old, place) for place in self._places) for old in patterns)


_EDITIONS = {
    Output.PDF: "plan.pdf",
    Output.LARGE_PDF: "plan-large.pdf",
    Output.EPUB: "plan.epub",
    Output.BRAILLE: "plan.brf",
}
EDITIONS = tuple(_EDITIONS)
"""Kinds that are whole plans in another form."""
_PATTERNS = {
    Output.FOR_ME: "*/for/**",
    Output.NOTICES: "**/notice/",
    Output.OEMBED: "**/oembed.json",
    Output.EXECUTOR_TABLES: "**/executor.csv",
    Output.EXECUTOR_CALENDARS: "**executors/*/calendar.ics",
}
_PLACES = {
    Output.FOR_ME: ("a/for/", "a/for/b/"),
    Output.NOTICES: ("a/notice/", "a/b/c/notice/", "a/executors/b/notice/", "executors/b/notice/"),
    Output.OEMBED: ("a/oembed.json", "a/b/c/oembed.json", "executors/b/oembed.json"),
    Output.EXECUTOR_TABLES: ("a/executors/b/executor.csv", "executors/b/executor.csv"),
    Output.EXECUTOR_CALENDARS: ("a/executors/b/calendar.ics", "executors/b/calendar.ics"),
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
    """Return the kinds a site makes: those `named`, else all of a small site, and always what it has made before.

    `listed` are the addresses that were ever published; a kind that one line of `withdrawn` speaks of is not made.
    """
    patterns = list(withdrawn)
    off = {output for output in Output if output.is_withdrawn(patterns)}
    if named is None and communities <= SMALL_SITE:
        return ALL - off
    return (frozenset(named or ()) | published_outputs(listed)) - off


def published_outputs(listed: Iterable[str]) -> frozenset[Output]:
    """Return the kinds of which something was ever published."""
    addresses = list(listed)
    return frozenset(output for output in Output if any(matches(output.pattern, address) for address in addresses))
