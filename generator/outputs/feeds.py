"""Atom feeds (RFC 4287) of what changed, for a community and for the whole site.

Ids are made from what happened, not from where the site stands, so that a move of the site makes nothing new.
Entries carry plain text. Written by the standard library, which escapes everything it is given.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from xml.etree import ElementTree as ET

from generator.history.changes import DatedChange, newest_first
from generator.language.shortening import shortened
from generator.model.community import Catalogue, Community
from generator.model.settings import Settings
from generator.outputs.addresses import link, moment
from generator.outputs.site_files import Asset

FILE_NAME = "changes.xml"
CHANGES_PAGE = "changes/"
"""The address of the page «Зміни», which the feed of the whole site belongs to."""
MOST_ENTRIES = 100
_TITLE_LENGTH = 140

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAMES = uuid.UUID("6f0c2f0e-6d51-5d0b-9d0a-3f5a4f6e7c11")
"""Our own space of names for ids; never to be changed."""


def community_feed(community: Community, changes: Iterable[DatedChange], settings: Settings) -> Asset:
    """Write `/<community>/changes.xml`: of all changes given, those of this community."""
    own = [dated for dated in changes if dated.change.community == community.id]
    title = f"{community.record.name}: зміни в планах"
    return _feed(f"{community.address}{FILE_NAME}", community.address, title, own, settings)


def site_feed(catalogue: Catalogue, changes: Iterable[DatedChange], settings: Settings) -> Asset:
    """Write `/changes.xml`: changes of all communities, each entry with its community in the title."""
    names = {community.id: community.record.short_name for community in catalogue.communities}
    return _feed(FILE_NAME, CHANGES_PAGE, f"{settings.site_name}: зміни", changes, settings, names)


def _feed(
    address: str,
    page: str,
    title: str,
    changes: Iterable[DatedChange],
    settings: Settings,
    names: Mapping[str, str] = MappingProxyType({}),
) -> Asset:
    newest = newest_first(changes, MOST_ENTRIES)
    feed = ET.Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": "uk"})
    _add(feed, "id", entry_id(f"feed/{address}"))
    _add(feed, "title", title)
    _add(feed, "updated", _instant(newest[0].when if newest else moment(settings)))
    _add(_add(feed, "author"), "name", settings.site_name)
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=link(settings, address, address))
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=link(settings, address, page))
    for dated in newest:
        name = names.get(dated.change.community)
        headline = f"{name}. {dated.change.sentence}" if name else dated.change.sentence
        _add_entry(feed, address, shortened(headline, _TITLE_LENGTH), dated, settings)
    ET.indent(feed, " ")
    return Asset(address, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _add_entry(feed: ET.Element, address: str, title: str, dated: DatedChange, settings: Settings) -> None:
    change = dated.change
    entry = _add(feed, "entry")
    _add(entry, "id", entry_id(dated.key))
    _add(entry, "title", title)
    _add(entry, "updated", _instant(dated.when))
    href = link(settings, address, change.address)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=href)
    ET.SubElement(entry, "category", term=change.kind.value, label=change.kind.words)
    _add(entry, "summary", change.sentence)
    _add(entry, "content", "\n".join((change.sentence, *change.details, change.plan_name))).set("type", "text")


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, name)
    if text is not None:
        element.text = "".join(letter for letter in text if letter >= " " or letter == "\n")
    return element


def entry_id(key: str) -> str:
    """Return the id of an entry, or of a feed, by its key."""
    return f"urn:uuid:{uuid.uuid5(_NAMES, key)}"


def _instant(when: datetime) -> str:
    return when.isoformat().replace("+00:00", "Z")
