"""Full addresses for files that leave the site (calendars, feeds, tables, paper), relative ones while it has none."""

from datetime import UTC, datetime, time
from urllib.parse import unquote, urlsplit

from generator.model.settings import Settings
from generator.outputs.site_files import relative


def base(settings: Settings) -> str | None:
    """Return the site's own address with its closing slash; None when it is not known."""
    return f"{settings.site_url.rstrip('/')}/" if settings.site_url else None


def full(settings: Settings, address: str) -> str | None:
    """Return the full address of something on the site; None while the site's own address is not known."""
    root = base(settings)
    return f"{root}{address}" if root else None


def link(settings: Settings, from_address: str, to_address: str) -> str:
    """Return the full address where the site's own is known, else the one relative to the file that links."""
    return full(settings, to_address) or relative(from_address, to_address)


def moment(settings: Settings) -> datetime:
    """Return the as-of day as a moment, midnight UTC: the only time stamp that outputs carry."""
    return datetime.combine(settings.as_of, time(), UTC)


def in_letters(address: str) -> str:
    """Return an address as people read it: letters instead of Punycode and percent signs."""
    parts = urlsplit(address)
    if not parts.hostname:
        return address
    host = ".".join(_letters_of(label) for label in parts.hostname.split("."))
    host = f"[{host}]" if ":" in host else host
    whole = f"{host}:{parts.port}" if parts.port else host
    path = unquote(parts.path)
    return parts._replace(netloc=whole, path=path if path.isprintable() and " " not in path else parts.path).geturl()


def _letters_of(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna") if label.startswith("xn--") else label
    except UnicodeError:
        return label
