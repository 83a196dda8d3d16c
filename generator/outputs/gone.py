"""What was published and is no more, without a word of where it went: an error for each, with what to write where."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.model.community import Catalogue
from generator.model.drafts import published as without_drafts
from generator.model.reserved_names import FROM_PLANS, IN_SITE
from generator.outputs.address_list import lines_of
from generator.outputs.published import FEED, PROMISE, UID, published_of_plans
from generator.outputs.unmarked import slid_reports
from generator.reading.layout import PLAN, PROGRESS, REDIRECTS, community_ids, plan_slugs
from generator.source.disk import ADDRESSES
from generator.source.problem import Problem, Severity, nearest
from generator.views import words

_UID = re.compile(rf"{UID}(?P<plan>[^.]+\.[^.]+)\.(?P<measure>[^@]+)@")
_FEED = re.compile(rf"{FEED}(?P<plan>[^/]+/[^/]+)/[^/]*/(?P<measure>[^/@]*)@?(?P<body>[^/]*)/(?P<day>[0-9-]{{10}})/")
_LONGEST_WAY = 20
"""Moves that are followed from one address; circles are told by the check of redirects."""


@dataclass(frozen=True)
class Published:
    """What once was on a site, what stands today, and what redirects.yml tells of the rest."""

    listed: Mapping[str, int]
    standing: frozenset[str]
    catalogue: Catalogue
    as_of: date | None = None
    site_pages: bool = False
    """Whether the site's own pages are among what stands; else nothing is said of them."""
    _known: dict[str, bool] = field(default_factory=dict)

    def gone(self) -> dict[str, list[str]]:
        """Return what is gone in silence: the topmost of each, with what was below it or hung on it."""
        lost = [line for line in self.listed if not self._is_answered(line)]
        known, found = set(lost), dict[str, list[str]]()
        for line in sorted(lost, key=lambda one: (one.startswith((UID, FEED)), one)):
            above = next((one for one in self._above(line) if one in known), None)
            if above is None:
                found.setdefault(line, [])
            else:
                found.setdefault(above, []).append(line)
        return dict(sorted(found.items()))

    def _is_answered(self, line: str) -> bool:
        if line not in self._known:
            self._known[line] = line in self.standing or self._is_told(line) or self._is_passed_over(line)
        return self._known[line]

    def _is_passed_over(self, line: str) -> bool:
        """Return whether a line can't be gone: of no plan, of a day to come, or what a report is about."""
        if line.startswith(PROMISE):
            return True
        if found := _FEED.match(line):
            return self.as_of is not None and found["day"] > self.as_of.isoformat()
        if line.startswith((UID, FEED)) or self.site_pages:
            return False
        first, mark, _ = line.partition("/")
        return not mark or first in IN_SITE - FROM_PLANS

    def _is_told(self, line: str) -> bool:
        if any(one.tells_of(line) for one in self.catalogue.withdrawn):
            return True
        if line.startswith((UID, FEED)):
            return any(one not in self.standing and self._is_told(one) for one in self._carriers(line))
        return self._leads_on(line)

    def _leads_on(self, address: str) -> bool:
        """Return whether a redirect takes an address, or the page it lies below, to where something stands."""
        for _ in range(_LONGEST_WAY):
            moved = self._moved(address)
            if moved is None:
                return False
            if moved in self.standing or any(one.tells_of(moved) for one in self.catalogue.withdrawn):
                return True
            address = moved
        return False

    def _moved(self, address: str) -> str | None:
        redirects = self.catalogue.redirects
        if address in redirects:
            return redirects[address]
        for page in _pages_above(address):
            if page in redirects:
                new = redirects[page]
                return new + address.removeprefix(page) if new.endswith("/") else None
        return None

    def _carriers(self, line: str) -> list[str]:
        """Return the addresses whose moving takes an event or an entry of a feed along."""
        if found := _UID.match(line):
            return self._anchors.get((found["plan"].replace(".", "/"), found["measure"]), [])
        if found := _FEED.match(line):
            anchors = self._anchors.get((found["plan"], found["measure"]), [])
            return [*anchors, f"{found['plan']}/", *(self._bodies.get(found["body"], []) if found["body"] else [])]
        return []

    @cached_property
    def _anchors(self) -> dict[tuple[str, str], list[str]]:
        """Anchors of measures on the list, by plan and id."""
        found: dict[tuple[str, str], list[str]] = {}
        for line in self.listed:
            page, mark, anchor = line.partition("#m-")
            if mark:
                found.setdefault(("/".join(page.split("/")[:2]), anchor), []).append(line)
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[str]]:
        """Pages of executors on the list, by the executor's id."""
        found: dict[str, list[str]] = {}
        for line in self.listed:
            if match := re.fullmatch(r"(?:[^/]+/)?executors/([^/]+)/", line):
                found.setdefault(match[1], []).append(line)
        return found

    def _above(self, line: str) -> list[str]:
        """Return what a line hangs on, the topmost first."""
        if line.startswith((UID, FEED)):
            return [above for one in self._carriers(line) for above in (*self._above(one), one)]
        return [*reversed(_pages_above(line))]


def _pages_above(address: str) -> list[str]:
    """Return the pages an address lies below, the nearest first."""
    page = address.partition("#")[0]
    parts = page.rstrip("/").split("/")
    below = "#" in address or not address.endswith("/")
    own = [page] if below and page.endswith("/") else []
    return [*own, *("/".join(parts[:count]) + "/" for count in range(len(parts) - 1, 0, -1))]


def lost_of_plans(
    files: Mapping[str, bytes], catalogue: Catalogue, as_of: date | None, root: str, known: Iterable[Problem] = ()
) -> list[Problem]:
    """Say what of the list is no more made from plans/, or at other words, without a build; no list: nothing.

    `known` is what else is wrong: where it kept something from being read, that would seem to be gone, and nothing is
    said.
    """
    listed = lines_of(files.get(ADDRESSES))
    if not listed or not _was_read(files, catalogue, known):
        return []
    catalogue = without_drafts(catalogue)
    standing = frozenset(published_of_plans(catalogue))
    return [
        *gone_problems(Published(listed, standing, catalogue, as_of), root),
        *slid_reports(listed, catalogue),
    ]


def _was_read(files: Mapping[str, bytes], catalogue: Catalogue, known: Iterable[Problem]) -> bool:
    """Return whether all plans are in the catalogue as published ones, and nothing is wrong but inside them."""
    wrong = {one.path.rpartition("/")[2] for one in known if one.severity is Severity.ERROR}
    whole = {plan.id for plan in catalogue.plans if not wrong or not plan.lacks}
    return wrong <= {PLAN, PROGRESS} and (not wrong or whole >= _plans(files))


def _plans(files: Mapping[str, bytes]) -> set[str]:
    return {f"{folder}/{slug}" for folder in community_ids(files) for slug in plan_slugs(files, folder)}


def gone_problems(published: Published, root: str) -> Iterator[Problem]:
    """Say of everything that is gone in silence what it was and what to write where; `root` is the folder of plans."""
    new = sorted(published.standing - published.listed.keys())
    for line, below in published.gone().items():
        more = f" (разом {words.plural(1 + len(below), 'адреса', 'адреси', 'адрес')})" if below else ""
        message = (
            f"{_what(line)} «{line}»{more} на сайті вже немає; {_advice(line, root + REDIRECTS)}{_maybe_now(line, new)}"
        )
        yield Problem(root + ADDRESSES, published.listed[line], 1, _record(line), message)


def _advice(line: str, redirects: str) -> str:
    if line.startswith((UID, FEED)):
        return f"упишіть у {redirects} під withdrawn, чому вилучено (old, reason)"
    return (
        f"упишіть у {redirects} під redirects, куди перенесено (old, new), "
        "або під withdrawn, чому вилучено (old, reason)"
    )


def _maybe_now(line: str, new: Iterable[str]) -> str:
    """Offer what is new and most like what is gone: a measure under its number elsewhere, a page of a like name."""
    if line.startswith((UID, FEED)):
        return ""
    _, mark, anchor = line.partition("#")
    if same := [one for one in new if mark and one.endswith(f"#{anchor}")]:
        return f"; можливо, «new: {same[0]}»"
    like = (one for one in new if one.count("/") == line.count("/") and ("#" in one) is bool(mark))
    return "".join(f"; можливо, «new: {one}»" for one in nearest(line, like, 1))


def _record(line: str) -> str:
    return re.split("[./]", line.removeprefix(UID).removeprefix(FEED))[0]


_WHAT: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda line: line.startswith(UID), "події календаря"),
    (lambda line: line.startswith(FEED), "запису стрічки змін"),
    (lambda line: "#" in line, "заходу за адресою"),
    (lambda line: line.endswith("/"), "сторінки"),
)


def _what(line: str) -> str:
    return next((what for test, what in _WHAT if test(line)), "файлу")
