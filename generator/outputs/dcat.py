"""/data/catalog.jsonld: all files of all plans as a catalogue in the vocabulary DCAT (W3C, version 3), as JSON-LD.

Terms are those that DCAT-AP asks for of a catalogue, a data set and a distribution. It was not checked against the
shapes of any profile, and no conformity is claimed.
"""

from typing import Any

from generator.model.community import Catalogue, Community
from generator.model.plan import Plan
from generator.model.settings import Settings
from generator.outputs.addresses import base, link
from generator.outputs.json_file import iso, json_bytes
from generator.outputs.licence import OURS_URL
from generator.outputs.site_files import Asset

ADDRESS = "data/catalog.jsonld"
_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LANGUAGE = {"@id": "http://publications.europa.eu/resource/authority/language/UKR"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat_catalogue(catalogue: Catalogue, settings: Settings) -> Asset:
    """Write the catalogue; addresses are full where the site's own is known, else relative to the file."""
    own = base(settings) or "../"
    data = {
        "@context": _CONTEXT,
        "@id": own,
        "@type": "dcat:Catalog",
        "dct:title": {"@value": settings.site_name, "@language": "uk"},
        "dct:description": {"@value": "Плани дій територіальних громад як дані.", "@language": "uk"},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": settings.site_name},
        "dct:language": _LANGUAGE,
        "foaf:homepage": {"@id": own},
        "dcat:dataset": [_data_set(home, plan, settings) for home in catalogue.communities for plan in home.plans],
    }
    return Asset(ADDRESS, json_bytes(data))


def _data_set(community: Community, plan: Plan, settings: Settings) -> dict[str, Any]:
    said, record, page = community.record.open_data, plan.record, link(settings, ADDRESS, plan.address)
    council = {"@type": "foaf:Agent", "foaf:name": community.record.council or community.record.name}
    found: dict[str, Any] = {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": plan.id,
        "dct:title": {"@value": record.title, "@language": "uk"},
        "dct:description": {"@value": f"Заходи, строки, виконавці, кошти, звіти: {record.title}", "@language": "uk"},
        "dct:publisher": {**council, **({"dct:identifier": said.edrpou} if said and said.edrpou else {})},
        "dct:language": _LANGUAGE,
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [_distribution(plan, ending, settings) for ending in _TYPES],
    }
    if record.period:
        found["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": iso(record.period.start), "@type": "xsd:date"},
            "dcat:endDate": {"@value": iso(record.period.end), "@type": "xsd:date"},
        }
    if said and said.keywords:
        found["dcat:keyword"] = [{"@value": word, "@language": "uk"} for word in said.keywords]
    if said and said.responsible and said.email:
        found["dcat:contactPoint"] = {
            "@type": "vcard:Kind",
            "vcard:fn": said.responsible,
            "vcard:hasEmail": {"@id": f"mailto:{said.email}"},
        }
    return found


def _distribution(plan: Plan, ending: str, settings: Settings) -> dict[str, Any]:
    file = {"@id": link(settings, ADDRESS, plan.file_address(ending))}
    return {
        "@type": "dcat:Distribution",
        "dct:title": ending.upper(),
        "dcat:accessURL": file,
        "dcat:downloadURL": file,
        "dcat:mediaType": {"@id": f"{_MEDIA}{_TYPES[ending]}"},
        "dct:license": {"@id": OURS_URL},
    }
