"""redirects.yml: where pages and measures went that stood at another address before. Addresses are for ever."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.records.record import Record

ADDRESS = r"^([a-z0-9]+(-[a-z0-9]+)*/)+([a-z0-9-]+\.[a-z]+)?(#[a-z0-9-]+)?$"
SiteAddress = Annotated[str, StringConstraints(pattern=ADDRESS)]
"""An address relative to the site's root: «nizhyn/social-services-2025/1-2/#m-1-2-3», «nizhyn/calendar.ics»."""


class RedirectRecord(Record):
    """One address that is no more, and where to go instead. A page takes everything below it along."""

    old: SiteAddress
    """Адреса, якої більше немає, без адреси самого сайту: nizhyn/executors/uszn/ або nizhyn/plan/1-2/#m-1-2-3."""
    new: SiteAddress
    """Куди вести замість неї; так само."""


class RedirectsRecord(Record):
    """All addresses that moved."""

    redirects: tuple[RedirectRecord, ...] = Field(default=(), strict=False)
    """Перенесені адреси."""
