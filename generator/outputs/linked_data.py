"""JSON-LD (schema.org) that pages carry for search engines and other machines, as plain dicts.

Each function gives one node or graph for one page. Addresses are full where the site's own is known, else relative to
the page, which is where a browser resolves them. `script_text` makes the text of `<script type="application/ld+json">`.
"""

import json
from collections.abc import Sequence
from typing import Any

from generator.model.community import Community
from generator.model.executor import Executor
from generator.model.plan import Goal, Plan
from generator.model.records.act import ActRecord
from generator.model.settings import Settings
from generator.outputs.addresses import link
from generator.outputs.licence import OURS_URL

Node = dict[str, Any]
CONTEXT = "https://schema.org"
KATOTTG = "КАТОТТГ"

_FILES = ("json", "csv", "xlsx")
_CONTACT_KEYS = (("email", "email"), ("phone", "telephone"), ("form", "url"))


def script_text(node: Node) -> str:
    """Write a node so that nothing in it can end the script element it stands in."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("&", "\\u0026")


def community_node(community: Community, settings: Settings) -> Node:
    """Describe a community on its page."""
    return {"@context": CONTEXT, **_organisation(community, settings, community.address)}


def executor_node(executor: Executor, community: Community | None, settings: Settings) -> Node:
    """Describe an executor on its page; it may be an office or a charity, so just an organisation."""
    page = executor.address
    node: Node = {
        "@context": CONTEXT, "@type": "Organization", **_identity(settings, page, page), "name": executor.record.name,
    }  # fmt: skip
    names = [
        name
        for name in (executor.record.short_name, *executor.record.spellings)
        if name and name != executor.record.name
    ]
    if names:
        node["alternateName"] = names
    parent = next((body for body in community.executors if body.id == executor.parent_id), None) if community else None
    if parent:
        node["parentOrganization"] = {
            "@type": "Organization", **_identity(settings, page, parent.address), "name": parent.record.name,
        }  # fmt: skip
    elif executor.parent_name:
        node["parentOrganization"] = {"@type": "Organization", "name": executor.parent_name}
    if community:
        node["areaServed"] = {"@type": "AdministrativeArea", "name": community.record.name}
    return node | _contacts(executor.record.contacts.model_dump())


def _coverage(plan: Plan) -> Node:
    period = plan.record.period
    return {"temporalCoverage": f"{period.start}/{period.end}"} if period else {}


def plan_node(community: Community, plan: Plan, settings: Settings) -> Node:
    """Describe a plan on its page: the document, and the data set made from it; its goals say that they are parts."""
    page = plan.address
    document: Node = {
        "@type": "CreativeWork",
        "@id": link(settings, page, f"{page}#plan"),
        "url": link(settings, page, page),
        "name": plan.record.title,
        "inLanguage": "uk",
        **_coverage(plan),
        "creator": _creator(community, settings, page),
    }
    if plan.record.act:
        document["isBasedOn"] = _act(plan.record.act)
    if plan.record.acts:
        document["isBasedOn"] = [_act(act) for act in plan.record.all_acts]
    return {"@context": CONTEXT, "@graph": [document, _dataset(community, plan, settings)]}


def goal_node(plan: Plan, goal: Goal, settings: Settings) -> Node:
    """Describe a goal on its page as a part of the plan's document."""
    page = plan.goal_address(goal.id)
    above = plan.goal_address(goal.parent) if goal.parent else plan.address
    return {
        "@context": CONTEXT,
        "@type": "CreativeWork",
        "@id": link(settings, page, page),
        "url": link(settings, page, page),
        "name": goal.heading,
        **({"position": goal.record.number} if goal.record.number else {}),
        "inLanguage": "uk",
        "isPartOf": {"@type": "CreativeWork", "url": link(settings, page, above)},
    }


def breadcrumbs(trail: Sequence[tuple[str, str]], settings: Settings) -> Node:
    """Describe the way to a page: (name, address) from home to the page itself."""
    page = trail[-1][1]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": link(settings, page, address)}
        for position, (name, address) in enumerate(trail, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def _identity(settings: Settings, page: str, address: str) -> Node:
    """Return `@id` and `url` of the thing whose page is at `address`, as `page` names them."""
    return {"@id": link(settings, page, f"{address}#body"), "url": link(settings, page, address)}


def _organisation(community: Community, settings: Settings, page: str) -> Node:
    node: Node = {
        **_creator(community, settings, page),
        "alternateName": community.record.short_name,
        "address": {"@type": "PostalAddress", "addressCountry": "UA", "addressRegion": community.record.oblast},
    }
    if community.record.katottg:
        node["identifier"] = {"@type": "PropertyValue", "propertyID": KATOTTG, "value": community.record.katottg}
    if community.record.site:
        node["sameAs"] = community.record.site
    return node | _contacts(community.record.contacts.model_dump())


def _creator(community: Community, settings: Settings, page: str) -> Node:
    """Name the community whose plan it is; what else is known of it stands on its own page."""
    return {
        "@type": "GovernmentOrganization",
        **_identity(settings, page, community.address),
        "name": community.record.name,
    }


def _contacts(known: dict[str, str | None]) -> Node:
    point = {key: known[name] for name, key in _CONTACT_KEYS if known.get(name)}
    return {"contactPoint": {"@type": "ContactPoint", **point}} if point else {}


def _act(act: ActRecord) -> Node:
    node: Node = {
        "@type": "Legislation",
        "name": act.title,
        "legislationType": act.kind,
        "legislationIdentifier": act.number,
        "legislationDate": act.date.isoformat(),
    }
    return node | ({"legislationPassedBy": {"@type": "Organization", "name": act.issuer}} if act.issuer else {})


def _dataset(community: Community, plan: Plan, settings: Settings) -> Node:
    page = plan.address
    return {
        "@type": "Dataset",
        "@id": link(settings, page, f"{page}#data"),
        "url": link(settings, page, page),
        "name": f"{plan.record.name}: дані",
        "description": f"{plan.record.title}. {community.record.name}, {community.record.oblast}",
        "license": OURS_URL,
        **_coverage(plan),
        "creator": _creator(community, settings, page),
        "isBasedOn": link(settings, page, f"{page}#plan"),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": ending.upper(),
                "contentUrl": link(settings, page, plan.file_address(ending)),
            }
            for ending in _FILES
        ],
    }
