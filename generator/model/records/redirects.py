"""redirects.yml: where pages and measures went that stood at another address before. Addresses are for ever."""

import re
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.records.record import Day, Record, Text

ADDRESS = r"^([a-z0-9]+(-[a-z0-9]+)*/)+([a-z0-9-]+\.[a-z]+)?(#[a-z0-9-]+)?$"
SiteAddress = Annotated[str, StringConstraints(pattern=ADDRESS)]
"""An address relative to the site's root: «nizhyn/social-services-2025/1-2/#m-1-2-3», «nizhyn/calendar.ics»."""


_STARS = re.compile(r"(\*\*|\*)")
KEPT = r"^[a-z0-9*@:./#_-]+$"
How = Literal["renamed", "moved", "merged", "replaced"]


class RedirectRecord(Record):
    """One address that is no more, and where to go instead. A page takes everything below it along."""

    old: SiteAddress
    """Адреса, якої більше немає, без адреси самого сайту: nizhyn/executors/uszn/ або nizhyn/plan/1-2/#m-1-2-3."""
    new: SiteAddress
    """Куди вести замість неї; так само."""
    how: How | None = None
    """Що сталося: renamed (перейменовано), moved (перенесено), merged (об’єднано), replaced (замінено)."""


class WithdrawnRecord(Record):
    """What is published no more and went nowhere: one line of addresses.txt, or a pattern for a whole kind."""

    old: Annotated[str, StringConstraints(pattern=KEPT)]
    """Рядок із addresses.txt; * – будь-яка частина адреси, ** – будь-яка кількість частин: «**/oembed.json»."""
    reason: Text
    """Чому вилучено; це прочитають на старому місці."""
    date: Day | None = None
    """Коли вилучено."""
    act: Text | None = None
    """Яким актом вилучено, словами: «рішення селищної ради № 12»."""

    @property
    def is_kind(self) -> bool:
        """Whether it speaks of a whole kind of addresses."""
        return "*" in self.old

    def tells_of(self, address: str) -> bool:
        """Return whether an address is withdrawn by this line: itself, by a pattern, or with the page above it."""
        if self.is_kind:
            return matches(self.old, address)
        return address == self.old or (self.old.endswith("/") and address.startswith(self.old))


def matches(pattern: str, address: str) -> bool:
    """Return whether an address is one that a pattern with stars speaks of."""
    return _pattern(pattern).fullmatch(address) is not None


@cache
def _pattern(old: str) -> re.Pattern[str]:
    pieces = (".*" if piece == "**" else "[^/]*" if piece == "*" else re.escape(piece) for piece in _STARS.split(old))
    return re.compile("".join(pieces))


class RedirectsRecord(Record):
    """All addresses that moved."""

    redirects: tuple[RedirectRecord, ...] = Field(default=(), strict=False)
    """Перенесені адреси."""
    withdrawn: tuple[WithdrawnRecord, ...] = Field(default=(), strict=False)
    """Адреси, які вилучено назовсім."""
