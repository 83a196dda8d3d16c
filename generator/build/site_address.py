"""The public address of a site: as people write it, as programs read it, and what is no such address."""

import re
from urllib.parse import SplitResult, quote, urlsplit

from generator.source.problem import shown
from generator.source.usage_error import UsageError

_HOW = "пишіть так: https://plany.example.org/ або https://example.org/plany/"
_PAGE = re.compile(r"[^/]+\.(?:html?|php|aspx?)/?$", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_IPV6 = re.compile(r"\[(?=[^\]]*:)[0-9a-f:.]+\]", re.IGNORECASE)


def site_address(given: str, name: str) -> str:
    """Return the address as programs read it: letters of a domain in Punycode, those of a path as percent signs.

    `name` is the setting that gave it. UsageError when it is no address a site can have; none is none.
    """
    address = given.strip()
    wrong = _wrong(address) if address else ""
    if wrong:
        raise UsageError(f"{name}: «{shown(given)}» не є адресою сайту: {wrong}")
    if not address:
        return ""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    return f"{parts.scheme.lower()}://{_ascii_host(parts)}{port}{path}"


_WRONG = (
    (re.compile(r"\s"), "у ній є пробіл; приберіть його або замініть дефісом"),
    (re.compile(r"\A(?![a-zA-Z][a-zA-Z0-9+.-]*://)"), f"вона має починатися з https://; {_HOW}"),
    (re.compile(r"\A(?!https?://)", re.IGNORECASE), f"сайти відкривають за https:// або http://; {_HOW}"),
    (re.compile("#"), "приберіть знак «#» і все після нього"),
    (re.compile(r"\?"), "приберіть знак «?» і все після нього"),
    (re.compile(r"[<>\"'\\{}|^`\x00-\x1f\x7f]"), f"у ній є знак, якого в адресах не буває; {_HOW}"),
)
"""What is no address of a site, and what to do; the first that is found is told."""


def _wrong(address: str) -> str:
    """Say why a text can't be the address of a site, and what to do; nothing when it can."""
    for pattern, words in _WRONG:
        if pattern.search(address):
            return words
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return f"у ній не так написано домен або порт; {_HOW}"
    return _wrong_parts(parts)


def _wrong_parts(parts: SplitResult) -> str:
    if "@" in parts.netloc:
        return "ім’я й пароль в адресі сайту не пишуть; приберіть усе до «@»"
    if not _ascii_host(parts):
        return f"у ній не так написано домен; {_HOW}"
    if _PAGE.search(parts.path):
        return "це адреса сторінки, а потрібна адреса теки; приберіть назву сторінки в кінці"
    if {".", ".."} & set(parts.path.split("/")):
        return f"крапки між знаками «/» нікуди не ведуть; {_HOW}"
    return ""


def _ascii_host(parts: SplitResult) -> str:
    """Return the domain in Punycode (RFC 3490); nothing when it is none."""
    host = parts.hostname or ""
    if _IPV6.fullmatch(f"[{host}]"):
        return f"[{host}]"
    try:
        labels = [label.encode("idna").decode() for label in host.removesuffix(".").split(".")]
    except UnicodeError:
        return ""
    return ".".join(labels) if all(_LABEL.fullmatch(label) for label in labels) else ""
